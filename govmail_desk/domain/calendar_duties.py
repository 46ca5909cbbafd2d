"""Duties that come back with the calendar: the next day a report is due, by the day of the year or of the period the article names.

Counting a length of time is `domain.working_days`; which report is kept as a due row is `operations.unit_duties`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.working_days import before, fixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.domain.provision import FixedDate, ReportDuty
    from govmail_desk.domain.working_days import Calendar, Counting

_CLOSING_MONTHS: Final = {"quarter": (3, 6, 9, 12), "half-year": (6, 12), "year": (12,)}
"""The last month of each period of a year."""


def next_stated(duty: ReportDuty, on: date, calendar: Calendar) -> Counting | None:
    """Give the first day on or after `on` that a report is due; None where the article names no day.

    "Trước ngày D" is due on the day before D. A day of a month that is not named is one of each period's last month.
    """
    if duty.due is None or duty.every == "change":
        return None
    months = (duty.due.month,) if duty.due.month else _CLOSING_MONTHS[duty.every]
    return next(
        found for day in _days(duty.due, months, on) if (found := _as_due(duty.due, day, calendar)).due_on >= on
    )


def _days(due: FixedDate, months: tuple[int, ...], on: date) -> Iterator[date]:
    """Name the stated days of this year and of those that follow, as far as a date can go."""
    return (date(year, month, due.day) for year in range(on.year, date.max.year + 1) for month in months)


def _as_due(due: FixedDate, day: date, calendar: Calendar) -> Counting:
    return before(day, calendar) if due.before else fixed(day, calendar)
