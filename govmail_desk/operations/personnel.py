"""A change in the post of one person, or of several under one decision: written whole, with the days by which requests are due.

Planned and seen first, then recorded. The requests that follow are proposed by `operations.personnel_asks` and made by
`operations.requests`; correcting a slip in someone's facts is `operations.people`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import LEAVING, Person, PersonnelChange, PersonnelKind
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.unit import UnitName
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.people import tidied
from govmail_desk.operations.personnel_asks import Ask, Following
from govmail_desk.operations.request_limits import put_limit
from govmail_desk.store import journals
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import custody, mailbox
from govmail_desk.store.transaction import CHUNK, GONE, Transaction
from govmail_desk.wording import PERSONNEL_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk

OF_ONE_PERSON: Final[frozenset[PersonnelKind]] = frozenset({"renamed", "promoted"})
"""What these change is another for each person; the other kinds may be recorded for several at once."""
_MOVED: Final = "Sổ vừa có thay đổi sau khi xem trước biến động này. Hãy xem lại rồi ghi; chưa có gì được ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A change as the clerk says it: its kind, the decision behind it, and what is new where the kind changes it."""

    kind: PersonnelKind
    decided_on: date
    effective_on: date | None = None
    """The day of the decision unless said otherwise."""
    document: str = ""
    unit_id: int | None = None
    full_name: str = ""
    given_word: int | None = None
    """The 1-based word of the new name that is the tên, where the usual reading does not hold."""
    post: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelPlan:
    """What recording a change would write, and the requests to make then."""

    before: Person
    after: Person
    change: PersonnelChange
    asks: tuple[Ask, ...]
    ending: tuple[Custody, ...]
    """The charges over units and their mailboxes that end with it: someone else has to be given them."""
    journal_hash: str

    @property
    def to_hand_over(self) -> tuple[Custody, ...]:
        """The charges to hand over to someone else; a stand-in has nothing of their own to give."""
        return tuple(charge for charge in self.ending if charge.role != "cover")


@dataclass(frozen=True, slots=True, kw_only=True)
class JointPlan:
    """One change for several people under one decision, and why it cannot be recorded for the others of those chosen."""

    plans: tuple[PersonnelPlan, ...]
    refusals: tuple[RuleBroken, ...] = ()

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The requests that follow, person by person."""
        return tuple(ask for plan in self.plans for ask in plan.asks)


def plan_personnel_change(desk: Desk, *, person_id: int, decision: Decision) -> PersonnelPlan:
    """Plan a change in someone's post. Limits run from the day of the decision.

    Raises `RuleBroken` for a change that changes nothing, and for someone who has left already.
    """
    joint = plan_personnel_changes(desk, person_ids=[person_id], decision=decision)
    for refusal in joint.refusals:
        raise refusal
    return joint.plans[0]


def plan_personnel_changes(desk: Desk, *, person_ids: Sequence[int], decision: Decision) -> JointPlan:
    """Plan the same change for several people, in the order given; those it cannot be recorded for keep their reason.

    Raises `RuleBroken` for a decision of a day to come, and for a kind that changes something else at each person.
    """
    _refuse_decision(desk, decision, len(person_ids))
    seen = _read(desk, person_ids)
    following = Following(desk, decision.kind, decided_on=decision.decided_on, sections=seen.sections)
    plans: list[PersonnelPlan] = []
    refusals: list[RuleBroken] = []
    for person_id in dict.fromkeys(person_ids):
        try:
            plans.append(_planned(seen, following, person_id, decision))
        except RuleBroken as refusal:
            refusals.append(refusal)
    return JointPlan(plans=tuple(plans), refusals=tuple(refusals))


def record_personnel_change(desk: Desk, plan: PersonnelPlan) -> Changes:
    """Write the change, the person as they are now, the charges that end, and the days by which requests are due."""
    return record_personnel_changes(desk, JointPlan(plans=(plan,)))


def record_personnel_changes(desk: Desk, joint: JointPlan) -> Changes:
    """Write what was planned for several people as one act; refused whole where the register has moved since."""
    if not joint.plans:
        raise joint.refusals[0] if joint.refusals else RuleBroken("Chưa chọn ai. Hãy chọn người có biến động.")
    with desk.transaction("record_personnel_change", _sentence(joint)) as act:
        writing = act.transaction
        if journals.head(writing.connection)[1] != joint.plans[0].journal_hash:
            raise RuleBroken(_MOVED)
        writing.put_all([plan.change for plan in joint.plans])
        writing.put_all([plan.after for plan in joint.plans if plan.after != plan.before])
        writing.put_all([_ended(charge, plan.change) for plan in joint.plans for charge in plan.ending])
        _put_limits(writing, joint.asks)
    return act.changes


@dataclass(frozen=True, slots=True)
class _Seen:
    """The people of a plan with their mailboxes and charges, as the register stood at one moment."""

    people: dict[int, Person]
    held: dict[int, list[Mailbox]]
    charges: dict[int, list[Custody]]
    sections: dict[int, str]
    journal_hash: str


def _read(desk: Desk, person_ids: Sequence[int]) -> _Seen:
    with desk.reading() as connection:
        asked = Transaction(connection)
        return _Seen(
            people=asked.get_many(Person, person_ids),
            held=_held(connection, person_ids),
            charges=_charged(connection, person_ids),
            sections={name.unit_id: name.name for name in asked.find(UnitName, to_on=None)},
            journal_hash=journals.head(connection)[1],
        )


def _held(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[Mailbox]]:
    """Read the mailboxes that are not closed, by holder."""
    held: dict[int, list[Mailbox]] = defaultdict(list)
    for start in range(0, len(person_ids), CHUNK):
        of_these = mailbox.c.holder_id.in_(person_ids[start : start + CHUNK])
        query = select(mailbox).where(of_these, mailbox.c.state != "closed").order_by(mailbox.c.id)
        for box in records_of(Mailbox, connection.execute(query).mappings().all()):
            held[box.holder_id or 0].append(box)
    return held


def _charged(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[Custody]]:
    """Read the charges over units and their mailboxes, by who holds or held them."""
    charged: dict[int, list[Custody]] = defaultdict(list)
    for start in range(0, len(person_ids), CHUNK):
        of_these = custody.c.person_id.in_(person_ids[start : start + CHUNK])
        query = select(custody).where(of_these).order_by(custody.c.id)
        for charge in records_of(Custody, connection.execute(query).mappings().all()):
            charged[charge.person_id].append(charge)
    return charged


def _planned(seen: _Seen, following: Following, person_id: int, decision: Decision) -> PersonnelPlan:
    before = seen.people.get(person_id)
    if before is None:
        raise RuleBroken(GONE)
    change = PersonnelChange(
        person_id=person_id,
        kind=decision.kind,
        decided_on=decision.decided_on,
        effective_on=decision.effective_on or decision.decided_on,
        document=without_password(decision.document),
        note=without_password(decision.note),
    )
    after = _after(before, change, decision)
    _refuse(before, after, change)
    ends = change.kind in LEAVING or change.kind == "transferred"
    return PersonnelPlan(
        before=before,
        after=after,
        change=change,
        asks=tuple(following.asks(before, after, change, seen.held.get(before.id, []))),
        ending=_ending(seen.charges.get(before.id, ()), change) if ends else (),
        journal_hash=seen.journal_hash,
    )


def _ending(charges: Sequence[Custody], change: PersonnelChange) -> tuple[Custody, ...]:
    """Give the charges that would last beyond the day the change takes effect."""
    return tuple(charge for charge in charges if charge.to_on is None or charge.to_on > change.effective_on)


def _after(before: Person, change: PersonnelChange, decision: Decision) -> Person:
    """Say what the person is once the change holds."""
    if change.kind in LEAVING:
        return replace(before, left_on=change.effective_on)
    said = replace(
        before,
        unit_id=decision.unit_id or before.unit_id,
        full_name=decision.full_name or before.full_name,
        post=clean(decision.post) or before.post,
        given_word=decision.given_word if decision.full_name else before.given_word,
        left_on=None,
    )
    return tidied(said)


def _refuse_decision(desk: Desk, decision: Decision, person_count: int) -> None:
    if person_count > 1 and decision.kind in OF_ONE_PERSON:
        raise RuleBroken(f"“{PERSONNEL_KINDS[decision.kind]}” ghi cho từng người. Hãy chọn một người rồi ghi.")
    if decision.decided_on > desk.today():
        raise RuleBroken(f"Ngày quyết định {decision.decided_on:%d/%m/%Y} chưa tới. Hãy ghi ngày trên quyết định.")


def _refuse(before: Person, after: Person, change: PersonnelChange) -> None:
    if before.left_on is not None and change.kind != "joined":
        raise RuleBroken(
            f"{before.full_name} đã thôi làm việc từ {before.left_on:%d/%m/%Y}. Hãy xem lại người đã chọn."
        )
    missing = {
        "transferred": ("unit_id", "đơn vị mới"),
        "renamed": ("full_name", "họ tên mới"),
        "promoted": ("post", "chức vụ mới"),
    }
    if change.kind in missing:
        field, words = missing[change.kind]
        if getattr(before, field) == getattr(after, field):
            raise RuleBroken(f"Chưa có {words}, hoặc {words} giống như cũ. Hãy ghi {words} của {before.full_name}.")


def _sentence(joint: JointPlan) -> str:
    first, count = joint.plans[0], len(joint.plans)
    whose = first.after.full_name if count == 1 else f"{count} người"
    return f"Ghi biến động: {whose}, {PERSONNEL_KINDS[first.change.kind].lower()}"


def _ended(charge: Custody, change: PersonnelChange) -> Custody:
    return replace(charge, to_on=max(change.effective_on, charge.from_on or change.effective_on))


def _put_limits(writing: Transaction, asks: Sequence[Ask]) -> None:
    """Begin the limits that do not run already."""
    if not any(ask.limit for ask in asks):
        return
    running = {(due.subject_id, due.rule) for due in writing.find(Due, subject_kind="person", settled_on=None)}
    for ask in asks:
        if ask.limit is not None and (ask.person_id, ask.limit.rule.key) not in running:
            put_limit(writing, ask.limit, subject_kind="person", subject_id=ask.person_id, begun_by="decided")
