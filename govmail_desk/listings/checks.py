"""The log of checks as a month's grid, and what is missing in it: computed when asked for, from the log, the regulation and the calendar.

Entering a look is `operations.checks`; what a half day asks is `domain.check_duty`; the sheet of a month `documents.check_sheet`.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import and_, func, or_, select

from govmail_desk.domain.check import SLOTS, Slot
from govmail_desk.domain.check_duty import Duty, duties, was_in_use
from govmail_desk.domain.check_times import HalfDay
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.office_hours import hours_on
from govmail_desk.domain.regulation import CHECK_PERSONAL, CHECK_UNIT
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.domain.vietnamese import sort_key
from govmail_desk.listings.units import present_names
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import check, journal, journal_change, mailbox, mailbox_event, person, unit
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from govmail_desk.desk import Desk, Rulebook
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import CheckTimes, Key, Provision

_RULES: Final[Mapping[MailboxKind, Key[CheckTimes]]] = {"unit": CHECK_UNIT, "personal": CHECK_PERSONAL}


class Look(NamedTuple):
    """One look into a mailbox, as it was logged."""

    id: int
    by: str
    mail_count: int | None
    is_reported: bool
    is_late: bool
    entered_at: str
    note: str


class CheckedMailbox(NamedTuple):
    """A mailbox of the grid: what names it, its states with their days, and the day the register came to know it."""

    id: int
    address: str
    unit_id: int
    unit_name: str
    holder: str
    known_on: date
    events: tuple[tuple[str, str], ...]


class CheckedDay(NamedTuple):
    """A day of the grid: why it is off (empty for a working day), the rule and the office hours that hold on it."""

    on: date
    off_why: str
    rule: Provision[CheckTimes] | None
    hours: OfficeHours | None

    @property
    def halves(self) -> tuple[HalfDay, ...]:
        """Its halves under these hours."""
        return tuple(HalfDay(self.on, slot, self.hours) for slot in SLOTS)


class Cell(NamedTuple):
    """One half of one day of one mailbox: how it stands against the rule, and the looks logged in it."""

    duty: Duty
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckLog:
    """Days and mailboxes with the looks between them, as they stand at one moment; each cell is worked out when asked for."""

    kind: MailboxKind
    now: datetime
    days: tuple[CheckedDay, ...]
    mailboxes: tuple[CheckedMailbox, ...]
    looks: Mapping[tuple[int, str, str], tuple[Look, ...]]

    def cells(self, of: CheckedMailbox, day: CheckedDay) -> dict[Slot, Cell]:
        """Return both halves of a day."""
        found = {slot: self.looks.get((of.id, day.on.isoformat(), slot), ()) for slot in SLOTS}
        if day.off_why or not self._is_asked(of, day):
            idle: Duty = "off" if day.off_why else "out"
            return {slot: Cell("done" if looks else idle, looks) for slot, looks in found.items()}
        counts = {slot: len(looks) for slot, looks in found.items()}
        times = day.rule.value if day.rule else None
        stand = duties(times, counts, halves=day.halves, now=self.now)
        return {slot: Cell(stand[slot], looks) for slot, looks in found.items()}

    def missing_count(self, of: CheckedMailbox) -> int:
        """Count what is missing of a mailbox: half days where the rule names them, else days."""
        return sum(len(_asked_slots(day, self.cells(of, day), "missing")) for day in self.days)

    def all_looks(self, of: CheckedMailbox) -> list[Look]:
        """Return all the looks into a mailbox, in the order of the days."""
        return [look for day in self.days for cell in self.cells(of, day).values() for look in cell.looks]

    def _is_asked(self, of: CheckedMailbox, day: CheckedDay) -> bool:
        """Nothing is asked of days before the register knew the mailbox: what was done then nobody logged here."""
        return day.on > of.known_on and was_in_use(of.events, day.on)


class WantedCheck(NamedTuple):
    """A look not logged yet: it may still be done in time (`open`), or its half day has passed without it (`missing`)."""

    mailbox_id: int
    address: str
    unit_id: int
    unit_name: str
    on: date
    slot: Slot | None
    """None where the rule leaves open in which half of the day."""
    duty: Duty
    until: time
    """When the half day, or the day, ends at the unit."""
    rule: Provision[CheckTimes]


def month(desk: Desk, *, month: date, unit_id: int | None = None, kind: MailboxKind = "unit") -> CheckLog:
    """Return the grid of the month a day lies in, for every mailbox of a kind in use in it, or only those of one unit."""
    first = month.replace(day=1)
    return span(desk, first=first, last=_month_end(first), unit_id=unit_id, kind=kind)


def span(
    desk: Desk,
    *,
    first: date,
    last: date,
    unit_id: int | None = None,
    kind: MailboxKind = "unit",
    rulebook: Rulebook | None = None,
) -> CheckLog:
    """Return the same for any days one after the other; four statements, however many mailboxes, one less with the rules read already."""
    rules = rulebook or desk.rulebook()
    regulations, calendar = rules.regulations, rules.calendar
    with desk.reading() as connection:
        mailboxes = _mailboxes(desk, connection, kind, unit_id, first)
        looks = _looks(connection, kind, first, last)
    days = tuple(
        CheckedDay(
            on=day,
            off_why="" if calendar.is_working(day) else calendar.skipped(day).why,
            rule=regulations.on(day).find(_RULES[kind], day),
            hours=hours_on(rules.hours, day),
        )
        for day in _days(first, last)
    )
    return CheckLog(kind=kind, now=desk.clock(), days=days, mailboxes=mailboxes, looks=looks)


def half_day(desk: Desk, on: date, slot: Slot) -> HalfDay:
    """Return one half of a day under the unit's office hours."""
    with desk.reading() as connection:
        return HalfDay(on, slot, hours_on(Transaction(connection).find(OfficeHours), on))


def wanted(desk: Desk, *, on: date | None = None, rulebook: Rulebook | None = None) -> list[WantedCheck]:
    """Return the looks into unit mailboxes that a day (default today) asks for and nobody logged yet, open and missing alike."""
    day = on or desk.today()
    log = span(desk, first=day, last=day, rulebook=rulebook)
    return [found for of in log.mailboxes for found in _wanted(log, of, log.days[0])]


def missing(desk: Desk, *, on: date | None = None, rulebook: Rulebook | None = None) -> list[WantedCheck]:
    """Return the looks into unit mailboxes missing on a day (default today): their time has come and nobody logged them."""
    return [found for found in wanted(desk, on=on, rulebook=rulebook) if found.duty == "missing"]


def _wanted(log: CheckLog, of: CheckedMailbox, day: CheckedDay) -> Iterator[WantedCheck]:
    cells = log.cells(of, day)
    for duty in ("missing", "open"):
        for slot in _asked_slots(day, cells, duty):
            ends = HalfDay(day.on, slot or SLOTS[-1], day.hours).ends_at.time()
            if day.rule is not None:
                named = (of.id, of.address, of.unit_id, of.unit_name)
                yield WantedCheck(*named, day.on, slot, duty, ends, day.rule)


def _asked_slots(day: CheckedDay, cells: Mapping[Slot, Cell], duty: Duty) -> list[Slot | None]:
    """Name the halves that stand so; where the rule does not tell them apart the day counts once, as None."""
    found: list[Slot | None] = [slot for slot, cell in cells.items() if cell.duty == duty]
    names_halves = day.rule is not None and day.rule.value.slots is not None
    return found if names_halves or not found else [None]


def _mailboxes(
    desk: Desk, connection: Connection, kind: MailboxKind, unit_id: int | None, first: date
) -> tuple[CheckedMailbox, ...]:
    wanted = [mailbox.c.kind == kind, mailbox.c.state.not_in(NEVER_ISSUED)]
    wanted.append(or_(mailbox.c.state != "closed", mailbox.c.since >= first.isoformat()))
    if unit_id is not None:
        wanted.append(mailbox.c.unit_id == unit_id)
    events = defaultdict(list)
    for mailbox_id, state, on_date in plain_rows(connection, _events(wanted)):
        events[mailbox_id].append((state, on_date))
    zone = desk.clock().tzinfo
    told = sorted(
        plain_rows(connection, _named(wanted)),
        key=lambda row: (not row[4], sort_key(row[3] or ""), row[5] or "", row[1]),
    )
    return tuple(
        CheckedMailbox(
            id=row[0],
            address=row[1],
            unit_id=row[2],
            unit_name=row[3] or "",
            holder=row[5] or "",
            known_on=_day_of(row[6], zone),
            events=tuple(events[row[0]]),
        )
        for row in told
    )


def _named(wanted: Sequence[ColumnElement[bool]]) -> Select[Any]:
    names = present_names()
    known_at = (
        select(func.min(journal.c.at))
        .join(journal_change, journal_change.c.seq == journal.c.seq)
        .where(journal_change.c.row_id == mailbox.c.id, journal_change.c.table_name == "mailbox")
        .correlate(mailbox)
        .scalar_subquery()
    )
    return (
        select(
            mailbox.c.id,
            mailbox.c.address,
            mailbox.c.unit_id,
            names.c.name,
            unit.c.is_own,
            person.c.full_name,
            known_at,
        )
        .join(unit, unit.c.id == mailbox.c.unit_id)
        .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .where(*wanted)
    )


def _events(wanted: Sequence[ColumnElement[bool]]) -> Select[Any]:
    return (
        select(mailbox_event.c.mailbox_id, mailbox_event.c.state, mailbox_event.c.on_date)
        .join(mailbox, mailbox.c.id == mailbox_event.c.mailbox_id)
        .where(*wanted)
        .order_by(mailbox_event.c.on_date, mailbox_event.c.id)
    )


def _looks(
    connection: Connection, kind: MailboxKind, first: date, last: date
) -> dict[tuple[int, str, str], tuple[Look, ...]]:
    looks = defaultdict(list)
    named = (check.c.mailbox_id, check.c.on_date, check.c.slot)
    told = (check.c.id, check.c.by, check.c.mail_count, check.c.is_reported, check.c.is_late, check.c.entered_at)
    query = (
        select(*named, *told, check.c.note)
        .join(mailbox, and_(mailbox.c.id == check.c.mailbox_id, mailbox.c.kind == kind))
        .where(check.c.on_date.between(first.isoformat(), last.isoformat()))
        .order_by(check.c.entered_at, check.c.id)
    )
    for mailbox_id, on_date, slot, *rest in plain_rows(connection, query):
        looks[mailbox_id, on_date, slot].append(_look(*rest))
    return {key: tuple(found) for key, found in looks.items()}


def _look(
    check_id: int, by: str, mail_count: int | None, is_reported: int, is_late: int, entered_at: str, note: str
) -> Look:
    return Look(check_id, by, mail_count, bool(is_reported), bool(is_late), entered_at, note)


def _day_of(at: str | None, zone: tzinfo | None) -> date:
    """The day of a stamp where the desk stands; a mailbox the journal does not know was always there."""
    return datetime.fromisoformat(at).astimezone(zone).date() if at else date.min


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))


def _month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
