"""Words without looks, whatever stands in them."""

from __future__ import annotations

import pytest

from govmail_desk.documents.plain_text import Line
from govmail_desk.gui.parts import plain_paper
from govmail_desk.gui.parts.plain_paper import PlainPaper


@pytest.fixture
def paper(qtbot):
    made = PlainPaper()
    qtbot.addWidget(made)
    return made


def test_headings_paragraphs_and_rows_are_read_in_their_order(paper):
    rows = (Line("row", ("1", "Đỗ Thị Ứng")), Line("row", ("2", "Trần Ánh")))
    paper.show_lines((Line("heading", ("Phụ lục",)), Line("paragraph", ("Số:      /VP",)), *rows))
    assert paper.toPlainText().split("\n")[:2] == ["Phụ lục", "Số:      /VP"]
    assert [paper.toPlainText().index(words) for words in ("Phụ lục", "Số", "Đỗ Thị Ứng", "Trần Ánh")] == sorted(
        paper.toPlainText().index(words) for words in ("Phụ lục", "Số", "Đỗ Thị Ứng", "Trần Ánh")
    )


def test_a_row_that_says_one_thing_goes_over_the_whole_width(paper):
    paper.show_lines((
        Line("row", ("DANH SÁCH",)),
        Line("row", ("1", "Đỗ Thị Ứng", "")),
        Line("row", ("", "x", "")),
    ))
    assert paper.toHtml().count('colspan="3"') == 1


def test_marks_of_html_stay_words(paper):
    paper.show_lines((Line("paragraph", ("<b>A & B</b> <img src='http://192.0.2.1/a'>",)),))
    assert paper.toPlainText() == "<b>A & B</b> <img src='http://192.0.2.1/a'>"


def test_a_very_long_list_says_how_much_is_left(paper, monkeypatch):
    monkeypatch.setattr(plain_paper, "MOST_LINES", 3)
    paper.show_lines([Line("row", (str(number),)) for number in range(10)])
    assert "Còn 7 dòng nữa" in paper.toPlainText()
    assert paper.isReadOnly()
