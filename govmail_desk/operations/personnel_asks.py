"""Which requests follow from a change in someone's post, about which mailboxes, and by when.

Which kind follows which change is the regulation's (`request.after.…`). Recording the change is `operations.personnel`, making the
request `operations.requests`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.person import LEAVING, Person, PersonnelChange, PersonnelKind
from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR, REQUEST_AFTER, REQUEST_LIMIT_UNIT
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Details, Fact
from govmail_desk.operations.request_limits import Limit, limit
from govmail_desk.wording import PERSONNEL_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import Mailbox
    from govmail_desk.domain.provision import Provision, RequestKind

_WORDS: Final[dict[PersonnelKind, str]] = {
    "retired": "Nghỉ hưu",
    "resigned": "Thôi việc",
    "died": "Đã mất",
    "left": "Chuyển công tác",
    "transferred": "Chuyển công tác",
}
"""The reason a list of mailboxes to end prints."""


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
    barred_by: Provision[tuple[str, ...]] | None = None
    """The rule by which this person gets no mailbox of their own."""
    is_later: bool = False
    """True for a new mailbox while the old one still stands: one person holds one at a time."""

    @property
    def is_next(self) -> bool:
        """True where the request can be made at once."""
        return self.barred_by is None and not self.is_later


class Following:
    """What follows from changes of one kind under one decision; rules and days are worked out once for all concerned."""

    def __init__(self, desk: Desk, kind: PersonnelKind, *, decided_on: date, sections: Mapping[int, str]) -> None:
        regulation = desk.regulation(decided_on)
        self._rule = regulation.find(REQUEST_AFTER[kind], decided_on)
        self._kinds = self._rule.value if self._rule else _usual(kind)
        self._posts = PersonalPosts(regulation.find(ADDRESS_PERSONAL_ONLY_FOR, decided_on))
        self._sections = sections
        self._limits = {
            asked: limit(desk, REQUEST_LIMIT_UNIT[asked], started_on=decided_on)
            for asked in self._kinds
            if asked != "create"
        }

    def asks(self, before: Person, after: Person, change: PersonnelChange, held: Sequence[Mailbox]) -> Iterator[Ask]:
        """Propose the requests the regulation wants after such a change, as far as there is a mailbox to ask about."""
        issued = tuple(box.id for box in held if box.state not in {"proposed", "requested"})
        for kind in self._kinds:
            if kind == "create":
                yield from self._create(after, change, held)
            elif issued:
                yield Ask(
                    kind=kind,
                    person_id=before.id,
                    mailbox_ids=issued,
                    details=_details(kind, before, after, change),
                    rule=self._rule,
                    limit=self._limits[kind],
                )

    def _create(self, after: Person, change: PersonnelChange, held: Sequence[Mailbox]) -> Iterator[Ask]:
        if held and change.kind == "joined":
            return
        admitted = self._posts.admits(after.post, self._sections.get(after.unit_id, ""))
        barred_by = None if admitted else self._posts.rule
        yield Ask(kind="create", person_id=after.id, rule=self._rule, barred_by=barred_by, is_later=bool(held))


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
