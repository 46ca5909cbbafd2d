"""How answers leave."""

from __future__ import annotations

import json

from govmail_desk.cli.output import print_columns, print_json, print_lines


def test_one_json_document_keeps_vietnamese_letters_as_they_are(capsys):
    print_json({"name": "Đặng Đức Đạt", "cite": None})
    said = capsys.readouterr().out
    assert "Đặng Đức Đạt" in said
    assert json.loads(said) == {"name": "Đặng Đức Đạt", "cite": None}


def test_columns_are_as_wide_as_their_widest_word_and_lines_end_without_blanks(capsys):
    print_columns([("a", "Đặng", ""), ("bb", "An", "x")])
    assert capsys.readouterr().out == "a   Đặng\nbb  An    x\n"


def test_lines_are_lines(capsys):
    print_lines(iter(["một", "hai"]))
    assert capsys.readouterr().out == "một\nhai\n"
