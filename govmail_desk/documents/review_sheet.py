"""The sheet of a review for one department (.xlsx): its mailboxes in rows, a decision to choose and a note to write beside each.

The head follows the house's sheets (NĐ 30/2020, Phụ lục I, ô 1, 2 and 4). What may be written in is unlocked, the rest guarded against a
slip of the hand without any password; a hidden column and a hidden sheet hold the marks by which all of it is known again. Reading an
answer is `documents.review_answer`.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents.check_sheet import QUOC_HIEU, TIEU_NGU
from govmail_desk.documents.list_sheet import CELL_AIR_MM, LINE_SPACING, MM_PER_WIDTH, ROW_AIR_PT
from govmail_desk.documents.print_width import line_count, text_width_mm
from govmail_desk.wording import DECISIONS

HEADINGS: Final = (
    "STT",
    "Địa chỉ hộp thư",
    "Người dùng",
    "Chức vụ",
    "Trạng thái",
    "Lần dùng gần nhất được biết",
    "Điều cần xem",
    "Quyết định",
    "Ghi chú",
)
MARK_HEADING: Final = "Dấu của phiếu, xin đừng sửa"
MARK_SHEET: Final = "Dau"
ROOM_FOR_MORE: Final = 3
"""Empty rows below, for whoever is missing."""
MORE: Final = "Người hoặc hộp thư chưa có trong phiếu (nếu có)"
NO_MAILBOX_WANTED: Final = "Không cấp"
FOR_A_MAILBOX: Final = tuple(DECISIONS[key] for key in ("keep", "change", "close", "unknown"))
FOR_A_PERSON: Final = (DECISIONS["create"], NO_MAILBOX_WANTED, DECISIONS["unknown"])

_WIDTHS: Final = (5, 29, 22, 17, 17, 14, 24, 14, 26)
_ADDRESS_AT: Final = 2
_WIDEST_ADDRESS: Final = 46.0
"""Beyond that it breaks; an address may not be broken for looks here, since it is read back."""
_CENTRED: Final = {1, 5, 6, 8}
_FILLED_IN: Final = {8, 9}
_SIZE: Final = 11
_FONT: Final = "Times New Roman"
_LINE: Final = Side(style="thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_TO_FILL: Final = PatternFill("solid", fgColor="FFF8DC")
_HEAD_FILL: Final = PatternFill("solid", fgColor="EDEDED")
_OPEN: Final = Protection(locked=False)
_TEXT: Final = "s"
_SPLIT: Final = ((1, 4), (5, 9))
_WHOLE: Final = (1, len(_WIDTHS))
_MARK_COLUMN: Final = len(_WIDTHS) + 1
_MARGINS_INCH: Final = {"top": 0.79, "bottom": 0.6, "left": 0.79, "right": 0.6, "header": 0.4, "footer": 0.3}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One row: what it says before the department answers, and its mark."""

    said: tuple[str, ...]
    """Address, holder, post, state, last use, what to look at."""
    is_mailbox: bool
    mark: str
    decision: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheetContent:
    """The whole sheet of one department."""

    bodies: tuple[str, ...]
    """The body above and the issuing one, in capitals; the last is the issuing one."""
    place_and_date: str
    title: str
    unit: str
    guidance: tuple[str, ...]
    """How to fill it in, by when, where to send it back."""
    lines: tuple[SheetLine, ...]
    mark: str
    signing: tuple[str, str] = ("Người lập phiếu trả lời", "Trưởng bộ phận")


def review_sheet(content: ReviewSheetContent) -> bytes:
    """Return the .xlsx of a sheet."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "Phiếu rà soát"
    for place, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.column_dimensions[get_column_letter(_ADDRESS_AT)].width = _address_width(content.lines)
    head = _draw_head(page, content)
    last = _draw_lines(page, head, content)
    last = _draw_room(page, last)
    _draw_signatures(page, last + 2, content.signing)
    _offer_decisions(page, head, content.lines)
    _guard(page, head)
    marks = book.create_sheet(MARK_SHEET)
    _put(marks.cell(1, 1), content.mark)
    marks.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _address_width(lines: Sequence[SheetLine]) -> float:
    longest = max((text_width_mm(line.said[0], size_pt=_SIZE) for line in lines), default=0)
    return min(_WIDEST_ADDRESS, max(_WIDTHS[_ADDRESS_AT - 1], (longest + 2 * CELL_AIR_MM) / MM_PER_WIDTH))


def _draw_head(page: Worksheet, content: ReviewSheetContent) -> int:
    """Draw all above the table and the table's own headings; return the row of these."""
    left = [(words, place == len(content.bodies)) for place, words in enumerate(content.bodies, start=1)]
    for columns, side in zip(_SPLIT, (left, [(QUOC_HIEU, True), (TIEU_NGU, True)]), strict=True):
        for row, (words, is_bold) in enumerate(side, start=1):
            _across(page, row, words, columns, Font(name=_FONT, size=12, bold=is_bold), "center")
    page.cell(2, _SPLIT[1][0]).font = Font(name=_FONT, size=12, bold=True, underline="single")
    row = max(len(left), 2) + 1
    _across(page, row, content.place_and_date, _SPLIT[1], Font(name=_FONT, size=12, italic=True), "center")
    _across(page, row + 1, content.title.upper(), _WHOLE, Font(name=_FONT, size=14, bold=True), "center")
    _across(page, row + 2, content.unit, _WHOLE, Font(name=_FONT, size=13, bold=True), "center")
    row += 2
    for words in content.guidance:
        row += 1
        _across(page, row, words, _WHOLE, Font(name=_FONT, size=12), "left")
    head = row + 2
    for place, words in enumerate((*HEADINGS, MARK_HEADING), start=1):
        cell = page.cell(head, place, words)
        cell.font, cell.border, cell.fill = Font(name=_FONT, size=_SIZE, bold=True), _BOX, _HEAD_FILL
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    _heighten(page, head, HEADINGS)
    return head


def _draw_lines(page: Worksheet, head: int, content: ReviewSheetContent) -> int:
    for place, line in enumerate(content.lines, start=1):
        row = head + place
        cells = (str(place), *line.said, line.decision, line.note)
        _draw_row(page, row, cells, like=head + 1 if place > 1 else 0)
        _put(page.cell(row, _MARK_COLUMN), line.mark)
    _put(page.cell(head - 1, _MARK_COLUMN), content.mark)
    return head + len(content.lines)


def _draw_room(page: Worksheet, last: int) -> int:
    """Leave rows for whoever is missing, all of them open."""
    row = last + 1
    _across(page, row, MORE, _WHOLE, Font(name=_FONT, size=_SIZE, italic=True), "left")
    for place in range(1, ROOM_FOR_MORE + 1):
        _draw_row(page, row + place, ("",) * len(_WIDTHS))
        for column in range(1, len(_WIDTHS) + 1):
            page.cell(row + place, column).protection = _OPEN
        page.row_dimensions[row + place].height = 2 * _SIZE * LINE_SPACING
    return row + ROOM_FOR_MORE


def _draw_row(page: Worksheet, row: int, cells: Sequence[str], like: int = 0) -> None:
    """Write a row; one like a row drawn before takes its looks over, for setting them anew takes most of a sheet's time."""
    for column, text in enumerate(cells, start=1):
        cell = page.cell(row, column)
        _put(cell, text)
        if like:
            cell._style = page.cell(like, column)._style  # type: ignore[union-attr]  # noqa: SLF001  (as openpyxl itself copies)
        else:
            _dress(cell, column)
    _heighten(page, row, cells)


def _dress(cell: Cell | MergedCell, column: int) -> None:
    cell.font, cell.border = Font(name=_FONT, size=_SIZE), _BOX
    horizontal = "center" if column in _CENTRED else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    if column in _FILLED_IN:
        cell.fill, cell.protection = _TO_FILL, _OPEN


def _draw_signatures(page: Worksheet, row: int, signing: tuple[str, str]) -> None:
    for columns, words in zip(_SPLIT, signing, strict=True):
        _across(page, row, words, columns, Font(name=_FONT, size=12, bold=True), "center")
        said = "(Ký, ghi rõ họ tên)"
        _across(page, row + 1, said, columns, Font(name=_FONT, size=11, italic=True), "center")


def _offer_decisions(page: Worksheet, head: int, lines: Sequence[SheetLine]) -> None:
    """Offer a list at each row; other words are warned of and may stay, for they are read too."""
    column = get_column_letter(HEADINGS.index("Quyết định") + 1)
    for is_mailbox, words in ((True, FOR_A_MAILBOX), (False, FOR_A_PERSON)):
        rows = [head + place for place, line in enumerate(lines, start=1) if line.is_mailbox == is_mailbox]
        if not rows:
            continue
        offer = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, errorStyle="warning")
        offer.errorTitle, offer.error = "Quyết định", f"Hãy chọn một trong: {', '.join(words)}."
        offer.promptTitle, offer.prompt = "Quyết định", " / ".join(words)
        offer.showErrorMessage = offer.showInputMessage = True
        for first, last in _runs(rows):
            offer.add(f"{column}{first}:{column}{last}")
        page.add_data_validation(offer)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Join rows that follow each other, so that a long sheet has few ranges."""
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def _guard(page: Worksheet, head: int) -> None:
    """Hide the marks, guard what is not to be filled in, and set the page: A4 landscape, one page wide, headings on each."""
    page.column_dimensions[get_column_letter(_MARK_COLUMN)].hidden = True
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = page.protection.formatCells = False
    page.freeze_panes = f"A{head + 1}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.print_options.horizontalCentered = True
    page.print_title_rows = f"{head}:{head}"
    for side, width in _MARGINS_INCH.items():
        setattr(page.page_margins, side, width)
    page.HeaderFooter.differentFirst = True
    page.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=f'&"{_FONT}"&12&P'))


def _across(page: Worksheet, row: int, words: str, columns: tuple[int, int], font: Font, align: str) -> None:
    """Write one text over several columns, as high as its lines need."""
    first, last = columns
    page.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)
    cell = page.cell(row, first)
    _put(cell, words)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    width_mm = sum(_WIDTHS[first - 1 : last]) * MM_PER_WIDTH - CELL_AIR_MM
    size = float(font.size or _SIZE)
    lines = line_count(words, width_mm=width_mm, size_pt=size) if words else 1
    height = lines * size * LINE_SPACING + 2
    page.row_dimensions[row].height = max(page.row_dimensions[row].height or 0, height)


def _heighten(page: Worksheet, row: int, cells: Sequence[str]) -> None:
    widths = [page.column_dimensions[get_column_letter(place + 1)].width for place in range(len(cells))]
    lines = max(
        line_count(text, width_mm=width * MM_PER_WIDTH - CELL_AIR_MM, size_pt=_SIZE) if text else 1
        for text, width in zip(cells, widths, strict=True)
    )
    page.row_dimensions[row].height = lines * _SIZE * LINE_SPACING + ROW_AIR_PT


def _put(cell: Cell | MergedCell, text: str) -> None:
    """Put a text as text: a name that begins like a formula stays a name."""
    if text:
        cell.value = text
        cell.data_type = _TEXT
