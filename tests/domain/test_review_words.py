"""The words departments write into the sheet of a review."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.review_words import OF_A_MAILBOX, OF_A_PERSON, decision_of, offered
from govmail_desk.domain.vietnamese import fold
from govmail_desk.wording import DECISIONS


@pytest.mark.parametrize(
    ("written", "decision"),
    [
        ("Giữ", "keep"),
        ("giữ lại", "keep"),
        ("GIU NGUYEN", "keep"),
        ("tiếp tục sử dụng", "keep"),
        ("Không thay đổi", "keep"),
        ("đổi", "change"),
        ("Cập nhật thông tin", "change"),
        ("Xóa", "close"),
        ("XOÁ", "close"),
        ("xoá", "close"),
        ("huỷ", "close"),
        ("đề nghị hủy", "close"),
        ("Hủy, thu hồi", "close"),
        ("không còn sử dụng.", "close"),
        ("cấp mới", "create"),
        ("Đề nghị cấp", "create"),
        ("chưa rõ", "unknown"),
        ("Khong ro", "unknown"),
        ("  ", ""),
    ],
)
def test_a_decision_is_read_however_it_is_written(written, decision):
    assert decision_of(written) == decision


@pytest.mark.parametrize(
    "written", ["giữ hoặc hủy", "hỏi lại anh Tâm", "x", "1", "?!a", "không giữ", "dùng", "dừng", "khóa"]
)
def test_what_is_not_clear_needs_a_look(written):
    assert decision_of(written) is None


@given(
    st.sampled_from([(key, words) for key, words in DECISIONS.items() if key]),
    st.sampled_from([str.upper, str.lower, fold, lambda text: f"  {text}. "]),
)
def test_the_words_the_sheet_offers_are_understood_in_capitals_and_without_diacritics(decision, writes):
    key, words = decision
    assert decision_of(writes(words)) == key


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reading(text):
    assert decision_of(text) in {None, "", *OF_A_MAILBOX, *OF_A_PERSON}


def test_a_new_mailbox_is_asked_for_people_only():
    assert "create" not in offered(is_mailbox=True)
    assert "close" not in offered(is_mailbox=False)
