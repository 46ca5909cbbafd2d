"""The Excel list of the demo's sample unit, as clerks keep theirs: a title above the table, a group row, people without a mailbox."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

HEADINGS: Final = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Chức vụ",
    "Phòng/Bộ phận",
    "Số điện thoại",
    "Địa chỉ thư công vụ",
    "Ghi chú",
)
WIDTHS: Final = (6, 28, 13, 24, 22, 16, 34, 16)
FONT: Final = "Times New Roman"
EDGE: Final = Border(*(Side(style="thin"),) * 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePerson:
    """One invented person of the sample unit; dates as the list writes them."""

    name: str
    born: str
    post: str
    section: str
    phone: str


def made_sample_list(*, unit: str, people: Sequence[SamplePerson]) -> bytes:
    """Return the .xlsx of the sample unit's list."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    sheet.append([unit.upper()])
    sheet.append(["DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG"])
    sheet.append([])
    sheet.append(list(HEADINGS))
    for row in _rows(people):
        sheet.append(row)
    for number in (1, 2):
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=len(HEADINGS))
        sheet.cell(number, 1).font = Font(name=FONT, bold=True, size=13)
        sheet.cell(number, 1).alignment = Alignment(horizontal="center")
    for cells in sheet.iter_rows(min_row=4):
        for cell in cells:
            cell.font = Font(name=FONT, size=12, bold=cell.row == 4)  # noqa: PLR2004  (the headings)
            cell.border = EDGE
    for letter, width in zip("ABCDEFGH", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _rows(people: Sequence[SamplePerson]) -> list[list[object]]:
    rows: list[list[object]] = []
    number = 0
    for place, (section, members) in enumerate(groupby(people, key=lambda person: person.section), start=1):
        rows.append([_roman(place), section])
        for person in members:
            number += 1
            rows.append([number, person.name, person.born, person.post, person.section, person.phone, "", ""])
    return rows


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1]
