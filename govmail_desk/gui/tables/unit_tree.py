"""The units as a tree, and as a list to choose one from.

Here: `UnitTree`, `unit_choices`, `below` (a unit and all under it). The rows come from `listings.units`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from govmail_desk.gui.look.days import short_day
from govmail_desk.gui.look.marks import MAILBOX_MARKS, SIDE, mark_icon
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from govmail_desk.listings.units import UnitRow

_ID: Final = Qt.ItemDataRole.UserRole
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnitTree(QTreeWidget):
    """All units under each other; the first line stands for all of them."""

    chosen = Signal(object)
    """Another unit is chosen: its id, None for all."""
    opened = Signal(object)
    """Enter or a double click: the id of the unit to go into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[UnitRow, ...] = ()
        self._items: dict[int | None, QTreeWidgetItem] = {}
        self.setAccessibleName(self.tr("Cây đơn vị"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(Space.WIDE)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._tell)
        self.itemDoubleClicked.connect(self._open)

    @property
    def chosen_id(self) -> int | None:
        """The id of the unit chosen; None for all."""
        item = self.currentItem()
        unit_id: int | None = item.data(0, _ID) if item is not None else None
        return unit_id

    def show_units(self, rows: Sequence[UnitRow]) -> None:
        """Show other units; the one chosen and what was folded stay as they were."""
        if tuple(rows) == self._rows:
            return
        before, folded = self.chosen_id, {key for key, item in self._items.items() if not item.isExpanded()}
        self._rows = tuple(rows)
        self.blockSignals(True)
        self.clear()
        self._items = {None: self._whole()}
        self.addTopLevelItem(self._items[None])
        for row, _ in in_tree_order(rows):
            parent = self._items.get(row.parent_id) if row.parent_id else None
            item = self._item(row)
            self._items[row.id] = item
            (parent or self.invisibleRootItem()).addChild(item)
        for key, item in self._items.items():
            item.setExpanded(key not in folded)
        self.setCurrentItem(self._items.get(before) or self._items[None])
        self.blockSignals(False)

    def choose(self, unit_id: int | None) -> bool:
        """Choose a unit and bring it into view; False where there is none such."""
        item = self._items.get(unit_id)
        if item is None:
            return False
        self.setCurrentItem(item)
        self.scrollToItem(item)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into a unit."""
        if event.key() in _ENTER:
            self.opened.emit(self.chosen_id)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: units are found by the search line, which knows Vietnamese."""

    def _whole(self) -> QTreeWidgetItem:
        count = sum(row.people_count for row in self._rows)
        item = QTreeWidgetItem([self.tr("Tất cả đơn vị"), str(count)])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _item(self, row: UnitRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem([named(row), str(row.people_count or "")])
        item.setData(0, _ID, row.id)
        item.setToolTip(0, _tip(row))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{_tip(row)}, {row.people_count} người")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, theme_in_use().colour("ink_soft"))
        if row.is_ended:
            item.setIcon(0, mark_icon(MAILBOX_MARKS["closed"]))
            item.setForeground(0, theme_in_use().colour("ink_soft"))
        return item

    def _tell(self) -> None:
        self.chosen.emit(self.chosen_id)

    def _open(self) -> None:
        self.opened.emit(self.chosen_id)


def in_tree_order(rows: Sequence[UnitRow]) -> Iterator[tuple[UnitRow, int]]:
    """Give every unit with its depth, each after the one above it; one whose parent is not there stands at the top."""
    known = {row.id for row in rows}
    under: dict[int | None, list[UnitRow]] = defaultdict(list)
    for row in rows:
        under[row.parent_id if row.parent_id in known else None].append(row)
    waiting = [(row, 0) for row in reversed(under[None])]
    while waiting:
        row, depth = waiting.pop()
        yield row, depth
        waiting += [(child, depth + 1) for child in reversed(under[row.id])]


def below(rows: Sequence[UnitRow], unit_id: int) -> tuple[int, ...]:
    """Return a unit and all units under it, however deep."""
    found: dict[int, bool] = {}
    for row, _ in in_tree_order(rows):
        found[row.id] = row.id == unit_id or found.get(row.parent_id or 0, False)
    return tuple(key for key, is_in in found.items() if is_in)


def unit_choices(rows: Sequence[UnitRow], *, keeping: int | None = None) -> list[tuple[object, str]]:
    """Return the units as choices, those under another set in; ended ones are left out, save the one that stands (`keeping`)."""
    return [
        (row.id, f"{'    ' * depth}{named(row)}")
        for row, depth in in_tree_order(rows)
        if not row.is_ended or row.id == keeping
    ]


def named(row: UnitRow) -> str:
    """Write a unit with what staff call it: `Phòng Chuyển đổi số (P. CĐS)`."""
    return f"{row.name} ({row.short_name})" if row.short_name and row.short_name != row.name else row.name


def _tip(row: UnitRow) -> str:
    return f"{named(row)}, chấm dứt hoạt động từ {short_day(row.ended_on)}" if row.is_ended else named(row)
