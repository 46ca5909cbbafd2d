"""A line of text that gives way when the window is narrow: it ends in … and shows the whole on hover and to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_FEWEST_LETTERS: Final = 4


class ElidedLabel(QLabel):
    """A one-line label of plain text whose end gives way first."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.whole = ""
        """The text without the … ; `text()` is what is seen."""
        self.show_text(text)

    def show_text(self, text: str, *, tip: str = "") -> None:
        """Show another text; `tip` says more than the text where there is more to say."""
        self.whole = " ".join(text.split())
        self.setAccessibleName(self.whole)
        self.setToolTip(tip or self.whole)
        self.setText(self.whole)
        if self.isVisible():
            self._fit()

    def sizeHint(self) -> QSize:
        """The whole text, where there is room."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.whole) + metrics.averageCharWidth(), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few letters and the … are always seen, or nothing where there is no text."""
        letters = min(_FEWEST_LETTERS, len(self.whole))
        return QSize(self.fontMetrics().averageCharWidth() * letters, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_cut = self.fontMetrics().horizontalAdvance(self.whole) > self.width()
        self.setText(self._elided() if is_cut else self.whole)

    def _elided(self) -> str:
        return self.fontMetrics().elidedText(self.whole, QtCore.Qt.TextElideMode.ElideRight, self.width())
