"""The directory as an Excel file, read back: the tree folds, cells are text, it prints on pages with their heads."""

from __future__ import annotations

import io

import openpyxl

from govmail_desk.documents.directory_xlsx import directory_xlsx
from tests.directories import of_person, of_unit, paper

LINES = (
    of_unit("Sở A", phone="02293871001", addresses=("soa@b.vn",)),
    of_person("=1+1", title="@SUM", phone="+842293871002", addresses=("an@b.vn", "lean@b.vn")),
    of_unit("Phòng B", level=1, number=3),
    of_person("Đỗ Bình", level=2, number=4, title="Chuyên viên phụ trách việc có tên rất dài không nằm trên một dòng"),
)


def sheet():
    return openpyxl.load_workbook(io.BytesIO(directory_xlsx(paper(*LINES)))).active


def test_what_begins_like_a_formula_and_every_telephone_is_text():
    cells = [cell for row in sheet().iter_rows(min_row=6) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [sheet().cell(7, column).value for column in (1, 2, 3, 4, 5)] == [
        "1",
        "=1+1",
        "@SUM",
        "+842293871002",
        "an@b.vn\nlean@b.vn",
    ]
    assert sheet().cell(6, 4).value == "02293871001"


def test_the_tree_folds_under_its_units_and_names_stand_in():
    page = sheet()
    assert [page.row_dimensions[row].outlineLevel for row in range(6, 10)] == [0, 1, 1, 2]
    assert page.sheet_properties.outlinePr.summaryBelow is False
    assert [page.cell(row, 2).alignment.indent for row in range(6, 10)] == [0, 1, 1, 2]


def test_it_says_whose_it_is_and_of_which_day_and_prints_its_heads_on_each_page():
    page = sheet()
    assert page["A1"].value == "Danh bạ thư điện tử công vụ - Sở Thông tin và Truyền thông"
    assert page["A3"].value == "Bản số 3. Số liệu đến ngày 23/11/2026"
    assert page.print_title_rows == "$5:$5"
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == ("landscape", 1, 0)
    assert page.oddHeader.center.text == "&P"
    assert page.freeze_panes == "A6"


def test_a_row_is_as_high_as_its_lines():
    page = sheet()
    heights = [page.row_dimensions[row].height for row in range(6, 10)]
    assert heights[1] > heights[0] < heights[3]
