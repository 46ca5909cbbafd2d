"""Requests for many units in one go: one request and one folder a unit, a result list beside them, and going on where it stopped.

The units are those right under the desk's own one (a section's people go with the unit above them); what a single request writes is
`operations.requests`. Nothing is kept of the plan: the batch's name follows from what was asked, so the same choice goes on with it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.file_names import safe_file_name
from govmail_desk.documents.result_list import ResultLine, result_list
from govmail_desk.documents.writing import write_whole
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import Request, RequestKind, RequestRow
from govmail_desk.domain.unit import Unit, UnitName
from govmail_desk.operations.copies import copy_files, made_folder
from govmail_desk.operations.papers import PaperChoices
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.request_plan import PlanRow, RequestPlan

NAME_LENGTH: Final = 12
RESULT_NAME: Final = "ket-qua.xlsx"
Told = Callable[[int, int], None]
Kept = Callable[["Changes"], object]


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One mailbox a batch asks for: whose it is, its address, and why it cannot be asked for; empty where it can."""

    name: str
    address: str
    refusal: str = ""
    refusal_cite: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPart:
    """What is asked for one unit: those of it who can be asked for, and why the others cannot."""

    unit_id: int
    unit_name: str
    subject_ids: tuple[int, ...]
    """People for new mailboxes, mailboxes for any other kind."""
    rows: Mapping[int, BatchRow]
    """By subject, as the whole batch was planned, so that no two units are given the same address; none of what is made already."""
    request_id: int | None = None
    """The request that an earlier go made already."""

    @property
    def refusals(self) -> tuple[str, ...]:
        """Why some of the unit cannot be asked for."""
        return tuple(row.refusal for row in self.rows.values() if row.refusal)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPlan:
    """What a batch would make, unit by unit."""

    name: str
    kind: RequestKind
    on: date
    reason: str
    parts: tuple[BatchPart, ...]
    details: Mapping[int, Details]

    @property
    def left(self) -> tuple[BatchPart, ...]:
        """The units still to be asked for."""
        return tuple(part for part in self.parts if part.request_id is None and part.subject_ids)


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What a go came to: the acts it made, and where the result list lies."""

    made: tuple[Changes, ...]
    result_file: Path


def plan_batch(
    desk: Desk,
    *,
    kind: RequestKind,
    subject_ids: Sequence[int],
    on: date,
    reason: str = "",
    details: Mapping[int, Details] | None = None,
) -> BatchPlan:
    """Plan one request a unit, for people (new mailboxes) or mailboxes (any other kind); what an earlier go made is found again."""
    name = _name(kind, subject_ids, on)
    homes = _homes(desk, kind, subject_ids)
    made = _made(desk, kind, name)
    left = [subject_id for subject_id in subject_ids if subject_id not in made]
    rows = _rows(desk, kind, left, on=on, reason=reason, details=details or {})
    grouped: dict[int, list[int]] = defaultdict(list)
    for subject_id in subject_ids:
        grouped[homes.unit_of[subject_id]].append(subject_id)
    return BatchPlan(
        name=name,
        kind=kind,
        on=on,
        reason=reason,
        parts=tuple(_part(unit_id, homes.names[unit_id], ids, rows, made) for unit_id, ids in grouped.items()),
        details=details or {},
    )


def draft_batch(
    desk: Desk,
    plan: BatchPlan,
    *,
    folder: Path,
    choices: PaperChoices | None = None,
    tick: Told | None = None,
    on_made: Kept | None = None,
) -> BatchResult:
    """Draft the requests still missing, each whole in its own act, and copy every unit's papers into a folder of its name.

    A unit that is refused keeps its reason on the result list and stops no other. `tick` is told after each unit; what it raises stops
    the batch between two units, and the same choice made again goes on from there. `on_made` is told of every act as soon as it is
    kept, so that what was made is known where the batch stops.
    """
    folder = made_folder(folder)
    made: list[Changes] = []
    lines: list[ResultLine] = []

    def kept(changes: Changes) -> None:
        made.append(changes)
        if on_made is not None:
            on_made(changes)

    for place, part in enumerate(plan.parts, start=1):
        line = _drafted(desk, plan, part, folder=folder, choices=choices, on_made=kept)
        lines.append(replace(line, number=place))
        if tick is not None:
            tick(place, len(plan.parts))
    target = folder / RESULT_NAME
    write_whole(target, result_list(lines))
    return BatchResult(tuple(made), target)


@dataclass(frozen=True, slots=True)
class _Homes:
    """To which unit each subject belongs, and what the units are called."""

    unit_of: Mapping[int, int]
    names: Mapping[int, str]


def _drafted(
    desk: Desk, plan: BatchPlan, part: BatchPart, *, folder: Path, choices: PaperChoices | None, on_made: Kept
) -> ResultLine:
    line = ResultLine(unit=part.unit_name, mailbox_count=len(part.subject_ids), note=" ".join(part.refusals))
    request_id = part.request_id
    try:
        if request_id is None and part.subject_ids:
            changes = draft_request(desk, _plan_of(desk, plan, part), choices=choices, batch=plan.name)
            (request_id,) = changes.ids["request"]
            on_made(changes)
    except RuleBroken as refusal:
        return replace(line, outcome="Không lập được", note=f"{refusal.sentence} {line.note}".strip())
    if request_id is None:
        return replace(line, outcome="Không lập được")
    copies = copy_files(desk, request_id=request_id, folder=folder / safe_file_name(part.unit_name))
    outcome = "Đã lập" if part.request_id is None else "Đã lập từ lần trước"
    return replace(line, outcome=outcome, files=", ".join(copy.path.name for copy in copies))


def _plan_of(desk: Desk, plan: BatchPlan, part: BatchPart) -> RequestPlan:
    if plan.kind == "create":
        chosen = {place: part.rows[subject_id].address for place, subject_id in enumerate(part.subject_ids)}
        return plan_request(desk, on=plan.on, reason=plan.reason, people_ids=part.subject_ids, chosen=chosen)
    return plan_about(
        desk, kind=plan.kind, mailbox_ids=part.subject_ids, on=plan.on, reason=plan.reason, details=plan.details
    )


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
        plan = plan_about(desk, kind=kind, mailbox_ids=subject_ids, on=on, reason=reason, details=details)
    planned: Sequence[PlanRow] = plan.rows
    return {
        subject_id: BatchRow(row.name, row.address, row.refusal, row.refusal_cite)
        for subject_id, row in zip(subject_ids, planned, strict=True)
    }


def _part(
    unit_id: int,
    unit_name: str,
    subject_ids: Iterable[int],
    rows: Mapping[int, BatchRow],
    made: Mapping[int, int],
) -> BatchPart:
    ids = tuple(subject_ids)
    earlier = {made[subject_id] for subject_id in ids if subject_id in made}
    able = tuple(subject_id for subject_id in ids if subject_id in made or not rows[subject_id].refusal)
    return BatchPart(
        unit_id=unit_id,
        unit_name=unit_name,
        subject_ids=able,
        rows={subject_id: rows[subject_id] for subject_id in ids if subject_id in rows},
        request_id=earlier.pop() if earlier else None,
    )


def _homes(desk: Desk, kind: RequestKind, subject_ids: Sequence[int]) -> _Homes:
    """Find for each subject the unit right under the own one that it belongs to, or the own one itself."""
    with desk.reading() as connection:
        asked = Transaction(connection)
        units = {unit.id: unit for unit in asked.find(Unit)}
        names = {name.unit_id: name.name for name in asked.find(UnitName, to_on=None)}
        subjects: Mapping[int, Person | Mailbox] = (
            asked.get_many(Person, subject_ids) if kind == "create" else asked.get_many(Mailbox, subject_ids)
        )
    return _Homes({one.id: _under_own(one.unit_id, units) for one in subjects.values()}, names)


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
