"""A change in someone's post: written with its decision, and the requests that follow from it proposed with their last days.

Planned and seen first, then recorded. Which request follows which change is the regulation's (`request.after.…`); making the request
is `operations.requests`, correcting a slip in someone's facts `operations.people`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import LEAVING, Person, PersonnelChange, PersonnelKind
from govmail_desk.domain.regulation import REQUEST_AFTER, REQUEST_LIMIT_UNIT
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Details, Fact
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.people import tidied
from govmail_desk.operations.request_limits import Limit, limit, put_limit
from govmail_desk.store import journals
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import PERSONNEL_KINDS

if TYPE_CHECKING:
    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.provision import Provision, RequestKind

_WORDS: Final[dict[PersonnelKind, str]] = {
    "retired": "Nghỉ hưu",
    "resigned": "Thôi việc",
    "died": "Đã mất",
    "left": "Chuyển công tác",
    "transferred": "Chuyển công tác",
}
"""The reason a list of mailboxes to end prints."""
_MOVED: Final = "Sổ vừa có thay đổi sau khi xem trước biến động này. Hãy xem lại rồi ghi; chưa có gì được ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request that follows from a change: what to ask for, about which mailboxes, by when, under which rule.

    `mailbox_ids` is empty for a new mailbox, which is asked for the person. `rule` is None where the regulation says nothing of this
    change, `limit` where it gives the unit no last day.
    """

    kind: RequestKind
    person_id: int
    mailbox_ids: tuple[int, ...] = ()
    details: Details | None = None
    """What to say of each of these mailboxes in `plan_about`."""
    rule: Provision[tuple[RequestKind, ...]] | None = None
    limit: Limit | None = None


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


def plan_personnel_change(
    desk: Desk,
    *,
    person_id: int,
    kind: PersonnelKind,
    decided_on: date,
    effective_on: date | None = None,
    document: str = "",
    unit_id: int | None = None,
    full_name: str = "",
    post: str = "",
    note: str = "",
) -> PersonnelPlan:
    """Plan a change in someone's post; `unit_id`, `full_name` and `post` say what is new where the kind changes it.

    `effective_on` is the day of the decision unless said otherwise. Limits run from the decision. Raises `RuleBroken` for a change
    that changes nothing, and for someone who has left already.
    """
    with desk.reading() as connection:
        asked = Transaction(connection)
        before = asked.get(Person, person_id)
        mailboxes = [box for box in asked.find(Mailbox, holder_id=person_id) if box.state != "closed"]
        charges = asked.find(Custody, person_id=person_id, to_on=None)
        head = journals.head(connection)[1]
    change = PersonnelChange(
        person_id=person_id,
        kind=kind,
        decided_on=decided_on,
        effective_on=effective_on or decided_on,
        document=clean(document),
        note=clean(note),
    )
    after = _after(before, change, unit_id=unit_id, full_name=full_name, post=post)
    _refuse(desk, before, after, change)
    return PersonnelPlan(
        before=before,
        after=after,
        change=change,
        asks=tuple(_asks(desk, before, after, change, mailboxes=mailboxes)),
        ending=tuple(charges) if kind in LEAVING or kind == "transferred" else (),
        journal_hash=head,
    )


def record_personnel_change(desk: Desk, plan: PersonnelPlan) -> Changes:
    """Write the change, the person as they are now, the charges that end, and the days by which requests are due."""
    sentence = f"Ghi biến động: {plan.after.full_name}, {PERSONNEL_KINDS[plan.change.kind].lower()}"
    with desk.transaction("record_personnel_change", sentence) as act:
        if journals.head(act.transaction.connection)[1] != plan.journal_hash:
            raise RuleBroken(_MOVED)
        act.transaction.put(plan.change)
        if plan.after != plan.before:
            act.transaction.put(plan.after)
        act.transaction.put_all([
            replace(charge, to_on=max(plan.change.effective_on, charge.from_on or plan.change.effective_on))
            for charge in plan.ending
        ])
        running = {
            due.rule
            for due in act.transaction.find(Due, subject_kind="person", settled_on=None, subject_id=plan.before.id)
        }
        for ask in plan.asks:
            if ask.limit is not None and ask.limit.rule.key not in running:
                put_limit(act.transaction, ask.limit, subject_kind="person", subject_id=plan.before.id)
    return act.changes


def _after(before: Person, change: PersonnelChange, *, unit_id: int | None, full_name: str, post: str) -> Person:
    """Say what the person is once the change holds."""
    if change.kind in LEAVING:
        return replace(before, left_on=change.effective_on)
    said = replace(
        before,
        unit_id=unit_id or before.unit_id,
        full_name=full_name or before.full_name,
        post=clean(post) or before.post,
        given_word=None if full_name else before.given_word,
    )
    return tidied(said)


def _refuse(desk: Desk, before: Person, after: Person, change: PersonnelChange) -> None:
    if change.decided_on > desk.today():
        raise RuleBroken(f"Ngày quyết định {change.decided_on:%d/%m/%Y} chưa tới. Hãy ghi ngày trên quyết định.")
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


def _asks(
    desk: Desk,
    before: Person,
    after: Person,
    change: PersonnelChange,
    *,
    mailboxes: Sequence[Mailbox],
) -> Iterator[Ask]:
    """Propose the requests the regulation wants after such a change, as far as there is a mailbox to ask about."""
    regulation = desk.regulation(change.decided_on)
    rule = regulation.find(REQUEST_AFTER[change.kind], change.decided_on)
    issued = tuple(box.id for box in mailboxes if box.state not in {"proposed", "requested"})
    for kind in rule.value if rule else _usual(change.kind):
        if kind == "create":
            if mailboxes and change.kind == "joined":
                continue
            yield Ask(kind=kind, person_id=before.id, rule=rule)
        elif issued:
            yield Ask(
                kind=kind,
                person_id=before.id,
                mailbox_ids=issued,
                details=_details(kind, before, after, change),
                rule=rule,
                limit=limit(desk, REQUEST_LIMIT_UNIT[kind], started_on=change.decided_on),
            )


def _usual(kind: PersonnelKind) -> tuple[RequestKind, ...]:
    """Propose what any office would ask for where the regulation in the register says nothing of such a change."""
    if kind == "joined":
        return ("create",)
    return ("close",) if kind in LEAVING else ("change",)


def _details(kind: RequestKind, before: Person, after: Person, change: PersonnelChange) -> Details | None:
    if kind == "close":
        return CloseDetails(
            reason=_WORDS.get(change.kind, PERSONNEL_KINDS[change.kind]),
            document=change.document,
            decided_on=change.decided_on,
            effective_on=change.effective_on,
        )
    if kind == "change":
        return ChangeDetails(
            unit_id=after.unit_id if after.unit_id != before.unit_id else None,
            facts=tuple(_facts(before, after)),
            document=change.document,
            decided_on=change.decided_on,
        )
    return None


def _facts(before: Person, after: Person) -> Iterator[Fact]:
    """Name what else changed at the person; the new unit is said by the plan of the request."""
    if before.full_name != after.full_name:
        yield Fact("Họ và tên", before.full_name, after.full_name)
    if before.post != after.post:
        yield Fact("Chức vụ", before.post, after.post)
