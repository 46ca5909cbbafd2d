"""What the words of a row in a unit's list say."""

from __future__ import annotations

import pytest

from govmail_desk.domain.row_words import begins_signature, begins_total, group_name, is_total, unit_reading


@pytest.mark.parametrize("text", ["Phòng Tài chính", "BAN QUẢN LÝ DỰ ÁN", "UBND xã Thạnh Phú", "Uỷ ban nhân dân xã"])
def test_a_unit_begins_with_the_word_of_its_kind(text: str) -> None:
    assert unit_reading(text) == text


@pytest.mark.parametrize("text", ["Bàn Văn Tư", "Phạm Thị Chánh", "Trương Văn An"])
def test_a_surname_with_another_mark_is_no_unit(text: str) -> None:
    assert unit_reading(text) == ""


def test_a_group_is_named_without_its_count_and_marks() -> None:
    assert group_name("Văn phòng Sở (12 người)") == "Văn phòng Sở"
    assert group_name("Thanh tra:") == "Thanh tra"


def test_totals_and_notes_are_told_from_people() -> None:
    assert all(map(is_total, ("Tổng cộng: 12", "Tổng số", "Cộng 5", "Ghi chú: hộp thư cũ", "Trang 2")))
    assert begins_total("Danh sách gồm 12 người")
    assert not any(map(is_total, ("Tống Văn Cộng", "Ghi Thị Chú")))


def test_a_signature_block_is_known_by_its_first_words() -> None:
    assert all(map(begins_signature, ("Người lập biểu", "KT. GIÁM ĐỐC", "Ninh Bình, ngày 05 tháng 11 năm 2026")))
    assert not any(map(begins_signature, ("Nguyễn Văn Lập", "Giám đốc Sở Xây dựng")))
