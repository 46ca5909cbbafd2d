"""The rail at the left: one button a page, with a count only where something waits.

Here: the buttons, and the narrow form that shows drawings only. Which page is shown, and Ctrl+1…9, is `gui.frame.window_works`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from govmail_desk.gui.look.icons import SIDE, draw_icon
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from govmail_desk.gui.page_spec import PageSpec

_MOST_SHOWN: Final = 99
_COUNTS_WIDEST: Final = f"{_MOST_SHOWN}+"
_GAP: Final = "  "
"""Between drawing and words, where Qt leaves too little."""


class RailButton(QPushButton):
    """One page on the rail."""

    asked = Signal(str)

    def __init__(self, spec: PageSpec, parent: QWidget) -> None:
        super().__init__(_GAP + spec.title, parent)
        self.spec = spec
        self.count = 0
        self._is_narrow = False
        self._pill: QLabel | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)
        self.toggled.connect(self._draw)
        self._draw()
        self._name()

    def show_count(self, count: int) -> None:
        """Show how much waits there; nothing where nothing does."""
        self.count = count
        if self._pill is None and count:
            self._pill = QLabel(self)
            self._pill.setObjectName("railCount")
        if self._pill is not None:
            self._pill.setText(str(count) if count <= _MOST_SHOWN else _COUNTS_WIDEST)
            self._pill.setVisible(count > 0)
            self._place_pill(self._pill)
        self._name()

    def be_narrow(self, *, is_narrow: bool) -> None:
        """Show the drawing alone, the name on hover."""
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.setText("" if is_narrow else _GAP + self.spec.title)
            self._name()

    def sizeHint(self) -> QSize:
        """Leave room for the words in bold, which they are where the page is shown, and for the count beside them or the drawing."""
        bold = QFontMetrics(theme_in_use().font(weight=QFont.Weight.DemiBold))
        words = bold.horizontalAdvance(_COUNTS_WIDEST if self._is_narrow else self.text() + "0099")
        gap = Space.NEAR if self._is_narrow else Space.USUAL
        return QSize(SIDE + 2 * Space.USUAL + words + gap, max(SIDE, bold.height()) + 2 * Space.NEAR)

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right end."""
        super().resizeEvent(event)
        if self._pill is not None:
            self._place_pill(self._pill)

    def _place_pill(self, pill: QLabel) -> None:
        pill.adjustSize()
        gap = Space.TIGHT if self._is_narrow else Space.NEAR
        pill.move(self.width() - pill.width() - gap, (self.height() - pill.height()) // 2)

    def _draw(self) -> None:
        draw_icon(self, self.spec.icon, "accent" if self.isChecked() else "ink_soft")

    def _ask(self) -> None:
        self.asked.emit(self.spec.key)

    def _name(self) -> None:
        waiting = self.tr(", {} việc đang chờ").format(self.count) if self.count else ""
        self.setAccessibleName(self.spec.title + waiting)
        self.setToolTip(self.spec.title + waiting if self._is_narrow else "")


class Rail(QFrame):
    """All pages, top to bottom; arrow keys move along it."""

    asked = Signal(str)
    """A page was asked for, by its key."""

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Các trang"))
        self.buttons = {spec.key: RailButton(spec, self) for spec in specs}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.NEAR, Space.USUAL, Space.NEAR, Space.USUAL)
        layout.setSpacing(Space.HAIR)
        for button in self.buttons.values():
            button.asked.connect(self.asked)
            layout.addWidget(button)
        layout.addStretch(1)

    def show_page(self, key: str) -> None:
        """Mark the page that is shown."""
        self.buttons[key].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how much waits on each page."""
        for key, button in self.buttons.items():
            button.show_count(counts.get(key, 0))

    def be_narrow(self, *, is_narrow: bool) -> None:
        """Give the page more room: drawings only."""
        for button in self.buttons.values():
            button.be_narrow(is_narrow=is_narrow)
