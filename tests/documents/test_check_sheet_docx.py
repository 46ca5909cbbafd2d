"""The monthly sheet as a Word file, read back by python-docx."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from govmail_desk.documents.check_sheet_docx import check_sheet_docx
from tests.check_sheets import SHEET


@pytest.fixture(scope="module")
def page():
    return docx.Document(BytesIO(check_sheet_docx(SHEET)))


def cells(table, row):
    return [cell.text for cell in table.rows[row].cells]


def test_it_lies_on_a4_landscape_with_its_number_above_from_the_second_page_on(page) -> None:
    section = page.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (297, 210)
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml


def test_the_head_names_the_bodies_the_nation_the_place_and_the_month(page) -> None:
    left, right = (cell.text for cell in page.tables[0].rows[0].cells)
    assert left.startswith("UBND TỈNH KHÁNH HÒA\nBAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY")
    assert right == (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nKhánh Hòa, ngày 04 tháng 01 năm 2027"
    )
    assert [paragraph.text for paragraph in page.paragraphs[:2]] == [
        "BẢNG THEO DÕI KIỂM TRA HỘP THƯ ĐIỆN TỬ CÔNG VỤ",
        "Tháng 12 năm 2026",
    ]


def test_the_overview_is_followed_by_the_place_for_two_signatures(page) -> None:
    overview, signed = page.tables[1], page.tables[2]
    assert cells(overview, 1)[1:] == [
        *("bqlctgt@khanhhoa.gov.vn", "Ban Quản lý dự án", "2", "4 (đếm ở 1 lần)", "1", "1", "2 buổi"),
    ]
    assert cells(signed, 0) == [
        "NGƯỜI LẬP BẢNG\n(Ký, ghi rõ họ tên)\nNgô Thị Kim Uyên",
        "GIÁM ĐỐC\n(Ký, ghi rõ họ tên)\nLê Thị Mỹ Hạnh",
    ]


def test_each_mailbox_has_its_days_under_three_heads_printed_on_every_page(page) -> None:
    days = page.tables[3]
    assert [row._tr.xml.count("<w:tblHeader/>") for row in days.rows] == [1, 1, 1, 0, 0]
    assert all("<w:cantSplit/>" in row._tr.xml for row in days.rows)
    assert cells(days, 3)[5] == "Trần Ánh (ghi muộn)"
    assert cells(days, 4)[2:] == [""] * 7


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert check_sheet_docx(SHEET) == check_sheet_docx(SHEET)
