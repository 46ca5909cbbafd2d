"""Duties that come back with the calendar: the next day a report is due, by the day of the year or of the period the article names.

Which period a due day is about is `domain.report_period`, counting a length of time `domain.working_days`; which report is kept as a due
row is `operations.unit_duties`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.office_calendar import ONE_DAY
from govmail_desk.domain.regulation import RANK
from govmail_desk.domain.report_period import kind_of, period_due
from govmail_desk.domain.working_days import before, fixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govmail_desk.domain.provision import FixedDate, Key, Provision, ReportDuty
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.report_period import ReportPeriod
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


def due_of_period(duty: ReportDuty, period: ReportPeriod, calendar: Calendar) -> Counting | None:
    """Give the day the report on a period is due; None where the article names no day, or reports are of another length."""
    if kind_of(duty) != period.kind:
        return None
    found = next_stated(duty, period.first_on, calendar)
    while found is not None and period_due(duty, found.due_on) != period:
        if found.due_on > period.following.last_on:
            return None
        found = next_stated(duty, found.due_on + ONE_DAY, calendar)
    return found


def report_rules(regulation: Regulation, key: Key[ReportDuty], on: date) -> tuple[Provision[ReportDuty], ...]:
    """Give what a regulation says of a report on a day, one rule a length of period: the unit's own before the article's."""
    by_length: dict[str, Provision[ReportDuty]] = {}
    for rule in regulation.all(key, on):
        length = rule.value.every if key.many else ""
        standing = by_length.get(length)
        if standing is None or RANK[rule.source] >= RANK[standing.source]:
            by_length[length] = rule
    return tuple(by_length.values())


def rule_of_period(
    regulation: Regulation, key: Key[ReportDuty], period: ReportPeriod, on: date
) -> Provision[ReportDuty] | None:
    """Give the rule that asks for the report on a period: the one of its length, else one that asks on demand too; None where none does."""
    rules = report_rules(regulation, key, on)
    on_demand = (rule for rule in rules if rule.value.on_demand)
    return next((rule for rule in rules if kind_of(rule.value) == period.kind), next(on_demand, None))


def rule_of_day(
    rules: Iterable[Provision[ReportDuty]], due_on: date, calendar: Calendar
) -> Provision[ReportDuty] | None:
    """Give the rule that names a day, of several under one key; the only one there is whatever the day, since a letter may set another."""
    told = tuple(rules)
    naming = (rule for rule in told if (found := next_stated(rule.value, due_on, calendar)) and found.due_on == due_on)
    return next(naming, told[0] if len(told) == 1 else None)
