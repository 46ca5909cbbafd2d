"""Widths of Times on paper, and lines broken for a column."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QRawFont

from govmail_desk.documents.print_width import balanced_lines, line_count, text_width_mm

SAMPLES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Đường Ưu Ơn ươm lượn trượt ngửi (ở); 0123456789/@_&",
    "nguyenvananh.stttt@ninhbinh.gov.vn",
)
"""Liberation Serif is as wide as Times New Roman, letter by letter."""


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize("is_bold", [False, True])
def test_widths_are_those_of_the_font(qapp: object, text: str, is_bold: bool) -> None:
    font = QFont("Liberation Serif")
    font.setPixelSize(1000)
    font.setBold(is_bold)
    face = QRawFont.fromFont(font)
    assert face.familyName() == "Liberation Serif"
    points = sum(step.x() for step in face.advancesForGlyphIndexes(face.glyphIndexesForString(text)))
    assert text_width_mm(text, size_pt=1000, is_bold=is_bold) == pytest.approx(points * 25.4 / 72, rel=0.002)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SỞ XÂY DỰNG", ("SỞ XÂY DỰNG",)),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", ("SỞ THÔNG TIN VÀ", "TRUYỀN THÔNG")),
        ("ỦY BAN NHÂN DÂN\nPHƯỜNG 12", ("ỦY BAN NHÂN DÂN", "PHƯỜNG 12")),
        ("PHÒNG KẾ HOẠCH - TỔNG HỢP", ("PHÒNG KẾ HOẠCH -", "TỔNG HỢP")),
        ("", ()),
    ],
)
def test_names_are_broken_evenly_and_where_the_clerk_broke_them(text: str, lines: tuple[str, ...]) -> None:
    assert balanced_lines(text, width_mm=62, size_pt=12, is_bold=True) == lines


@settings(max_examples=80)
@given(st.lists(st.text(alphabet="ABCĐƠƯỘ", min_size=1, max_size=9), min_size=1, max_size=14))
def test_no_word_is_lost_and_every_line_fits(words: list[str]) -> None:
    lines = balanced_lines(" ".join(words), width_mm=62, size_pt=12, is_bold=True)
    assert " ".join(lines).split() == words
    assert all(text_width_mm(line, size_pt=12, is_bold=True) <= 62 for line in lines)


def test_a_word_wider_than_its_column_takes_the_lines_it_is_broken_into() -> None:
    word = "x" * 30
    width = text_width_mm(word, size_pt=12)
    assert line_count(word, width_mm=width + 1, size_pt=12) == 1
    assert line_count(word, width_mm=width / 2.5, size_pt=12) == 3
    assert line_count("", width_mm=10, size_pt=12) == 1
    assert line_count("a\nb", width_mm=100, size_pt=12) == 2
