"""Recording an answer, row by row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.listings import requests
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.request_lives import RequestLife
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey

OTHER = "ngocdtb2.stttt@ninhbinh.gov.vn"


@pytest.fixture
def life(qtbot, tmp_path):
    opened = RequestLife(qtbot, tmp_path, state="sent")
    yield opened
    opened.close()
    stand_on(Desktop())


def cells(dialog, row):
    rows = dialog.table.rows
    return [rows.index(row, column).data() for column in range(rows.columnCount())]


def test_all_rows_are_granted_as_asked_until_something_else_is_chosen(life):
    dialog = life.next_dialog()
    assert dialog.count.text() == "Tất cả 3 dòng được như đề nghị"
    dialog.number.setText("88/STTTT-TTCNS")
    dialog.main_button.click()
    assert [row.result for row in life.life.rows] == ["granted"] * 3
    assert life.life.steps[0].number == "88/STTTT-TTCNS"
    assert life.acts.next.text() == "Cập nhật sổ…"


def test_results_are_chosen_by_key_for_all_rows_chosen(life):
    dialog = life.next_dialog()
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_3)
    assert dialog.count.text() == "3 bị từ chối"
    dialog.table.choose(1)
    QTest.keyClick(dialog.table, Qt.Key.Key_1)
    assert dialog.count.text() == "1 được như đề nghị · 2 bị từ chối"
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert cells(dialog, 0)[3] == "Được nhưng khác đề nghị"


def test_address_given_and_reason_are_kept_with_their_rows(life):
    dialog = life.next_dialog()
    dialog.table.choose(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    dialog.editor.address.setFocus()
    QTest.keyClicks(dialog.editor.address, OTHER)
    dialog.table.choose(3)
    QTest.keyClick(dialog.table, Qt.Key.Key_3)
    type_like_unikey(dialog.editor.note, "Thiếu quyết định")
    dialog.main_button.click()
    assert [(row.result, row.given_address, row.note) for row in life.life.rows] == [
        ("granted", "", ""),
        ("otherwise", OTHER, ""),
        ("refused", "", "Thiếu quyết định"),
    ]


def test_a_refused_row_without_a_reason_is_gone_to(life):
    dialog = life.next_dialog()
    dialog.table.choose(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_3)
    dialog.table.choose(1)
    dialog.main_button.click()
    assert dialog.notices.sentence == "Dòng 2 bị từ chối. Hãy ghi lý do nơi vận hành nêu."
    assert dialog.table.current_id == 2
    assert dialog.focusWidget() is dialog.editor.note
    assert life.row.state == "sent"


def test_an_address_taken_by_another_result_goes_with_it(life):
    dialog = life.next_dialog()
    dialog.table.choose(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    QTest.keyClicks(dialog.editor.address, OTHER)
    QTest.keyClick(dialog.table, Qt.Key.Key_3)
    assert dialog.table.rows.answer_of(2).given_address == ""
    assert not dialog.editor.address.isEnabled()


def test_what_was_chosen_is_asked_about_before_it_is_lost(life):
    dialog = life.next_dialog()
    assert not dialog.has_typed
    QTest.keyClick(dialog.table, Qt.Key.Key_3)
    assert dialog.has_typed


def test_every_control_has_a_name(life):
    assert unnamed_controls(life.next_dialog()) == []


def test_the_file_of_the_answer_is_kept_beside_the_request(life, tmp_path):
    scan = tmp_path / "88 trả lời.pdf"
    scan.write_bytes(b"%PDF-1.7 ban quet")
    stand_on(AnsweringDesktop(scan))
    dialog = life.next_dialog()
    assert not dialog.has_typed
    QTest.mouseClick(dialog.file.choosing, Qt.MouseButton.LeftButton)
    assert dialog.has_typed
    dialog.main_button.click()
    assert life.dialog is None
    assert life.row.state == "answered"
    kept = requests.pane(life.desk, life.id).newest[-1]
    assert (kept.role, requests.content(life.desk, kept.sha256)) == ("answer", scan.read_bytes())
    assert "Đính kèm văn bản trả lời" in life.opened.said


def test_a_file_chosen_by_mistake_is_left_out_again(life, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "nhầm.pdf"))
    dialog = life.next_dialog()
    dialog.file.choose()
    QTest.mouseClick(dialog.file.dropping, Qt.MouseButton.LeftButton)
    assert not dialog.has_typed
    dialog.main_button.click()
    assert "answer" not in {kept.role for kept in requests.pane(life.desk, life.id).files}


def test_an_address_of_another_mail_domain_is_warned_of_and_taken(life):
    dialog = life.next_dialog()
    dialog.table.choose(2)
    QTest.keyClick(dialog.table, Qt.Key.Key_2)
    QTest.keyClicks(dialog.editor.address, OTHER)
    assert dialog.warnings.sentences == []
    dialog.editor.address.clear()
    QTest.keyClicks(dialog.editor.address, "ngocdtb.skhcn@hanam.gov.vn")
    (warning,) = dialog.warnings.sentences
    assert "Dòng 2" in warning
    assert "không thuộc tên miền ninhbinh.gov.vn (Đ5.1, Đ5.2a)" in warning
    dialog.main_button.click()
    assert life.life.rows[1].given_address == "ngocdtb.skhcn@hanam.gov.vn"
