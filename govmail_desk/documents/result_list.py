"""The list of what became of each unit in a batch of requests (.xlsx): plain rows of text, no formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_HEADINGS: Final = ("STT", "Đơn vị", "Số hộp thư", "Kết quả", "Các tệp, trong thư mục mang tên đơn vị", "Ghi chú")
_WIDTHS: Final = (6, 40, 12, 20, 60, 60)
_FONT: Final = Font(name="Times New Roman", size=12)
_BOLD: Final = Font(name="Times New Roman", size=12, bold=True)
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
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Kết quả")
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEF"[place]].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, heading, _BOLD) for heading in _HEADINGS])
    for line in lines:
        told = (line.number, line.unit, line.mailbox_count, line.outcome, line.files, line.note)
        sheet.append([_cell(sheet, str(part), _FONT) for part in told])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _cell(sheet: WriteOnlyWorksheet, text: str, font: Font) -> Cell:
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # a unit's name that begins with = stays a name
    cell.font, cell.alignment = font, _WRAPPED
    return cell
