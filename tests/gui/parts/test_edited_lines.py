"""What is said of edited copies, and what is asked for beside each."""

from __future__ import annotations

from pathlib import Path

import pytest

from govmail_desk.gui.parts.edited_lines import EditedLines
from govmail_desk.listings.requests import FileRow
from govmail_desk.operations.taken_in_files import EditedCopy
from tests.gui.named_controls import unnamed_controls

LETTER = FileRow(7, "letter", "cong-van.docx", 10, 3, "a")
LIST = FileRow(8, "list", "danh-sach.xlsx", 10, 1, "b")
OF_LETTER = EditedCopy(7, "letter", Path("cong-van.docx"))
OF_LIST = EditedCopy(8, "list", Path("danh-sach.xlsx"))


@pytest.fixture
def lines(qtbot):
    part = EditedLines([LETTER, LIST])
    qtbot.addWidget(part)
    return part


def test_nothing_edited_says_nothing(lines):
    lines.show_copies([])
    assert (lines.said, lines.isHidden()) == ([], True)


def test_each_copy_names_its_program_and_the_edition_it_would_become(lines):
    lines.show_copies([OF_LETTER, OF_LIST])
    assert lines.said == [
        "Công văn đã sửa trong Word. Nhận làm bản 4?",
        "Danh sách đã sửa trong Excel. Nhận làm bản 2?",
    ]
    assert unnamed_controls(lines) == []


def test_a_copy_of_an_edition_no_longer_the_newest_is_left_out(lines):
    lines.show_copies([EditedCopy(2, "letter", Path("cong-van.docx"))])
    assert (lines.said, lines.isHidden()) == ([], True)


def test_each_act_asks_with_its_own_copy(lines):
    asked = []
    lines.take_asked.connect(lambda copy: asked.append(("take", copy)))
    lines.pass_asked.connect(lambda copy: asked.append(("pass", copy)))
    lines.check_asked.connect(lambda: asked.append(("check", None)))
    lines.show_copies([OF_LETTER])
    for words in ("Nhận bản đã sửa", "Kiểm tra bản đã sửa", "Bỏ qua"):
        lines.links[words].click()
    assert asked == [("take", OF_LETTER), ("check", None), ("pass", OF_LETTER)]
