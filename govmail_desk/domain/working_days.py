"""The one engine that counts limits: when a limit runs out, by which working day to act, and every step in words.

Here: `count` (within N days, working days or months), `past` ("Quá N tháng"), `after` (nothing before N days have run),
`before` ("Trước ngày D"), `fixed`, `at_once`, and their answer, `Counting`. Not here: which days are off (`domain.office_calendar`),
the length of a limit and whether it moves (each `Provision` of the regulation says), due dates as rows (`domain.reminder`).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_calendar import ONE_DAY, Calendar, Skipped, written
from govmail_desk.domain.provision import Period

__all__ = ["Calendar", "Counting", "Skipped", "WhenOff", "after", "at_once", "before", "count", "fixed", "past"]

WhenOff = Literal["moves", "stays"]
Rule = Literal["within", "past", "after", "before", "fixed", "at-once"]

_UNITS = {"day": "ngày", "working-day": "ngày làm việc", "month": "tháng"}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Counting:
    """A limit counted out: `due_on` is its last day, `act_by` the last working day on or before that.

    A wait is over once `due_on` is; its `act_by` is the first working day after that.

    `counted` holds the days that count, the last of them `due_on` (for months: the day on which each one ends);
    `skipped` the days off that did not count. A fixed date counts nothing.
    """

    due_on: date
    act_by: date
    counted: tuple[date, ...]
    skipped: tuple[Skipped, ...]
    rule: Rule
    stated_on: date
    """The event the limit runs from; for a fixed date, the day the rule names."""
    period: Period | None
    calendar: Calendar = field(repr=False, compare=False)
    event: str = field(default="xảy ra sự việc", compare=False)
    """What happened on the day the limit runs from, as it follows the word "ngày"; where it is known, the steps name it."""

    @property
    def lapsed_on(self) -> date:
        """The first day after the limit: an answer is overdue, a mailbox is "quá N tháng" without use."""
        return self.due_on + ONE_DAY

    @property
    def has_moved(self) -> bool:
        """True where the last day was off, so that the limit ends on a later, working day."""
        return bool(self.skipped) and not self.counts_working_days

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the clerk must know before relying on it: years without a notice or a file, swaps only proposed."""
        looked_at = [day.date for day in self.skipped[:1]]
        looked_at += self.counted[:1] if self.counts_working_days else [self.act_by]
        return self.calendar.caveats(min(looked_at), max(self.due_on, self.act_by))

    @property
    def steps(self) -> tuple[str, ...]:
        """The counting in Vietnamese: where it starts, a sentence for each day, and its last day."""
        days = sorted([*_counted_sentences(self), *_skipped_sentences(self)])
        return (_opening(self), *(sentence for _, sentence in days), *_closing(self))

    def as_json(self) -> dict[str, object]:
        """The answer of `working-days --json`; dates in ISO form."""
        return {
            "due_on": self.due_on.isoformat(),
            "counted": [day.isoformat() for day in self.counted],
            "skipped": [{"date": day.date.isoformat(), "why": day.why} for day in self.skipped],
        }

    @property
    def counts_working_days(self) -> bool:
        return self.period is not None and self.period.unit == "working-day"


def count(start: date, period: Period, calendar: Calendar, *, when_off: WhenOff) -> Counting:
    """Run a limit of `period` from an event on `start`; the day after the event is day 1 (Đ147, Đ148 BLDS 2015).

    `moves`: a last day that is off gives way to the next working day. `stays`: the stated day holds and only `act_by`
    looks at the calendar. Raises `RuleBroken` when the limit would end after the last year a date can have.
    """
    try:
        counted, passed = _COUNTERS[period.unit](start, period.count, calendar)
        if when_off == "moves":
            passed += _give_way(counted, calendar)
    except OverflowError as fault:
        raise RuleBroken(
            f"Thời hạn {_length(period)} tính từ {written(start)} vượt quá năm {MAXYEAR}; hãy nhập ngày bắt đầu khác."
        ) from fault
    return Counting(
        due_on=counted[-1],
        act_by=calendar.last_working(counted[-1]),
        counted=tuple(counted),
        skipped=tuple(calendar.skipped(day) for day in passed),
        rule="within",
        stated_on=start,
        period=period,
        calendar=calendar,
    )


def past(start: date, months: int, calendar: Calendar) -> Counting:
    """Run "Quá N tháng" from `start`: `due_on` is the last day still within, `lapsed_on` the event; neither moves."""
    return replace(count(start, Period(months, "month"), calendar, when_off="stays"), rule="past")


def after(start: date, period: Period, calendar: Calendar) -> Counting:
    """Run a wait of `period` from `start`: nothing is dealt with before it is over; no day of it moves."""
    wait = count(start, period, calendar, when_off="stays")
    return replace(wait, rule="after", act_by=calendar.next_working(wait.lapsed_on))


def before(day: date, calendar: Calendar) -> Counting:
    """Count "Trước ngày D": due on the day before `day`, which never moves."""
    return replace(fixed(day - ONE_DAY, calendar), rule="before", stated_on=day)


def fixed(day: date, calendar: Calendar) -> Counting:
    """Take a calendar date as it stands: it never moves, only `act_by` looks at the calendar."""
    return Counting(day, calendar.last_working(day), (), (), "fixed", day, None, calendar)


def at_once(day: date, calendar: Calendar) -> Counting:
    """Take what is to be done at once on the day it arises, a day off or not."""
    return Counting(day, day, (), (), "at-once", day, None, calendar)


def _days(start: date, length: int, _calendar: Calendar) -> tuple[list[date], list[date]]:
    end = start + timedelta(days=length)
    return [*_range(start + ONE_DAY, end), end], []


def _working_days(start: date, length: int, calendar: Calendar) -> tuple[list[date], list[date]]:
    counted: list[date] = []
    passed: list[date] = []
    day = start
    while len(counted) < length:
        day += ONE_DAY
        (counted if calendar.is_working(day) else passed).append(day)
    return counted, passed


def _months(start: date, length: int, _calendar: Calendar) -> tuple[list[date], list[date]]:
    return [_months_later(start, months) for months in range(1, length + 1)], []


_COUNTERS: dict[str, Callable[[date, int, Calendar], tuple[list[date], list[date]]]] = {
    "day": _days,
    "working-day": _working_days,
    "month": _months,
}


def _months_later(start: date, months: int) -> date:
    """The same day number `months` later, or that month's last day; always from `start`, so 31/01, 28/02, 31/03."""
    years, month = divmod(start.month - 1 + months, _MONTHS_A_YEAR)
    year = start.year + years
    if year > MAXYEAR:
        raise OverflowError
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _range(first: date, end: date) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range((end - first).days))


def _give_way(counted: list[date], calendar: Calendar) -> list[date]:
    """Put the next working day in place of a last day that is off; return the days off on the way."""
    stated_on = counted[-1]
    counted[-1] = calendar.next_working(stated_on)
    return list(_range(stated_on, counted[-1]))


def _length(period: Period) -> str:
    return f"{period.count} {_UNITS[period.unit]}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _opening(run: Counting) -> str:
    if run.rule == "before":
        return f"Quy định ghi trước ngày {written(run.stated_on)}, nên hạn là ngày liền trước."
    if run.rule == "at-once":
        return f"{_capital(written(run.stated_on))}: ngày {run.event}; quy định không cho thêm ngày nào."
    if run.rule == "fixed":
        return f"Quy định ghi ngày {written(run.stated_on)}, không dời theo ngày nghỉ."
    return f"{_capital(written(run.stated_on))}: ngày {run.event}, chưa tính."


def _counted_sentences(run: Counting) -> Iterator[tuple[date, str]]:
    whole = run.counted[:-1] if run.has_moved else run.counted
    for number, day in enumerate(whole, start=1):
        yield day, f"{_capital(written(day))}: {_ordinal(run, day, number)}."
    if run.has_moved:
        yield run.due_on, f"{_capital(written(run.due_on))}: ngày làm việc kế tiếp, là ngày cuối của thời hạn."


def _ordinal(run: Counting, day: date, number: int) -> str:
    if run.period is not None and run.period.unit == "month":
        return f"hết tháng thứ {number}" + ("" if day.day == run.stated_on.day else ", ngày cuối của tháng này")
    named = run.calendar.days.get(day)
    if not run.counts_working_days:
        return f"ngày thứ {number}"
    return f"ngày làm việc thứ {number}" + (f" ({named.reason})" if named else "")


def _skipped_sentences(run: Counting) -> Iterator[tuple[date, str]]:
    for number, day in enumerate(run.skipped):
        is_stated = run.has_moved and number == 0
        outcome = "ngày cuối nhưng không làm việc, thời hạn chuyển tiếp" if is_stated else "không tính"
        yield day.date, f"{_capital(written(day.date))}: {outcome} ({day.why})."


def _closing(run: Counting) -> Iterator[str]:
    if run.rule == "after":
        yield from _closing_of_wait(run)
        return
    yield f"Thời hạn kết thúc khi hết ngày {written(run.due_on)}."
    if run.act_by < run.due_on:
        why = run.calendar.skipped(run.due_on).why
        yield f"Hôm đó không làm việc ({why}): làm xong chậm nhất {written(run.act_by)}."
    if run.rule == "past" and run.period is not None:
        yield f"Từ {written(run.lapsed_on)} là quá {_length(run.period)}."


def _closing_of_wait(run: Counting) -> Iterator[str]:
    yield f"Thời gian chờ kết thúc khi hết ngày {written(run.due_on)}; từ {written(run.lapsed_on)} được giải quyết."
    if run.act_by > run.lapsed_on:
        why = run.calendar.skipped(run.lapsed_on).why
        yield f"Hôm đó không làm việc ({why}): ngày làm việc đầu tiên là {written(run.act_by)}."
