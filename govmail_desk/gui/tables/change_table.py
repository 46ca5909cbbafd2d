"""The facts of one row of the register before and after an act, side by side.

Here: `ChangeTable`. What the facts are called and say: `listings.journal_changes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.listings.journal_changes import ToldChange

HOW: Final = {"added": "Thêm", "changed": "Sửa", "removed": "Bỏ"}
_NAMES, _BEFORE, _AFTER = range(3)
_LETTERS_OF_WORDS: Final = 15


class ChangeTable(QWidget):
    """One row: each fact with what it was and what it is; a new row has no before, one taken out no after."""

    def __init__(self, change: ToldChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.change = change
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, Space.NEAR)
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(Space.HAIR)
        self._grid.setColumnMinimumWidth(_NAMES, self.fontMetrics().averageCharWidth() * _LETTERS_OF_WORDS)
        for column in (_BEFORE, _AFTER):
            self._grid.setColumnStretch(column, 1)
        self._fill()
        self.setAccessibleName(self.words)

    @property
    def title(self) -> str:
        """What was done to which row."""
        return f"{HOW[self.change.how]}: {self.change.table} {self.change.name}".strip()

    @property
    def words(self) -> str:
        """The whole table as text."""
        lines = (f"{fact.words}: {fact.before or '–'} → {fact.after or '–'}" for fact in self.change.facts)
        return "\n".join((self.title, *lines))

    def _fill(self) -> None:
        is_changed = self.change.how == "changed"
        if is_changed:
            self._put(0, _BEFORE, self.tr("Trước"), "small")
            self._put(0, _AFTER, self.tr("Sau"), "small")
        for row, fact in enumerate(self.change.facts, start=1):
            self._put(row, _NAMES, fact.words, "small")
            if is_changed:
                self._put(row, _BEFORE, fact.before or "–", "soft")
                self._put(row, _AFTER, fact.after or "–", "")
            else:
                self._put(
                    row, _BEFORE, fact.after or fact.before, "soft" if self.change.how == "removed" else "", span=2
                )

    def _put(self, row: int, column: int, words: str, tone: str, *, span: int = 1) -> None:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(label, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
