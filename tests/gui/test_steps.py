"""A dialog of several steps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import SearchField, TextField
from govmail_desk.gui.steps import Step, SteppedDialog


class TypingStep(Step):
    """A step with a line to type and one to search by; it goes on once something is typed."""

    def __init__(self):
        super().__init__()
        self.line, self.search = TextField(), SearchField("Tìm")
        rows = QVBoxLayout(self)
        rows.addWidget(self.line)
        rows.addWidget(self.search)
        self.line.textChanged.connect(self.changed)

    @property
    def is_ready(self):
        return bool(self.line.text())


class LastStep(Step):
    def __init__(self):
        super().__init__()
        self.can_go_back = False

    @property
    def main_words(self):
        return "Xong"


@pytest.fixture
def dialog(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    dialog = SteppedDialog(page, title="Việc", titles=("Gõ", "Hết"), size=QSize(400, 300))
    for step in (TypingStep(), LastStep()):
        dialog.add_step(step)
    page.show()
    dialog.open()
    yield dialog
    page.close()


def test_the_main_act_waits_until_the_step_is_ready(dialog):
    assert not dialog.main_button.isEnabled()
    dialog.step.line.setText("x")
    assert dialog.main_button.isEnabled()
    assert dialog.main_button.text() == "Tiếp tục"


def test_enter_goes_on_save_in_a_line_that_searches(dialog):
    dialog.step.line.setText("x")
    dialog.step.search.setFocus()
    QTest.keyClick(dialog.step.search, Qt.Key.Key_Return)
    assert dialog.stack.currentIndex() == 0
    dialog.step.line.setFocus()
    QTest.keyClick(dialog.step.line, Qt.Key.Key_Return)
    assert dialog.stack.currentIndex() == 1
    assert dialog.main_button.text() == "Xong"


def test_the_strip_says_which_step_of_how_many(dialog):
    assert dialog.strip.accessibleName() == "Bước 1 trên 2: Gõ"
    dialog.show_step(1)
    assert dialog.strip.accessibleName() == "Bước 2 trên 2: Hết"


def test_going_back_is_offered_only_where_it_can_be_done(dialog):
    assert dialog.before_button.isHidden()
    dialog.show_step(1)
    assert dialog.before_button.isHidden()


def test_what_was_typed_is_asked_about_until_the_last_step(dialog):
    dialog.step.line.setText("x")
    dialog.reject()
    assert dialog.isVisible()
    assert "chưa được lưu" in dialog.notices.sentence
    dialog.show_step(1)
    dialog.reject()
    assert not dialog.isVisible()
