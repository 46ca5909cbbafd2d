"""The columns of the tables about reviews: the reviews, the departments of one, the rows of a sheet, the files and rows of answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.gui.look.chips import ChipSpec
from govmail_desk.gui.look.marks import HANDOVER_MARKS, Mark
from govmail_desk.gui.tables.columns import Column
from govmail_desk.operations.review_matching import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from govmail_desk.domain.review import Decision, ReviewRow
    from govmail_desk.listings.review_pane import SheetProgress
    from govmail_desk.listings.reviews import ReviewLine
    from govmail_desk.operations.review_answers import AnswerPlan
    from govmail_desk.operations.review_matching import AnswerLine

REVIEW_MARKS: Final = HANDOVER_MARKS
"""Open, closed and cancelled look the same everywhere."""
DECISION_MARKS: Final = {
    "": Mark("ring", "quiet"),
    "keep": Mark("tick", "good"),
    "change": Mark("half", "note"),
    "close": Mark("cross", "bad"),
    "create": Mark("plus", "good"),
    "unknown": Mark("triangle", "waiting"),
}
ANSWER_MARKS: Final = {
    "new": Mark("plus", "good"),
    "changed": Mark("half", "note"),
    "same": Mark("tick", "quiet"),
    "unsaid": Mark("ring", "quiet"),
    "look": Mark("triangle", "waiting"),
    "added": Mark("triangle", "waiting"),
}
STATE_CHIPS: Final = [ChipSpec(state, words, REVIEW_MARKS[state]) for state, words in wording.REVIEW_STATES.items()]
_LATE: Final = Mark("triangle", "bad")
_WAITING: Final = Mark("half", "waiting")
_ANSWERED: Final = Mark("tick", "good")
_UNSENT: Final = Mark("ring", "note")


def state_words(line: ReviewLine) -> str:
    """Say how far a review is: `Đang rà soát 3/5`."""
    words = wording.REVIEW_STATES[line.state]
    return f"{words} {line.progress}" if line.state == "open" else words


def answer_day(line: ReviewLine, today: date) -> str:
    """Say by when answers are due, and how far off that is while somebody is waited for."""
    is_waited_for = line.state == "open" and line.answered_count < line.sheet_count
    left = f", {wording.days_left(line.answer_by_on, today)}" if is_waited_for else ""
    return f"{line.answer_by_on:%d/%m/%Y}{left}"


def review_columns(today: Callable[[], date]) -> list[Column[ReviewLine]]:
    """Return the columns of the shelf; `today` is asked each time, since the window may stand open over midnight."""
    return [
        Column(key="title", title="Đợt rà soát", width=24, text=_title, tip=_title, grows=True),
        Column(key="state", title="Trạng thái", width=18, text=state_words, mark=lambda line: REVIEW_MARKS[line.state]),
        Column(
            key="answer",
            title="Hạn trả lời",
            width=20,
            text=lambda line: answer_day(line, today()),
            is_bad=lambda line: line.is_late(today()),
        ),
        Column(
            key="decided",
            title="Số dòng đã trả lời",
            width=13,
            text=lambda line: f"{line.decided_count}/{line.row_count}",
            is_right=True,
        ),
        Column(key="as_of", title="Chốt đến", width=10, text=lambda line: f"{line.as_of_on:%d/%m/%Y}", is_hidden=True),
    ]


def _title(line: ReviewLine) -> str:
    return line.title


def sheet_state(sheet: SheetProgress, *, is_late: bool) -> tuple[str, Mark]:
    """Say how far one department is."""
    if sheet.answered_on is not None:
        return f"Đã trả lời {sheet.answered_on:%d/%m}", _ANSWERED
    if sheet.decided_count:
        return f"Mới {sheet.decided_count}/{sheet.row_count} dòng", _LATE if is_late else _WAITING
    if sheet.sent_on is None:
        return "Chưa gửi phiếu", _UNSENT
    return ("Chưa trả lời, quá hạn", _LATE) if is_late else ("Chưa trả lời", _WAITING)


def sheet_columns(is_late: Callable[[], bool]) -> list[Column[SheetProgress]]:
    """Return the columns of the departments of a review."""
    return [
        Column(key="unit", title="Bộ phận", width=22, text=_unit, tip=_unit, grows=True),
        Column(
            key="state",
            title="Trả lời",
            width=19,
            text=lambda sheet: sheet_state(sheet, is_late=is_late())[0],
            mark=lambda sheet: sheet_state(sheet, is_late=is_late())[1],
        ),
        Column(key="rows", title="Dòng", width=5, text=lambda sheet: str(sheet.row_count), is_right=True),
        Column(key="sent", title="Gửi phiếu", width=11, text=lambda sheet: _day(sheet.sent_on)),
        Column(key="reminded", title="Nhắc", width=12, text=_reminded),
    ]


def _unit(sheet: SheetProgress) -> str:
    return sheet.unit


def _reminded(sheet: SheetProgress) -> str:
    return f"lần {sheet.reminder_count}, {sheet.reminded_on:%d/%m}" if sheet.reminder_count else ""


def row_columns() -> list[Column[ReviewRow]]:
    """Return the columns of the rows of a sheet."""
    return [
        Column(key="position", title="STT", width=4, text=lambda row: str(row.position), is_right=True),
        Column(key="address", title="Địa chỉ", width=24, text=lambda row: row.cells.get("address", "")),
        Column(key="holder", title="Người dùng", width=18, text=lambda row: row.cells.get("holder", ""), grows=True),
        Column(key="state", title="Trạng thái", width=18, text=lambda row: row.cells.get("state", "")),
        Column(key="look", title="Điều cần xem", width=20, text=_look, tip=_look),
        Column(
            key="decision",
            title="Quyết định",
            width=12,
            text=lambda row: wording.DECISIONS[row.decision],
            mark=lambda row: DECISION_MARKS[row.decision],
        ),
        Column(key="note", title="Ghi chú", width=18, text=lambda row: row.note, tip=lambda row: row.note),
    ]


def _look(row: ReviewRow) -> str:
    return row.cells.get("look", "")


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file taken for an answer: what it says, or why it cannot be taken."""

    id: int
    path: Path
    plan: AnswerPlan | None
    refusal: str = ""
    is_unknown: bool = False
    """True where only the clerk can say which department it is of."""


def file_columns() -> list[Column[AnswerFile]]:
    """Return the columns of the files taken for answers."""
    return [
        Column(key="file", title="Tệp", width=22, text=lambda one: one.path.name, tip=lambda one: str(one.path)),
        Column(key="unit", title="Bộ phận", width=22, text=lambda one: one.plan.department if one.plan else ""),
        Column(key="told", title="Đọc được", width=30, text=_file_words, tip=_file_words, mark=_file_mark, grows=True),
    ]


def _file_words(one: AnswerFile) -> str:
    if one.plan is None:
        return one.refusal
    told = [f"{OUTCOMES[outcome].lower()}: {count}" for outcome in OUTCOMES if (count := one.plan.count(outcome))]
    return ", ".join(told)


def _file_mark(one: AnswerFile) -> Mark:
    if one.plan is None:
        return _LATE
    return ANSWER_MARKS["look"] if one.plan.count("look") or one.plan.count("added") else _ANSWERED


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of an answer in its table, with what the clerk chose for it."""

    id: int
    line: AnswerLine
    chosen: Decision | None = None

    @property
    def decision(self) -> Decision:
        """What would be written."""
        return self.chosen if self.chosen is not None else self.line.decision


def answer_columns() -> list[Column[AnswerRow]]:
    """Return the columns of the rows of an answer."""
    return [
        Column(key="place", title="STT", width=4, text=lambda row: str(row.line.place), is_right=True),
        Column(key="what", title="Hộp thư, người", width=24, text=lambda row: row.line.what),
        Column(key="said", title="Ghi trong phiếu", width=14, text=lambda row: row.line.said),
        Column(
            key="decision",
            title="Sẽ ghi",
            width=12,
            text=lambda row: wording.DECISIONS[row.decision] if row.decision else "",
            mark=lambda row: DECISION_MARKS[row.decision],
        ),
        Column(
            key="outcome",
            title="Kết quả đọc",
            width=15,
            text=lambda row: "Đã chọn" if row.chosen is not None else OUTCOMES[row.line.outcome],
            mark=lambda row: ANSWER_MARKS["new" if row.chosen is not None else row.line.outcome],
        ),
        Column(key="told", title="Ghi chú, điều cần xem", width=26, text=_told, tip=_told, grows=True),
    ]


def _told(row: AnswerRow) -> str:
    return "; ".join(filter(None, (row.line.note, *row.line.remarks)))


def _day(on: date | None) -> str:
    return f"{on:%d/%m/%Y}" if on is not None else ""
