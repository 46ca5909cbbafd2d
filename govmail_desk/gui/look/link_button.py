"""Words that lead to something: a person, a request, a paper. Reached by Tab and pressed like any button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

_AROUND: Final = 6
_FEWEST_LETTERS: Final = 6


class LinkButton(QPushButton):
    """Words that lead on; long ones end in … and are whole in the tip and to a screen reader."""

    def __init__(self, words: str, does: Callable[[], object], parent: QWidget | None = None, *, tip: str = "") -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.words = words
        self._does = does
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setAccessibleName(words)
        self.setToolTip(tip or words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)

    def sizeHint(self) -> QSize:
        """As wide as the whole words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters are always seen."""
        return QSize(self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the end of the words give way."""
        super().resizeEvent(event)
        room = self.width() - _AROUND + 1
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))

    def _go(self) -> None:
        self._does()
