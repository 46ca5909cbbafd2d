"""Recording what was done with mailboxes: which of them, when, by whom."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.due_lines import NAMES, DueLines
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def due(qtbot, tmp_path):
    opened = DueLines(qtbot, tmp_path, count=3)
    opened.line.button.click()
    yield opened
    opened.close()


def test_all_stand_chosen_by_name_and_no_field_takes_a_password(due):
    rows = [due.dialog.table.rows.row_at(place) for place in range(3)]
    assert sorted(row.name.partition(" · ")[0] for row in rows) == sorted(NAMES)
    assert due.dialog.main_button.text() == "Ghi 3 hộp thư"
    assert any("không bao giờ ghi mật khẩu" in label.text() for label in due.dialog.findChildren(QLabel))
    assert unnamed_controls(due.dialog) == []


def test_only_the_chosen_are_recorded_on_the_day_said_by_who_did_it(due):
    due.dialog.table.clearSelection()
    assert not due.dialog.main_button.isEnabled()
    due.dialog.table.choose(due.boxes[1])
    due.dialog.on.line.setText("20/11/2026")
    due.dialog.by.setText("Trần Thị Lan")
    due.dialog.main_button.click()
    assert due.acts() == [("password-changed", due.boxes[1], date(2026, 11, 20), "Trần Thị Lan")]
    assert due.line.row.count == 2


def test_a_day_to_come_and_a_password_are_refused_and_nothing_is_kept(due):
    due.dialog.on.line.setText("30/11/2026")
    due.dialog.main_button.click()
    assert "chưa tới" in due.dialog.notices.sentence
    due.dialog.on.line.setText("20/11/2026")
    due.dialog.note.setPlainText("mật khẩu: Abc@12345")
    due.dialog.main_button.click()
    assert "Abc@12345" not in due.dialog.notices.sentence
    assert due.acts() == []


def test_without_a_day_the_field_says_so(due):
    due.dialog.on.line.setText("")
    due.dialog.main_button.click()
    assert due.dialog.form.rows["on"].error
