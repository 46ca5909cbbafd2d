"""Each row of a list is a person, a unit's mailbox, a group, or something around the table that is set aside and counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.sheet import Sheet
from govmail_desk.domain.table_columns import find_header
from govmail_desk.domain.table_rows import ListRow, RowKind, classify, stated_unit
from tests.lists.plain_sheets import sheet

HEADINGS = "STT|Họ và tên|Chức vụ|Di động|Thư công vụ|Ghi chú"
HANH = "1|Lê Thị Mỹ Hạnh|Văn thư|0912000101|hanhltm@ninhbinh.gov.vn|"
LY = "2|Đỗ Văn Lý|Kế toán|0912000102||"


def rows_of(listed: Sheet) -> tuple[ListRow, ...]:
    header = find_header(listed)
    assert header is not None
    return classify(listed, header)


def kinds(*lines: str, merged: tuple[str, ...] = ()) -> list[str]:
    return [row.kind.value for row in rows_of(sheet(HEADINGS, *lines, merged=merged))][1:]


def groups(*lines: str, merged: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    return [row.groups for row in rows_of(sheet(HEADINGS, *lines, merged=merged)) if row.kind.is_imported]


def test_people_titles_and_blanks_are_told_apart() -> None:
    rows = rows_of(sheet("SỞ NỘI VỤ", "", HEADINGS, HANH, "", LY))
    assert [row.kind.value for row in rows] == ["title", "blank", "header", "person", "blank", "person"]


def test_gaps_in_the_numbering_and_a_missing_number_change_nothing() -> None:
    assert kinds("7|Lê Thị Hạnh|Văn thư", "|Đỗ Văn Lý|Kế toán", "12.|Vũ Long|Lái xe") == ["person"] * 3


def test_a_person_of_whom_only_the_name_is_known_is_a_person() -> None:
    assert kinds("1|Lê Thị Hạnh", "|Đỗ Văn Lý") == ["person", "person"]


def test_a_person_without_a_name_is_still_a_row_of_the_table() -> None:
    assert kinds("1||Văn thư|0912000101", "||||hanhltm@ninhbinh.gov.vn") == ["person", "person"]


@pytest.mark.parametrize(
    "name", ["Đoàn Thị Ban", "Bàn Văn Sơn", "Tống Văn Cộng", "Hạ Thị Đội", "Ông Văn Trường", "Trần Phường"]
)
def test_surnames_that_resemble_units_and_totals_are_people(name: str) -> None:
    assert kinds(f"1|{name}", f"|{name}") == ["person", "person"]


# Groups


def test_roman_groups_give_their_unit_to_the_rows_beneath() -> None:
    lines = ("I|Lãnh đạo Sở", HANH, "II.|Văn phòng Sở (3 người)", LY, "3|Vũ Long|Lái xe")
    assert kinds(*lines) == ["group", "person", "group", "person", "person"]
    assert groups(*lines) == [("Lãnh đạo Sở",), ("Văn phòng Sở",), ("Văn phòng Sở",)]


def test_letters_stand_above_roman_numbers_and_those_above_plain_groups() -> None:
    lines = ("A|KHỐI SỞ", "I|Sở Nội vụ", "PHÒNG TỔ CHỨC", HANH, "II|Sở Y tế", LY, "B|KHỐI HUYỆN", "3|Vũ Long|Lái xe")
    assert groups(*lines) == [("KHỐI SỞ", "Sở Nội vụ", "PHÒNG TỔ CHỨC"), ("KHỐI SỞ", "Sở Y tế"), ("KHỐI HUYỆN",)]


@pytest.mark.parametrize(
    "line", ["PHÒNG TÀI CHÍNH", "I. PHÒNG TÀI CHÍNH", "1. Phòng Tài chính:", "A - Phòng Tài chính"]
)
def test_a_group_written_into_one_cell_is_a_group(line: str) -> None:
    assert kinds(line, HANH) == ["group", "person"]
    assert groups(line, HANH)[0][0].casefold() == "phòng tài chính"


def test_a_merged_row_is_a_group_whatever_it_is_called() -> None:
    assert groups("Nhóm hợp đồng 68", HANH, merged=("A2:F2",)) == [("Nhóm hợp đồng 68",)]


def test_a_numbered_group_among_numbered_people_is_a_group() -> None:
    assert kinds("1|Phòng Hành chính", HANH, "2|Phòng Tổ chức", LY) == ["group", "person", "group", "person"]


def test_a_group_with_a_mailbox_is_the_units_own_row_and_opens_the_group() -> None:
    rows = rows_of(sheet(HEADINGS, "I|Văn phòng Sở|||vanphong.stttt@ninhbinh.gov.vn", HANH))
    assert [(row.kind.value, row.groups) for row in rows[1:]] == [("unit", ()), ("person", ("Văn phòng Sở",))]
    assert rows[2].unit == "Văn phòng Sở"


def test_a_unit_with_a_mailbox_among_the_people_is_a_units_row() -> None:
    assert kinds("1|Văn phòng Sở||02293000100|vanphong.stttt@ninhbinh.gov.vn", LY) == ["unit", "person"]


def test_a_list_of_units_holds_units() -> None:
    rows = rows_of(
        sheet("STT|Tên cơ quan, đơn vị|Tên hộp thư đề nghị", "1|Sở Nội vụ|snv@ninhbinh.gov.vn", "2|Sở Y tế|")
    )
    assert [row.kind.value for row in rows[1:]] == ["unit", "unit"]


def test_a_unit_merged_over_its_people_is_written_into_each_row() -> None:
    listed = sheet("Họ và tên|Đơn vị", "Lê Thị Hạnh|Văn phòng", "Đỗ Văn Lý", "Vũ Long|Phòng A", merged=("B2:B3",))
    assert [row.row.text(1) for row in rows_of(listed)[1:]] == ["Văn phòng", "Văn phòng", "Phòng A"]


def test_a_blank_unit_that_is_not_merged_stays_blank() -> None:
    listed = sheet("Họ và tên|Đơn vị", "Lê Thị Hạnh|Văn phòng", "Đỗ Văn Lý")
    assert rows_of(listed)[2].row.text(1) == ""


# Around the table


def test_headings_repeated_on_each_page_are_set_aside() -> None:
    assert kinds(HANH, "", HEADINGS.upper(), LY) == ["person", "blank", "repeated-header", "person"]


def test_the_row_that_numbers_the_columns_belongs_to_the_headings() -> None:
    assert kinds("(1)|(2)|(3)|(4)|(5)|(6)", HANH, HEADINGS, "A|B|1|2|3|4", LY) == [
        "header", "person", "repeated-header", "repeated-header", "person",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Tổng cộng: 2 người", "Tổng số|2", "Cộng", "|Tổng cộng|||2", "Danh sách này có 02 người./.", "Trang 1/2",
        "Ghi chú: số điện thoại dùng để nhận mật khẩu",
    ],
)  # fmt: skip
def test_totals_and_remarks_are_set_aside_and_the_list_goes_on(line: str) -> None:
    assert kinds(HANH, line, LY) == ["person", "footer", "person"]


@pytest.mark.parametrize(
    "line",
    [
        "|NGƯỜI LẬP BIỂU||GIÁM ĐỐC", "||||Ninh Bình, ngày 05 tháng 10 năm 2020", "|||KT. GIÁM ĐỐC", "Nơi nhận:",
        "|||TM. ỦY BAN NHÂN DÂN", "|Thủ trưởng đơn vị", "Ngày … tháng … năm 2020",
    ],
)  # fmt: skip
def test_from_the_signature_block_on_nobody_is_on_the_list(line: str) -> None:
    assert kinds(HANH, line, "|(Ký, ghi rõ họ tên)", "", "|Lê Thị Mỹ Hạnh||Phạm Quang Huấn") == [
        "person", "footer", "footer", "blank", "footer",
    ]  # fmt: skip


def test_a_second_page_after_a_signature_block_is_read_again() -> None:
    assert kinds(HANH, "|NGƯỜI LẬP BIỂU", "|Lê Thị Mỹ Hạnh", HEADINGS, LY) == [
        "person", "footer", "footer", "repeated-header", "person",
    ]  # fmt: skip
    assert kinds("|NGƯỜI LẬP BIỂU", "|Lê Thị Mỹ Hạnh", LY)[-1] == "person"


def test_a_post_of_director_is_no_signature() -> None:
    assert kinds("1|Phạm Quang Huấn|Giám đốc", "|Lê Thị Lan|Phó Giám đốc|0912000103") == ["person", "person"]


def test_passwords_are_left_out_of_what_goes_on() -> None:
    rows = rows_of(sheet("Họ và tên|Mật khẩu|Ghi chú", "Lê Thị Hạnh|Abc@12345|Cấp mới"))
    assert [cell.text for cell in rows[1].row.cells] == ["Lê Thị Hạnh", "", "Cấp mới"]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Cơ quan, đơn vị: Sở Nội vụ", "Sở Nội vụ"),
        ("|ĐƠN VỊ: UBND xã Thạnh Phú.", "UBND xã Thạnh Phú"),
        ("Tên đơn vị: ……………", ""),
        ("Đơn vị tính: người", ""),
        ("SỞ NỘI VỤ", ""),
    ],
)
def test_the_unit_stated_above_the_table_is_known(line: str, unit: str) -> None:
    listed = sheet(line, HEADINGS, HANH)
    header = find_header(listed)
    assert header is not None
    assert stated_unit(listed, header) == unit


def test_every_kind_has_a_vietnamese_label() -> None:
    assert len({kind.label for kind in RowKind}) == len(RowKind)


@given(
    st.lists(
        st.lists(st.sampled_from(["", "1", "I", "Lê Hạnh", "a@b", "Phòng A", "Cộng", HEADINGS, "KT. X"]), max_size=7)
    )
)
def test_every_row_of_any_sheet_is_something_and_none_is_lost(lines: list[list[str]]) -> None:
    listed = sheet(HEADINGS, *("|".join(line) for line in lines))
    rows = rows_of(listed)
    assert [row.row.number for row in rows] == [row.number for row in listed.rows]
    assert all((row.kind is RowKind.BLANK) == row.row.is_blank for row in rows)
