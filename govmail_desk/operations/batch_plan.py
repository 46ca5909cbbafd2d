"""What requests for many units in one go would ask for, unit by unit, before anything is written.

The units are those right under the desk's own one (a section's people go with the unit above them). A request holds mailboxes of people
or of units, never both: a unit of which both are chosen has two. Making them is `operations.request_batches`, planning a single one
`operations.requests`. Nothing is kept of the plan: the batch's name follows from what was asked, so the same choice goes on with it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.mailbox import Mailbox, MailboxKind
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import Request, RequestKind, RequestRow
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.operations.requests import plan_for_reason, plan_request
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import MAILBOX_KINDS

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.request_plan import PlanRow, RequestPlan

NAME_LENGTH: Final = 12


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One mailbox a batch asks for: whose it is, its address, and why it cannot be asked for; empty where it can."""

    name: str
    address: str
    refusal: str = ""
    refusal_cite: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPart:
    """What one request of a batch asks for a unit: those who can be asked for, and why the others cannot."""

    unit_id: int
    unit_name: str
    mailbox_kind: MailboxKind
    is_one_of_two: bool = False
    """True where the unit has another request in the batch, for its mailboxes of the other kind."""
    subject_ids: tuple[int, ...]
    """People for new mailboxes, mailboxes for any other kind."""
    rows: Mapping[int, BatchRow]
    """By subject, as the whole batch was planned, so that no two units are given the same address; none of what is made already."""
    request_id: int | None = None
    """The request that an earlier go made already."""

    @property
    def title(self) -> str:
        """The unit, and which of its mailboxes where it has two requests."""
        return (
            f"{self.unit_name} (hộp thư {MAILBOX_KINDS[self.mailbox_kind].lower()})"
            if self.is_one_of_two
            else self.unit_name
        )

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why some of the unit cannot be asked for."""
        return tuple(row.refusal for row in self.rows.values() if row.refusal)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPlan:
    """What a batch would make, request by request."""

    name: str
    kind: RequestKind
    on: date
    reason: str
    parts: tuple[BatchPart, ...]
    details: Mapping[int, Details]

    @property
    def left(self) -> tuple[BatchPart, ...]:
        """The requests still to be made."""
        return tuple(part for part in self.parts if part.request_id is None and part.subject_ids)

    @property
    def unit_count(self) -> int:
        """Over how many units it stands."""
        return len({part.unit_id for part in self.parts})

    @property
    def halved_count(self) -> int:
        """How many units have two requests, because both their own mailboxes and their people's are asked for."""
        return sum(part.is_one_of_two for part in self.parts) // 2


def plan_batch(
    desk: Desk,
    *,
    kind: RequestKind,
    subject_ids: Sequence[int],
    on: date,
    reason: str = "",
    details: Mapping[int, Details] | None = None,
) -> BatchPlan:
    """Plan one request a unit, for people (new mailboxes) or mailboxes (any other kind); what an earlier go made is found again.

    Mailboxes of people and of units are asked for in requests of their own. The reason stands beside each mailbox that has none in
    `details`.
    """
    reason = without_password(reason)
    name = _name(kind, subject_ids, on)
    homes = _homes(desk, kind, subject_ids)
    made = _made(desk, kind, name)
    left = [subject_id for subject_id in subject_ids if subject_id not in made]
    rows: dict[int, BatchRow] = {}
    for mailbox_kind in MAILBOX_KINDS:
        of_kind = [one for one in left if homes.kind_of[one] == mailbox_kind]
        rows |= _rows(desk, kind, of_kind, on=on, reason=reason, details=details or {})
    grouped: dict[tuple[int, MailboxKind], list[int]] = defaultdict(list)
    for subject_id in subject_ids:
        grouped[homes.unit_of[subject_id], homes.kind_of[subject_id]].append(subject_id)
    parts = [
        _part(unit_id, homes.names[unit_id], mailbox_kind, ids, rows=rows, made=made)
        for (unit_id, mailbox_kind), ids in grouped.items()
    ]
    return BatchPlan(name=name, kind=kind, on=on, reason=reason, parts=_told_apart(parts), details=details or {})


def plan_part(desk: Desk, plan: BatchPlan, part: BatchPart) -> RequestPlan:
    """Plan the one request of a part, with the addresses given over the whole batch."""
    if plan.kind == "create":
        chosen = {place: part.rows[subject_id].address for place, subject_id in enumerate(part.subject_ids)}
        return plan_request(desk, on=plan.on, reason=plan.reason, people_ids=part.subject_ids, chosen=chosen)
    return plan_for_reason(
        desk, kind=plan.kind, mailbox_ids=part.subject_ids, on=plan.on, reason=plan.reason, details=plan.details
    )


@dataclass(frozen=True, slots=True)
class _Homes:
    """To which unit each subject belongs, which kind of mailbox it is about, and what the units are called."""

    unit_of: Mapping[int, int]
    kind_of: Mapping[int, MailboxKind]
    names: Mapping[int, str]


def _rows(
    desk: Desk,
    kind: RequestKind,
    subject_ids: Sequence[int],
    *,
    on: date,
    reason: str,
    details: Mapping[int, Details],
) -> dict[int, BatchRow]:
    """Plan all at once, so that addresses are given over the whole batch."""
    if not subject_ids:
        return {}
    plan: RequestPlan
    if kind == "create":
        plan = plan_request(desk, on=on, reason=reason, people_ids=subject_ids)
    else:
        plan = plan_for_reason(desk, kind=kind, mailbox_ids=subject_ids, on=on, reason=reason, details=details)
    planned: Sequence[PlanRow] = plan.rows
    return {
        subject_id: BatchRow(row.name, row.address, row.refusal, row.refusal_cite)
        for subject_id, row in zip(subject_ids, planned, strict=True)
    }


def _part(
    unit_id: int,
    unit_name: str,
    mailbox_kind: MailboxKind,
    subject_ids: Iterable[int],
    *,
    rows: Mapping[int, BatchRow],
    made: Mapping[int, int],
) -> BatchPart:
    ids = tuple(subject_ids)
    earlier = {made[subject_id] for subject_id in ids if subject_id in made}
    able = tuple(subject_id for subject_id in ids if subject_id in made or not rows[subject_id].refusal)
    return BatchPart(
        unit_id=unit_id,
        unit_name=unit_name,
        mailbox_kind=mailbox_kind,
        subject_ids=able,
        rows={subject_id: rows[subject_id] for subject_id in ids if subject_id in rows},
        request_id=earlier.pop() if earlier else None,
    )


def _told_apart(parts: Sequence[BatchPart]) -> tuple[BatchPart, ...]:
    """Keep the two requests of a unit together, each knowing of the other."""
    of_unit: dict[int, list[BatchPart]] = defaultdict(list)
    for part in parts:
        of_unit[part.unit_id].append(part)
    return tuple(replace(part, is_one_of_two=len(both) > 1) for both in of_unit.values() for part in both)


def _homes(desk: Desk, kind: RequestKind, subject_ids: Sequence[int]) -> _Homes:
    """Find for each subject the unit right under the own one that it belongs to, or the own one itself."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        units = {unit.id: unit for unit in asked.find(Unit)}
        names = {name.unit_id: name.name for name in asked.find(UnitName, to_on=None)}
        subjects: Mapping[int, Person | Mailbox] = (
            asked.get_many(Person, subject_ids) if kind == "create" else asked.get_many(Mailbox, subject_ids)
        )
    return _Homes(
        unit_of={one.id: _under_own(one.unit_id, units) for one in subjects.values()},
        kind_of={one.id: one.kind if isinstance(one, Mailbox) else "personal" for one in subjects.values()},
        names=names,
    )


def _under_own(unit_id: int, units: Mapping[int, Unit]) -> int:
    unit = units[unit_id]
    while unit.parent_id is not None and not unit.is_own and not units[unit.parent_id].is_own:
        unit = units[unit.parent_id]
    return unit.id


def _made(desk: Desk, kind: RequestKind, name: str) -> dict[int, int]:
    """Say for each subject of the batch which standing request of an earlier go asks for it."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        requests = [request for request in asked.find(Request, batch=name) if request.state != "cancelled"]
        rows = [row for request in requests for row in asked.find(RequestRow, request_id=request.id)]
    return {
        subject_id: row.request_id
        for row in rows
        if (subject_id := row.person_id if kind == "create" else row.mailbox_id) is not None
    }


def _name(kind: RequestKind, subject_ids: Sequence[int], on: date) -> str:
    asked = f"{kind} {on.isoformat()} {' '.join(map(str, sorted(set(subject_ids))))}"
    return hashlib.sha256(asked.encode()).hexdigest()[:NAME_LENGTH]
