"""Which period the packages of units are asked for on a day.

By which day is the report of a unit (`report.unit`, or the unit's own choice), counted by `domain.calendar_duties`; a letter that asks may
set another, which is kept with the letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.calendar_duties import due_of_period, report_rules
from govmail_desk.domain.regulation import REPORT_OPERATOR, REPORT_UNIT
from govmail_desk.domain.report_period import ReportPeriod, kind_of, period_of

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.report_period import PeriodKind
    from govmail_desk.domain.working_days import Calendar

_WITHOUT_A_RULE: Final[PeriodKind] = "quarter"


def asked_period(regulation: Regulation, on: date, calendar: Calendar) -> ReportPeriod:
    """Give the last period whose day has come; where no day is stated, the last that is over.

    Its length is that of the units' own report, else of the report this desk owes over many units; without either it is a quarter.
    """
    rules = (rule for key in (REPORT_UNIT, REPORT_OPERATOR) for rule in report_rules(regulation, key, on))
    rule = next((one for one in rules if kind_of(one.value) is not None), None)
    kind = kind_of(rule.value) if rule is not None else None
    around = period_of(kind or _WITHOUT_A_RULE, on)
    due = due_of_period(rule.value, around, calendar) if rule is not None and rule.key == REPORT_UNIT.name else None
    return around if due is not None and due.due_on <= on else around.preceding
