"""Where a scrolled content stands, kept while it is built anew and laid out, however long that takes.

Here: `KeptPlace`. No time is waited for: the place is gone back to whenever the content is high enough, until somebody else scrolls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar


class KeptPlace(QObject):
    """The place of one scroll bar."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._place: int | None = None
        bar.rangeChanged.connect(self._go_back)
        bar.actionTriggered.connect(self.forget)
        bar.valueChanged.connect(self._follow)

    def keep(self, place: int) -> None:
        """Go to this place, as soon as the content reaches so far down."""
        self._place = place
        self._go_back()

    def forget(self) -> None:
        """Let the content stand where it stands."""
        self._place = None

    def _go_back(self) -> None:
        if self._place is not None:
            self._bar.setValue(self._place)

    def _follow(self, value: int) -> None:
        """Let go where the content was moved, say by the focus; at its end it may only be too short still."""
        if value not in {self._place, self._bar.maximum()}:
            self._place = None
