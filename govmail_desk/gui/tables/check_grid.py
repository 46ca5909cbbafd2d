"""The month of checks as a grid: two lines a mailbox (morning, afternoon), a column a day, each half day a cell one can stand on.

Here: `CheckGridModel`, `CheckGrid`. What a cell says in words is `gui.tables.check_words`; the log is `listings.checks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from govmail_desk.domain.check import SLOTS, Slot
from govmail_desk.gui.look.theme import Space, theme_in_use
from govmail_desk.gui.tables.check_cells import CELL, CheckCellPainter
from govmail_desk.gui.tables.check_words import cell_text, cell_words, mailbox_words
from govmail_desk.wording import SLOTS as SLOT_WORDS
from govmail_desk.wording import day_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from govmail_desk.listings.checks import Cell, CheckedDay, CheckedMailbox, CheckLog

Index = QModelIndex | QPersistentModelIndex

_WEEKDAYS: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_HEAD_LETTERS: Final = 24
_NARROW_HEAD_LETTERS: Final = 14
_NARROW_LETTERS: Final = 110
"""Narrower than so many letters the heads at the left give way to the days."""
_IN_WORDS: Final = {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class CheckGridModel(QAbstractTableModel):
    """The cells of a log."""

    def __init__(self) -> None:
        super().__init__()
        self.log: CheckLog | None = None

    def show_log(self, log: CheckLog) -> None:
        """Show another log, or the same one as it stands now."""
        self.beginResetModel()
        self.log = log
        self.endResetModel()

    def rowCount(self, _parent: Index | None = None) -> int:
        """Two lines a mailbox."""
        return len(self.log.mailboxes) * len(SLOTS) if self.log else 0

    def columnCount(self, _parent: Index | None = None) -> int:
        """A column a day."""
        return len(self.log.days) if self.log else 0

    def mailbox(self, row: int) -> CheckedMailbox:
        """Return whose line it is."""
        assert self.log is not None
        return self.log.mailboxes[row // len(SLOTS)]

    def day(self, column: int) -> CheckedDay:
        """Return which day it is."""
        assert self.log is not None
        return self.log.days[column]

    def cell(self, index: Index) -> tuple[CheckedMailbox, CheckedDay, Slot, Cell]:
        """Return all of a cell."""
        assert self.log is not None
        of, day, slot = self.mailbox(index.row()), self.day(index.column()), slot_of(index.row())
        return of, day, slot, self.log.cells(of, day)[slot]

    def missing_near(self, index: QModelIndex) -> QModelIndex:
        """Find a half day that is missing: this one, else the last of its mailbox, else of all; this one again where none is."""
        places = (self.index(row, column) for row in range(self.rowCount()) for column in range(self.columnCount()))
        missing = [place for place in places if self.cell(place)[3].duty == "missing"]
        own = self.mailbox(index.row())

        def order(place: QModelIndex) -> tuple[bool, bool, int, int]:
            return place == index, self.mailbox(place.row()) == own, place.column(), place.row()

        return max(missing, key=order, default=index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Say a cell: the letters of who looked; all of it in words on hover and to a screen reader."""
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.cell(index)[3])
        if role in _IN_WORDS:
            return cell_words(*self.cell(index))
        if role == CELL and self.log is not None:
            _, day, _, cell = self.cell(index)
            return cell, day.on == self.log.now.date()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the days above and the mailboxes at the left."""
        if orientation == Qt.Orientation.Horizontal:
            return self._day_head(self.day(section), role)
        return self._line_head(section, role)

    def _day_head(self, day: CheckedDay, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{day.on.day}\n{_WEEKDAYS[day.on.weekday()]}"
        if role in _IN_WORDS:
            return f"{day_words(day.on)}: {day.off_why}" if day.off_why else day_words(day.on)
        return None

    def _line_head(self, row: int, role: int) -> str | None:
        of, slot = self.mailbox(row), slot_of(row)
        if role == Qt.ItemDataRole.DisplayRole:
            name = of.address.partition("@")[0] if slot == SLOTS[0] else ""
            return f"{name}\t{SLOT_WORDS[slot]}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{of.address}, {SLOT_WORDS[slot].lower()}"
        if role == Qt.ItemDataRole.ToolTipRole and self.log is not None:
            return "\n".join((of.address, of.holder or of.unit_name, mailbox_words(self.log, of)))
        return None


class CheckGrid(QTableView):
    """The grid on screen."""

    stood_on = Signal(object)
    """Another cell has the keyboard: its index, invalid where there is none."""
    asked = Signal(object)
    """A cell was opened by Enter, Space or a double click: its index."""

    def __init__(self, model: CheckGridModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._heads = _LineHeads(self)
        self._stood = (0, -1)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(CheckCellPainter(self))
        self.setVerticalHeader(self._heads)
        self._dress()
        self.doubleClicked.connect(self._ask)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)

    def show_day(self, day: date) -> None:
        """Bring a day into view and stand on it."""
        days = [] if self.grid.log is None else [shown.on for shown in self.grid.log.days]
        if day in days and self.grid.rowCount():
            self.setCurrentIndex(self.grid.index(max(0, self.currentIndex().row()), days.index(day)))

    def show_mailbox(self, mailbox_id: int) -> None:
        """Stand on the line of a mailbox."""
        rows = [row for row in range(self.grid.rowCount()) if self.grid.mailbox(row).id == mailbox_id]
        if rows:
            self.setCurrentIndex(self.grid.index(rows[0], max(0, self.currentIndex().column())))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell has the keyboard."""
        super().currentChanged(current, previous)
        self.stood_on.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens the cell; the rest moves about."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the days the room in a narrow window."""
        super().resizeEvent(event)
        self._fit_letters()

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: cells are found by their day and mailbox."""

    def _ask(self, index: QModelIndex) -> None:
        self.asked.emit(index)

    def _remember(self) -> None:
        self._stood = (self.currentIndex().row(), self.currentIndex().column())

    def _recall(self) -> None:
        row, column = self._stood
        rows, columns = self.grid.rowCount(), self.grid.columnCount()
        if rows and columns and column >= 0:
            self.setCurrentIndex(self.grid.index(min(row, rows - 1), min(column, columns - 1)))

    def changeEvent(self, event: QEvent) -> None:
        """Make rows and columns fit another size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_letters()

    def _fit_letters(self) -> None:
        letters = QFontMetrics(theme_in_use().font("small"))
        days, lines = self.horizontalHeader(), self.verticalHeader()
        days.setMinimumSectionSize(letters.horizontalAdvance("MM") + Space.TIGHT)
        days.setDefaultSectionSize(days.minimumSectionSize())
        lines.setDefaultSectionSize(letters.height() + Space.USUAL)
        letter = QFontMetrics(theme_in_use().font()).averageCharWidth()
        self._heads.fit(is_narrow=self.width() < _NARROW_LETTERS * letter)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        days = self.horizontalHeader()
        days.setObjectName("checkDays")
        days.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        days.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_letters()


class _LineHeads(QHeaderView):
    """The heads at the left: the mailbox beside its morning, the half of the day at the right of each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.fit(is_narrow=False)

    def fit(self, *, is_narrow: bool) -> None:
        """Take as much room as the names need, or less in a narrow window."""
        letters = _NARROW_HEAD_LETTERS if is_narrow else _HEAD_LETTERS
        self.setFixedWidth(QFontMetrics(theme_in_use().font()).averageCharWidth() * letters + Space.WIDE)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        theme = theme_in_use()
        name, _, half = str(self.model().headerData(section, Qt.Orientation.Vertical)).partition("\t")
        painter.save()
        painter.fillRect(rect, theme.colour("sunken"))
        if slot_of(section) == SLOTS[-1]:
            painter.setPen(theme.colour("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(Space.NEAR, 0, -Space.NEAR, 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink_soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, half)
        letters = QFontMetrics(theme.font())
        room = inner.width() - QFontMetrics(theme.font("small")).horizontalAdvance(f"{half}  ")
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        shown = letters.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def slot_of(row: int) -> Slot:
    """Return which half of the day a line is about."""
    return SLOTS[row % len(SLOTS)]
