"""Reports of one kind follow each other: each opens where the last was cut off, and no day is told by two that were sent.

Which days a report has otherwise is `operations.report_plan`; the record itself `domain.report`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from govmail_desk.domain.report_period import ReportPeriod, read_period

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.report import Report


def chained(reports: Iterable[Report], period: ReportPeriod) -> list[Report]:
    """Keep, of reports of one scope and rule, those that one on a period chains with: of its length, not given up, no supplements."""
    return [
        one
        for one in reports
        if one.state != "cancelled" and one.supplements_id is None and read_period(one.period).kind == period.kind
    ]


def last_before(others: Iterable[Report], cut_off_on: date) -> Report | None:
    """Give the report that was cut off last before a day."""
    earlier = (one for one in others if one.cut_off_on < cut_off_on)
    return max(earlier, key=lambda one: (one.cut_off_on, one.id), default=None)


def opening_of(others: Iterable[Report], period: ReportPeriod, cut_off_on: date) -> date:
    """Give the day a report cut off on a day opens at: the last one's cut-off, or the eve of its period."""
    before = last_before(others, cut_off_on)
    return before.cut_off_on if before else period.eve_on


def sent_after(others: Iterable[Report], period: ReportPeriod) -> Report | None:
    """Give, of the reports on later periods that were sent already, the one that opens first: where it opens, one on this period ends."""
    later = (one for one in others if one.state == "sent" and read_period(one.period).first_on > period.first_on)
    return min(later, key=lambda one: (one.opening_on, one.id), default=None)


def goes_on_from(after: Report) -> str:
    """Say that days a report sent already tells cannot be told by another."""
    return (
        f"Báo cáo {read_period(after.period).words} số {after.number} đã gửi, tính từ sau ngày {after.opening_on:%d/%m/%Y}. "
        "Hãy chốt số liệu chậm nhất ngày ấy để không ngày nào được báo cáo hai lần."
    )
