"""The zip around a workbook is looked through before a parser sees it."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason
from govmail_desk.documents.spreadsheet_kind import FileKind
from govmail_desk.documents.spreadsheet_limits import Limits
from govmail_desk.documents.spreadsheet_package import Package
from tests.reliability.hostile_files import noise, xlsx, zipped


def reason_against(content: bytes, limits: Limits | None = None) -> Reason:
    with pytest.raises(NotTaken) as refusal:
        Package(content, limits or Limits()).kind()
    return refusal.value.reason


def test_a_workbook_is_known_by_its_parts() -> None:
    assert Package(xlsx(), Limits()).kind() is FileKind.XLSX


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"word/document.xml": ""}, Reason.WRONG_TYPE),
        ({"xl/workbook.bin": ""}, Reason.OTHER_SPREADSHEET),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, Reason.WRONG_TYPE),
        ({"a.jpg": ""}, Reason.WRONG_TYPE),
    ],
)
def test_what_else_is_kept_in_a_zip_is_named(parts: dict[str, str], reason: Reason) -> None:
    assert reason_against(zipped(parts.items())) is reason


def test_parts_are_weighed_before_any_is_unpacked() -> None:
    heavy = xlsx(**{"xl/a.xml": noise(30_000)})
    assert reason_against(heavy, Limits(unpacked_bytes=10_000)) is Reason.UNPACKS_TOO_LARGE
    assert reason_against(heavy, Limits(part_count=3)) is Reason.TOO_MANY_PARTS


def test_a_megabyte_of_equal_cells_is_no_bomb() -> None:
    assert Package(xlsx(**{"xl/a.xml": b" " * 999_000}), Limits()).kind() is FileKind.XLSX


def test_fonts_are_told_by_row_and_column_of_each_sheet() -> None:
    book = Workbook()
    book.active.title = "Một"
    book.active.append(["NguyÔn", "x"])
    book.active["A1"].font = Font(name=".VnTime")
    content = BytesIO()
    book.save(content)
    assert Package(content.getvalue(), Limits()).legacy_fonts() == {"Một": {(1, 0): ".VnTime", (1, 1): "Calibri"}}


def test_fonts_that_say_nothing_are_not_read() -> None:
    content = BytesIO()
    Workbook().save(content)
    assert Package(content.getvalue(), Limits()).legacy_fonts() == {}
