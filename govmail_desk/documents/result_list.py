"""Plain lists (.xlsx): rows of text under a head, no formula; and the list of what became of each unit in a batch of requests."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents.list_sheet import CELL_AIR_MM, LINE_SPACING, MM_PER_WIDTH, ROW_AIR_PT
from govmail_desk.documents.print_width import line_count

_HEADINGS: Final = ("STT", "Đơn vị", "Số hộp thư", "Kết quả", "Các tệp, trong thư mục mang tên đơn vị", "Ghi chú")
_WIDTHS: Final = (6, 40, 12, 20, 60, 60)
_SIZE: Final = 12
_SURELY_FITS: Final = 0.7
"""Texts of fewer letters, as a share of their column's width, are not measured."""
_FONT: Final = Font(name="Times New Roman", size=_SIZE)
_BOLD: Final = Font(name="Times New Roman", size=_SIZE, bold=True)
_WRAPPED: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One unit's line: how many mailboxes were asked for, what came of it, which files were made."""

    number: int = 0
    unit: str
    mailbox_count: int
    outcome: str = ""
    files: str = ""
    note: str = ""


def result_list(lines: Sequence[ResultLine]) -> bytes:
    """Return the workbook."""
    told = ((line.number, line.unit, line.mailbox_count, line.outcome, line.files, line.note) for line in lines)
    return plain_book("Kết quả", dict(zip(_HEADINGS, _WIDTHS, strict=True)), told)


def plain_book(title: str, columns: Mapping[str, int], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a workbook of one sheet of text: headings with their widths, then rows; it prints one page wide, its head on each page."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for place, width in enumerate(columns.values(), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    head, usual = _dressed(sheet, _BOLD), _dressed(sheet, _FONT)
    widths = tuple(columns.values())
    for number, row in enumerate(chain([tuple(columns)], rows), start=1):
        told = [str(part) for part in row]
        if (lines := _line_count(told, widths)) > 1:
            sheet.row_dimensions[number].height = lines * _SIZE * LINE_SPACING + ROW_AIR_PT
        sheet.append([_cell(sheet, part, head if number == 1 else usual) for part in told])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _line_count(told: Sequence[str], widths: Sequence[int]) -> int:
    """Say how many lines the highest cell of a row takes: not every program that opens the file makes rows as high by itself."""
    return max(
        (
            line_count(text, width_mm=width * MM_PER_WIDTH - CELL_AIR_MM, size_pt=_SIZE)
            for text, width in zip(told, widths, strict=False)
            if len(text) > width * _SURELY_FITS
        ),
        default=1,
    )


def _dressed(sheet: WriteOnlyWorksheet, font: Font) -> Cell:
    """Make a cell whose looks others take over: setting them anew in each takes most of a long list's time."""
    cell = WriteOnlyCell(sheet, "")
    cell.font, cell.alignment = font, _WRAPPED
    return cell


def _cell(sheet: WriteOnlyWorksheet, text: str, like: Cell) -> Cell:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # a unit's name that begins with = stays a name
    cell._style = like._style  # type: ignore[attr-defined]  # noqa: SLF001  (what openpyxl's own copying of cells does)
    return cell
