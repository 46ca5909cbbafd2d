"""The Excel forms: one list for each kind of request, A4 landscape, its table's head repeated on every page."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from drawn_page import APP, CORE, DECLARATION
from looks import FONT
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents.list_columns import COLUMNS, Column, ListKind
from govmail_desk.documents.package import packed, unpacked

FILES: Final[dict[ListKind, str]] = {
    "create-personal": "danh-sach-cap-moi-ca-nhan.xlsx",
    "create-personal-8": "danh-sach-cap-moi-8-cot.xlsx",
    "create-unit": "danh-sach-cap-moi-don-vi.xlsx",
    "change": "danh-sach-thay-doi.xlsx",
    "reset": "danh-sach-cap-lai-mat-khau.xlsx",
    "reopen": "danh-sach-mo-lai.xlsx",
    "close": "danh-sach-thu-hoi.xlsx",
}

TITLE, ATTACHED, UNIT, HEAD, SAMPLE = 1, 2, 4, 5, 6
HEIGHTS_PT: Final = {TITLE: 38, ATTACHED: 20, UNIT: 22, HEAD: 36}
MM_PER_WIDTH: Final = 2.117
"""One unit of column width: a digit of Times New Roman 12, 8 pixels at 96 dots an inch."""

MARGINS_MM: Final = {"top": 20, "bottom": 15, "left": 30, "right": 15, "header": 10, "footer": 8}
MM_PER_INCH: Final = 25.4
TEXT_FORMAT: Final = "@"
PAGE_NUMBER: Final = f'&"{FONT}"&13&P'
THIN: Final = Side(style="thin", color="000000")
BOX: Final = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def lists() -> dict[str, bytes]:
    """Draw every list."""
    return {FILES[kind]: drawn_list(columns) for kind, columns in COLUMNS.items()}


def drawn_list(columns: tuple[Column, ...]) -> bytes:
    """Draw the form of one list: title, the paper it goes with, the unit, the head and one row of tags."""
    book = Workbook()
    book._named_styles["Normal"].font = Font(name=FONT, size=12)  # type: ignore[attr-defined]
    sheet = book.worksheets[0]
    sheet.title = "Danh sách"
    _say(sheet, TITLE, "{{ tieu_de }}", Font(name=FONT, size=14, bold=True), columns)
    _say(sheet, ATTACHED, "{{ kem_theo }}", Font(name=FONT, size=13, italic=True), columns)
    _say(sheet, UNIT, "Cơ quan, đơn vị: {{ don_vi }}", Font(name=FONT, size=13), columns, align="left")
    for place, column in enumerate(columns, start=1):
        _set_column(sheet, place, column)
    sheet.row_dimensions[HEAD].height = HEIGHTS_PT[HEAD]
    _set_out(sheet)
    saved = BytesIO()
    book.save(saved)
    parts = unpacked(saved.getvalue(), name="form.xlsx")
    return packed(parts | {"docProps/core.xml": _encoded(CORE), "docProps/app.xml": _encoded(APP)})


def _encoded(xml: str) -> bytes:
    return (DECLARATION + xml).encode()


def _say(
    sheet: Worksheet, row: int, text: str, font: Font, columns: tuple[Column, ...], *, align: str = "center"
) -> None:
    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(columns))
    cell = sheet.cell(row, 1, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
    sheet.row_dimensions[row].height = HEIGHTS_PT[row]


def _set_column(sheet: Worksheet, place: int, column: Column) -> None:
    sheet.column_dimensions[get_column_letter(place)].width = round(column.width_mm / MM_PER_WIDTH, 2)
    head = sheet.cell(HEAD, place, column.heading)
    head.font = Font(name=FONT, size=12, bold=True)
    head.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sample = sheet.cell(SAMPLE, place, f"{{{{ dong.{column.name} }}}}")
    sample.font = Font(name=FONT, size=12)
    horizontal = "center" if column.is_centred else "left"
    sample.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    sample.number_format = TEXT_FORMAT
    head.border = sample.border = BOX


def _set_out(sheet: Worksheet) -> None:
    """A4 landscape, one page wide, page number in the top margin from page 2 on, the table's head on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    for side, width in MARGINS_MM.items():
        setattr(sheet.page_margins, side, round(width / MM_PER_INCH, 3))
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    sheet.freeze_panes = f"A{SAMPLE}"
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=PAGE_NUMBER))
