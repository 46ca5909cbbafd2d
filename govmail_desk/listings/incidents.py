"""Incidents as the clerk sees them: each with who was told and who is still to be told, one with its steps, notices and papers.

Recording and telling are `operations.incidents` and `operations.incident_notices`; the yearly list is drawn by `documents.incident_list`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from govmail_desk.domain.incident import Incident, IncidentKind, IncidentNotice, IncidentPaper, IncidentState
from govmail_desk.domain.incident_contact import IncidentContact, contact_on
from govmail_desk.domain.incident_duties import PASSED, DutyStep, duty_steps, is_stated, is_told, still_to_tell
from govmail_desk.domain.settings import Operator
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import incident, mailbox
from govmail_desk.store.transaction import Transaction
from govmail_desk.wording import INCIDENT_KINDS

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk, Regulations
    from govmail_desk.domain.mailbox import MailboxKind


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """One line of the table."""

    id: int
    kind: IncidentKind
    mailbox_id: int | None
    address: str
    mailbox_kind: MailboxKind | None
    happened_on: date
    happened_at: str
    found_by: str
    state: IncidentState
    closed_on: date | None
    told: tuple[str, ...]
    """Everyone told, the first told first."""
    waiting: tuple[str, ...]
    """Everyone still to be told; empty once it is closed or cancelled."""

    @property
    def when(self) -> str:
        """The day, and the hour where it is known."""
        return f"{self.happened_on:%d/%m/%Y}" + (f" {self.happened_at}" if self.happened_at else "")


@dataclass(frozen=True, slots=True)
class StepLine:
    """Somebody to be told, and the notices that told them."""

    step: DutyStep
    notices: tuple[IncidentNotice, ...]

    @property
    def is_told(self) -> bool:
        return is_told(self.step, self.notices)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPane:
    """Everything of one incident."""

    row: IncidentRow
    incident: Incident
    """As it stands, to correct."""
    steps: tuple[StepLine, ...]
    is_stated: bool
    """False where the regulation names nobody to tell."""
    regulation: str
    notices: tuple[IncidentNotice, ...]
    """In the order they were told."""
    papers: tuple[IncidentPaper, ...]
    """The newest first."""

    @property
    def waiting(self) -> tuple[DutyStep, ...]:
        """Who is still to be told."""
        if self.incident.state != "open":
            return ()
        return still_to_tell([line.step for line in self.steps], self.notices)


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page opens with: all numbers in order, the open ones first; the first lines; counts by state; whom to call."""

    ids: list[int]
    first: tuple[IncidentRow, ...]
    counts: Mapping[str, int]
    contact: IncidentContact


def opening(
    desk: Desk,
    *,
    search: str = "",
    states: Sequence[IncidentState] = (),
    kinds: Sequence[IncidentKind] = (),
    first_count: int,
) -> Opening:
    """Read what the page opens with."""
    words, today = search_key(search).split(), desk.today()
    with desk.reading() as connection:
        regulations = desk.regulations()
        every = list(connection.execute(_told_query()))
        wanted = [
            one.id
            for one in every
            if (not states or one.state in states)
            and (not kinds or one.kind in kinds)
            and all(word in _told_words(one) for word in words)
        ]
        first = _rows(connection, regulations, wanted[:first_count])
        contact = contact_on(regulations.on(today), desk.valid(Operator, today), today)
    counts: dict[str, int] = defaultdict(int)
    for one in every:
        counts[one.state] += 1
        counts[one.kind] += 1
    return Opening(wanted, tuple(first), counts, contact)


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[IncidentRow]:
    """Return the lines of these numbers, in their order; those gone are left out."""
    with desk.reading() as connection:
        return _rows(connection, desk.regulations(), wanted_ids)


def pane(desk: Desk, incident_id: int) -> IncidentPane | None:
    """Return all of one incident, or None where it is gone."""
    with desk.reading() as connection:
        regulations, asked = desk.regulations(), Transaction(connection)
        found = connection.execute(_query([incident_id])).first()
        if found is None:
            return None
        notices = _in_order(asked.find(IncidentNotice, incident_id=incident_id))
        papers = asked.find(IncidentPaper, incident_id=incident_id)
    (held,) = records_of(Incident, [{column.name: getattr(found, column.name) for column in incident.c}])
    regulation = regulations.on(held.happened_on)
    steps = duty_steps(regulation, held.kind, found.mailbox_kind, held.happened_on)
    return IncidentPane(
        row=_row(found, steps, notices),
        incident=held,
        steps=tuple(StepLine(step, tuple(one for one in notices if one.rule in step.rules)) for step in steps),
        is_stated=is_stated(steps),
        regulation=regulation.short_name,
        notices=tuple(notices),
        papers=tuple(reversed(papers)),
    )


def untold_count(desk: Desk, regulations: Regulations) -> int:
    """Count the open incidents of which somebody is still to be told."""
    open_ids = select(incident.c.id).where(incident.c.state == "open").order_by(incident.c.id)
    with desk.reading() as connection:
        rows = _rows(connection, regulations, list(connection.execute(open_ids).scalars()))
    return sum(bool(row.waiting) for row in rows)


def of_year(desk: Desk, year: int) -> list[tuple[Incident, IncidentRow, tuple[IncidentNotice, ...]]]:
    """Return a year's incidents by their day, each with its notices; those cancelled are left out."""
    query = (
        select(incident.c.id)
        .where(incident.c.happened_on.between(f"{year}-01-01", f"{year}-12-31"), incident.c.state != "cancelled")
        .order_by(incident.c.happened_on, incident.c.happened_at, incident.c.id)
    )
    with desk.reading() as connection:
        ids = list(connection.execute(query).scalars())
        rows = _rows(connection, desk.regulations(), ids)
        held = Transaction(connection).get_many(Incident, ids)
        notices = _notices(connection, ids)
    return [(held[row.id], row, tuple(notices[row.id])) for row in rows]


def years(desk: Desk) -> list[int]:
    """Return the years in which there were incidents, the latest first."""
    query = select(incident.c.happened_on).where(incident.c.state != "cancelled")
    with desk.reading() as connection:
        days = connection.execute(query).scalars()
        return sorted({int(day[:4]) for day in days}, reverse=True)


def _told_query() -> Select[Any]:
    told = (incident.c.id, incident.c.state, incident.c.kind, incident.c.found_by, incident.c.content)
    return (
        select(*told, mailbox.c.address)
        .outerjoin(mailbox, mailbox.c.id == incident.c.mailbox_id)
        .order_by(
            incident.c.state != "open",
            incident.c.happened_on.desc(),
            incident.c.happened_at.desc(),
            incident.c.id.desc(),
        )
    )


def _told_words(one: Any) -> str:
    return search_key(f"{INCIDENT_KINDS[one.kind]} {one.address or ''} {one.found_by} {one.content}")


def _rows(connection: Connection, regulations: Regulations, wanted_ids: Sequence[int]) -> list[IncidentRow]:
    notices = _notices(connection, wanted_ids)
    found = {row.id: row for row in connection.execute(_query(wanted_ids))}
    return [_row(found[one], _steps(regulations, found[one]), notices[one]) for one in wanted_ids if one in found]


def _notices(connection: Connection, wanted_ids: Sequence[int]) -> Mapping[int, list[IncidentNotice]]:
    found: dict[int, list[IncidentNotice]] = defaultdict(list)
    for one in _in_order(Transaction(connection).find_among(IncidentNotice, "incident_id", wanted_ids)):
        found[one.incident_id].append(one)
    return found


def _in_order(notices: Iterable[IncidentNotice]) -> list[IncidentNotice]:
    return sorted(notices, key=lambda one: (one.on_date, one.at_time, one.id))


def _query(wanted_ids: Sequence[int]) -> Select[Any]:
    return (
        select(incident, mailbox.c.address, mailbox.c.kind.label("mailbox_kind"))
        .outerjoin(mailbox, mailbox.c.id == incident.c.mailbox_id)
        .where(incident.c.id.in_(wanted_ids))
    )


def _steps(regulations: Regulations, found: Any) -> tuple[DutyStep, ...]:
    on = date.fromisoformat(found.happened_on)
    return duty_steps(regulations.on(on), found.kind, found.mailbox_kind, on)


def _row(found: Any, steps: Sequence[DutyStep], notices: Sequence[IncidentNotice]) -> IncidentRow:
    waiting = still_to_tell(steps, notices) if found.state == "open" else ()
    return IncidentRow(
        id=found.id,
        kind=found.kind,
        mailbox_id=found.mailbox_id,
        address=found.address or "",
        mailbox_kind=found.mailbox_kind,
        happened_on=date.fromisoformat(found.happened_on),
        happened_at=found.happened_at,
        found_by=found.found_by,
        state=found.state,
        closed_on=date.fromisoformat(found.closed_on) if found.closed_on else None,
        told=tuple(dict.fromkeys(one.told for one in notices if one.way != PASSED)),
        waiting=tuple(step.to for step in waiting),
    )
