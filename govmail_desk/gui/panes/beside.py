"""A list with the pane of the one chosen beside it; where there is no room for both, one of them at a time.

Here: `Beside`. Enter on a row goes into the pane, Esc goes back to the list, wide or narrow.
Not here: what stands in the pane (`gui.panes`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from govmail_desk.gui.panes.pane import Pane

_LETTERS_FOR_THE_LIST: Final = 58


class Beside(QSplitter):
    """A list, and its pane once something is chosen."""

    pane_alone = Signal(bool)
    """The pane stands alone now, or no longer: what belongs to the list gives way."""

    def __init__(self, listed: QWidget, pane: Pane, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.listed = listed
        self.pane = pane
        self.is_narrow = False
        self.is_open = False
        self.has_chosen = False
        self.setChildrenCollapsible(False)
        for part in (listed, pane):
            self.addWidget(part)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setFocusProxy(listed)
        pane.left.connect(self.go_back)
        self._arrange()

    def show_chosen(self, *, has_chosen: bool) -> None:
        """Show the pane where something is chosen; the list has the whole width where nothing is."""
        self.has_chosen = has_chosen
        self._arrange()

    def open_pane(self) -> None:
        """Go into the pane."""
        self.is_open = True
        self._arrange()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go back to the list."""
        self.is_open = False
        self._arrange()
        self.listed.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both where there is room for both."""
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        is_narrow = self.width() < self.pane.minimumWidth() + letter * _LETTERS_FOR_THE_LIST
        if is_narrow != self.is_narrow:
            self.is_narrow = is_narrow
            self._arrange()

    def _arrange(self) -> None:
        is_alone = self.is_narrow and self.is_open
        self.pane.back_button.setVisible(self.is_narrow)
        self.pane.setVisible(is_alone or (self.has_chosen and not self.is_narrow))
        self.listed.setVisible(not is_alone)
        self.pane_alone.emit(is_alone)
