"""Báo cáo: what is told of the mailboxes to others, on shelves: reports, the operator's figures, reviews, the directory, other units.

Here: the row of shelves and the one shown, whose title line and acts are the page's own. What stands on a shelf is `gui.shelves`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.frame.page_stack import PageStack
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import SIDE, draw_icon, draw_on
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.page import Page
from govmail_desk.gui.shelves import SHELVES
from govmail_desk.listings.journal_names import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.page_spec import PageSpec

_DRAWING: Final = SIDE + 4
"""What a drawing adds to the width of a button: itself, and what Qt leaves between it and the words."""


class ReportsPage(Page):
    """Shelf beside shelf; Ctrl+Page Up and Down go from one to the next."""

    reads = frozenset(TABLES)
    """Each shelf passes over what it does not show."""

    def __init__(self, parent: QWidget | None = None, *, specs: Sequence[PageSpec] = SHELVES) -> None:
        super().__init__(parent)
        self.stack = PageStack({spec.key: spec for spec in specs}, specs[0].key, self)
        self.bar = ShelfBar(specs, self)
        self.bar.setAccessibleName(self.tr("Các phần của trang Báo cáo"))
        self._lay_out()
        self._connect()

    @property
    def subtitle(self) -> str:
        """What the shelf shown says of itself."""
        return self.stack.page.subtitle if self.stack.page is not None else ""

    @property
    def shown_topic(self) -> str:
        """The help of the shelf shown."""
        return self.stack.page.shown_topic if self.stack.page is not None else ""

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self.stack.open_desk(desk)
        self._tell_header()

    def reload(self, changes: Changes | None) -> None:
        """Show the rows as they stand now."""
        self.stack.take(changes)

    def show_part(self, key: str) -> None:
        """Show a shelf by its key."""
        self.bar.buttons[key].setChecked(True)
        self.stack.show_page(key)
        self._tell_header()

    def show_item(self, item_id: int) -> None:
        """Show one thing of the shelf shown."""
        if self.stack.page is not None:
            self.stack.page.show_item(item_id)

    def start(self, act_key: str) -> None:
        """Begin an act of the shelf shown."""
        if self.stack.page is not None:
            self.stack.page.start(act_key)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.NEAR)
        column.addWidget(self.bar)
        column.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)

    def _connect(self) -> None:
        self.bar.group.buttonClicked.connect(self._show_clicked)
        self.stack.go_to.connect(self.go_to)
        self.stack.failed.connect(self.failed)
        self.stack.header_changed.connect(self._tell_header)
        for keys, steps in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._go_on, steps))

    def _go_on(self, steps: int) -> None:
        keys = list(self.bar.buttons)
        self.show_part(keys[(keys.index(self.stack.key) + steps) % len(keys)])

    def _show_clicked(self, button: QPushButton) -> None:
        self.show_part(button.objectName())

    def _tell_header(self) -> None:
        page = self.stack.page
        self.main_act, self.acts = (page.main_act, page.acts) if page is not None else (None, [])
        self.header_changed.emit()


class ShelfBar(QWidget):
    """A button a shelf, one of them down."""

    def __init__(self, specs: Sequence[PageSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self._specs = tuple(specs)
        self._is_bare = False
        self.group = QButtonGroup(self)
        self.buttons = {spec.key: self._button(spec) for spec in specs}
        buttons = FlowLayout()  # in a narrow window they go on in the next line
        for button in self.buttons.values():
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.APART, 0, Space.APART, 0)
        row.addLayout(buttons, 1)
        self.buttons[specs[0].key].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the drawings out where they would send a name to the next line."""
        super().resizeEvent(event)
        if (is_bare := self._whole_width() > event.size().width()) != self._is_bare:
            self._is_bare = is_bare
            for spec in self._specs:
                self._draw(self.buttons[spec.key], spec.icon)

    def _whole_width(self) -> int:
        """Say how wide one line is with every drawing in it."""
        gaps = Space.NEAR * (len(self.buttons) - 1) + 2 * Space.APART
        drawings = _DRAWING * len(self.buttons) if self._is_bare else 0
        return sum(button.sizeHint().width() for button in self.buttons.values()) + gaps + drawings

    def _draw(self, button: QPushButton, icon_name: str) -> None:
        if self._is_bare:
            draw_on(button, QIcon, side=0)
        else:
            draw_icon(button, icon_name)

    def _button(self, spec: PageSpec) -> QPushButton:
        button = QPushButton(spec.title, self)
        button.setObjectName(spec.key)
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._draw(button, spec.icon)
        self.group.addButton(button)
        return button
