"""Rules and margins in the columns of a letter's header."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.letter_column import LEFT_MM, TWIPS_PER_MM, margin_beside, rule, rule_under
from govmail_desk.documents.print_width import text_width_mm

NAMES = st.lists(st.sampled_from(["SỞ", "BAN", "QUẢN", "LÝ", "TRUYỀN", "THÔNG", "VÀ", "ƯƠNG"]), min_size=1, max_size=16)


def length_mm(drawn: str, column_mm: float = LEFT_MM) -> float:
    (left,) = re.findall(r'w:left="(\d+)"', drawn)
    return column_mm - 2 * int(left) / TWIPS_PER_MM


def test_a_rule_has_its_length_in_the_middle_of_its_column() -> None:
    drawn = str(rule(30, column_mm=67))
    assert length_mm(drawn) == pytest.approx(30, abs=0.1)
    assert re.search(r'w:left="(\d+)" w:right="\1"', drawn)


def test_a_text_of_one_line_needs_no_margin() -> None:
    assert margin_beside("SỞ XÂY DỰNG", column_mm=LEFT_MM, size_pt=12, is_bold=True) == "0"
    assert margin_beside("", column_mm=LEFT_MM, size_pt=12) == "0"


def test_lines_the_clerk_broke_need_no_margin() -> None:
    assert margin_beside("ỦY BAN NHÂN DÂN\nPHƯỜNG 12", column_mm=LEFT_MM, size_pt=12, is_bold=True) == "0"


@settings(max_examples=60)
@given(NAMES)
def test_every_word_fits_between_the_margins_and_the_rule_is_shorter_than_half_the_column(words: list[str]) -> None:
    name = " ".join(words)
    room = LEFT_MM - 2 * int(margin_beside(name, column_mm=LEFT_MM, size_pt=12, is_bold=True)) / TWIPS_PER_MM
    assert all(text_width_mm(word, size_pt=12, is_bold=True) <= room for word in words)
    assert 0 < length_mm(str(rule_under(name, column_mm=LEFT_MM, size_pt=12))) < LEFT_MM / 2
