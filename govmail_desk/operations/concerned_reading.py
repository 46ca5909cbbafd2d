"""What the register knows of the mailboxes a request is about, read in one go whatever their number.

What is made of it is `operations.concerned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import LOCKED, Mailbox, MailboxEvent
from govmail_desk.domain.person import Person, PersonnelChange
from govmail_desk.domain.record import Record
from govmail_desk.domain.request import Request
from govmail_desk.domain.request_cells import Subject
from govmail_desk.domain.unit import Unit, UnitName, names_on
from govmail_desk.operations.proposals import agency_slug, taken_by
from govmail_desk.store.rows import records_of, table_of
from govmail_desk.store.tables import mailbox as mailbox_table
from govmail_desk.store.tables import mailbox_event, personnel_change, request, request_row
from govmail_desk.store.transaction import CHUNK, GONE, Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Column, Connection

    from govmail_desk.domain.address_proposal import Taken
    from govmail_desk.domain.request import RequestKind

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Known:
    """One mailbox with all that stands around it in the register."""

    mailbox: Mailbox
    subject: Subject
    holder: Person | None = None
    caretaker: Person | None = None
    """Who looks after a unit's mailbox."""
    lock: MailboxEvent | None = None
    """The event that brought a locked or suspended mailbox where it is."""
    change: PersonnelChange | None = None
    """The holder's latest."""
    asked: Request | None = None
    """An open request of the same kind for the same mailbox."""


class Register:
    """The register as it stands while a request about some of its mailboxes is planned."""

    def __init__(self, connection: Connection, mailbox_ids: Sequence[int], *, kind: RequestKind, on: date) -> None:
        self.connection = connection
        self._slugs: dict[int, str] = {}
        self._asked = Transaction(connection)
        self._mailboxes = self._asked.get_many(Mailbox, mailbox_ids)
        if len(self._mailboxes) < len(set(mailbox_ids)):
            raise RuleBroken(GONE)
        self._ids = list(self._mailboxes)
        self.names = names_on(self._asked.find(UnitName), on)
        self.units = {unit.id: unit for unit in self._asked.find(Unit)}
        self.own = next(unit for unit in self.units.values() if unit.is_own)
        holders = [mailbox.holder_id for mailbox in self._mailboxes.values() if mailbox.holder_id is not None]
        self._people = self._asked.get_many(Person, holders)
        self._caretakers = self._caretakers_on(on)
        self._locks = _locks(self._rows(MailboxEvent, mailbox_event.c.mailbox_id))
        self._changes = {
            change.person_id: change
            for change in self._rows(PersonnelChange, personnel_change.c.person_id, among=list(self._people))
        }
        self._requests = dict(self._open_requests(kind))

    def known(self, mailbox_id: int) -> Known:
        """Tell one mailbox."""
        mailbox = self._mailboxes[mailbox_id]
        holder = self._people.get(mailbox.holder_id or 0)
        caretaker = self._caretakers.get(mailbox.unit_id) if mailbox.kind == "unit" else None
        return Known(
            mailbox=mailbox,
            subject=self._subject(mailbox, holder, caretaker),
            holder=holder,
            caretaker=caretaker,
            lock=self._locks.get(mailbox_id),
            change=self._changes.get(mailbox.holder_id or 0),
            asked=self._requests.get(mailbox_id),
        )

    def person(self, person_id: int) -> Person:
        """Read someone who is to hold a mailbox; refused where they are gone."""
        return self._people.get(person_id) or self._asked.get(Person, person_id)

    @cached_property
    def taken(self) -> Taken:
        """What answers whether an address is free in the register."""
        return taken_by(self.connection)

    def slug(self, unit_id: int) -> str:
        """Return the local part addresses take from a unit."""
        if unit_id not in self._slugs:
            self._slugs[unit_id] = agency_slug(self.connection, unit_id)
        return self._slugs[unit_id]

    def held_by(self, person_id: int) -> str:
        """Return the address someone has already; empty where there is none."""
        query = select(mailbox_table.c.address).where(
            mailbox_table.c.holder_id == person_id, mailbox_table.c.state != "closed"
        )
        return self.connection.execute(query).scalar() or ""

    def _subject(self, mailbox: Mailbox, holder: Person | None, caretaker: Person | None) -> Subject:
        unit = self.units[mailbox.unit_id]
        name = self.names.get(unit.id, unit.slug)
        if mailbox.kind == "unit":
            return Subject(
                mailbox_kind="unit",
                name=name,
                section=self.names.get(unit.parent_id or 0, ""),
                address=mailbox.address,
                caretaker=caretaker.full_name if caretaker else "",
            )
        is_within = unit.is_own or unit.parent_id == self.own.id
        return Subject(
            mailbox_kind="personal",
            name=holder.full_name if holder else mailbox.address,
            post=holder.post if holder else "",
            section="" if unit.is_own else name,
            body=self.names.get(self.own.id, "") if is_within else name,
            address=mailbox.address,
        )

    def _caretakers_on(self, on: date) -> dict[int, Person]:
        units = {mailbox.unit_id for mailbox in self._mailboxes.values() if mailbox.kind == "unit"}
        charged = {
            custody.unit_id: custody.person_id
            for custody in (self._asked.find(Custody, role="custodian") if units else ())
            if custody.unit_id in units and custody.holds_on(on)
        }
        people = self._asked.get_many(Person, list(set(charged.values())))
        return {unit_id: people[person_id] for unit_id, person_id in charged.items()}

    def _rows(self, kind: type[R], column: Column[int], *, among: Sequence[int] | None = None) -> Iterable[R]:
        """Read what hangs on many rows, in the order it was put: the last one is the latest."""
        ids = self._ids if among is None else among
        table = table_of(kind)
        for start in range(0, len(ids), CHUNK):
            query = select(table).where(column.in_(ids[start : start + CHUNK])).order_by(table.c.id)
            yield from records_of(kind, self.connection.execute(query).mappings())

    def _open_requests(self, kind: RequestKind) -> Iterable[tuple[int, Request]]:
        """Find the mailboxes that stand, neither withdrawn nor refused, in a request of the same kind that is under way."""
        query = (
            select(request_row.c.mailbox_id, request)
            .join(request, request.c.id == request_row.c.request_id)
            .where(
                request.c.kind == kind,
                request.c.state.not_in(("applied", "cancelled")),
                request_row.c.result.not_in(("withdrawn", "refused")),
            )
        )
        rows = self.connection.execute(query).mappings().all()
        return zip((row["mailbox_id"] for row in rows), records_of(Request, rows), strict=True)


def _locks(events: Iterable[MailboxEvent]) -> dict[int, MailboxEvent]:
    """Find the event that locked each mailbox; what happened to it while it was locked begins no new lock."""
    locks: dict[int, MailboxEvent] = {}
    for event in events:
        begun = locks.get(event.mailbox_id)
        if event.state not in LOCKED:
            locks.pop(event.mailbox_id, None)
        elif begun is None or begun.state != event.state or event.cause:
            locks[event.mailbox_id] = event
    return locks
