"""The yearly list of incidents as an Excel file: one sheet that prints one page wide, every cell text. What it says is `incident_list`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents.incident_list import HEADINGS, TITLE, IncidentList
from govmail_desk.documents.list_sheet import CELL_AIR_MM, LINE_SPACING, MM_PER_WIDTH, ROW_AIR_PT
from govmail_desk.documents.print_width import line_count

_WIDTHS: Final = (5, 12, 17, 26, 32, 34, 28, 22)
_CENTRED: Final = frozenset({1, 2})
_NAME: Final = "Times New Roman"
_SIZE: Final = 11
_TITLE_SIZE: Final = 14
_HEAD_ROW: Final = 5
_LINE: Final = Side(style="thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_AS_TEXT: Final = "s"


def incident_list_xlsx(made: IncidentList) -> bytes:
    """Return the .xlsx of the list."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = f"Sự cố {made.year}"
    for place, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    _say(page, 1, made.body.upper(), size=_SIZE, align="left")
    _say(page, 2, TITLE.upper(), size=_TITLE_SIZE, align="center")
    _say(page, 3, f"Năm {made.year}", size=_TITLE_SIZE, align="center")
    _say(page, 4, made.total, size=_SIZE, align="left", bold=False)
    _draw_row(page, _HEAD_ROW, HEADINGS, bold=True)
    for row, cells in enumerate(made.rows(), start=_HEAD_ROW + 1):
        _draw_row(page, row, cells)
    _set_out(page)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _say(page: Worksheet, row: int, words: str, *, size: int, align: str, bold: bool = True) -> None:
    page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_WIDTHS))
    cell = page.cell(row, 1, words)
    cell.data_type = _AS_TEXT
    cell.font = Font(name=_NAME, size=size, bold=bold)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    lines = line_count(words, width_mm=sum(_WIDTHS) * MM_PER_WIDTH, size_pt=size)
    page.row_dimensions[row].height = lines * size * LINE_SPACING + ROW_AIR_PT


def _draw_row(page: Worksheet, row: int, cells: Sequence[str], *, bold: bool = False) -> None:
    """Write one row, as high as its highest cell: a program that opens the file does not always do it."""
    for place, text in enumerate(cells, start=1):
        cell = page.cell(row, place, text)
        cell.data_type = _AS_TEXT
        cell.font = Font(name=_NAME, size=_SIZE, bold=bold)
        horizontal = "center" if bold or place in _CENTRED else "left"
        cell.alignment = Alignment(horizontal=horizontal, vertical="center" if bold else "top", wrap_text=True)
        cell.border = _BOX
    lines = max(_lines(text, width) for text, width in zip(cells, _WIDTHS, strict=True))
    page.row_dimensions[row].height = lines * _SIZE * LINE_SPACING + ROW_AIR_PT


def _lines(text: str, width: float) -> int:
    room_mm = width * MM_PER_WIDTH - CELL_AIR_MM
    return sum(line_count(line, width_mm=room_mm, size_pt=_SIZE) for line in text.split("\n") if line) or 1


def _set_out(page: Worksheet) -> None:
    """A4 landscape, one page wide, the table's head on each page."""
    page.freeze_panes = f"A{_HEAD_ROW + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
