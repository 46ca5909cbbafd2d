"""The search box of the whole window (Ctrl+K): pages, acts, people, mailboxes and requests, without diacritics.

Here: the box, its list, and finding pages and acts at once ("ban giao" finds Bàn giao). What lies in the register is found by the
function given with `find_with`, in a worker after a pause in typing; an answer that comes late is dropped.
It is a part of the window and no pop-up of the desktop: pop-ups take the keyboard away from input methods.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.gui.background import Latest
from govmail_desk.gui.frame.wiring import Found
from govmail_desk.gui.look.icons import icon
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from govmail_desk.gui.background import Background
    from govmail_desk.gui.page_spec import PageSpec

_WIDTH: Final = 560
_MOST_LINES: Final = 12
Index = QModelIndex | QPersistentModelIndex

_FOUND: Final = Qt.ItemDataRole.UserRole
_MOVES: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class SearchPalette(QFrame):
    """A line to type in and what it finds."""

    chosen = Signal(object)
    """Something found was chosen: a `Found`."""

    def __init__(self, specs: Iterable[PageSpec], background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("card")
        self._specs = {spec.key: spec for spec in specs}
        self._offered = [(search_key(found.title), found) for found in self._pages_and_acts()]
        self._find: Callable[[str], Sequence[Found]] | None = None
        self._latest = Latest(background, self)
        self._focus_before: QWidget | None = None
        self.line = QLineEdit(self)
        self.line.setObjectName("foundLine")
        self.line.setPlaceholderText(self.tr("Tìm hộp thư, người, việc, trang…"))
        self.line.setAccessibleName(self.tr("Tìm hộp thư, người, việc, trang"))
        self.list = QListWidget(self)
        self.list.setObjectName("foundList")
        self.list.setAccessibleName(self.tr("Kết quả tìm"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_FoundLine(self.list))
        self._lay_out()
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.hide()

    def find_with(self, find: Callable[[str], Sequence[Found]]) -> None:
        """Take the way to look into the register."""
        self._find = find

    def open_under(self, button: QWidget) -> None:
        """Show the box over a button and put the focus into it."""
        self._focus_before = QApplication.focusWidget()
        right = button.mapTo(self._over, QPoint(button.width(), 0)).x()
        left = max(Space.USUAL, min(right, self._over.width() - Space.USUAL) - self._wide())
        self.setGeometry(left, Space.TIGHT, self._wide(), self.height())
        self.line.clear()
        self._search("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        self._latest.forget()
        self.hide()
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def found(self) -> list[Found]:
        """What the list shows."""
        return [self.list.item(row).data(_FOUND) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys, Enter and Esc work from the line; go away when the focus does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(event.key()):
            return True
        if event.type() == QEvent.Type.FocusOut and not self.isAncestorOf(QApplication.focusWidget() or self):
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key in _MOVES:
            row = self.list.currentRow() + _MOVES[Qt.Key(key)]
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.dismiss()
            return True
        return False

    def _search(self, text: str) -> None:
        key = search_key(text)
        words = key.split()
        here = [found for folded, found in self._offered if all(word in folded for word in words)]
        self._show(here)
        self._latest.forget()
        if self._find is not None and key:
            self._latest.ask(partial(self._find, text), partial(self._show_more, here))

    def _show_more(self, here: list[Found], there: Sequence[Found]) -> None:
        self._show([*here, *there])

    def _show(self, found: list[Found]) -> None:
        self.list.clear()
        for one in found:
            self.list.addItem(self._item(one))
        self.list.setCurrentRow(0)
        height = self.list.sizeHintForRow(0) if found else 0
        self.list.setFixedHeight(height * min(len(found), _MOST_LINES) + (Space.NEAR if found else 0))
        self.adjustSize()
        self.resize(self._wide(), self.height())

    def _wide(self) -> int:
        return min(_WIDTH, self._over.width() - 2 * Space.USUAL)

    def _item(self, found: Found) -> QListWidgetItem:
        item = QListWidgetItem(found.title)
        item.setData(_FOUND, found)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{found.title}, {found.detail}")
        item.setIcon(icon(self._specs[found.page_key.partition("/")[0]].icon if not found.act_key else "right"))
        return item

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            found = item.data(_FOUND)
            self.dismiss()
            self.chosen.emit(found)

    def _pages_and_acts(self) -> Iterable[Found]:
        pages = [(spec.key, spec, self.tr("Trang")) for spec in self._specs.values()]
        parts = [(f"{whole}/{part.key}", part, spec.title) for whole, spec, _ in pages for part in spec.parts]
        yield from (Found(where, spec.title, detail) for where, spec, detail in pages + parts)
        for where, spec, _ in pages + parts:
            for key, words in spec.acts:
                yield Found(where, words, spec.title, act_key=key)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, Space.TIGHT)
        layout.setSpacing(0)
        layout.addWidget(self.line)
        layout.addWidget(self.list)


class _FoundLine(QStyledItemDelegate):
    """One line of the list: what was found, and where it is in quieter letters at the right end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), QFontMetrics(theme_in_use().font()).height() + Space.WIDE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        found = index.data(_FOUND)
        left = QFontMetrics(theme_in_use().font()).horizontalAdvance(found.title) + 2 * Space.APART + Space.WIDE
        room = option.rect.adjusted(left, 0, -Space.USUAL, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(theme_in_use().colour("ink_soft"))
        words = painter.fontMetrics().elidedText(found.detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        painter.restore()
