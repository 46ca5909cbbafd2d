"""Which days a period's package tells of: those of the unit's own report on it, made already or as it would be drafted now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report
from govmail_desk.operations.report_plan import plan_report
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
    """Give the days of a period's package; `cut_off_on` is another cut-off than the report's own.

    Raises `RuleBroken` for a period or a cut-off still to come, and for a cut-off no later than the opening.
    """
    found = Transaction(connection).find(Report, scope="unit", period=str(period), supplements_id=None)
    told = [one for one in found if one.state != "cancelled"]
    if told and cut_off_on is None:
        return Days(told[-1].opening_on, told[-1].cut_off_on)
    if told and cut_off_on is not None:
        opening_on = told[-1].opening_on
        if cut_off_on <= opening_on:
            raise RuleBroken(
                f"Kỳ {period} tính từ sau ngày {opening_on:%d/%m/%Y} nên không chốt vào ngày {cut_off_on:%d/%m/%Y} được. "
                "Hãy chọn ngày sau đó."
            )
        return Days(opening_on, min(cut_off_on, desk.today()))
    planned = plan_report(desk, period=str(period), cut_off_on=cut_off_on).report
    return Days(planned.opening_on, planned.cut_off_on)
