"""The journal as a .csv: its mark, its quotes, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.documents.journal_table import COLUMNS, JournalLine, as_text, journal_csv


def line(sentence="Thêm Đỗ Thị Bích Ngọc", takes_back=None):
    return JournalLine(7, "23/11/2026 08:30", "Ngô Thị Kim Uyên", sentence, 3, takes_back, "0f" * 32)


def read_again(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_begins_with_the_mark_a_spreadsheet_knows_utf_8_by():
    assert journal_csv([]).startswith(codecs.BOM_UTF8)


def test_every_line_is_read_again_as_it_was():
    head, first, second = read_again(journal_csv([line(), line('Sửa "Sở", lần 2', takes_back=3)]))
    assert tuple(head) == COLUMNS
    assert first == ["7", "23/11/2026 08:30", "Ngô Thị Kim Uyên", "Thêm Đỗ Thị Bích Ngọc", "3", "", "0f" * 32]
    assert (second[3], second[5]) == ('Sửa "Sở", lần 2', "3")


@pytest.mark.parametrize("sentence", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_sentence_that_begins_like_a_formula_is_kept_a_text(sentence):
    (_, row) = read_again(journal_csv([line(sentence)]))
    assert row[3].startswith("'")


@given(st.text(max_size=30))
def test_no_text_begins_like_a_formula(text):
    assert not as_text(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert as_text(text).endswith(text)
