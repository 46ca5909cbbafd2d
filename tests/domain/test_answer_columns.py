"""What headings and words of an operator's table of results mean."""

from __future__ import annotations

import pytest

from govmail_desk.domain.answer_columns import find_columns, part_of, result_of
from govmail_desk.domain.sheet import Cell, Row, Sheet


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("STT", "ordinal"),
        ("Số TT", "ordinal"),
        ("Địa chỉ", "address"),
        ("ĐỊA CHỈ THƯ ĐIỆN TỬ", "address"),
        ("Địa chỉ đề nghị", "address"),
        ("Địa chỉ đề nghị cấp mới", "address"),
        ("Email công vụ", "address"),
        ("Kết quả", "result"),
        ("ket qua giai quyet", "result"),
        ("Tình trạng xử lý", "result"),
        ("Địa chỉ được cấp", "given"),
        ("Hộp thư đã cấp", "given"),
        ("Email mới", "given"),
        ("Ghi chú", "note"),
        ("Lý do từ chối", "note"),
        ("Lý do không giải quyết", "note"),
        ("Họ và tên", None),
        ("Mật khẩu", None),
        ("Mật khẩu hộp thư được cấp", None),
        ("", None),
    ],
)
def test_a_heading_is_known_with_and_without_diacritics(heading, part):
    assert part_of(heading) == part


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("Đã cấp", "granted"),
        ("được cấp", "granted"),
        ("Đồng ý", "granted"),
        ("Được như đề nghị", "granted"),
        ("x", "granted"),
        ("Hoàn thành", "granted"),
        ("Đã hủy", "granted"),
        ("Được nhưng khác đề nghị", "otherwise"),
        ("khác", "otherwise"),
        ("Từ chối", "refused"),
        ("Không cấp", "refused"),
        ("khong dong y", "refused"),
        ("Chưa cấp", None),
        ("Đang xử lý", None),
        ("?", None),
        ("", None),
    ],
)
def test_a_result_is_read_as_operators_write_it(words, result):
    assert result_of(words) == result


def sheet(*rows, name="Kết quả"):
    made = (Row(number, tuple(map(Cell, cells))) for number, cells in enumerate(rows, start=1))
    return Sheet(name, tuple(made))


def test_the_table_is_found_under_its_letterhead_on_the_sheet_that_has_it():
    found = find_columns([
        sheet(("Bìa",), name="Bìa"),
        sheet(
            ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",), (), ("Kết quả cấp hộp thư",), ("STT", "Họ tên", "Kết quả"), ("1", "A", "x")
        ),
    ])
    assert (found.sheet, dict(found.columns)) == ("Kết quả", {"ordinal": 0, "result": 2})
    assert [row.number for row in found.rows] == [5]
    assert found.text(found.rows[0], "note") == ""


def test_a_sheet_that_only_lists_people_is_no_table_of_results():
    assert find_columns([sheet(("STT", "Họ và tên", "Địa chỉ thư điện tử")), sheet()]) is None
