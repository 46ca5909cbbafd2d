"""A sheet written row by row."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl import Workbook

from govmail_desk.documents.workbook_page import HEAD_ROW, WorkbookPage


@pytest.fixture
def read():
    """Write rows into a sheet, and read it back as Excel would."""

    def write_and_read(*rows):
        book = Workbook(write_only=True)
        page = WorkbookPage(book, "Trang", (10, 20), "Tên bảng", "Của kỳ nào", ("Số", "Chữ"))
        for row in rows:
            page.write(row)
        saved = BytesIO()
        book.save(saved)
        return openpyxl.load_workbook(BytesIO(saved.getvalue()))["Trang"]

    return write_and_read


def test_title_and_head_stand_above_the_rows(read) -> None:
    page = read((1, "một"))
    assert [page["A1"].value, page["A2"].value] == ["Tên bảng", "Của kỳ nào"]
    assert [cell.value for cell in page[HEAD_ROW]] == ["Số", "Chữ"]
    assert page.freeze_panes == f"A{HEAD_ROW + 1}"


def test_figures_are_numbers_and_texts_are_texts_row_after_row(read) -> None:
    page = read((1, "một"), ("hai", 2), (3, None))
    rows = [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows(min_row=HEAD_ROW + 1)]
    assert rows == [[(1, "n"), ("một", "s")], [("hai", "s"), (2, "n")], [(3, "n"), (None, "n")]]


@pytest.mark.parametrize("text", ["=1+1", "+84", "@x", "#REF!", "12"])
def test_what_looks_like_a_formula_or_a_figure_stays_a_text(read, text) -> None:
    cell = read((1, text)).cell(HEAD_ROW + 1, 2)
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_letters_no_file_can_hold_are_left_out(read) -> None:
    assert read((1, "a\x0bb\x00c")).cell(HEAD_ROW + 1, 2).value == "abc"


def test_a_long_text_makes_its_row_higher(read) -> None:
    page = read((1, "ngắn"), (2, "một câu dài hơn bề rộng của cột này nhiều lần, để hàng phải cao thêm"))
    assert page.row_dimensions[HEAD_ROW + 1].height is None
    assert page.row_dimensions[HEAD_ROW + 2].height > 50
