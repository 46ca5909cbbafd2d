"""The rows of a table, in windows: all ids in their order, and pages of rows fetched when they come into view.

Here: `RowSource` (how a listing is asked), `RowsModel`. Sorting and filtering are the listing's SQL; nothing is sorted here and no
proxy stands above. Not here: columns (`gui.tables.columns`), the view (`gui.tables.table`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.look.marks import mark_icon
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.tables.columns import Column, Order

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

PAGE: Final = 200
"""Rows fetched at a time."""
MOST_PAGES: Final = 25
"""Pages kept; the one unseen longest goes first."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class HasId(Protocol):
    """A row of a listing."""

    @property
    def id(self) -> int:
        """Its number in the register."""
        ...


Row = TypeVar("Row", bound=HasId)


@dataclass(frozen=True)
class RowSource(Generic[Row]):
    """A listing, as the table asks it; both are called on the GUI thread and answer in a few milliseconds."""

    ids: Callable[[Order], Sequence[int]]
    """All ids wanted, in order."""
    rows: Callable[[Sequence[int]], Sequence[Row]]
    """The rows of some of them; those gone meanwhile are left out."""

    @classmethod
    def of(cls, rows: Iterable[Row]) -> RowSource[Row]:
        """Show a few rows that are held already, in their order."""
        held = {row.id: row for row in rows}
        return cls(lambda _order: list(held), lambda ids: [held[one] for one in ids])


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of as many rows as there are, of which only those in view are held."""

    id_role: Final = int(Role.UserRole)
    failed = Signal(object)
    """Rows could not be read: the `StoreUnavailable` that was raised. The table stays, with blanks."""

    def __init__(
        self, columns: Sequence[Column[Row]], source: RowSource[Row] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.order = Order()
        self._source = source
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, dict[int, Row]] = OrderedDict()
        self._answers: dict[int, Callable[[Column[Row], Row], object]] = {
            int(Role.DisplayRole): _text,
            int(Role.DecorationRole): _mark,
            int(Role.ToolTipRole): _tip,
            int(Role.TextAlignmentRole): _alignment,
            int(Role.AccessibleTextRole): _spoken,
            self.id_role: _id,
        }
        if any(column.is_bad is not None for column in columns):
            self._answers[int(Role.ForegroundRole)] = _ink
        if source is not None:
            self.reload()

    # what the table asks

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Answer for one cell; most roles are refused in the first line, which is where scrolling spends its time."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        row = self.row_at(index.row())
        return None if row is None else answer(self.columns[index.column()], row)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Answer with the titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title
        if role == Role.TextAlignmentRole:
            return _alignment(self.columns[section], None)
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count all rows wanted."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask the listing for another order; a column that has no sort key leaves it as it is."""
        if 0 <= column < len(self.columns) and self.columns[column].sort_by is not None:
            self.order = Order(self.columns[column].sort_by, order == Qt.SortOrder.DescendingOrder)
            self.reload()

    # what the page asks

    def show(self, source: RowSource[Row]) -> None:
        """Show what another question finds, such as after another search."""
        self._source = source
        self.reload()

    def reload(self) -> None:
        """Ask for ids and rows anew; the view keeps what was chosen by its id."""
        if self._source is None:
            return
        try:
            ids = self._source.ids(self.order)
        except StoreUnavailable as failure:
            self.failed.emit(failure)
        else:
            self.take(ids)

    def take(self, ids: Sequence[int]) -> None:
        """Show these ids, found elsewhere (in a worker)."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def id_at(self, row: int) -> int:
        """Return the id at a place."""
        return self._ids[row]

    def place_of(self, item_id: int) -> int | None:
        """Return the place of an id, or None where it is not among those shown."""
        try:
            return self._ids.index(item_id)
        except ValueError:
            return None

    def places_of(self, item_ids: Set[int | None]) -> dict[int, int]:
        """Return the places of those of these ids that are shown."""
        return (
            {item_id: place for place, item_id in enumerate(self._ids) if item_id in item_ids}
            if item_ids - {None}
            else {}
        )

    def row_at(self, row: int) -> Row | None:
        """Return the row at a place, fetched with its neighbours where it is not held; None where it is gone."""
        page = self._pages.get(row // PAGE)
        if page is None:
            page = self._fetch(row // PAGE)
        return page.get(self._ids[row])

    def _fetch(self, number: int) -> dict[int, Row]:
        page = self._read(self._ids[number * PAGE : (number + 1) * PAGE])
        self._pages[number] = page
        if len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        return page

    def _read(self, ids: Sequence[int]) -> dict[int, Row]:
        if self._source is None:
            return {}
        try:
            return {row.id: row for row in self._source.rows(ids)}
        except StoreUnavailable as failure:
            # A view asks while it paints; the answer to a failure must not paint a dialog into that.
            QTimer.singleShot(0, partial(self.failed.emit, failure))
            return {}


_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _text(column: Column[Row], row: Row) -> object:
    return column.text(row)


def _mark(column: Column[Row], row: Row) -> object:
    mark = column.mark(row) if column.mark is not None else None
    return None if mark is None else mark_icon(mark)


def _ink(column: Column[Row], row: Row) -> object:
    return theme_in_use().colour("bad") if column.is_bad is not None and column.is_bad(row) else None


def _tip(column: Column[Row], row: Row) -> object:
    return column.tip(row) if column.tip is not None else column.text(row)


def _alignment(column: Column[Row], _row: Row | None) -> object:
    return _RIGHT if column.is_right else _LEFT


def _spoken(column: Column[Row], row: Row) -> object:
    return f"{column.title}: {column.text(row)}"


def _id(_column: Column[Row], row: Row) -> object:
    return row.id
