"""How long a rule of the regulation lets something take: the limit, or the wait, counted out from the day that begins it.

Here: which rules are waits, `counted` for a length of time and `stated` for whatever names a day, asked by whoever keeps, shows or
recalls such a day. Not here: the counting of days (`domain.working_days`), days of the year (`domain.calendar_duties`), which act
begins which limit (`operations.due_beginnings`, `operations.request_limits`, `operations.lock_limits`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.calendar_duties import next_stated
from govmail_desk.domain.provision import FirstLogin, Notice, Period, ReportDuty
from govmail_desk.domain.regulation import INACTIVITY_LOCK, INACTIVITY_REMOVE, PASSWORD_REOPEN_AFTER
from govmail_desk.domain.working_days import after, at_once, count, past

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.provision import AnyProvision, Provision
    from govmail_desk.domain.working_days import Calendar, Counting

WAITS: Final = frozenset({PASSWORD_REOPEN_AFTER.name})
"""Rules that must be waited out: nothing may be done within them, and everything after; `act_by` is the first working day of that."""
RUN_OUT: Final = frozenset({INACTIVITY_LOCK.name, INACTIVITY_REMOVE.name})
"""Rules of the form "quá N tháng": what they speak of happens the day after the last one."""


def counted(rule: Provision[Period], started_on: date, calendar: Calendar) -> Counting:
    """Count a rule's days out from the day that begins them: a wait as a wait, any other as a limit to act within.

    A last day off stays where the rule does not say that it moves. Raises `RuleBroken` past the last year a date can have.
    """
    if rule.key in WAITS:
        return after(started_on, rule.value, calendar)
    if rule.key in RUN_OUT and rule.value.unit == "month":
        return past(started_on, rule.value.count, calendar)
    return count(started_on, rule.value, calendar, when_off=rule.when_off or "stays")


def stated(rule: AnyProvision, started_on: date, calendar: Calendar) -> Counting | None:
    """Count out the day a rule names from the day that begins it, whatever its shape; None where it names none.

    What is to be done at the first login, or after issue, is due on the day of issue itself, and what is to be told at once or in time on
    the day it was found: the article gives no day more.
    """
    value = rule.value
    if isinstance(value, Period):
        return counted(rule, started_on, calendar)
    if isinstance(value, FirstLogin) and value.change != "unstated":
        return at_once(started_on, calendar)
    if isinstance(value, Notice) and value.when is not None:
        return at_once(started_on, calendar)
    return next_stated(value, started_on, calendar) if isinstance(value, ReportDuty) else None


def recounted(rule: AnyProvision, started_on: date, due_on: date, calendar: Calendar) -> Counting | None:
    """Count out again a day that is kept; None where the rule, or the calendar, would now give another."""
    begins = due_on if isinstance(rule.value, ReportDuty) else started_on
    found = stated(rule, begins, calendar)
    return found if found is not None and found.due_on == due_on else None
