"""What the columns of a list hold: by their headings first, then by what stands beneath; the clerk has the last word."""

from __future__ import annotations

from pathlib import Path

import pytest

from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.sheet import Sheet
from govmail_desk.domain.table_columns import Header, find_header, recall, with_meanings
from tests.lists.plain_sheets import row, sheet

LISTS = Path(__file__).parents[1] / "lists"
EIGHT_COLUMNS = "STT|Họ và tên|Ngày sinh|Di động|Số CCCD|Đơn vị công tác|Chức vụ|Ghi chú"


def header_of(listed: Sheet) -> Header:
    header = find_header(listed)
    assert header is not None
    return header


def meanings(listed: Sheet) -> list[str]:
    return [meaning.value for meaning in header_of(listed).columns.values()]


def test_the_eight_columns_of_the_real_list_are_understood() -> None:
    header = header_of(sheet(EIGHT_COLUMNS, "1|Lê Thị Mỹ Hạnh|28/02/1995|0912000108|037195000819|Sở A|Văn thư|Cấp mới"))
    assert [meaning.value for meaning in header.columns.values()] == [
        "ordinal", "full-name", "birth-on", "phone", "id-number", "unit", "post", "note",
    ]  # fmt: skip
    assert header.confidence == 1
    assert header.problems == ()
    assert header.evidence[0] == "Dòng 1 là dòng tiêu đề: hiểu được 8 trên 8 tiêu đề."
    assert header.evidence[4] == "Cột D «Di động» là Số điện thoại."


def test_a_heading_nobody_knows_is_ignored_and_lowers_the_confidence() -> None:
    header = header_of(sheet("STT|Họ và tên|Cỡ áo|Chức vụ", "1|Lê Thị Hạnh|M|Văn thư"))
    assert header.columns[2] is Meaning.IGNORED
    assert header.confidence == 0.75


def test_official_and_other_mail_stand_side_by_side() -> None:
    listed = sheet("Họ và tên|Email|Thư điện tử công vụ", "Lê Thị Hạnh|hanh@gmail.com|hanhlt@ninhbinh.gov.vn")
    assert meanings(listed) == ["full-name", "other-address", "address"]


def test_a_plain_email_full_of_gmail_is_not_the_official_one() -> None:
    listed = sheet("STT|Họ và tên|Email", "1|Lê Thị Hạnh|hanh@gmail.com", "2|Đỗ Văn Lý|ly@yahoo.com")
    assert meanings(listed) == ["ordinal", "full-name", "other-address"]
    assert header_of(listed).evidence[-1] == "Cột C được hiểu là Thư điện tử khác theo nội dung các ô."


@pytest.mark.parametrize("heading", ["", "Địa chỉ", "Account"])
def test_a_column_full_of_addresses_is_found_without_a_heading(heading: str) -> None:
    listed = sheet(
        f"STT|Họ và tên|{heading}", "1|Lê Thị Hạnh|hanhlt@ninhbinh.gov.vn", "2|Đỗ Văn Lý|lydv@ninhbinh.gov.vn"
    )
    assert meanings(listed) == ["ordinal", "full-name", "address"]


def test_a_home_address_is_no_mail() -> None:
    listed = sheet("STT|Họ và tên|Địa chỉ", "1|Lê Thị Hạnh|Phường Tân Thành", "2|Đỗ Văn Lý|Xã Ninh Nhất")
    assert meanings(listed)[2] == "ignored"


def test_one_heading_over_two_columns_parts_the_name() -> None:
    listed = sheet("TT|Họ và tên||Chức vụ", "1|Lê Thị Mỹ|Hạnh|Văn thư", "2|Đỗ Văn|Lý|Kế toán", merged=("B1:C1",))
    header = header_of(listed)
    assert [meaning.value for meaning in header.columns.values()] == ["ordinal", "family-and-middle", "given", "post"]
    assert header.name(listed.rows[1]) == "Lê Thị Mỹ Hạnh"


def test_two_headings_beneath_one_part_the_name_too() -> None:
    listed = sheet(
        "TT|Họ và tên||Chức vụ", "|Họ đệm|Tên|", "1|Lê Thị Mỹ|Hạnh|Văn thư", merged=("B1:C1", "A1:A2", "D1:D2")
    )
    assert meanings(listed) == ["ordinal", "family-and-middle", "given", "post"]


def test_a_lone_heading_of_the_given_name_means_the_whole_name() -> None:
    assert meanings(sheet("STT|Tên|Chức vụ", "1|Lê Thị Hạnh|Văn thư")) == ["ordinal", "full-name", "post"]


def test_of_two_telephones_the_first_that_is_filled_counts() -> None:
    listed = sheet(
        "Họ và tên|Di động|Số điện thoại sử dụng Zalo", "Lê Thị Hạnh||0912000101", "Đỗ Văn Lý|0912000102|0988000102"
    )
    header = header_of(listed)
    assert [header.text(line, Meaning.PHONE) for line in listed.rows[1:]] == ["0912000101", "0912000102"]


def test_a_meaning_the_list_lacks_is_blank() -> None:
    header = header_of(sheet("STT|Họ và tên", "1|Lê Thị Hạnh"))
    assert header.text(row(2, "1|Lê Thị Hạnh"), Meaning.ADDRESS) == ""


def test_the_clerk_can_point_to_the_row_and_say_what_columns_hold() -> None:
    listed = sheet("Số|Người|Nơi", "1|Lê Thị Hạnh|Phòng A")
    assert find_header(listed) is None
    header = find_header(listed, header_row=1)
    assert header is not None
    assert header.is_blocked
    told = with_meanings(listed, header, {1: Meaning.FULL_NAME, 2: Meaning.DEPARTMENT})
    assert not told.is_blocked
    assert told.name(listed.rows[1]) == "Lê Thị Hạnh"


def test_the_clerks_reading_is_remembered_for_the_same_headings() -> None:
    first, second = (
        sheet(headings, f"1|{name}|A") for headings, name in (("Số|Người|Nơi", "Lê An"), ("SỐ|NGƯỜI|NƠI", "Lý Bình"))
    )
    told = with_meanings(first, find_header(first, header_row=1), {1: Meaning.FULL_NAME})  # type: ignore[arg-type]
    again = find_header(second, header_row=1)
    assert again is not None
    assert again.signature == told.signature
    assert recall(second, again, told.remembered()).name(second.rows[1]) == "Lý Bình"


def test_a_column_of_passwords_cannot_be_read_as_anything_else() -> None:
    listed = sheet("Họ và tên|Mật khẩu", "Lê Thị Hạnh|Abc@12345")
    header = with_meanings(listed, header_of(listed), {1: Meaning.NOTE})
    assert header.columns[1] is Meaning.PASSWORD


def test_a_changed_reading_is_asked_of_the_cells_again() -> None:
    listed = sheet(EIGHT_COLUMNS, "1|Lê Thị Hạnh|28/02/1995|0912000108|037195000819|Sở A|Văn thư|nghỉ thai sản")
    wrong = with_meanings(listed, header_of(listed), {7: Meaning.ADDRESS})
    assert wrong.is_blocked
    assert wrong.confidence == 0.5


@pytest.mark.parametrize(
    ("name", "row_number", "columns"),
    [
        ("ninhbinh-2020.xlsx", 7, "ordinal full-name birth-on post id-number phone address note"),
        ("ninhbinh-2020.ods", 7, "ordinal full-name birth-on post id-number phone address note"),
        ("camau-24-2018.xlsx", 4, "ordinal full-name birth-on phone id-number unit post address note"),
        ("camau-24-2018.xls", 4, "ordinal full-name birth-on phone id-number unit post address note"),
        ("quan4-03-2013.xlsx", 1, "ordinal family-and-middle given birth-on post phone address note"),
        ("quan4-03-2013.csv", 1, "ordinal family-and-middle given birth-on post phone address note"),
        ("khanhhoa-dagt-2021.xlsx", 4, "ordinal department full-name birth-on post phone address other-address note"),
        ("soctrang-59-2024.xlsx", 3, "ordinal full-name post department id-number phone address password"),
        ("soctrang-59-2024.csv", 1, "ordinal unit parent-unit custodian post phone address note"),
    ],
)
def test_the_headings_of_each_invented_list_are_found(name: str, row_number: int, columns: str) -> None:
    listed = read(LISTS / name).sheets[0]
    header = header_of(listed)
    assert header.row_number == row_number
    assert meanings(listed) == columns.split()
    assert not header.is_blocked
