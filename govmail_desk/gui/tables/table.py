"""The table every page shows its rows in: quiet lines, fixed heights, columns remembered, all of it by keyboard.

Here: `Table`. Enter or a double click opens a row, F2 asks to edit it, Ctrl+C copies the chosen rows as text, a click on a title
sorts, a right click on a title offers the columns. What a page does then is said by signals with ids.
Not here: the rows (`gui.tables.rows_model`), what a column shows (`gui.tables.columns`), the empty page (`gui.look.empty_state`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from govmail_desk.gui.look.marks import SIDE
from govmail_desk.gui.look.theme import Space, theme_in_use
from govmail_desk.gui.tables.columns import Layout, lay_out, layout_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QModelIndex, QSettings
    from PySide6.QtGui import QResizeEvent

    from govmail_desk.gui.tables.rows_model import RowsModel

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BAR: Final = 3


class Table(QTableView):
    """A table over a `RowsModel`."""

    opened = Signal(object)
    """The row with this id is to be opened."""
    edit_asked = Signal(object)
    """The row with this id is to be edited."""
    chosen = Signal(object)
    """Other rows are chosen now: the list of their ids."""

    def __init__(
        self, model: RowsModel[Any], *, name: str, settings: QSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._settings = settings
        self._kept_as = ""
        self._natural_widths: dict[int, int] = {}
        self._letter = 0
        self._remembered: tuple[list[int], int | None, int] = ([], None, 0)
        self.setAccessibleName(name)
        self.setModel(model)
        self._dress()
        self._set_up_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.activated.connect(self._open)

    def remember_as(self, name: str) -> None:
        """Keep widths, order and hidden columns under a name, and put them as they were kept."""
        if self._settings is None:
            return
        layout = Layout.read(self._settings, name)
        if layout is not None:
            lay_out(self.horizontalHeader(), self.rows.columns, layout)
        self._kept_as = name

    @property
    def chosen_ids(self) -> list[int]:
        """The ids of the chosen rows, top to bottom."""
        return [self.rows.id_at(place) for place in self._chosen_places()]

    @property
    def current_id(self) -> int | None:
        """The id of the row the keyboard stands on."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def choose(self, item_id: int) -> bool:
        """Choose one row and bring it into view; False where it is not shown."""
        place = self.rows.place_of(item_id)
        if place is None:
            return False
        self.selectRow(place)
        self.scrollTo(self.rows.index(place, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def selectRow(self, row: int) -> None:
        """Choose this row and no other: Qt's own heeds a key that is held down, and Ctrl+K or Ctrl+Enter leads here."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 edits, Ctrl+C copies; the rest moves about."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self.edit_asked.emit(self.rows.id_at(index.row()))
        elif event.key() in _ENTER and index.isValid():
            self._open(index)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: looking for them here would read every row; rows are found by the search line."""

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as text, as a spreadsheet takes it."""
        header = self.horizontalHeader()
        seen = [header.logicalIndex(place) for place in range(header.count())]
        shown = [column for column in seen if not header.isSectionHidden(column)]
        lines = [
            "\t".join(str(self.rows.index(place, column).data() or "") for column in shown)
            for place in self._chosen_places()
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the quiet line under each row, and a bar at the row the keyboard stands on."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        theme = theme_in_use()
        painter.setPen(theme.colour("line"))
        bottom, width = event.rect().bottom(), self.viewport().width()
        row = self.rowAt(event.rect().top())
        while 0 <= row < self.rows.rowCount() and self.rowViewportPosition(row) <= bottom:
            line = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(0, line, width, line)
            row += 1
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            painter.fillRect(
                0, self.rowViewportPosition(current.row()), _BAR, self.rowHeight(current.row()), theme.colour("focus")
            )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room left over to the column that grows."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Make rows and columns fit another size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._letter:
            self._fit_letters()

    def _fit_letters(self) -> None:
        before, self._letter = self._letter, self._letter_width()
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self._natural_widths = {index: width * self._letter // before for index, width in self._natural_widths.items()}
        header = self.horizontalHeader()
        for index in range(header.count()):
            header.resizeSection(index, header.sectionSize(index) * self._letter // before)
        self._grow()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(False)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self._row_height())

    def _row_height(self) -> int:
        return QFontMetrics(theme_in_use().font()).height() + Space.USUAL

    def _letter_width(self) -> int:
        return QFontMetrics(theme_in_use().font()).averageCharWidth()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(Space.APART * 2)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(self._keep)
        header.sectionMoved.connect(self._keep)
        self._letter = self._letter_width()
        for index, column in enumerate(self.rows.columns):
            header.resizeSection(index, column.width * self._letter + Space.WIDE)
            header.setSectionHidden(index, column.is_hidden)
            if column.grows:
                self._natural_widths[index] = header.sectionSize(index)

    def _grow(self) -> None:
        """Share the room left over among the columns that grow; none of them gets narrower than it was drawn."""
        header = self.horizontalHeader()
        growing = [index for index in self._natural_widths if not header.isSectionHidden(index)]
        left_over = self.viewport().width() - header.length()
        for place, index in enumerate(growing):
            before = header.sectionSize(index)
            header.resizeSection(index, max(self._natural_widths[index], before + left_over // (len(growing) - place)))
            left_over -= header.sectionSize(index) - before

    def _sort(self, column: int) -> None:
        if self.rows.columns[column].sort_by is None:
            return
        was_up = self.rows.order.by == self.rows.columns[column].sort_by and not self.rows.order.is_descending
        order = Qt.SortOrder.DescendingOrder if was_up else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self.rows.sort(column, order)

    def _offer_columns(self, at: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def columns_menu(self) -> QMenu:
        """Return the menu that shows and hides columns; the first column always stays."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for index, column in enumerate(self.rows.columns):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(not self.horizontalHeader().isSectionHidden(index))
            action.setEnabled(index > 0)
            action.toggled.connect(partial(self.show_column, index))
            menu.addAction(action)
        return menu

    def show_column(self, index: int, is_shown: bool) -> None:
        """Show or hide a column."""
        self.horizontalHeader().setSectionHidden(index, not is_shown)
        self._grow()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.id_at(index.row()))

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.chosen_ids)

    def _chosen_places(self) -> list[int]:
        chosen = self.selectionModel().selection()
        parts = (chosen.at(number) for number in range(chosen.count()))
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def _remember(self) -> None:
        self._remembered = (self.chosen_ids, self.current_id, self.verticalScrollBar().value())

    def _recall(self) -> None:
        chosen, current, scrolled = self._remembered
        places = self.rows.places_of({*chosen, current})
        selection = QItemSelection()
        for first, last in _stretches(sorted(places[item_id] for item_id in chosen if item_id in places)):
            selection.select(self.rows.index(first, 0), self.rows.index(last, self.rows.columnCount() - 1))
        if current in places:
            index = self.rows.index(places[current], 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(scrolled)
        self._grow()

    def _keep(self) -> None:
        if self._kept_as and self._settings is not None:
            layout_of(self.horizontalHeader(), self.rows.columns).write(self._settings, self._kept_as)


def _stretches(places: list[int]) -> Iterator[tuple[int, int]]:
    """Join neighbouring places: a whole table chosen is one stretch."""
    first = last = -1
    for place in places:
        if place != last + 1 or first < 0:
            if first >= 0:
                yield first, last
            first = place
        last = place
    if first >= 0:
        yield first, last
