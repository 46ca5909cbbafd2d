"""The monthly sheet as an Excel file, read back by openpyxl."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from govmail_desk.documents.check_sheet_xlsx import check_sheet_xlsx
from tests.check_sheets import SHEET


@pytest.fixture(scope="module")
def book():
    return load_workbook(BytesIO(check_sheet_xlsx(SHEET)))


def rows(page):
    return [[value for value in row if value is not None] for row in page.iter_rows(values_only=True)]


def test_both_sheets_lie_on_a4_landscape_one_page_wide_with_their_heads_on_each_page(book) -> None:
    for page, heads in zip(book.worksheets, ("$9:$9", "$3:$4"), strict=True):
        assert (page.page_setup.orientation, int(page.page_setup.paperSize)) == ("landscape", 9)
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
        assert page.print_title_rows == heads


def test_the_overview_ends_with_the_place_for_two_signatures(book) -> None:
    told = rows(book["Tổng hợp"])
    assert [1, "bqlctgt@khanhhoa.gov.vn", "Ban Quản lý dự án", 2, "4 (đếm ở 1 lần)", 1, 1, "2 buổi"] in told
    assert ["NGƯỜI LẬP BẢNG", "GIÁM ĐỐC"] in told
    assert told[-1] == ["Ngô Thị Kim Uyên", "Lê Thị Mỹ Hạnh"]


def test_every_day_names_its_mailbox_and_a_late_look_says_so(book) -> None:
    told = rows(book["Theo ngày"])
    assert told[4] == [
        *("bqlctgt@khanhhoa.gov.vn", "01/12", "Ba", "Ngô Thị Kim Uyên", 4, "đã báo cáo", "Trần Ánh (ghi muộn)"),
        "Mất điện",
    ]
    assert told[5] == ["bqlctgt@khanhhoa.gov.vn", "02/12", "Tư"]


def test_an_address_that_begins_like_a_formula_stays_an_address(book) -> None:
    (cell,) = [cell for row in book["Tổng hợp"].iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert (cell.value, cell.data_type) == ("=1+1@khanhhoa.gov.vn", "s")
