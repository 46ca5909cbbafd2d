"""Changing the unit's calendar: days corrected, or a whole holiday file taken in, with every open due date counted again by it.

Planned and seen first: no due date moves unseen. Here too: counting again after the program brought other holiday files, which is a
plan without days of its own. Which due dates move is `domain.recounting`; reading a file is `regulations.holidays`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from govmail_desk.desk import Regulations, shipped_calendar
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_calendar import is_weekly_rest
from govmail_desk.domain.recounting import Recount
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request import Request
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.settings import CalendarDay, Choice, RegulationText
from govmail_desk.domain.vietnamese import clean
from govmail_desk.regulations.holidays import read_update
from govmail_desk.store import journals, tables
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.office_calendar import Calendar, HolidayYear, NamedDay
    from govmail_desk.domain.provision import AnyProvision
    from govmail_desk.domain.working_days import Counting

_MOVED: Final = "Sổ vừa có thay đổi sau khi xem trước lịch mới. Hãy xem lại rồi lưu; chưa có gì được ghi."


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """What the unit says of one day: off, or worked; None gives it back to the calendar that comes with the program."""

    on: date
    is_off: bool | None
    why: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueMove:
    """An open due date that falls on another day by the new calendar, or has another last working day to act."""

    before: Due
    after: Due
    rule: AnyProvision
    counting: Counting


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPlan:
    """What a change of the calendar would write: the days said otherwise, and every open due date that moves by them."""

    changes: tuple[DayChange, ...]
    """Only those that say something else than the register does now."""
    file_name: str = ""
    before: Calendar
    after: Calendar
    moves: tuple[DueMove, ...]
    journal_hash: str

    @property
    def is_empty(self) -> bool:
        """True where the calendar says so already and every due date stands as it counts."""
        return not self.changes and not self.moves


def plan_calendar(desk: Desk, *, changes: Sequence[DayChange] = ()) -> CalendarPlan:
    """Plan to say something else of some days, the last word on a day winning; without any, only to count again."""
    return _planned(desk, changes)


def plan_update(desk: Desk, *, file: Path) -> CalendarPlan:
    """Plan to take in a year's holiday file. What the program's own calendar says officially stays its own.

    A file with the yearly notice gives back, too, the days that were only reckoned until then and are not in it.
    Raises `RuleBroken` naming place, line and reason where the file is not whole; `StoreUnavailable` where it cannot be read.
    """
    year = read_update(file)
    return replace(_planned(desk, list(_said_by(year, shipped_calendar()))), file_name=file.name)


def change_calendar(desk: Desk, plan: CalendarPlan) -> Changes:
    """Write the days and the due dates of a plan as one act.

    Raises `RuleBroken` for a day without its reason, and where the register has moved since the plan was made.
    """
    changes = [_tidied(change) for change in plan.changes]
    with desk.transaction("change_calendar", _sentence(plan)) as act:
        writing = act.transaction
        if journals.head(writing.connection)[1] != plan.journal_hash:
            raise RuleBroken(_MOVED)
        _write_days(writing, changes)
        writing.put_all([move.after for move in plan.moves])
        writing.put_all(list(_requests_moved(writing, plan.moves)))
    return act.changes


def _planned(desk: Desk, changes: Iterable[DayChange]) -> CalendarPlan:
    with desk.reading() as connection:
        asked = Transaction(connection)
        known = {day.on_date: day for day in asked.find(CalendarDay)}
        wanted = {change.on: change for change in changes}
        differing = tuple(wanted[on] for on in sorted(wanted) if not _says_so(known.get(on), wanted[on]))
        after = shipped_calendar().corrected(_days_after(known, differing))
        texts, choices = asked.find(RegulationText), asked.find(Choice)
        recount = Recount(Regulations(texts, choices).on, after, texts=texts, choices=choices)
        return CalendarPlan(
            changes=differing,
            before=shipped_calendar().corrected(known.values()),
            after=after,
            moves=tuple(_moves(connection, recount)),
            journal_hash=journals.head(connection)[1],
        )


def _tidied(change: DayChange) -> DayChange:
    why = without_password(change.why)
    if change.is_off is not None and not why:
        raise RuleBroken(f"Hãy ghi lý do của ngày {change.on:%d/%m/%Y}, ví dụ số và ngày của thông báo.")
    return replace(change, why=why, document=without_password(change.document))


def _says_so(known: CalendarDay | None, change: DayChange) -> bool:
    if known is None or change.is_off is None:
        return known is None and change.is_off is None
    return (known.is_off, known.why, known.document) == (change.is_off, change.why, change.document)


def _days_after(known: Mapping[date, CalendarDay], changes: Iterable[DayChange]) -> list[CalendarDay]:
    days = dict(known)
    for change in changes:
        days.pop(change.on, None)
        if change.is_off is not None:
            days[change.on] = _row(change, known.get(change.on))
    return list(days.values())


def _row(change: DayChange, known: CalendarDay | None) -> CalendarDay:
    assert change.is_off is not None
    day = CalendarDay(on_date=change.on, is_off=change.is_off, why=change.why, document=change.document)
    return replace(day, id=known.id, version=known.version) if known else day


def _moves(connection: Connection, recount: Recount) -> Iterator[DueMove]:
    """Find the open due rows that move; only those are read whole."""
    due = tables.due
    query = select(due.c.id, due.c.rule, due.c.started_on, due.c.due_on, due.c.act_by)
    open_ones = query.where(due.c.settled_on.is_(None)).order_by(due.c.act_by, due.c.id)
    found = recount.moving(plain_rows(connection, open_ones))
    kept = Transaction(connection).get_many(Due, list(found))
    for due_id, counting in found.items():
        before = kept[due_id]
        rule = recount.rule(before.rule, before.started_on)
        assert rule is not None
        after = replace(before, due_on=counting.due_on, act_by=counting.act_by)
        yield DueMove(before=before, after=after, rule=rule, counting=counting)


def _said_by(year: HolidayYear, shipped: Calendar) -> Iterator[DayChange]:
    for named in year.days:
        yield _said_of(named, shipped.days.get(named.on))
    if year.is_announced:
        yield from _given_back(year, shipped)


def _said_of(named: NamedDay, shipped: NamedDay | None) -> DayChange:
    if shipped is not None and (shipped.is_off, shipped.source) == (named.is_off, "official"):
        return DayChange(on=named.on, is_off=None)
    return DayChange(on=named.on, is_off=named.is_off, why=clean(named.why), document=clean(named.cite or ""))


def _given_back(year: HolidayYear, shipped: Calendar) -> Iterator[DayChange]:
    """Days that were only reckoned go back to the week where the notice does not name them."""
    named = {day.on for day in year.days}
    ((source, _),) = Counter(day.cite or "" for day in year.days).most_common(1) or [("", 0)]
    for day in shipped.of_year(year.year):
        is_off = is_weekly_rest(day.on)
        if day.source == "computed" and day.on not in named and day.is_off != is_off:
            why = f"không có trong thông báo lịch nghỉ năm {year.year}"
            yield DayChange(on=day.on, is_off=is_off, why=why, document=source)


def _write_days(writing: Transaction, changes: Iterable[DayChange]) -> None:
    known = {day.on_date: day for day in writing.find(CalendarDay)}
    given_back = [known[change.on].id for change in changes if change.is_off is None]
    if given_back:
        writing.restore(tables.calendar_day, dict.fromkeys(given_back))
    writing.put_all([_row(change, known.get(change.on)) for change in changes if change.is_off is not None])


def _requests_moved(writing: Transaction, moves: Iterable[DueMove]) -> Iterator[Request]:
    """A request knows by when it is to be answered; that day goes with its due date."""
    moving = {move.before.subject_id: move for move in moves if move.before.subject_kind == "request"}
    for request in writing.get_many(Request, list(moving)).values():
        move = moving[request.id]
        if request.due_on == move.before.due_on:
            yield replace(request, due_on=move.after.due_on)


def _sentence(plan: CalendarPlan) -> str:
    counted = f"; {len(plan.moves)} hạn tính lại" if plan.moves else ""
    if plan.file_name:
        return f"Nhận lịch nghỉ từ tệp {plan.file_name}: {len(plan.changes)} ngày{counted}"
    if not plan.changes:
        return f"Tính lại {len(plan.moves)} hạn theo lịch nghỉ hiện nay"
    if len(plan.changes) > 1:
        return f"Sửa {len(plan.changes)} ngày trong lịch{counted}"
    (change,) = plan.changes
    said = {True: "nghỉ", False: "làm việc", None: "theo lịch chung"}[change.is_off]
    return f"Sửa lịch ngày {change.on:%d/%m/%Y}: {said}{counted}"
