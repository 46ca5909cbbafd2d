"""The columns of the table of reports, and the chips of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.marks import DUE_MARKS, REPORT_MARKS
from govmail_desk.gui.tables.columns import Column
from govmail_desk.wording import days_left

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from govmail_desk.gui.look.marks import Mark
    from govmail_desk.listings.reports import ReportRow

STATE_CHIPS: Final = [ChipSpec(state, words, REPORT_MARKS[state]) for state, words in wording.REPORT_STATES.items()]


def due_words(row: ReportRow, today: date) -> str:
    """Say by when it is to be sent, with the days left while it is not: `05/12/2026 · còn 12 ngày`."""
    if row.due_on is None:
        return "không nêu"
    return f"{row.due_on:%d/%m/%Y}" + (f" · {days_left(row.due_on, today)}" if row.state == "draft" else "")


def number_words(row: ReportRow) -> str:
    """Say under which number it went, and when."""
    if row.sent_on is None:
        return row.number
    return f"{row.number or 'không số'}, {row.sent_on:%d/%m/%Y}"


def state_mark(row: ReportRow, today: date) -> Mark:
    """Mark how far it is; one that should have gone by now is marked as overdue."""
    return DUE_MARKS["overdue"] if row.is_overdue_on(today) else REPORT_MARKS[row.state]


def report_columns(today: Callable[[], date]) -> list[Column[ReportRow]]:
    """Return the columns of the shelf, in their first order."""
    return [
        Column(key="period", title="Kỳ", width=14, text=lambda row: row.title, grows=True),
        Column(
            key="state",
            title="Trạng thái",
            width=10,
            text=lambda row: wording.REPORT_STATES[row.state],
            mark=lambda row: state_mark(row, today()),
        ),
        Column(
            key="due",
            title="Hạn gửi",
            width=22,
            text=lambda row: due_words(row, today()),
            is_bad=lambda row: row.is_overdue_on(today()),
        ),
        Column(key="number", title="Số, ngày gửi", width=20, text=number_words),
        Column(key="cut_off", title="Chốt đến", width=12, text=lambda row: f"{row.cut_off_on:%d/%m/%Y}"),
        Column(key="asked_by", title="Văn bản yêu cầu", width=18, text=lambda row: row.asked_by, is_hidden=True),
    ]
