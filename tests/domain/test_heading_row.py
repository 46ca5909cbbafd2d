"""The row of headings is found among letterheads, titles, remarks and data."""

from __future__ import annotations

import pytest

from govmail_desk.domain.heading_row import LAST_ROW_SEARCHED, find_heading_row
from tests.lists.plain_sheets import sheet

BODY = ("1|Lê Thị Mỹ Hạnh|Chuyên viên", "2|Đỗ Văn Lý|Văn thư")


def test_a_title_that_speaks_of_mailboxes_is_not_taken_for_headings() -> None:
    found = find_heading_row(
        sheet("DANH SÁCH CẤP HỘP THƯ ĐIỆN TỬ CÔNG VỤ", "Cơ quan, đơn vị: Sở Nội vụ", "", "TT|Họ tên|Chức vụ", *BODY)
    )
    assert found
    assert (found.row.number, found.depth) == (4, 1)


def test_a_row_that_only_has_unknown_words_or_people_is_none() -> None:
    assert find_heading_row(sheet("Hướng dẫn|Bước 1", *BODY)) is None


def test_an_ordinal_and_a_note_alone_are_no_list() -> None:
    assert find_heading_row(sheet("STT|Nội dung|Ghi chú", "1|Nộp danh sách|gấp")) is None


def test_one_exact_heading_over_a_single_column_is_a_list() -> None:
    found = find_heading_row(sheet("Họ và tên", "Lê Thị Mỹ Hạnh"))
    assert found
    assert found.row.number == 1


def test_headings_parted_in_the_next_row_take_two_rows() -> None:
    found = find_heading_row(
        sheet("STT|Họ và tên|Thông tin liên hệ", "||Di động|Thư công vụ", *BODY, merged=("C1:D1", "A1:A2", "B1:B2"))
    )
    assert found
    assert found.depth == 2
    assert found.headings[3] == "Thông tin liên hệ Thư công vụ"


def test_the_same_is_seen_without_merged_ranges_which_csv_and_ods_do_not_tell() -> None:
    found = find_heading_row(sheet("STT|Họ và tên|Thông tin liên hệ", "||Di động|Thư công vụ", *BODY))
    assert found
    assert found.depth == 2


def test_a_heading_that_says_nothing_alone_says_it_with_the_one_above() -> None:
    found = find_heading_row(
        sheet("STT|Họ và tên|Năm sinh|", "||Nam|Nữ", "1|Lê Thị Hạnh||1990", merged=("C1:D1", "A1:A2", "B1:B2"))
    )
    assert found
    assert [found.understood[column].meaning.value for column in (2, 3)] == ["birth-on", "birth-on"]


def test_the_first_data_row_is_not_drawn_into_the_headings() -> None:
    found = find_heading_row(sheet("STT|Họ và tên|Đơn vị", "1|Lê Thị Mỹ Hạnh|Đơn vị"))
    assert found
    assert found.depth == 1


def test_of_headings_repeated_on_each_page_the_first_is_taken() -> None:
    found = find_heading_row(sheet("STT|Họ và tên|Chức vụ", *BODY, "STT|Họ và tên|Chức vụ", *BODY))
    assert found
    assert found.row.number == 1


def test_headings_far_down_are_found_only_when_pointed_to() -> None:
    deep = sheet(*["ghi chú thêm"] * LAST_ROW_SEARCHED, "STT|Họ và tên", *BODY)
    assert find_heading_row(deep) is None
    found = find_heading_row(deep, header_row=LAST_ROW_SEARCHED + 1)
    assert found
    assert found.is_header


@pytest.mark.parametrize("header_row", [-1, 0, 99])
def test_a_row_that_is_not_there_is_none(header_row: int) -> None:
    assert find_heading_row(sheet("STT|Họ và tên", *BODY), header_row=header_row) is None
