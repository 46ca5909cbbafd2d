"""Whose work: the head looks over units and people, and sees the lines of one of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.due_lines import DueLines
from tests.gui.named_controls import unnamed_controls


@pytest.fixture
def due(qtbot, tmp_path):
    opened = DueLines(qtbot, tmp_path, count=3)
    opened.page.choose_whose()
    yield opened
    opened.close()


def test_units_and_people_stand_with_their_counts(due):
    people = due.dialog.people.rows
    assert [people.index(row, 0).data() for row in range(3)] == ["Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý"]
    assert due.dialog.units.rows.index(0, 2).data() == "3"
    assert unnamed_controls(due.dialog) == []


def test_it_begins_on_the_first_line_of_the_first_table(due):
    assert due.dialog.focusWidget() is due.dialog.units
    assert due.dialog.units.chosen_ids == [due.dialog.units.rows.id_at(0)]
    assert due.dialog.main_button.isEnabled()


def test_enter_on_a_line_shows_its_work(due):
    QTest.keyClick(due.dialog.people, Qt.Key.Key_Down)
    QTest.keyClick(due.dialog.people, Qt.Key.Key_Return)
    assert due.dialog is None
    assert due.page.subtitle.endswith("việc của Nguyễn Văn Thành")


def test_the_page_shows_the_work_of_the_one_chosen_and_everyones_again(due):
    people = due.dialog.people
    people.choose(people.rows.id_at(1))
    due.dialog.main_button.click()
    assert due.page.subtitle.endswith("việc của Trần Thị Lan")
    assert due.line.row.count == 1
    due.page.choose_whose()
    due.dialog.all_button.click()
    assert "việc của" not in due.page.subtitle
    assert due.line.row.count == 3


def test_choosing_a_unit_lets_go_of_the_person(due):
    due.dialog.people.choose(due.dialog.people.rows.id_at(0))
    due.dialog.units.choose(due.dialog.units.rows.id_at(0))
    assert due.dialog.people.chosen_ids == []
    due.dialog.main_button.click()
    assert due.line.row.count == 3
