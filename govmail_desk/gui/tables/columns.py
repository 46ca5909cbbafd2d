"""What a column of a table is, and how a table remembers its columns.

Here: `Column`, `Order`, and keeping widths, order and hidden columns by the column's key, so that a later version with other
columns keeps what still fits. Not here: the rows (`gui.tables.rows_model`), the view (`gui.tables.table`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QHeaderView

    from govmail_desk.gui.look.marks import Mark

Row = TypeVar("Row")


@dataclass(frozen=True, kw_only=True)
class Column(Generic[Row]):
    """One column: its words, how wide it is at first (in letters of the font), and what it shows of a row."""

    key: str
    title: str
    width: int
    text: Callable[[Row], str]
    sort_by: str | None = None
    """The key the listing sorts by; None where the column cannot be sorted by."""
    mark: Callable[[Row], Mark | None] | None = None
    tip: Callable[[Row], str] | None = None
    is_bad: Callable[[Row], bool] | None = None
    """Says of which rows the words stand in red: something is missing that the words name."""
    is_right: bool = False
    """True for counts, which stand at the right end."""
    grows: bool = False
    """True for the columns that share the room left over."""
    is_hidden: bool = False
    """True where it is offered but not shown at first."""


@dataclass(frozen=True, slots=True)
class Order:
    """What rows are ordered by; None is the listing's own order."""

    by: str | None = None
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table's columns stood when it was last seen."""

    widths: dict[str, int]
    keys: list[str]
    hidden: set[str]

    @classmethod
    def read(cls, settings: QSettings, name: str) -> Layout | None:
        """Read the layout of a table; None where it was never kept or cannot be read."""
        widths: dict[str, int] = {}
        hidden: set[str] = set()
        for entry in str(settings.value(f"columns/{name}", "")).split(";"):
            key, _, width = entry.partition("=")
            if key and width.isascii() and width.isdecimal():
                widths[key] = int(width)
            elif key and width == "-":
                hidden.add(key)
        return cls(widths, [*widths], hidden) if widths else None

    def write(self, settings: QSettings, name: str) -> None:
        """Keep the layout of a table."""
        entries = [f"{key}={self.widths[key]}" for key in self.keys if key not in self.hidden]
        settings.setValue(f"columns/{name}", ";".join([*entries, *(f"{key}=-" for key in sorted(self.hidden))]))


def layout_of(header: QHeaderView, columns: Sequence[Column[Row]]) -> Layout:
    """Read how the columns stand now."""
    seen = [columns[header.logicalIndex(place)].key for place in range(header.count())]
    widths = {column.key: header.sectionSize(index) for index, column in enumerate(columns)}
    hidden = {column.key for index, column in enumerate(columns) if header.isSectionHidden(index)}
    return Layout(widths, seen, hidden)


def lay_out(header: QHeaderView, columns: Sequence[Column[Row]], layout: Layout) -> None:
    """Put the columns as they were; columns the layout does not know keep their place and width."""
    index_of = {column.key: index for index, column in enumerate(columns)}
    for place, key in enumerate(key for key in layout.keys if key in index_of):
        header.moveSection(header.visualIndex(index_of[key]), place)
    for key, width in layout.widths.items():
        if key in index_of and width > 0:
            header.resizeSection(index_of[key], width)
    for key, index in index_of.items():
        if key in layout.widths or key in layout.hidden:
            header.setSectionHidden(index, key in layout.hidden)
