"""Which days a period's package tells of: it opens where the last report sent was cut off, and is cut off on the report's due day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.regulation import REPORT_UNIT
from govmail_desk.domain.report import Report
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.report_period import ReportPeriod


@dataclass(frozen=True, slots=True)
class Days:
    """The evening before the first day told, and the last day told."""

    opening_on: date
    cut_off_on: date


def days_of(desk: Desk, connection: Connection, period: ReportPeriod, *, cut_off_on: date | None) -> Days:
    """Give the days of a period's package; `cut_off_on` is another cut-off than the report's own. Never beyond today."""
    today = desk.today()
    if period.first_on > today:
        raise RuleBroken(f"Kỳ {period.words} chưa bắt đầu, nên chưa có số liệu để gửi. Hãy chọn kỳ khác.")
    cut_off = min(cut_off_on or _own_cut_off(desk, period), today)
    sent = (
        one.cut_off_on
        for one in Transaction(connection).find(Report, scope="unit", state="sent")
        if one.cut_off_on < cut_off and one.period != str(period)
    )
    opening = max(sent, default=period.eve_on)
    return Days(min(opening, cut_off), cut_off)


def _own_cut_off(desk: Desk, period: ReportPeriod) -> date:
    rules = desk.rulebook()
    rule = rule_of_period(rules.regulations.on(period.first_on), REPORT_UNIT, period, period.first_on)
    due = due_of_period(rule.value, period, rules.calendar) if rule is not None else None
    return due.due_on if due is not None else period.last_on
