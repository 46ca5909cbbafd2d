"""Bringing an answer into the register: seen first, then done at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.apply_answer import SIZE, ApplyAnswerDialog
from govmail_desk.listings import mailbox_pane
from govmail_desk.operations.request_answers import RowAnswer, answer_request
from tests.gui.dialogs.request_lives import MONDAY, RequestLife
from tests.gui.named_controls import unnamed_controls

OTHER = "ngocdtb2.stttt@ninhbinh.gov.vn"


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="sent")
    answers = {2: RowAnswer("otherwise", given_address=OTHER), 3: RowAnswer("refused", note="Thiếu quyết định")}
    answer_request(opened.desk, request_id=opened.id, on=MONDAY, number="88", answers=answers)
    opened.page.reload(None)
    opened.choose()
    yield opened
    opened.close()


def states(life):
    return [mailbox_pane.pane(life.desk, row.mailbox_id).row.state for row in life.life.rows]


def test_what_will_change_is_shown_row_by_row_before_anything_is_written(life):
    dialog = life.next_dialog()
    assert isinstance(dialog, ApplyAnswerDialog)
    assert [outcome.told for outcome in dialog.outcomes] == [
        "đang dùng từ 23/11/2026",
        f"địa chỉ thành {OTHER}; đang dùng từ 23/11/2026",
        "đề xuất từ 23/11/2026",
    ]
    assert life.row.state == "answered"
    assert unnamed_controls(dialog) == []


def test_enter_brings_all_of_it_in_at_once(life):
    QTest.keyClick(life.next_dialog(), Qt.Key.Key_Return)
    assert life.dialog is None
    assert (life.row.state, states(life)) == ("applied", ["active", "active", "proposed"])
    assert not life.acts.next.isVisible()
    assert "Cập nhật sổ theo trả lời" in life.opened.said


def test_it_is_taken_back_whole(life, qtbot):
    life.next_dialog().main_button.click()
    undo = life.opened.window.works.notices.offers[0]
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    again = life.opened.window.works.notices.offers
    if life.row.state == "applied":  # the window asks first
        QTest.mouseClick(again[0], Qt.MouseButton.LeftButton)
    assert (life.row.state, states(life)) == ("answered", ["requested", "requested", "requested"])


def test_what_follows_elsewhere_is_announced_and_then_stands_in_the_pane(life):
    life.next_dialog().main_button.click()
    life.choose()
    lines = life.page.shown.follow_ups
    assert len(lines.done_buttons) == 2
    QTest.mouseClick(lines.done_buttons[1], Qt.MouseButton.LeftButton)
    settled = [one for one in life.life.follow_ups if one.settled_on]
    assert {one.title for one in settled} == {"Cập nhật danh bạ thư điện tử của đơn vị"}
    assert len(settled) == 2


def test_a_new_address_and_a_new_state_are_read_whole_on_the_smallest_screen(life):
    table = life.next_dialog().table
    table.resize(
        SIZE.width() - 60, table.height()
    )  # less the margins; the screen of the tests is smaller than a clerk's
    last = len(table.rows.columns) - 1
    longest = max((outcome.told for outcome in life.dialog.outcomes), key=len)
    assert table.columnWidth(last) > table.fontMetrics().horizontalAdvance(longest)
