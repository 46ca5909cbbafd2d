"""A field that is a line with more around it: proposals, a list to choose from, a reading of what was typed.

Here: `CompoundField`, which hands the words, the hint and the mark of an error on to the line, where the focus stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDynamicPropertyChangeEvent, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class CompoundField(QWidget):
    """Put the rest of the field into `rows`, under the line."""

    def __init__(self, line: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(Space.TIGHT)
        self.rows.addWidget(line)
        self.setFocusProxy(line)

    def setAccessibleName(self, name: str) -> None:
        """Name the line too."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Describe the line too."""
        super().setAccessibleDescription(description)
        self.line.setAccessibleDescription(description)

    def event(self, event: QEvent) -> bool:
        """Mark the line where the field is wrong."""
        if isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == b"wrong":
            self.line.setProperty("wrong", self.property("wrong"))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        return super().event(event)
