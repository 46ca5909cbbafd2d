"""The columns of the table of requests and of a frozen list, and the chips of their states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import REQUEST_MARKS, RESULT_MARKS
from govmail_desk.gui.tables.columns import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.listings.request_life import LifeRow
    from govmail_desk.listings.requests import RequestListRow

STATE_CHIPS: Final = [ChipSpec(state, words, REQUEST_MARKS[state]) for state, words in wording.REQUEST_STATES.items()]

_WITHOUT_A_DAY: Final = {"draft": "chưa tính", "signed": "chưa tính", "cancelled": ""}
_WANTED: Final = {"address": "địa chỉ", "unit_id": "đơn vị", "holder_id": "người được cấp"}


def subject(row: RequestListRow) -> str:
    """Say what is asked: `Cấp mới 5 hộp thư cá nhân`."""
    kind = wording.MAILBOX_KINDS[row.mailbox_kind].lower()
    return f"{wording.REQUEST_KINDS[row.kind]} {row.row_count} hộp thư {kind}"


def due_words(row: RequestListRow) -> str:
    """Say by when an answer is due; before it is sent no limit runs, and where none runs afterwards none is stated."""
    return short_day(row.due_on) or _WITHOUT_A_DAY.get(row.state, "không nêu")


def number_words(row: RequestListRow) -> str:
    """Say under which number it goes; what went by e-mail alone never gets one."""
    return row.number or ("chưa có số" if row.state == "draft" else "không số")


def request_columns() -> list[Column[RequestListRow]]:
    """Return the columns of the page, in their first order."""
    return [
        Column(key="subject", title="Đề nghị", width=24, text=subject),
        Column(
            key="state",
            title="Trạng thái",
            width=12,
            text=lambda row: wording.REQUEST_STATES[row.state],
            sort_by="state",
            mark=lambda row: REQUEST_MARKS[row.state],
        ),
        Column(key="asked", title="Ngày lập", width=10, text=lambda row: short_day(row.asked_on), sort_by="asked"),
        Column(key="due", title="Hạn trả lời", width=10, text=due_words, sort_by="due"),
        Column(key="number", title="Số văn bản", width=11, text=number_words),
        Column(key="reason", title="Lý do", width=14, text=lambda row: row.reason, grows=True),
        Column(
            key="rows", title="Số dòng", width=8, text=lambda row: str(row.row_count), sort_by="rows", is_right=True, is_hidden=True
        ),
    ]  # fmt: skip


def life_columns(rows: Sequence[LifeRow]) -> list[Column[LifeRow]]:
    """Return the columns of a frozen list; what is asked and what came of it stand there once any row has it."""
    columns: list[Column[LifeRow]] = [
        Column(key="position", title="STT", width=4, text=lambda row: str(row.position), is_right=True),
        Column(key="whom", title="Người, đơn vị", width=15, text=lambda row: row.whom),
    ]
    if any(row.result for row in rows):
        columns.append(
            Column(
                key="result", title="Kết quả", width=17, text=result_words, mark=lambda row: RESULT_MARKS[row.result]
            )
        )
    columns.append(Column(key="address", title="Địa chỉ", width=14, text=lambda row: row.listed_address, grows=True))
    if any(row.wanted for row in rows):
        columns.append(Column(key="wanted", title="Đề nghị đổi", width=20, text=wanted_words))
    return columns


def wanted_words(row: LifeRow) -> str:
    """Say what a change asks for: `địa chỉ thành anhtn.stttt@…`."""
    return "; ".join(f"{_WANTED[fact]} thành {value}" for fact, value in row.wanted)


def result_words(row: LifeRow) -> str:
    """Say what became of a row, with the address given or the reason."""
    return ": ".join(filter(None, (wording.ROW_RESULTS[row.result], row.given_address, row.note)))
