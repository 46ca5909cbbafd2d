"""The head of a letter as a paper sets it: issuing body at the left, national title at the right, seen while it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from govmail_desk.domain.letterhead import number_line
from govmail_desk.domain.paper_date import draft_date, place_and_date
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.settings import Letterhead

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"


class LetterHead(QFrame):
    """Four lines: bodies and nation, number and motto, place and date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quietCard")
        self._parent_body = self._line("")
        self._body = self._line("label")
        self._number = self._line("")
        self._place = self._line("")
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.WIDE, Space.USUAL, Space.WIDE, Space.USUAL)
        grid.setHorizontalSpacing(Space.APART)
        for row, part in enumerate((self._parent_body, self._body, self._number)):
            grid.addWidget(part, row, 0)
        for row, part in enumerate((self._line("label", _NATION), self._line("label", _MOTTO), self._place)):
            grid.addWidget(part, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    @property
    def words(self) -> str:
        """What stands at the left and under the motto, as text."""
        parts = (self._parent_body, self._body, self._number, self._place)
        return "\n".join(part.text() for part in parts if part.text())

    def show_head(self, head: Letterhead, day: date) -> None:
        """Show a letterhead on a draft of this day."""
        self._parent_body.setText(head.parent_body.upper())
        self._parent_body.setVisible(bool(head.parent_body))
        self._body.setText(head.body.upper())
        self._number.setText(number_line(head.symbol))
        self._place.setText(place_and_date(head.place, draft_date(day)))
        self.setAccessibleName(self.tr("Phần đầu công văn: {}").format(self.words))

    def _line(self, tone: str, words: str = "") -> QLabel:
        line = QLabel(words, self)
        line.setProperty("tone", tone)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        return line
