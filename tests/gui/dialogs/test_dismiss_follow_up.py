"""Passing over something a change brought with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.operations.request_answers import apply_answer
from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="answered")
    apply_answer(opened.desk, request_id=opened.id)
    opened.page.reload(None)
    opened.choose()
    QTest.mouseClick(opened.page.shown.follow_ups.dismiss_buttons[0], Qt.MouseButton.LeftButton)
    yield opened
    opened.close()


def test_it_goes_for_every_mailbox_named_with_one_reason(life):
    assert unnamed_controls(life.dialog) == []
    life.dialog.reason.setPlainText("Không ai trong số này ký số")
    life.dialog.main_button.click()
    settled = [one for one in life.life.follow_ups if one.settled_on]
    assert {one.title.partition(" cho ")[0] for one in settled} == {"Đề nghị cấp chứng thư số"}
    assert [(one.outcome, one.reason) for one in settled] == [("dismissed", "Không ai trong số này ký số")] * 3


def test_without_a_reason_nothing_is_passed_over(life):
    life.dialog.main_button.click()
    assert "Chưa có lý do" in life.dialog.form.rows["reason"].error
    assert not any(one.settled_on for one in life.life.follow_ups)
