"""The columns of the table of requests and of a frozen list, and the chips of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import REQUEST_MARKS
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from govmail_desk.listings.requests import FrozenRow, RequestListRow

STATE_CHIPS: Final = [ChipSpec(state, words, REQUEST_MARKS[state]) for state, words in wording.REQUEST_STATES.items()]


def subject(row: RequestListRow) -> str:
    """Say what is asked: `Cấp mới 5 hộp thư cá nhân`."""
    kind = wording.MAILBOX_KINDS[row.mailbox_kind].lower()
    return f"{wording.REQUEST_KINDS[row.kind]} {row.row_count} hộp thư {kind}"


def due_words(row: RequestListRow) -> str:
    """Say by when an answer is due; before it is sent no limit runs."""
    return short_day(row.due_on) or "chưa tính"


def whom(row: FrozenRow) -> str:
    """Say who stands in a line of the frozen list."""
    return row.cells.get("ho_ten") or row.cells.get("ten_don_vi", "")


def request_columns() -> list[Column[RequestListRow]]:
    """Return the columns of the page, in their first order."""
    return [
        Column(key="subject", title="Đề nghị", width=25, text=subject),
        Column(
            key="state",
            title="Trạng thái",
            width=11,
            text=lambda row: wording.REQUEST_STATES[row.state],
            sort_by="state",
            mark=lambda row: REQUEST_MARKS[row.state],
        ),
        Column(key="asked", title="Ngày lập", width=10, text=lambda row: short_day(row.asked_on), sort_by="asked"),
        Column(key="due", title="Hạn trả lời", width=10, text=due_words, sort_by="due"),
        Column(key="number", title="Số văn bản", width=11, text=lambda row: row.number or "chưa có số"),
        Column(key="reason", title="Lý do", width=14, text=lambda row: row.reason, grows=True),
        Column(
            key="rows", title="Số dòng", width=8, text=lambda row: str(row.row_count), sort_by="rows", is_right=True, is_hidden=True
        ),
    ]  # fmt: skip


def frozen_columns() -> list[Column[FrozenRow]]:
    """Return the columns of a frozen list."""
    return [
        Column(key="position", title="STT", width=4, text=lambda row: str(row.position), is_right=True),
        Column(key="whom", title="Người, đơn vị", width=15, text=whom),
        Column(key="address", title="Địa chỉ", width=14, text=lambda row: row.address, grows=True),
    ]
