"""What falls due as Hôm nay shows it: one line for all the mailboxes that share a rule and its days, whose they are, what was put off.

The single due row is `listings.dues`; putting a line off is `operations.snoozes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true

from govmail_desk.listings.dues import DueRow, Standings, in_state, lines
from govmail_desk.listings.lead_times import is_within
from govmail_desk.listings.notices import last_told_of_each
from govmail_desk.store.bulk import numbers, plain_rows
from govmail_desk.store.tables import custody, due, handover, mailbox, person, request_row, snooze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, ScalarSelect, Select, Subquery

    from govmail_desk.desk import Desk, Regulations
    from govmail_desk.domain.reminder import DueAct
    from govmail_desk.listings.today_row import TodayRow


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose work is looked at: a unit's, a person's (what they hold, look after or are the subject of), or everyone's."""

    unit_id: int | None = None
    person_id: int | None = None


EVERYONE: Final = Scope()


class DueGroup(NamedTuple):
    """One line: its first due row, how many it stands for, the last of them, the day it was put off to, of how many who was told when."""

    first: DueRow
    size: int
    last_id: int
    until_on: date | None
    told_count: int
    told_on: date | None


class Shown:
    """Which open due rows stand on the page of a day: ahead by each rule's lead time, put off or not, within a scope."""

    def __init__(self, day: date, leads: Mapping[str, int], scope: Scope = EVERYONE) -> None:
        near = and_(due.c.settled_on.is_(None), is_within(day, leads), _is_theirs(scope, day))
        self.in_sight: ColumnElement[bool] = and_(near, ~_is_put_off(day))
        """Holds for those shown: late enough, not put off, of the scope."""
        self.put_off: ColumnElement[bool] = and_(near, _is_put_off(day))
        """Holds for those put off to a day still to come."""


def groups(
    connection: Connection, regulations: Regulations, day: date, condition: ColumnElement[bool], *, most_count: int
) -> list[DueGroup]:
    """Read the lines that stand for the due rows under a condition, by the day to act, in one statement."""
    alone, until = case((due.c.subject_kind == "mailbox", 0), else_=due.c.id), put_off_until(day)
    told, woken = last_told_of_each(), _last_put_off()
    first = (
        select(
            func.min(due.c.id).label("id"),
            func.count().label("size"),
            func.max(func.coalesce(woken.c.snooze_id, due.c.id)).label("last_id"),
            func.max(until).label("until"),
            func.count(told.c.told_on).label("told_count"),
            func.max(told.c.told_on).label("told_on"),
        )
        .outerjoin(told, told.c.due_id == due.c.id)
        .outerjoin(woken, woken.c.due_id == due.c.id)
        .where(condition)
        .group_by(due.c.rule, due.c.started_on, due.c.due_on, due.c.act_by, alone, _is_put_off(day))
        .order_by(due.c.act_by, func.min(due.c.id))
        .limit(most_count)
        .cte("first_of_line")  # read once, and the due rows by their numbers from it
    )
    of_line = (first.c[name] for name in ("size", "last_id", "until", "told_count", "told_on"))
    query = lines().where(due.c.id.in_(select(first.c.id))).join(first, first.c.id == due.c.id).add_columns(*of_line)
    standings = Standings(regulations, day)
    return [_group(found, standings) for found in plain_rows(connection, query)]


def _last_put_off() -> Subquery:
    """Give each due row that was ever put off its last putting off, a later number than its own: it makes the line news again."""
    return select(snooze.c.due_id, func.max(snooze.c.id).label("snooze_id")).group_by(snooze.c.due_id).subquery()


def _is_put_off(day: date) -> ColumnElement[bool]:
    """Hold for a due row that is put off to a day still to come: asked of all at once, for counting many."""
    return due.c.id.in_(select(snooze.c.due_id).where(snooze.c.until_on > day.isoformat()))


def put_off_until(day: date) -> ScalarSelect[str]:
    """Give the day that a due row is put off to; null where it is not, or where that day has come."""
    until = select(func.max(snooze.c.until_on)).where(snooze.c.due_id == due.c.id, snooze.c.until_on > day.isoformat())
    return until.correlate(due).scalar_subquery()


def counts(day: date, shown: Shown) -> dict[str, ColumnElement[int]]:
    """Ask how many due rows stand in each section, as parts of a larger statement."""
    return {
        "overdue": _count(in_state("overdue", day), shown.in_sight),
        "today": _count(in_state("today", day), shown.in_sight),
        "upcoming": _count(in_state("upcoming", day), shown.in_sight),
        "snoozed": _count(shown.put_off),
    }


def due_ids_of(desk: Desk, row: TodayRow, scope: Scope = EVERYONE) -> list[int]:
    """Return the numbers of the due rows that a line stands for."""
    with desk.reading() as connection:
        return numbers(
            connection,
            select(due.c.id).where(*_alike(row, desk.today()), _is_theirs(scope, desk.today())).order_by(due.c.id),
        )


def begun_by(desk: Desk, row: TodayRow) -> list[DueAct]:
    """Return the acts that began the due rows of a line: one as a rule, several where mailboxes came to the same day by different acts."""
    with desk.reading() as connection:
        found = select(due.c.begun_by).where(*_alike(row, desk.today())).distinct().order_by(due.c.begun_by)
        return [act for (act,) in plain_rows(connection, found) if act]


def members(desk: Desk, row: TodayRow, scope: Scope = EVERYONE) -> list[DueRow]:
    """Return the due rows that a line stands for, by the name of what they are about."""
    regulations, day = desk.regulations(), desk.today()
    query = lines().where(*_alike(row, day), _is_theirs(scope, day))
    with desk.reading() as connection:
        standings = Standings(regulations, day)
        found = [DueRow(told, standings.of(told[2], *told[-3:])) for told in plain_rows(connection, query)]
    return sorted(found, key=lambda one: one.subject)


def _group(told: tuple[Any, ...], standings: Standings) -> DueGroup:
    *words, size, last_id, until, told_count, told_on = told
    row = DueRow(tuple(words), standings.of(words[2], *words[-3:]))
    until_on, last_told_on = (date.fromisoformat(day) if day else None for day in (until, told_on))
    return DueGroup(row, size, last_id, until_on, told_count, last_told_on)


def _alike(row: TodayRow, day: date) -> tuple[ColumnElement[bool], ...]:
    """Hold for the open due rows that a line stands for: of its rule and days, put off or not as it is."""
    if row.count == 1:
        return (due.c.id == row.due_id, due.c.settled_on.is_(None))
    days = {"started_on": row.started_on, "due_on": row.due_on, "act_by": row.act_by}
    on_days = (due.c[name] == stated.isoformat() for name, stated in days.items() if stated is not None)
    is_alike = _is_put_off(day) if row.until_on else ~_is_put_off(day)
    return (due.c.rule == row.rule, due.c.subject_kind == "mailbox", due.c.settled_on.is_(None), is_alike, *on_days)


def _count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count()).select_from(due).where(*conditions).scalar_subquery()


def _is_theirs(scope: Scope, day: date) -> ColumnElement[bool]:
    if scope.unit_id is not None:
        return _is_of_unit(scope.unit_id)
    return true() if scope.person_id is None else _is_of_person(scope.person_id, day)


def over_mailbox(day: date) -> ColumnElement[bool]:
    """Hold for a charge that someone has on a day over a unit's mailbox: that one, or all of the unit's own."""
    is_over = or_(custody.c.mailbox_id.is_(None), custody.c.mailbox_id == mailbox.c.id)
    return and_(custody.c.unit_id == mailbox.c.unit_id, mailbox.c.kind == "unit", is_over, _holds_on(day))


def over_unit(day: date) -> ColumnElement[bool]:
    """Hold for a charge that someone has on a day over a whole unit."""
    return and_(custody.c.mailbox_id.is_(None), _holds_on(day))


def _is_of_unit(unit_id: int) -> ColumnElement[bool]:
    """Hold for what is about a unit, its mailboxes and their handovers, its people, or a request that asks for one of its mailboxes."""
    boxes = select(mailbox.c.id).where(mailbox.c.unit_id == unit_id)
    return or_(
        and_(due.c.subject_kind == "unit", due.c.subject_id == unit_id),
        _is_about("mailbox", boxes),
        _is_about("person", select(person.c.id).where(person.c.unit_id == unit_id)),
        _is_about("request", select(request_row.c.request_id).where(request_row.c.mailbox_id.in_(boxes))),
        _is_about("handover", select(handover.c.id).where(handover.c.unit_id == unit_id)),
    )


def _is_of_person(person_id: int, day: date) -> ColumnElement[bool]:
    """Hold for what is about a person, a mailbox issued to them or in their charge, its unit, and a handover they are a side of."""
    is_theirs = custody.c.person_id == person_id
    sides = or_(handover.c.giver_id == person_id, handover.c.receiver_id == person_id)
    return or_(
        and_(due.c.subject_kind == "person", due.c.subject_id == person_id),
        _is_about("mailbox", select(mailbox.c.id).where(mailbox.c.holder_id == person_id)),
        _is_about("mailbox", select(mailbox.c.id).join(custody, over_mailbox(day)).where(is_theirs)),
        _is_about("unit", select(custody.c.unit_id).where(is_theirs, over_unit(day))),
        _is_about("handover", select(handover.c.id).where(sides)),
    )


def _holds_on(day: date) -> ColumnElement[bool]:
    iso = day.isoformat()
    begun = or_(custody.c.from_on.is_(None), custody.c.from_on <= iso)
    return and_(begun, or_(custody.c.to_on.is_(None), custody.c.to_on >= iso))


def _is_about(kind: str, subjects: Select[Any]) -> ColumnElement[bool]:
    return and_(due.c.subject_kind == kind, due.c.subject_id.in_(subjects))
