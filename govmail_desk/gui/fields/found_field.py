"""One thing of the register, found by typing a part of its name and chosen from a short list; nothing is completed while typing.

Here: `FoundField`, what the fields for a person and for a mailbox have in common. Up and Down move in the list, Enter takes the one
marked. Finding is the listing's that is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from govmail_desk.gui.background import PAUSE_MS
from govmail_desk.gui.fields.compound_field import CompoundField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Found = TypeVar("Found")

MOST_FOUND: Final = 8
_LINES_SEEN: Final = 5
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class FoundField(CompoundField, Generic[Found]):
    """One thing; extend it with how it is named and told."""

    picked = Signal(object)
    """Another one is chosen: its row, or None once the line no longer names it."""

    def __init__(
        self, find: Callable[[str], Sequence[Found]], *, hint: str, name: str, parent: QWidget | None = None
    ) -> None:
        self._typing = _FindingLine(hint)
        super().__init__(self._typing, parent)
        self._find = find
        self._chosen: Found | None = None
        self._found: Sequence[Found] = ()
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(name)
        self.list.hide()
        self.rows.addWidget(self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self._typing.textEdited.connect(self._wait)
        self._typing.moved.connect(self._move)
        self._typing.entered.connect(self._take_current)
        self._typing.wants_enter = self._wants_enter
        self.list.itemClicked.connect(self._take)

    def named(self, row: Found) -> str:
        """Return what stands in the line once it is chosen."""
        raise NotImplementedError

    def told(self, row: Found) -> str:
        """Return its line in the list."""
        raise NotImplementedError

    def none_words(self) -> str:
        """Return what the list says where nothing is found."""
        raise NotImplementedError

    def chosen(self) -> Found | None:
        """Return what is chosen."""
        return self._chosen

    @property
    def is_empty(self) -> bool:
        """True where nothing stands in the line."""
        return not self._typing.typed()

    def show_chosen(self, row: Found | None) -> None:
        """Choose one, or none."""
        self._chosen = row
        self._typing.setText(self.named(row) if row is not None else "")
        self.list.hide()
        self.picked.emit(row)

    def look(self) -> None:
        """Find by what stands in the line."""
        self._pause.stop()
        self._found = self._find(self._typing.typed())
        self.list.clear()
        for words in map(self.told, self._found):
            self.list.addItem(self._item(words))
        if not self._found:
            self.list.addItem(self._none())
        self.list.setCurrentRow(0)
        lines = min(_LINES_SEEN, self.list.count())
        self.list.setFixedHeight(lines * self._line_height() + 2 * self.list.frameWidth())
        self.list.show()

    def _wait(self) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.picked.emit(None)
        self._pause.start()

    def _wants_enter(self) -> bool:
        return self._chosen is None and bool(self._typing.typed())

    def _move(self, step: int) -> None:
        if self.list.isHidden():
            self.look()
        else:
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, self.list.count() - 1)))

    def _take_current(self) -> None:
        """Take the one marked; where the list does not show what stands in the line yet, only one who is alone in it."""
        if self._pause.isActive() or self.list.isHidden():
            self.look()
            if len(self._found) != 1:
                return
        self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem | None) -> None:
        place = self.list.row(item) if item is not None else -1
        if 0 <= place < len(self._found):
            self.show_chosen(self._found[place])

    def _line_height(self) -> int:
        return self.list.fontMetrics().height() + Space.NEAR

    def _item(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setSizeHint(QSize(0, self._line_height()))
        return item

    def _none(self) -> QListWidgetItem:
        item = self._item(self.none_words())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item


class _FindingLine(TextField):
    """The line typed in; until one is chosen, Enter belongs to the list and not to the dialog."""

    moved = Signal(int)
    entered = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(hint=hint)
        self.wants_enter: Callable[[], bool] = bool

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, or take from it."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key in _ENTER and self.wants_enter():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
