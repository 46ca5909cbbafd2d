"""The list meant is found among the sheets of a file; the five invented lists are read row by row as a clerk would."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.list_cell import Clean, Dirty, check_address, read_id_number, read_phone
from govmail_desk.domain.people_sheet import SheetReading, choose_sheet, people_sheets, read_sheet
from govmail_desk.domain.table_rows import ListRow, RowKind, stated_unit
from tests.lists.plain_sheets import sheet

LISTS = Path(__file__).parents[1] / "lists"
PEOPLE = ("STT|Họ và tên|Chức vụ", "1|Lê Thị Hạnh|Văn thư", "2|Đỗ Văn Lý|Kế toán")


def reading_of(name: str) -> SheetReading:
    return choose_sheet(read(LISTS / name).sheets)


def people(reading: SheetReading) -> list[ListRow]:
    return [row for row in reading.rows if row.kind is RowKind.PERSON]


# Which sheet


def test_the_sheet_with_the_most_people_is_meant() -> None:
    guide = sheet("Cách điền", "Họ và tên: viết đủ dấu", name="Hướng dẫn")
    short = sheet(*PEOPLE[:2], name="Mẫu")
    assert choose_sheet([guide, short, sheet(*PEOPLE, name="Danh sách")]).sheet.name == "Danh sách"


def test_a_hidden_sheet_is_taken_last_however_long_it_is() -> None:
    hidden = sheet(*PEOPLE, "3|Vũ Long|Lái xe", name="Bản cũ", is_hidden=True)
    found = people_sheets([hidden, sheet(*PEOPLE, name="Danh sách")])
    assert [reading.sheet.name for reading in found] == ["Danh sách", "Bản cũ"]


def test_the_clerk_can_name_the_sheet_and_the_row() -> None:
    odd = sheet("Số|Người", "1|Lê Thị Hạnh", name="Lạ")
    with pytest.raises(RuleBroken, match="Không tìm thấy bảng danh sách"):
        choose_sheet([odd])
    named = sheet("Danh mục", "Cơ quan|Email", "Sở Y tế|syt@ninhbinh.gov.vn", name="Hai")
    reading = choose_sheet([odd, named], name="Hai", header_row=2)
    assert [row.kind for row in reading.rows] == [RowKind.TITLE, RowKind.HEADER, RowKind.UNIT]


def test_a_sheet_that_is_not_there_is_refused_with_the_names_that_are() -> None:
    with pytest.raises(RuleBroken, match=r"«Sheet9».*«Danh sách», «Mẫu»"):
        choose_sheet([sheet(*PEOPLE), sheet(*PEOPLE, name="Mẫu")], name="Sheet9")


def test_headings_with_nobody_beneath_are_no_list() -> None:
    empty = sheet(PEOPLE[0], "", "Người lập biểu")
    assert people_sheets([empty]) == ()
    with pytest.raises(RuleBroken, match="Không tìm thấy bảng danh sách"):
        choose_sheet([empty])


def test_what_is_set_aside_is_counted() -> None:
    reading = read_sheet(sheet("DANH SÁCH", *PEOPLE, "", "Cộng: 2 người"))
    assert reading is not None
    assert reading.imported_count == 2
    assert reading.set_aside_counts == Counter({
        RowKind.TITLE: 1,
        RowKind.HEADER: 1,
        RowKind.BLANK: 1,
        RowKind.FOOTER: 1,
    })


# The five lists


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("ninhbinh-2020.xlsx", "person 13, unit 1, group 2, title 4, header 3, repeated-header 2, blank 6, footer 5"),
        ("ninhbinh-2020.ods", "person 13, unit 1, group 2, title 4, header 3, repeated-header 2, blank 6, footer 5"),
        ("camau-24-2018.xlsx", "person 8, title 2, header 1, blank 2, footer 3"),
        ("camau-24-2018.xls", "person 8, title 2, header 1, blank 2, footer 3"),
        ("quan4-03-2013.xlsx", "person 8, group 3, header 1, repeated-header 2, footer 1"),
        ("quan4-03-2013.csv", "person 8, group 3, header 1, repeated-header 2, footer 1"),
        ("khanhhoa-dagt-2021.xlsx", "person 7, unit 1, title 2, header 1, blank 1, footer 3"),
        ("soctrang-59-2024.xlsx", "person 7, group 5, title 2, header 1, footer 1"),
        ("soctrang-59-2024.csv", "unit 3, header 1"),
    ],
)
def test_every_row_of_the_five_lists_is_what_it_is(name: str, counts: str) -> None:
    found = Counter(row.kind.value for row in reading_of(name).rows)
    assert ", ".join(f"{kind} {found[kind]}" for kind in RowKind if found[kind]) == counts


def test_people_of_ninh_binh_stand_under_the_part_of_the_so_they_work_in() -> None:
    reading = reading_of("ninhbinh-2020.xlsx")
    assert stated_unit(reading.sheet, reading.header) == "Sở Thông tin và Truyền thông"
    assert Counter(row.unit for row in people(reading)) == {
        "Lãnh đạo Sở": 2,
        "Văn phòng Sở": 4,
        "Phòng Công nghệ thông tin và Bưu chính - Viễn thông": 7,
    }


def test_each_dirty_address_of_ninh_binh_is_set_aside_with_its_reason() -> None:
    reading = reading_of("ninhbinh-2020.xlsx")
    cells = {
        row.row.number: reading.header.text(row.row, Meaning.ADDRESS) for row in reading.rows if row.kind.is_imported
    }
    judged = {number: check_address(text, "ninhbinh.gov.vn") for number, text in cells.items()}
    assert {number for number, address in judged.items() if isinstance(address, Clean)} == {11, 13}
    assert {number for number, address in judged.items() if address is None} == {12, 14, 28, 29}
    reasons = {15: "hai dấu @", 16: "dấu phẩy", 17: "khoảng trắng", 23: "bị cụt", 24: "thiếu tên hộp thư",
               25: "thiếu phần @", 26: "«à»", 27: "hai địa chỉ"}  # fmt: skip
    dirty = {number: address.reason for number, address in judged.items() if isinstance(address, Dirty)}
    assert dirty.keys() == reasons.keys()
    assert all(reason in dirty[number] for number, reason in reasons.items())


def test_numbers_that_lost_their_zero_are_doubted_and_left_as_they_are() -> None:
    reading = reading_of("soctrang-59-2024.xlsx")
    for row in people(reading):
        phone = read_phone(reading.header.text(row.row, Meaning.PHONE))
        number = read_id_number(reading.header.text(row.row, Meaning.ID_NUMBER))
        assert (len(phone.text), len(number.text)) == (9, 11)
        assert phone.doubt
        assert number.doubt


def test_one_person_twice_and_two_of_one_name_both_come_in_as_rows() -> None:
    reading = reading_of("ninhbinh-2020.xlsx")
    names = Counter(reading.header.name(row.row) for row in people(reading))
    assert names["Lê Thị Mỹ Hạnh"] == names["Nguyễn Văn Thành"] == 2


def test_phong_merged_over_their_people_in_khanh_hoa_are_written_into_each_row() -> None:
    reading = reading_of("khanhhoa-dagt-2021.xlsx")
    departments = Counter(reading.header.text(row.row, Meaning.DEPARTMENT) for row in people(reading))
    assert departments == {"Lãnh đạo Ban": 2, "Phòng Kế toán": 2, "Phòng Kế hoạch - Tổng hợp": 3}
    (own,) = [row for row in reading.rows if row.kind is RowKind.UNIT]
    assert reading.header.text(own.row, Meaning.ADDRESS) == "bqlctgt@khanhhoa.gov.vn"


def test_groups_of_soc_trang_stand_inside_one_another_and_its_passwords_go_no_further() -> None:
    reading = reading_of("soctrang-59-2024.xlsx")
    assert people(reading)[2].groups == ("KHỐI VĂN PHÒNG", "Phòng Chuyển đổi số")
    assert people(reading)[-1].groups == ("ĐƠN VỊ SỰ NGHIỆP", "Trung tâm Công nghệ số")
    assert not [cell.text for row in people(reading) for cell in row.row.cells if "Abc" in cell.text]
    assert "thiếu «@» và tên miền" in reading.header.problems[0].sentence


def test_the_sheet_of_units_of_soc_trang_can_be_asked_for() -> None:
    reading = choose_sheet(read(LISTS / "soctrang-59-2024.xlsx").sheets, name="Đơn vị")
    assert [row.kind for row in reading.rows[1:]] == [RowKind.UNIT] * 3


def test_units_written_in_vni_are_read_as_the_units_they_name() -> None:
    assert [row.unit for row in people(reading_of("quan4-03-2013.csv"))][::3] == [
        "VĂN PHÒNG ỦY BAN NHÂN DÂN",
        "PHÒNG TÀI CHÍNH - KẾ HOẠCH",
        "UBND PHƯỜNG 9",
    ]
