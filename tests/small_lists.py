"""Small lists for tests, as the sheets a file would have been read into."""

from __future__ import annotations

import hashlib

from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.documents.spreadsheet_kind import FileKind
from govmail_desk.domain.sheet import BLANK_CELL, Cell, Row, Sheet

HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Phòng/Bộ phận", "Số điện thoại", "Số CCCD", "Địa chỉ thư công vụ", "Ghi chú",
)  # fmt: skip
UNIT_HEADINGS = (
    "STT", "Tên cơ quan, đơn vị", "Cơ quan chủ quản", "Người được giao quản lý", "Chức vụ", "Số điện thoại",
    "Địa chỉ hộp thư", "Ghi chú",
)  # fmt: skip
FIRST_ROW = 2
"""Where the first person stands, below the headings."""


def person(
    name: str,
    *,
    birth: str = "",
    post: str = "Chuyên viên",
    section: str = "",
    phone: str = "",
    id_number: str = "",
    address: str = "",
    note: str = "",
) -> tuple[str, ...]:
    """Return the cells of one person under `HEADINGS`."""
    return "1", name, birth, post, section, phone, id_number, address, note


def unit(
    name: str,
    *,
    above: str = "",
    custodian: str = "",
    post: str = "",
    phone: str = "",
    address: str = "",
    note: str = "",
) -> tuple[str, ...]:
    """Return the cells of one unit under `UNIT_HEADINGS`."""
    return "1", name, above, custodian, post, phone, address, note


def sheet(*lines: tuple[str, ...], name: str = "Danh sách", is_hidden: bool = False) -> Sheet:
    """Return a sheet of these lines, the first in row 1."""
    rows = tuple(
        Row(number, tuple(Cell(text) if text else BLANK_CELL for text in line)) for number, line in enumerate(lines, 1)
    )
    return Sheet(name, rows, is_hidden=is_hidden)


def book(*sheets: Sheet, file_name: str = "danh-sach.xlsx") -> Workbook:
    """Return the file that holds these sheets."""
    sha256 = hashlib.sha256(repr(sheets).encode("utf-8")).hexdigest()
    return Workbook(file_name, sha256, FileKind.XLSX, sheets, ())


def people(*lines: tuple[str, ...]) -> Workbook:
    """Return a file with one list of people, headings in row 1."""
    return book(sheet(HEADINGS, *lines))


def units(*lines: tuple[str, ...]) -> Workbook:
    """Return a file with one list of units' own mailboxes, headings in row 1."""
    return book(sheet(UNIT_HEADINGS, *lines))
