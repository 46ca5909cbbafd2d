"""Which table cell a paragraph stands in, and how wide its column is.

Not here: the paragraphs (`layout.reading`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from govmail_desk.documents.layout.markup import MM_PER_TWIP, Element, child, number
from govmail_desk.documents.package import WORD


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands that is not on the bare page: which table, row and column, or a text box."""

    table: int
    row: int
    column: int


class Tables:
    """Which cell each paragraph of a holder stands in, and how wide that is; worked out once for all of them."""

    def __init__(self, holder: Element) -> None:
        self.cells: dict[Element, Cell] = {}
        self.widths_mm: dict[Element, float] = {}
        for place, table in enumerate(holder.iter(f"{WORD}tbl")):
            grid = [number(one.get(f"{WORD}w")) for one in table.iter(f"{WORD}gridCol") if table_of(one) is table]
            rows = (row for row in table.iter(f"{WORD}tr") if table_of(row) is table)
            for row_place, row in enumerate(rows):
                self._take(row, Cell(place, row_place, 0), grid)

    def _take(self, row: Element, start: Cell, grid: list[float]) -> None:
        column = 0
        for cell in row.iter(f"{WORD}tc"):
            if next(cell.iterancestors(f"{WORD}tr"), None) is not row:
                continue
            properties = child(cell, "tcPr")
            span = child(properties, "gridSpan")
            columns = max(1, int(number(None if span is None else span.get(f"{WORD}val"), 1)))
            said = child(properties, "tcW")
            own = 0.0 if said is None or said.get(f"{WORD}type", "dxa") != "dxa" else number(said.get(f"{WORD}w"))
            self.cells[cell] = replace(start, column=column)
            self.widths_mm[cell] = (own or sum(grid[column : column + columns])) * MM_PER_TWIP
            column += columns

    def cell_of(self, paragraph: Element) -> Cell | None:
        """Say where a paragraph stands; None on the bare page and in a text box."""
        cell = _holder(paragraph)
        return None if cell is None else self.cells.get(cell)

    def width_of(self, paragraph: Element, page_mm: float) -> float:
        """Say how wide the column is that a paragraph stands in."""
        cell = _holder(paragraph)
        return page_mm if cell is None else self.widths_mm.get(cell) or page_mm


def table_of(element: Element) -> Element | None:
    return next(element.iterancestors(f"{WORD}tbl"), None)


def _holder(paragraph: Element) -> Element | None:
    """The nearest cell or text box around a paragraph."""
    return next(paragraph.iterancestors(f"{WORD}tc", f"{WORD}txbxContent"), None)
