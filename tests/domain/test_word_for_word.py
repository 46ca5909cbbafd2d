"""A text found word for word in what a PDF says, over blanks and page ends; any change of a line is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.word_for_word import PAGE_END, lines_not_said

LINES = (
    "BIÊN BẢN",
    "Hôm nay, hồi …… giờ …… phút, ngày tháng 11 năm 2026, tại trụ sở, chúng tôi gồm:",
    "1. Bên giao: ông (bà) Nguyễn Văn Thành.",
    "Giao hộp thư",
    "Đã làm",
    "Giao mật khẩu",
    "Đã làm",
    "Từ ngày đó bên giao không đăng nhập các hộp thư này nữa.",
)
FROZEN = "\n".join(LINES)
FOOT = "Dấu biên bản: 1A2B-3C4D. Bản thứ 1. Nhật ký sổ: dòng 57, mã 9f3a6c21aa00."


def paged(lines: tuple[str, ...], at: int, blank: str = "\n") -> str:
    return f"{blank.join(lines[:at])}\n{FOOT}{PAGE_END}2\n{blank.join(lines[at:])}\n{FOOT}"


@given(st.integers(min_value=0, max_value=len(LINES)), st.sampled_from(["\n", " ", "\r\n", " \n  "]))
def test_blanks_and_page_ends_between_lines_do_not_matter(at: int, blank: str) -> None:
    assert lines_not_said(FROZEN, paged(LINES, at, blank)) == ()


@given(st.integers(min_value=1, max_value=len(LINES[1]) - 1))
def test_a_line_may_go_on_behind_the_end_of_a_page(at: int) -> None:
    cut = (*LINES[:1], f"{LINES[1][:at]}\n{FOOT}{PAGE_END}2\n{LINES[1][at:]}", *LINES[2:])
    assert lines_not_said(FROZEN, "\n".join(cut)) == ()


def test_the_room_left_for_hour_and_day_may_be_filled() -> None:
    filled = FROZEN.replace("hồi …… giờ …… phút, ngày tháng", "hồi 08 giờ 30 phút, ngày 23 tháng")
    assert lines_not_said(FROZEN, filled) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nguyễn Văn Thành", "Nguyễn Văn Thanh"),
        ("không đăng nhập", "đăng nhập"),
        ("hộp thư này", "các hộp thư này"),
        ("Giao mật khẩu\nĐã làm", "Giao mật khẩu\nChưa làm"),
        ("Giao hộp thư\nĐã làm\n", ""),
        ("Giao mật khẩu", "Giao danh bạ, chữ ký thư và quy tắc lọc thư\nĐã làm\nGiao mật khẩu"),
    ],
)
def test_a_line_changed_left_out_or_put_in_is_noticed(old: str, new: str) -> None:
    assert old in FROZEN
    assert lines_not_said(FROZEN, FROZEN.replace(old, new))


@given(st.integers(min_value=0, max_value=len(LINES) - 1), st.integers(min_value=0, max_value=len(LINES)))
def test_a_line_left_out_is_noticed_wherever_pages_end(gone: int, at: int) -> None:
    left = LINES[:gone] + LINES[gone + 1 :]
    assert lines_not_said(FROZEN, paged(left, min(at, len(left))))


def test_nothing_at_all_says_no_line() -> None:
    assert lines_not_said(FROZEN, "") == LINES
