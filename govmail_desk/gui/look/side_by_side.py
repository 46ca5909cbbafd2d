"""Two parts side by side where there is room for both, else one under the other, each as high as it needs to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LETTERS_FOR_BOTH: Final = 100
_LINES_OF_EACH: Final = 14


class SideBySide(QWidget):
    """The first part and the second.

    `shares` says how the width is parted, `letters` how wide it must be for both, `lines` how high each is at least where one stands under
    the other.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int],
        letters: int = _LETTERS_FOR_BOTH,
        lines: int = _LINES_OF_EACH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letters, self._lines = letters, lines
        self._parts = (first, second)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.USUAL)
        for part, share in zip(self._parts, shares, strict=True):
            self._layout.addWidget(part, share)
        self.is_stacked = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as the width allows."""
        super().resizeEvent(event)
        is_stacked = self.width() < self.fontMetrics().averageCharWidth() * self._letters
        if is_stacked != self.is_stacked:
            self.is_stacked = is_stacked
            self._stand()

    def _stand(self) -> None:
        direction = QBoxLayout.Direction.TopToBottom if self.is_stacked else QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(direction)
        height = self.fontMetrics().lineSpacing() * self._lines if self.is_stacked else 0
        for part in self._parts:
            part.setMinimumHeight(height)


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Put a content into an area that scrolls up and down alone and takes no focus itself."""
    scroll = QScrollArea(parent)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
