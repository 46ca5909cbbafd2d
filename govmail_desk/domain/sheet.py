"""A sheet of the unit's own list as it lies in the file: rows of plain text cells, nothing understood yet.

What a column or a row means: `domain.table_columns`, `domain.table_rows`. Reading files into sheets:
`documents.spreadsheet`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class CellKind(StrEnum):
    """How the file holds a cell; only what text alone can no longer tell."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"


class Cell(NamedTuple):
    """One cell: its text (NFC, no control characters; a date as ISO), how the file held it, and its font where known.

    `font` is known only in an .xlsx that names a font of TCVN3 or VNI letters (`.VnTime`, `VNI-Times`).
    """

    text: str
    kind: CellKind = CellKind.TEXT
    font: str | None = None


BLANK_CELL = Cell("", CellKind.BLANK)


class Row(NamedTuple):
    """One row under the number Excel shows for it; blank cells at its end are left out."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.text for cell in self.cells)

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else BLANK_CELL

    def text(self, column: int) -> str:
        return self.cell(column).text


class MergedRange(NamedTuple):
    """Cells drawn as one: row numbers as Excel shows them, columns counted from 0; both ends included."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """One sheet: every row from row 1 to the last that holds text, blank ones included, so `rows[n - 1]` is row n."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[MergedRange, ...] = ()
    is_hidden: bool = False


def column_letters(column: int) -> str:
    """Name a column, counted from 0, the way Excel does: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
