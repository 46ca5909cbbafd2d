"""The monthly sheet of checks as an Excel file: the overview to be signed on the first sheet, every mailbox's days on the second.

What it says is `documents.check_sheet`. Cells hold text and whole numbers only; a name that begins like a formula stays a name.
"""

from __future__ import annotations

import io
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents import check_sheet
from govmail_desk.documents.check_sheet import CheckSheet, SheetMailbox
from govmail_desk.documents.list_sheet import CELL_AIR_MM, LINE_SPACING, MM_PER_WIDTH, ROW_AIR_PT
from govmail_desk.documents.print_width import line_count, text_width_mm

_FONT: Final = "Times New Roman"
_OVERVIEW_WIDTHS: Final = (6, 34, 29, 10, 18, 9, 8, 11)
_DAY_HEADS: Final = ("Hộp thư", *check_sheet.OF_DAY)
_ADDRESS_WIDTHS: Final = (16.0, 38.0)
"""The narrowest and the widest an address may make its column; beyond that it breaks."""
_DAYS_WIDTHS: Final = (24, 7, 6, 22, 7, 10, 22, 7, 10, 15)
_HALF_FROM: Final = (4, 7)
_CENTRED_OVERVIEW: Final = {1, 4, 5, 6, 7, 8}
_CENTRED_DAY: Final = {2, 3, 5, 6, 8, 9}
_LINE: Final = Side(style="thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_REST: Final = PatternFill("solid", fgColor="EDEDED")
_MARGINS_MM: Final = {"top": 20, "bottom": 15, "left": 30, "right": 15, "header": 10, "footer": 8}
_MM_PER_INCH: Final = 25.4
_ROOM_TO_SIGN: Final = 4
"""Empty rows over the names."""
_AS_TEXT: Final = "s"
_SIZE: Final = 11


def check_sheet_xlsx(sheet: CheckSheet) -> bytes:
    """Return the .xlsx of the sheet."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Tổng hợp"
    _draw_overview(first, sheet)
    _draw_days(book.create_sheet("Theo ngày"), sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _draw_overview(page: Worksheet, sheet: CheckSheet) -> None:
    _set_widths(page, _OVERVIEW_WIDTHS)
    row = _draw_head(page, sheet)
    for words in sheet.rules:
        row = _merged(page, row + 1, words, size=13)
    head = row + 2
    _heads(page, head, check_sheet.OVERVIEW)
    for offset, cells in enumerate(sheet.overview(), start=1):
        _line(page, head + offset, cells, centred=_CENTRED_OVERVIEW)
    row = _merged(page, head + len(sheet.mailboxes) + 2, "Cách đọc bảng", size=11, bold=True)
    for line in sheet.legend:
        row = _merged(page, row + 1, f"- {line}", size=11, italic=True)
    _draw_signatures(page, row + 2, sheet)
    _set_out(page, heads=(head, head))


def _draw_head(page: Worksheet, sheet: CheckSheet) -> int:
    """Names at the left, national title at the right, title below; return the last row drawn."""
    *parents, body = sheet.bodies
    left = [*[(parent, False) for parent in parents], (body, True)]
    right = [(check_sheet.QUOC_HIEU, True), (check_sheet.TIEU_NGU, True)]
    for side, columns in ((left, (1, 3)), (right, (4, 8))):
        for row, (words, bold) in enumerate(side, start=1):
            _merged(page, row, words, columns=columns, size=12, bold=bold, align="center")
    page.cell(2, 4).font = Font(name=_FONT, size=13, bold=True, underline="single")
    row = max(len(left), len(right)) + 1
    _merged(page, row, sheet.place_and_date, columns=(4, 8), size=13, italic=True, align="center")
    _merged(page, row + 2, check_sheet.TITLE, size=14, bold=True, align="center")
    return _merged(page, row + 3, sheet.heading, size=14, bold=True, align="center")


def _draw_signatures(page: Worksheet, row: int, sheet: CheckSheet) -> None:
    blocks = (((check_sheet.MADE_BY,), sheet.made_by, (1, 3)), (sheet.signing, sheet.signer, (4, 8)))
    names_row = row + max(len(lines) for lines, _, _ in blocks) + _ROOM_TO_SIGN + 1
    for lines, name, columns in blocks:
        for offset, words in enumerate(lines):
            _merged(page, row + offset, words, columns=columns, size=13, bold=True, align="center")
        _merged(page, row + len(lines), check_sheet.SIGN_HERE, columns=columns, size=12, italic=True, align="center")
        _merged(page, names_row, name, columns=columns, size=13, bold=True, align="center")


def _draw_days(page: Worksheet, sheet: CheckSheet) -> None:
    _set_widths(page, (_address_width(sheet), *_DAYS_WIDTHS[1:]))
    last = len(_DAYS_WIDTHS)
    _merged(page, 1, check_sheet.TITLE, columns=(1, last), size=14, bold=True, align="center")
    _merged(page, 2, sheet.heading, columns=(1, last), size=14, bold=True, align="center")
    _draw_day_heads(page, 3)
    row = 5
    for mailbox in sheet.mailboxes:
        row = _draw_mailbox(page, row, mailbox)
        page.row_breaks.append(Break(id=row - 1))
    _set_out(page, heads=(3, 4))


def _address_width(sheet: CheckSheet) -> float:
    """As wide as the longest address: one that breaks would make every row of its mailbox twice as high."""
    least, most = _ADDRESS_WIDTHS
    longest = max((text_width_mm(one.address, size_pt=_SIZE) for one in sheet.mailboxes), default=0)
    return min(most, max(least, (longest + 2 * CELL_AIR_MM) / MM_PER_WIDTH))


def _draw_day_heads(page: Worksheet, row: int) -> None:
    last = len(_DAYS_WIDTHS)
    _heads(page, row, ("",) * last)
    _heads(page, row + 1, (*_DAY_HEADS, *check_sheet.OF_HALF * 2, check_sheet.NOTE))
    for column in (1, 2, 3, last):
        page.cell(row, column).value = page.cell(row + 1, column).value
        page.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)
    for column, words in zip(_HALF_FROM, check_sheet.HALVES, strict=True):
        page.cell(row, column).value = words
        page.merge_cells(start_row=row, end_row=row, start_column=column, end_column=column + 2)


def _draw_mailbox(page: Worksheet, row: int, mailbox: SheetMailbox) -> int:
    """Write the days of one mailbox and its total; return the row after them."""
    for day in mailbox.days:
        _line(page, row, (mailbox.address, *day.cells()), centred=_CENTRED_DAY)
        if day.note and not day.looks:
            for cell in page[row]:
                cell.fill = _REST
        row += 1
    told = f"{mailbox.address}. {mailbox.total()}"
    return _merged(page, row, told, columns=(1, len(_DAYS_WIDTHS)), size=12, bold=True) + 1


def _heads(page: Worksheet, row: int, words: tuple[str, ...]) -> None:
    for place, word in enumerate(words, start=1):
        cell = page.cell(row, place, word)
        cell.font = Font(name=_FONT, size=_SIZE, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _BOX
    _heighten(page, row, words)


def _line(page: Worksheet, row: int, cells: tuple[str, ...], *, centred: set[int]) -> None:
    for place, text in enumerate(cells, start=1):
        cell = page.cell(row, place)
        _put(cell, text)
        cell.font = Font(name=_FONT, size=_SIZE)
        horizontal = "center" if place in centred else "left"
        cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        cell.border = _BOX
    _heighten(page, row, cells)


def _heighten(page: Worksheet, row: int, cells: tuple[str, ...]) -> None:
    """Make a row as high as its highest cell: a program that opens the file does not always do it."""
    lines = max(
        line_count(text, width_mm=_width_mm(page, place, place) - CELL_AIR_MM, size_pt=_SIZE) if text else 1
        for place, text in enumerate(cells, start=1)
    )
    page.row_dimensions[row].height = lines * _SIZE * LINE_SPACING + ROW_AIR_PT


def _width_mm(page: Worksheet, first: int, last: int) -> float:
    widths = (page.column_dimensions[get_column_letter(column)].width for column in range(first, last + 1))
    return float(sum(widths)) * MM_PER_WIDTH


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Put a whole number as a number, to be summed up, and anything else as text and never as a formula."""
    if text.isascii() and text.isdigit():
        cell.value = int(text)
    elif text:
        cell.value = text
        cell.data_type = _AS_TEXT


def _merged(
    page: Worksheet,
    row: int,
    words: str,
    *,
    columns: tuple[int, int] = (1, 8),
    size: float,
    bold: bool = False,
    italic: bool = False,
    align: str = "left",
) -> int:
    """Write one text over several columns, as high as its lines need, and return its row."""
    first, last = columns
    page.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    cell = page.cell(row, first)
    if words:
        cell.value = words
        cell.data_type = _AS_TEXT
    cell.font = Font(name=_FONT, size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    lines = line_count(words, width_mm=_width_mm(page, first, last), size_pt=size) if words else 1
    height = lines * size * LINE_SPACING + 2
    page.row_dimensions[row].height = max(page.row_dimensions[row].height or 0, height)
    return row


def _set_widths(page: Worksheet, widths: tuple[float, ...]) -> None:
    for place, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width


def _set_out(page: Worksheet, *, heads: tuple[int, int]) -> None:
    """A4 landscape, one page wide, the table's head on each page, the page's number in the upper margin from the second on."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_options.horizontalCentered = True
    for side, width in _MARGINS_MM.items():
        setattr(page.page_margins, side, round(width / _MM_PER_INCH, 3))
    page.print_title_rows = f"{heads[0]}:{heads[1]}"
    page.HeaderFooter.differentFirst = True
    page.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=f'&"{_FONT}"&13&P'))
