"""How long a rule of the regulation lets something take: the limit, or the wait, counted out from the day that begins it.

Here: which rules are waits, and `counted`, asked by whoever keeps, shows or recalls such a day. Not here: the counting of days
(`domain.working_days`), which act begins which limit (`operations.request_limits`, `operations.lock_limits`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.regulation import PASSWORD_REOPEN_AFTER
from govmail_desk.domain.working_days import after, count

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.provision import Period, Provision
    from govmail_desk.domain.working_days import Calendar, Counting

WAITS: Final = frozenset({PASSWORD_REOPEN_AFTER.name})
"""Rules that must be waited out: nothing may be done within them, and everything after; `act_by` is the first working day of that."""


def counted(rule: Provision[Period], started_on: date, calendar: Calendar) -> Counting:
    """Count a rule's days out from the day that begins them: a wait as a wait, any other as a limit to act within.

    A last day off stays where the rule does not say that it moves. Raises `RuleBroken` past the last year a date can have.
    """
    if rule.key in WAITS:
        return after(started_on, rule.value, calendar)
    return count(started_on, rule.value, calendar, when_off=rule.when_off or "stays")
