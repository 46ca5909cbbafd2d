"""The columns of each kind of list, as the office knows them."""

from __future__ import annotations

from govmail_desk.documents.list_columns import COLUMNS, NAMES
from govmail_desk.domain.vietnamese import fold

PAGE_MM = 297 - 30 - 15


def test_the_eight_column_list_is_the_one_met_in_practice() -> None:
    assert [column.heading for column in COLUMNS["create-personal-8"]] == [
        "STT", "Họ và tên", "Ngày sinh", "Di động", "Số CCCD", "Đơn vị công tác", "Chức vụ", "Ghi chú",
    ]  # fmt: skip


def test_every_list_begins_with_its_count_and_ends_with_its_note() -> None:
    for columns in COLUMNS.values():
        assert (columns[0].heading, columns[-1].heading) == ("STT", "Ghi chú")


def test_every_list_fills_the_width_of_the_page() -> None:
    assert {sum(column.width_mm for column in columns) for columns in COLUMNS.values()} == {PAGE_MM}


def test_no_list_has_a_column_for_passwords() -> None:
    assert not [name for name in NAMES if "mat_khau" in name]
    for columns in COLUMNS.values():
        assert not [column for column in columns if "mat khau" in fold(column.heading)]


def test_a_persons_number_is_asked_for_only_in_the_list_some_operators_want() -> None:
    assert [kind for kind, columns in COLUMNS.items() if "so_cccd" in {column.name for column in columns}] == [
        "create-personal-8"
    ]
