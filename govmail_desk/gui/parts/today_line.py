"""One line of Hôm nay: what, about whom, by when and how long that is, by which article, and the one button that deals with it.

Here: `TodayLine`. The counting behind "Vì sao?" is asked for only when the card is opened.
Not here: the lines' order and sections (`gui.parts.today_lines`), what a button opens (`gui.pages.today`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.marks import DUE_MARKS, Mark, draw_mark
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.why_card import Why, WhyButton, WhyCard

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

    from govmail_desk.listings.today_row import Act, TodayRow

MARKS: Final = DUE_MARKS | {"setup": Mark("plus", "note"), "snoozed": Mark("pause", "note")}
WORDS: Final[dict[Act, str]] = {
    "open_mailbox": "Mở hộp thư",
    "open_request": "Mở đề nghị",
    "open_person": "Mở thông tin",
    "open_handover": "Mở bàn giao",
    "open_incident": "Mở sự cố",
    "open_review": "Mở đợt rà soát",
    "hand_over": "Bàn giao lại",
    "record_password_change": "Đã đổi mật khẩu",
    "record_use": "Có sử dụng",
    "record_cleaning": "Đã dọn thư",
    "record_report": "Đã gửi báo cáo",
    "open_report": "Mở báo cáo",
    "record_review": "Đã rà soát",
    "record_check": "Đã kiểm tra",
    "know_passwords": "Ghi ngày đã đổi",
    "request_after_change": "Lập đề nghị",
    "chase_request": "Đôn đốc",
    "apply_answer": "Cập nhật sổ",
    "request_people": "Lập đề nghị",
    "request_mailboxes": "Lập đề nghị",
    "import_list": "Nhập danh sách",
    "add_signer": "Ghi người ký",
    "set_operator": "Ghi nơi nhận",
    "set_contact": "Ghi người liên hệ",
}
_BUTTON_LETTERS: Final = 18
_MORE_LETTERS: Final = 6
_LONGEST_DAYS: Final = "còn 00 ngày, hạn 00/00/0000"
"""What stands in the column of days at its widest; longer words go on in the next line."""
_LONGEST_CITE: Final = "Đ00.0a, Đ00.0a"
_UNBOUNDED: Final = 16_777_215
"""Qt's own word for no bound on a width (QWIDGETSIZE_MAX)."""
_LETTERS_FOR_ALL: Final = 100


class TodayLine(QFrame):
    """One piece of work and its button."""

    asked = Signal(object)
    """The button was pressed: the `TodayRow`."""
    more_asked = Signal(object, object)
    """The lesser acts of a due line are wanted: the `TodayRow` and the place to show them."""

    def __init__(
        self, row: TodayRow, day: date, explain: Callable[[TodayRow], Why], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.row = row
        self._explain = explain
        self.setObjectName("todayLine")
        self.button = QPushButton(WORDS[row.act], self)
        self.button.setAccessibleName(f"{WORDS[row.act]}: {row.title}, {row.detail}")
        self.button.setMinimumWidth(self.fontMetrics().averageCharWidth() * _BUTTON_LETTERS)
        self.button.clicked.connect(self._ask)
        self.more_button = self._made_more()
        self._day_words = _day_words(row, day)
        self._days_beside = self._made_days()
        self._days_below = self._label(self.day_words, self._tone())
        self._cite = self._label(self.row.cite or "", "small")
        self._cite.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._why_part = self._made_why()
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._is_narrow = False
        self._lay_out()

    @property
    def day_words(self) -> str:
        """The day and how far off it is, as shown."""
        return " · ".join(self._day_words)

    def _ask(self) -> None:
        self.asked.emit(self.row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day, the article and its reason under the words where there is no room for them beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _LETTERS_FOR_ALL
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._stand()

    def _stand(self) -> None:
        """Stand as the width allows."""
        is_dated = bool(self._day_words)
        is_column = is_dated and not self._is_narrow
        self._days_beside.setVisible(is_column)
        self._days_below.setVisible(is_dated and self._is_narrow)
        self._why_part.setVisible(bool(self.row.why) or is_column)
        self._cite.setWordWrap(is_column)
        self._cite.setMinimumWidth(self._wide_enough(_LONGEST_CITE) if is_column else 0)
        self._cite.setMaximumWidth(self._wide_enough(_LONGEST_CITE) if is_column else _UNBOUNDED)
        (self._below if self._is_narrow else self._beside).insertWidget(1 - self._is_narrow, self._why_part)

    def _wide_enough(self, words: str) -> int:
        """Give the width of a column that is the same on every line, so that they stand under each other."""
        return self.fontMetrics().horizontalAdvance(words)

    def _lay_out(self) -> None:
        mark = QLabel(self)
        draw_mark(mark, MARKS[self.row.section])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.NEAR, Space.NEAR, 0, Space.NEAR)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._words(), 1)
        self._beside.setSpacing(Space.USUAL)
        self._beside.addWidget(self._days_beside, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._beside)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stand()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the lesser acts by the menu key and the right button too."""
        if self.row.due_id is None:
            super().contextMenuEvent(event)
        else:
            self.more_asked.emit(self.row, event.globalPos())

    def _made_more(self) -> QPushButton:
        button = QPushButton("⋯", self)
        button.setProperty("kind", "quiet")
        button.setToolTip(self.tr("Việc khác: hoãn nhắc, ghi với ngày khác…"))
        button.setAccessibleName(self.tr("Việc khác: {}, {}").format(self.row.title, self.row.detail))
        keeps_room = button.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # so that the main buttons stand under each other
        button.setSizePolicy(keeps_room)
        button.setVisible(self.row.due_id is not None)
        button.setFixedWidth(self.fontMetrics().averageCharWidth() * _MORE_LETTERS)
        button.clicked.connect(self._ask_more)
        return button

    def _ask_more(self) -> None:
        self.more_asked.emit(self.row, self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _words(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(Space.HAIR)
        for words, tone in ((self.row.title, "label"), (self.row.detail, "soft")):
            label = self._label(words, tone)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setVisible(bool(words))
            rows.addWidget(label)
        rows.addWidget(self._days_below)
        self._below.addStretch(1)
        rows.addLayout(self._below)
        return rows

    def _made_days(self) -> QWidget:
        part = QWidget(self)
        rows = QVBoxLayout(part)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.HAIR)
        for words, tone in zip(self._day_words, ("", self._tone()), strict=False):
            label = self._label(words, tone)
            label.setFixedWidth(self._wide_enough(_LONGEST_DAYS))
            rows.addWidget(label)
        return part

    def _tone(self) -> str:
        return "bad" if self.row.section == "overdue" else "soft"

    def _made_why(self) -> QWidget:
        part = QWidget(self)
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TIGHT)
        row.addWidget(self._cite)
        button = _LateWhy(self.row, self._explain, part)
        keeps_room = button.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        button.setSizePolicy(keeps_room)
        button.setVisible(bool(self.row.why))
        row.addWidget(button)
        return part

    def _label(self, words: str, tone: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


class _LateWhy(WhyButton):
    """A "Vì sao?" whose counting is done when it is asked for."""

    def __init__(self, row: TodayRow, explain: Callable[[TodayRow], Why], parent: QWidget) -> None:
        super().__init__(Why(row.why, row.cite), parent)
        self._row = row
        self._explain = explain

    def explain(self) -> None:
        """Count, then open the card."""
        WhyCard.show_near(self._explain(self._row), self)


def _day_words(row: TodayRow, day: date) -> tuple[str, ...]:
    """Say by when to act and how far off that is; the stated day too where it lies on a day off."""
    if row.act_by is None:
        return ()
    stated = f", hạn {row.due_on:%d/%m/%Y}" if row.due_on not in {None, row.act_by} else ""
    return wording.day_words(row.act_by), wording.days_left(row.act_by, day) + stated
