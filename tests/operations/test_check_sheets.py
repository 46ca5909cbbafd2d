"""The monthly sheet of checks written to disk."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.operations.check_sheets import sheet_name, write_check_sheet
from tests.check_sheets import SHEET

NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".DOCX"])
def test_the_file_is_written_whole_under_its_month(tmp_path, ending) -> None:
    file = tmp_path / sheet_name(NOVEMBER, ending)
    write_check_sheet(SHEET, file=file)
    assert file.name == f"Kiem tra hop thu 2026-11{ending}"
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_an_older_sheet_of_the_month_is_replaced(tmp_path) -> None:
    file = tmp_path / "bang.docx"
    file.write_bytes(b"old")
    write_check_sheet(SHEET, file=file)
    assert len(docx.Document(BytesIO(file.read_bytes())).tables) == 5


def test_another_kind_of_file_and_a_folder_that_is_not_there_are_refused(tmp_path) -> None:
    with pytest.raises(RuleBroken, match=r"\.docx hoặc \.xlsx"):
        write_check_sheet(SHEET, file=tmp_path / "bang.pdf")
    with pytest.raises(StoreUnavailable):
        write_check_sheet(SHEET, file=tmp_path / "khong-co" / "bang.docx")
