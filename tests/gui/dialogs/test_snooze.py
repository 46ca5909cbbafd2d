"""Putting a line off: until when, and why."""

from __future__ import annotations

from datetime import date

import pytest

from tests.gui.due_lines import DueLines
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def due(qtbot, tmp_path):
    opened = DueLines(qtbot, tmp_path)
    opened.page.due_acts.put_off(opened.line.row)
    yield opened
    opened.close()


def test_the_next_working_day_stands_there_and_the_due_date_is_said_to_stay(due):
    assert due.dialog.until.day() == date(2026, 11, 25)  # 24/11 is a day off
    assert unnamed_controls(due.dialog) == []


def test_without_a_reason_nothing_is_put_off(due):
    due.dialog.main_button.click()
    assert "Chưa có lý do" in due.dialog.form.rows["reason"].error
    assert due.lines()


def test_a_day_that_cannot_be_read_is_told_at_its_field(due):
    due.dialog.until.line.setText("32/13")
    due.dialog.reason.setPlainText("Đi công tác")
    due.dialog.main_button.click()
    assert due.dialog.form.rows["until"].error


def test_a_day_behind_is_refused_in_one_sentence(due):
    due.dialog.until.line.setText("20/11/2026")
    due.dialog.reason.setPlainText("Đi công tác")
    due.dialog.main_button.click()
    assert "không còn ở phía trước" in due.dialog.notices.sentence
