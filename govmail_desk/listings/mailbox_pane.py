"""Everything about one mailbox, for the pane beside the table: its line, its life, its papers, who answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, select

from govmail_desk.listings.mailboxes import MailboxRow, lines, row_of
from govmail_desk.listings.units import CustodyRow, charges_of
from govmail_desk.store.tables import custody, file, incident, mailbox, mailbox_event, person, request, request_row

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class EventRow:
    """One dated event of a mailbox's life."""

    on: str
    state: str
    by: str
    note: str
    request_id: int | None


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A made file that names a mailbox."""

    file_id: int
    request_id: int
    name: str
    role: str
    edition: int
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class MailboxIncidents:
    """The incidents of a mailbox in one line: how many, how many still open, the latest."""

    count: int
    open_count: int
    latest_id: int


@dataclass(frozen=True, slots=True)
class MailboxPane:
    """Everything the pane at the right shows of one mailbox."""

    row: MailboxRow
    holder_id: int | None
    unit_id: int
    custodians: tuple[str, ...]
    events: tuple[EventRow, ...]
    papers: tuple[PaperRow, ...]
    is_admin: bool = False
    charges: tuple[CustodyRow, ...] = ()
    """Heads and custodians of the unit whose own mailbox this is, with their dates."""
    incidents: MailboxIncidents | None = None
    """None where there were none, or only entries that were cancelled."""


def pane(desk: Desk, mailbox_id: int) -> MailboxPane | None:
    """Return all of one mailbox, or None where it is gone."""
    with desk.reading() as connection:
        found = connection.execute(lines().add_columns(*_of_incidents()).where(mailbox.c.id == mailbox_id)).first()
        if found is None:
            return None
        events = connection.execute(
            select(mailbox_event)
            .where(mailbox_event.c.mailbox_id == mailbox_id)
            .order_by(mailbox_event.c.on_date.desc(), mailbox_event.c.id.desc())
        )
        return MailboxPane(
            row=row_of(found),
            holder_id=found.holder_id,
            unit_id=found.unit_id,
            custodians=tuple(connection.execute(_custodians(found.unit_id)).scalars()) if found.kind == "unit" else (),
            events=tuple(EventRow(row.on_date, row.state, row.by, row.note, row.request_id) for row in events),
            papers=tuple(PaperRow(*row) for row in connection.execute(_papers(mailbox_id))),
            is_admin=found.is_admin,
            charges=charges_of(connection, found.unit_id) if found.kind == "unit" else (),
            incidents=_incidents(found),
        )


def _of_incidents() -> tuple[ColumnElement[Any], ...]:
    """Ask for them as columns beside the line, so that the pane costs no statement more."""
    standing = select(func.count()).where(incident.c.mailbox_id == mailbox.c.id, incident.c.state != "cancelled")
    latest = (
        select(incident.c.id)
        .where(incident.c.mailbox_id == mailbox.c.id, incident.c.state != "cancelled")
        .order_by(incident.c.state != "open", incident.c.happened_on.desc(), incident.c.id.desc())
        .limit(1)
    )
    asked = {"count": standing, "open_count": standing.where(incident.c.state == "open"), "latest": latest}
    return tuple(one.correlate(mailbox).scalar_subquery().label(f"incident_{name}") for name, one in asked.items())


def _incidents(found: Any) -> MailboxIncidents | None:
    if not found.incident_count:
        return None
    return MailboxIncidents(found.incident_count, found.incident_open_count, found.incident_latest)


def _custodians(unit_id: int) -> Select[Any]:
    return (
        select(person.c.full_name)
        .join(custody, custody.c.person_id == person.c.id)
        .where(custody.c.unit_id == unit_id, custody.c.to_on.is_(None))
        .order_by(custody.c.role.desc(), custody.c.id)
    )


def _papers(mailbox_id: int) -> Select[Any]:
    return (
        select(file.c.id, file.c.request_id, file.c.name, file.c.role, file.c.edition, file.c.made_at)
        .join(request, request.c.id == file.c.request_id)
        .join(request_row, request_row.c.request_id == request.c.id)
        .where(request_row.c.mailbox_id == mailbox_id)
        .order_by(file.c.id.desc())
    )
