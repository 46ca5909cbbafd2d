"""A sheet of a workbook written row by row, set for lying A4 pages: its title, the head of its table on every page, its rows.

Figures are numbers and all else is text, never a formula. What a report's sheets say is `documents.report_workbook`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any, Final

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties

from govmail_desk.documents.form import without_controls

_FONT: Final = "Times New Roman"
_SIZE: Final = 12
_COUNT_FORMAT: Final = "[$-42A]#,##0"
_TEXT_FORMAT: Final = "@"
_AS_TEXT: Final = "s"
_LINE: Final = Side(style="thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL: Final = PatternFill("solid", fgColor="E6EBF0")
_MARGINS_MM: Final = {"top": 20, "bottom": 15, "left": 30, "right": 15, "header": 10, "footer": 8}
_MM_PER_INCH: Final = 25.4
HEAD_ROW: Final = 4
"""Title, what it is of, a blank row; then the head of the table."""
_HEAD_HEIGHT: Final = 46
_LINE_PT: Final = 17
_LETTERS_A_DIGIT: Final = 1.1
"""How many letters of a Vietnamese text stand in the width of a digit, about."""
Cell = str | int | None


class WorkbookPage:
    """A sheet being written row by row; the cells of a row are made once and said anew, which openpyxl allows and is much faster."""

    def __init__(
        self, book: Any, name: str, widths: tuple[float, ...], title: str, under_title: str, heads: tuple[str, ...]
    ) -> None:
        self.sheet: Any = book.create_sheet(name)
        self.sheet._values_to_row = _placed  # noqa: SLF001  (openpyxl's own tries each cell as a value first, a fifth of all the time)
        self.row_count = 0
        self._widths = widths
        for place, width in enumerate(widths, start=1):
            self.sheet.column_dimensions[get_column_letter(place)].width = width
        self._set_out()
        self._rows = {looks: self._row_cells(*looks) for looks in ((False, True), (True, True), (False, False))}
        self._say(title, size=14, is_bold=True)
        self._say(under_title, size=_SIZE, is_italic=True)
        self._say("", size=_SIZE)
        self._head(heads)

    def write(self, cells: Sequence[Cell], *, is_bold: bool = False, is_boxed: bool = True) -> None:
        """Write a row of the table, as high as its longest text needs: a program that opens the file does not always do it."""
        texts, figures = self._rows[is_bold, is_boxed]
        if (lines := self._line_count(cells)) > 1:
            self.sheet.row_dimensions[self.row_count + 1].height = _LINE_PT * lines
        chosen = [figures[place] if isinstance(said, int) else texts[place] for place, said in enumerate(cells)]
        for cell, said in zip(chosen, cells, strict=True):
            _put(cell, said)
        self._append(chosen)

    def _row_cells(self, is_bold: bool, is_boxed: bool) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        """Make the cells of a row, for texts and for figures, to be said anew with each row."""
        texts = tuple(self._cell(is_bold=is_bold, is_boxed=is_boxed) for _ in self._widths)
        figures = tuple(self._cell(is_bold=is_bold, is_boxed=is_boxed) for _ in self._widths)
        for cell in figures:
            cell.number_format = _COUNT_FORMAT
            cell.alignment = Alignment(horizontal="center", vertical="center")
        return texts, figures

    def _line_count(self, cells: Sequence[Cell]) -> int:
        """Count lines by letters: a column's width is counted in digits."""
        texts = zip(cells, self._widths, strict=False)
        return max(
            (ceil(len(said) / (width * _LETTERS_A_DIGIT)) for said, width in texts if isinstance(said, str) and said),
            default=1,
        )

    def _head(self, heads: tuple[str, ...]) -> None:
        made = []
        for words in heads:
            cell = self._cell(is_bold=True, is_boxed=True)
            cell.fill = _HEAD_FILL
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            _put(cell, words)
            made.append(cell)
        self.sheet.row_dimensions[HEAD_ROW].height = _HEAD_HEIGHT
        self._append(tuple(made))

    def _say(self, words: str, *, size: float, is_bold: bool = False, is_italic: bool = False) -> None:
        cell = self._cell(is_bold=is_bold, is_boxed=False)
        cell.font = Font(name=_FONT, size=size, bold=is_bold, italic=is_italic)
        cell.alignment = Alignment(vertical="center")
        _put(cell, words)
        self._append((cell,))

    def _append(self, row: Sequence[Any]) -> None:
        self.sheet.append(row)
        self.row_count += 1

    def _cell(self, *, is_bold: bool, is_boxed: bool) -> Any:
        cell = WriteOnlyCell(self.sheet)
        cell.number_format = _TEXT_FORMAT
        cell.font = Font(name=_FONT, size=_SIZE, bold=is_bold)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        if is_boxed:
            cell.border = _BOX
        return cell

    def _set_out(self) -> None:
        """A4 landscape, one page wide, the table's head on each page, the page's number in the upper margin from the second on."""
        page: Any = self.sheet
        page.sheet_format.defaultRowHeight, page.sheet_format.customHeight = _LINE_PT, True
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        for side, width in _MARGINS_MM.items():
            setattr(page.page_margins, side, round(width / _MM_PER_INCH, 3))
        page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
        page.freeze_panes = f"A{HEAD_ROW + 1}"
        page.HeaderFooter.differentFirst = True
        page.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=f'&"{_FONT}"&13&P'))


def _placed(cells: Sequence[Any], row: int) -> Iterator[Any]:
    """Say of each cell where it stands, as a write-only sheet asks when a row comes."""
    for column, cell in enumerate(cells, start=1):
        cell.row, cell.column = row, column
        yield cell


def _put(cell: Any, said: Cell) -> None:
    """Put a figure as a number, and anything else as text and never as a formula."""
    if isinstance(said, int):
        cell.value = said
        return
    cell.value = without_controls(said) if said else None
    if said and cell.data_type != _AS_TEXT:
        cell.data_type = _AS_TEXT
