"""Marks of sheets and rows: read back, and told from edited ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.review_mark import SheetMark, read_row_mark, read_sheet_mark, seems_a_mark

GENESIS = "3f" * 32
MARK = SheetMark.of(GENESIS, 12, 34)


def test_a_mark_is_read_back_with_its_rows():
    assert read_sheet_mark(f" {MARK.text} ") == MARK
    assert read_row_mark(MARK.row_text(56), MARK) == 56


def test_a_row_of_another_sheet_is_none_of_this():
    other = SheetMark.of(GENESIS, 12, 35)
    assert read_row_mark(other.row_text(56), MARK) is None


@given(st.integers(0, len(MARK.text) - 1), st.sampled_from("0123456789abcdef-GMRSx"))
def test_a_mark_with_any_letter_changed_is_no_mark(place, letter):
    edited = MARK.text[:place] + letter + MARK.text[place + 1 :]
    assert (read_sheet_mark(edited) is None) == (edited != MARK.text)


@given(st.text(max_size=60))
def test_no_text_is_taken_for_a_mark(text):
    assert read_sheet_mark(text) is None
    assert read_row_mark(text, MARK) is None


def test_an_edited_mark_is_seen_to_have_been_one():
    assert seems_a_mark(MARK.text[:-1] + "?")
    assert not seems_a_mark("STT")
