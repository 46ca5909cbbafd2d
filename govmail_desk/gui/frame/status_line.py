"""The line at the foot: which register is open, and that nothing here uses the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.gui.frame.glance import Glance


class StatusLine(QFrame):
    """Register file and network, with what the program is doing at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._text = ElidedLabel(parent=self)
        self._text.setObjectName("statusText")
        self._doing = ElidedLabel(parent=self)
        self._doing.setObjectName("statusText")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.TIGHT, Space.WIDE, Space.TIGHT)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._doing)

    def show_glance(self, glance: Glance) -> None:
        """Name the register; its whole path on hover."""
        words = self.tr("Sổ: {} · không kết nối mạng").format(glance.register_path.name)
        self._text.show_text(words, tip=str(glance.register_path))

    def say(self, words: str) -> None:
        """Say what the program is doing now; an empty text when it is done."""
        self._doing.show_text(words)
