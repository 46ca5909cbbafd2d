"""What else changed at a mailbox, one line for each: what it is, what it was, what it is now.

Here: `FactLines`, a part of the fields of a change (`gui.dialogs.details_fields`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk.domain.request_details import Fact
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence


class FactLine(NamedTuple):
    """The three fields of one line."""

    what: TextField
    old: TextField
    new: TextField


class FactLines(QWidget):
    """Lines to fill, one at first; a line without what and new says nothing."""

    edited = Signal()
    """Something else stands in a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[FactLine] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self.more_button = QPushButton(self.tr("Thêm một nội dung"), self)
        self.more_button.setProperty("kind", "quiet")
        self.more_button.setAutoDefault(False)
        self.more_button.setAccessibleName(self.tr("Thêm một nội dung thay đổi khác"))
        self.more_button.clicked.connect(self._add_and_go)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        rows.addLayout(self._grid)
        rows.addWidget(self.more_button)
        self.add_line()
        self.setFocusProxy(self.lines[0].what)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the lines say."""
        typed = (Fact(line.what.typed(), line.old.typed(), line.new.typed()) for line in self.lines)
        return tuple(fact for fact in typed if fact.what and fact.new)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Put facts into the lines."""
        for _ in range(len(self.lines), len(facts)):
            self.add_line()
        for line, fact in zip(self.lines, facts, strict=False):
            for field, text in zip(line, (fact.what, fact.old, fact.new), strict=True):
                field.setText(text)

    def add_line(self) -> None:
        """Add an empty line."""
        number = len(self.lines) + 1
        line = FactLine(
            TextField(hint=self.tr("Ví dụ: Chức vụ")), TextField(hint=self.tr("Cũ")), TextField(hint=self.tr("Mới"))
        )
        for field in line:
            field.ensurePolished()  # the room a hint needs is known once the field wears the look
            field.setMinimumWidth(_room_for_hint(field))
        words = (self.tr("Nội dung thay đổi {}"), self.tr("Nội dung cũ {}"), self.tr("Nội dung mới {}"))
        for place, (field, said) in enumerate(zip(line, words, strict=True)):
            field.setAccessibleName(said.format(number))
            field.textEdited.connect(self.edited)
            self._grid.addWidget(field, number, place)
        self.lines.append(line)

    def _add_and_go(self) -> None:
        self.add_line()
        for field in self.lines[-1]:
            field.show()  # what is not shown yet cannot have the focus
        self.lines[-1].what.setFocus()


def _room_for_hint(field: TextField) -> int:
    """Say how wide a field must be for its hint to be read whole."""
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) + field.minimumSizeHint().width()
