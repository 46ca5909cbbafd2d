"""An edition of the directory as an Excel file: the tree of units as rows that fold away, text cells only, set out for printing.

What it says is `documents.directory`.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.documents.list_sheet import CELL_AIR_MM, LINE_SPACING, MM_PER_WIDTH, ROW_AIR_PT
from govmail_desk.documents.print_width import line_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.documents.directory import DirectoryPaper
    from govmail_desk.domain.directory import DirectoryLine

_FONT: Final = "Times New Roman"
_SIZE: Final = 12
_WIDTHS: Final = (6, 44, 30, 20, 42, 18)
_HEAD_ROW: Final = 5
"""The row of headings: title, unit and edition stand above."""
_DEEPEST: Final = 7
"""Excel knows no more levels of folding."""
_LINE: Final = Side(style="thin", color="000000")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_UNIT_GROUND: Final = PatternFill("solid", fgColor="E8EEF4")
_HEAD_GROUND: Final = PatternFill("solid", fgColor="D0DCE8")
_TITLE: Final = "Danh bạ: tiêu đề"
_SAID: Final = "Danh bạ: lời dẫn"
_HEAD: Final = "Danh bạ: đầu cột"
_MARGINS_MM: Final = {"top": 20, "bottom": 15, "left": 30, "right": 15, "header": 10, "footer": 8}
_MM_PER_INCH: Final = 25.4
_SHORT: Final = 12
"""Letters that fit the narrowest column of words: such a text is on one line, and need not be measured."""


def directory_xlsx(paper: DirectoryPaper) -> bytes:
    """Return the .xlsx."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh bạ")
    looks = _Looks(book)
    widths = _WIDTHS[: len(paper.headings)]
    _set_out(sheet, widths)
    for words, style in ((paper.title, _TITLE), (paper.parent_body, _SAID), (paper.edition, _SAID), ("", _SAID)):
        sheet.append([_cell(sheet, words, style)])
    sheet.append([_cell(sheet, words, _HEAD) for words in paper.headings])
    for place, (line, cells) in enumerate(paper.rows(), start=_HEAD_ROW + 1):
        row = sheet.row_dimensions[place]
        row.outlineLevel = min(line.level, _DEEPEST)
        row.height = _height(cells, widths)
        styles = looks.of(line)
        sheet.append([_cell(sheet, text, style) for text, style in zip(cells, styles, strict=False)])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class _Looks:
    """The named styles of the workbook: one given by name costs a cell a hundredth of one put together for it."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[bool, int], tuple[str, ...]] = {}
        self._style(_TITLE, size=14, bold=True, is_boxed=False)
        self._style(_SAID, italic=True, is_boxed=False)
        self._style(_HEAD, bold=True, ground=_HEAD_GROUND, horizontal="center")

    def of(self, line: DirectoryLine) -> tuple[str, ...]:
        """Return the styles of a line's cells: the name stands in by its level."""
        is_unit, level = line.kind == "unit", min(line.level, _DEEPEST)
        if (is_unit, level) not in self._made:
            what, ground = ("đơn vị", _UNIT_GROUND) if is_unit else ("người", None)
            number, name, rest = (f"Danh bạ: {what} {level}{part}" for part in (" STT", " tên", ""))
            self._style(number, bold=is_unit, ground=ground, horizontal="center")
            self._style(name, bold=is_unit, ground=ground, indent=level)
            self._style(rest, bold=is_unit, ground=ground)
            self._made[is_unit, level] = (number, name, *(rest,) * len(_WIDTHS))
        return self._made[is_unit, level]

    def _style(
        self,
        name: str,
        *,
        size: int = _SIZE,
        bold: bool = False,
        italic: bool = False,
        ground: PatternFill | None = None,
        horizontal: str = "left",
        indent: int = 0,
        is_boxed: bool = True,
    ) -> None:
        style = NamedStyle(name)
        style.font = Font(name=_FONT, size=size, bold=bold, italic=italic)
        style.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=is_boxed, indent=indent)
        if ground is not None:
            style.fill = ground
        if is_boxed:
            style.border = _BOX
        self._book.add_named_style(style)


def _cell(sheet: WriteOnlyWorksheet, text: str, style: str) -> Cell:
    cell = WriteOnlyCell(sheet, text or None)
    if text:
        cell.data_type = "s"  # a name that begins with = stays a name, a telephone keeps its first 0
    cell.style = style
    return cell


def _height(cells: Sequence[str], widths: Sequence[float]) -> float:
    """Make a row as high as its highest cell: a program that opens the file does not always do it."""
    lines = max(_line_count(text, width) for text, width in zip(cells, widths, strict=True))
    return lines * _SIZE * LINE_SPACING + ROW_AIR_PT


def _line_count(text: str, width: float) -> int:
    if len(text) <= _SHORT and "\n" not in text:
        return 1
    return line_count(text, width_mm=width * MM_PER_WIDTH - CELL_AIR_MM, size_pt=_SIZE)


def _set_out(sheet: Any, widths: Sequence[float]) -> None:
    """A4 landscape, one page wide, the heads on each page, the page's number in the upper margin from the second on.

    The stubs know none of a write-only sheet's settings, hence Any.
    """
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)  # a unit stands above its people
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_options.horizontalCentered = True
    for side, width in _MARGINS_MM.items():
        setattr(sheet.page_margins, side, round(width / _MM_PER_INCH, 3))
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(text=f'&"{_FONT}"&13&P'))
