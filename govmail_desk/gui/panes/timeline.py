"""What happened to a thing, day under day, joined by a line: the marks at the left, the words beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from govmail_desk.gui.look.marks import SIDE, draw_mark
from govmail_desk.gui.look.theme import Space, theme_in_use
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.gui.look.marks import Mark

_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One dated event: its word with its mark, the day in words, what else is to be told."""

    word: str
    mark: Mark
    day: str
    told: str = ""


class Timeline(QWidget):
    """Dated events, the latest on top."""

    def __init__(self, moments: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Space.TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        for moment in moments:
            self._tell(moment)
        self.setAccessibleName(self.tr("Diễn biến"))
        self.setAccessibleDescription("\n".join(f"{one.day}: {one.word}. {one.told}".strip() for one in moments))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Join the marks by a line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme_in_use().colour("edge"))
        for upper, lower in zip(self._marks, self._marks[1:], strict=False):
            middle = upper.geometry().center().x()
            painter.drawLine(
                QPoint(middle, upper.geometry().bottom() + _GAP), QPoint(middle, lower.geometry().top() - _GAP)
            )

    def _tell(self, moment: Moment) -> None:
        row = self._grid.rowCount()
        mark = QLabel(self)
        draw_mark(mark, moment.mark)
        mark.setFixedSize(SIDE, self.fontMetrics().height())
        self._marks.append(mark)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(WrappedLabel(moment.word, parent=self), row, 1)
        for words in filter(None, (moment.day, moment.told)):
            self._grid.addWidget(WrappedLabel(words, "small", self), self._grid.rowCount(), 1)
        self._grid.setRowMinimumHeight(self._grid.rowCount(), Space.NEAR)
