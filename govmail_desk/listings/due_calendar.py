"""What falls due as the events of a calendar: one for each line of Hôm nay, however many mailboxes share it.

The rows are `listings.dues`, the file `documents.calendar_file`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, select

from govmail_desk.documents.calendar_file import CalendarEntry, Export, uid_of
from govmail_desk.listings import dues
from govmail_desk.listings.due_words import by_when, ground
from govmail_desk.listings.lead_times import leads_on
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import due, journal_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from govmail_desk.desk import Desk
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.listings.dues import DueRow

_SHORT: Final = 12
"""So much of a register's first hash tells it from any other."""
_NAMED: Final = 30
"""More mailboxes of one line than these are counted, not named."""


def calendar_export(desk: Desk, rows: Sequence[DueRow], *, on: date) -> Export:
    """Give due rows as the events of a day's export, and the names of all that is open, wanted now or not."""
    naming = _Naming(desk)
    rulebook = desk.rulebook()
    calendar, leads = rulebook.calendar, leads_on(rulebook.leads, on)
    return Export(
        entries=tuple(_entry(line, naming, calendar, leads) for line in _lines(rows)),
        open_uids=frozenset(naming.uids()),
        mark=naming.mark,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """The due rows of one event."""

    rows: list[DueRow]

    @property
    def first(self) -> DueRow:
        return self.rows[0]

    @property
    def title(self) -> str:
        about = self.first.subject if len(self.rows) == 1 else f"{len(self.rows)} hộp thư"
        return f"{self.first.title}: {about}"

    def details(self, calendar: Calendar) -> Iterator[str]:
        yield by_when(self.first)
        yield ground(self.first)
        counting = self.first.counting(calendar)
        yield from counting.steps if counting else ()
        if len(self.rows) > 1:
            yield from sorted(row.subject for row in self.rows)[:_NAMED]
        if len(self.rows) > _NAMED:
            yield f"và {len(self.rows) - _NAMED} hộp thư khác"


class _Naming:
    """The names of all that is open in a register, and how often the rows behind each name were written.

    A line of mailboxes is named by its rule and the day it began: who is done leaves it, a corrected calendar moves its day, and it
    stays the same event. Its SEQUENCE counts every act on its rows, done ones too, and taking back is such an act.
    """

    def __init__(self, desk: Desk) -> None:
        self.mark = dues.register_mark(desk)[:_SHORT]
        with desk.reading() as connection:
            self._open = list(plain_rows(connection, _open_rows()))
            self._written = {tuple(key): count for *key, count in plain_rows(connection, _written_counts())}
        self._days: dict[tuple[str, str], list[str]] = defaultdict(list)
        for rule, started_on, due_on, alone in sorted(self._open):
            if not alone and due_on not in self._days[rule, started_on]:
                self._days[rule, started_on].append(due_on)

    def uids(self) -> Iterator[str]:
        """Name everything that is open."""
        for rule, started_on, due_on, alone in self._open:
            yield self._uid(rule, started_on, due_on, alone)

    def of(self, row: DueRow) -> tuple[str, int]:
        """Name the line a row stands in, with its SEQUENCE."""
        alone = _alone(row)
        rule, started_on = row.rule, row.started_on.isoformat()
        count = self._written.get((rule, started_on, alone), 1)
        return self._uid(rule, started_on, row.due_on.isoformat(), alone), count - 1

    def _uid(self, rule: str, started_on: str, due_on: str, alone: int) -> str:
        if alone:
            return uid_of(f"due-{alone}", self.mark)
        others = self._days[rule, started_on]
        apart = f"-{due_on}" if others.index(due_on) else ""
        return uid_of(f"line-{rule}-{started_on}{apart}", self.mark)


def _entry(line: _Line, naming: _Naming, calendar: Calendar, leads: Mapping[str, int]) -> CalendarEntry:
    uid, sequence = naming.of(line.first)
    return CalendarEntry(
        uid=uid,
        sequence=sequence,
        on=line.first.act_by,
        title=line.title,
        details="\n".join(line.details(calendar)),
        lead_days=leads.get(line.first.rule, 0),
    )


def _lines(rows: Iterable[DueRow]) -> list[_Line]:
    """Put the rows of one line together, in the order they come."""
    together: dict[tuple[Any, ...], list[DueRow]] = defaultdict(list)
    for row in rows:
        together[row.rule, row.started_on, row.due_on, row.act_by, _alone(row)].append(row)
    return [_Line(found) for found in together.values()]


def _alone(row: DueRow) -> int:
    """Give the number of a row that is a line by itself; 0 for those of mailboxes."""
    return 0 if row.subject_kind == "mailbox" else row.id


def _open_rows() -> Select[Any]:
    days = (due.c.rule, due.c.started_on, due.c.due_on)
    return select(*days, _alone_column()).where(due.c.settled_on.is_(None)).distinct()


def _written_counts() -> Select[Any]:
    """Ask how often the rows of each line were written, those done by now too."""
    written = and_(journal_change.c.row_id == due.c.id, journal_change.c.table_name == due.name)
    line = (due.c.rule, due.c.started_on, _alone_column())
    return select(*line, func.count()).join(journal_change, written).group_by(*line)


def _alone_column() -> ColumnElement[int]:
    return case((due.c.subject_kind == "mailbox", 0), else_=due.c.id)
