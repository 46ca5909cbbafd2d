"""The file of an answer, chosen and left out again."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.parts.answer_file import AnswerFile
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def shown(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    part = AnswerFile(holder)
    holder.show()
    yield part
    stand_on(Desktop())


def test_nothing_is_attached_at_first(shown):
    assert shown.path is None
    assert (shown.choosing.isVisible(), shown.dropping.isVisible()) == (True, False)
    assert unnamed_controls(shown) == []


def test_the_file_chosen_is_named_and_can_be_left_out(shown, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "88 trả lời.pdf"))
    shown.choosing.click()
    assert shown.path == tmp_path / "88 trả lời.pdf"
    assert (shown.choosing.isVisible(), shown.dropping.isVisible()) == (False, True)
    shown.dropping.click()
    assert shown.path is None


def test_a_choice_thought_better_of_keeps_what_was_chosen(shown, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "88.pdf"))
    shown.choose()
    stand_on(AnsweringDesktop(None))
    shown.choose()
    assert shown.path == tmp_path / "88.pdf"
