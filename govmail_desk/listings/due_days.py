"""Open due dates by their days: how many are to be done on each, which those are, and those of some numbers; and how many would move.

For the calendar of Thiết lập. The due row in words is `listings.dues`; moving them is `operations.calendar_changes`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from govmail_desk.domain.recounting import Recount
from govmail_desk.domain.settings import Choice, RegulationText
from govmail_desk.listings.dues import DueRow, Standings, lines
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import due
from govmail_desk.store.transaction import CHUNK, Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement

    from govmail_desk.desk import Desk


def counts(desk: Desk, *, first: date, last: date) -> dict[date, int]:
    """Count what is open by the last working day to act, for the days from `first` to `last` that have any."""
    between = due.c.act_by.between(first.isoformat(), last.isoformat())
    query = select(due.c.act_by, func.count()).where(due.c.settled_on.is_(None), between).group_by(due.c.act_by)
    with desk.reading() as connection:
        return {date.fromisoformat(act_by): count for act_by, count in plain_rows(connection, query)}


def on_day(desk: Desk, day: date) -> list[DueRow]:
    """Return what is open and to be acted on by a day."""
    return _that_are(desk, [due.c.act_by == day.isoformat()])


def of_ids(desk: Desk, ids: Sequence[int]) -> list[DueRow]:
    """Return the open due rows of these numbers, in the order of the numbers; those settled meanwhile are left out."""
    parts = [due.c.id.in_(ids[start : start + CHUNK]) for start in range(0, len(ids), CHUNK)]
    found = {row.id: row for row in _that_are(desk, parts)}
    return [found[due_id] for due_id in ids if due_id in found]


def moved_count(desk: Desk) -> int:
    """Count the open due dates that fall on another day by the calendar as it is now: the program may have brought other holidays."""
    regulations, calendar = desk.regulations(), desk.calendar()
    query = select(due.c.id, due.c.rule, due.c.started_on, due.c.due_on, due.c.act_by)
    with desk.reading() as connection:
        asked = Transaction(connection)
        texts, choices = asked.find(RegulationText), asked.find(Choice)
        found = plain_rows(connection, query.where(due.c.settled_on.is_(None)))
    recount = Recount(regulations.on, calendar, texts=texts, choices=choices)
    return len(recount.moving(found))


def _that_are(desk: Desk, conditions: Sequence[ColumnElement[bool]]) -> list[DueRow]:
    standings = Standings(desk.regulations(), desk.today())
    with desk.reading() as connection:
        return [
            DueRow(told, standings.of(told[2], *told[-3:]))
            for condition in conditions
            for told in plain_rows(connection, lines().where(condition))
        ]
