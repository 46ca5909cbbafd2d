"""The request wizard as a whole: back and forth, nothing lost, by keyboard."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialog import Dialog
from govmail_desk.listings import people as people_listing
from govmail_desk.listings import requests as request_listing
from govmail_desk.operations.people import add_person, edit_person
from tests.desks import added, own_unit_id
from tests.gui.dialogs.rooms import SOON, files_of
from tests.gui.named_controls import unnamed_controls
from tests.gui.vietnamese_typing import type_like_unikey


def test_going_back_keeps_what_was_typed(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    wizard.letter.reason.selectAll()
    type_like_unikey(wizard.letter.reason, "mới tiếp nhận")
    QTest.mouseClick(wizard.before_button, Qt.MouseButton.LeftButton)
    assert wizard.stack.currentIndex() == 0
    room.planned()
    room.go_on()
    assert wizard.letter.reason.toPlainText() == "mới tiếp nhận"


def test_esc_asks_before_a_choice_is_lost(request_room):
    room = request_room()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    QTest.mouseClick(wizard.whom.bar.all_button, Qt.MouseButton.LeftButton)
    room.planned()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    assert Dialog.open_on(room.opened.window) is wizard
    assert [offer.text() for offer in wizard.notices.offers] == ["Nhập tiếp", "Bỏ, không lưu"]


def test_a_register_that_moved_meanwhile_is_planned_again_before_it_is_written(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Văn Thành")
    room.open(people_ids=[person])
    room.go_on()
    add_person(room.desk, full_name="Trần Ánh", unit_id=own_unit_id(room.desk))
    room.go_on()
    pane, _ = files_of(room.desk)
    assert [row.address for row in pane.frozen] == ["thanhnv.stttt@ninhbinh.gov.vn"]


def test_a_choice_that_means_something_else_by_now_is_refused_and_nothing_is_written(request_room):
    room = request_room()
    person = added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open(people_ids=[person])
    room.go_on()
    facts = people_listing.person_of(room.desk, person)
    edit_person(room.desk, person=facts, corrected=replace(facts, full_name="Nguyễn Văn Thanh Sơn"))
    QTest.mouseClick(wizard.main_button, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: "không còn như đã xem" in wizard.notices.sentence, timeout=SOON)
    assert request_listing.every(room.desk) == []


def test_the_whole_request_is_made_by_keyboard(request_room):
    room = request_room()
    added(room.desk, "Nguyễn Văn Thành")
    wizard = room.open()
    wizard.whom.table.setFocus()
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(wizard.whom.table, Qt.Key.Key_Space)
    for step in (1, 2):
        room.qtbot.waitUntil(lambda: wizard.step.is_ready, timeout=SOON)
        QTest.keyClick(wizard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        room.qtbot.waitUntil(lambda step=step: wizard.stack.currentIndex() == step, timeout=SOON)
    pane, _ = files_of(room.desk)
    assert pane.row.row_count == 2


def test_nothing_is_completed_while_an_address_is_typed(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    line = wizard.whom.card.addresses.line
    assert line.completer() is None
    line.setFocus()
    line.selectAll()
    type_like_unikey(line, "thanhnv")
    assert line.text() == "thanhnv"


def test_every_control_has_a_name_for_a_screen_reader(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    assert unnamed_controls(wizard) == []
    room.go_on()
    assert unnamed_controls(wizard) == []
    room.go_on()
    assert unnamed_controls(wizard) == []


def test_a_screen_reader_hears_whether_a_row_is_ticked(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    spoken = wizard.whom.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Nguyễn Văn Thành, đã đánh dấu")


def test_a_closed_wizard_is_let_go_of(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    wizard.accept()
    seen, room.wizard = weakref.ref(wizard), None
    del wizard
    room.qtbot.waitUntil(lambda: gc.collect() >= 0 and seen() is None, timeout=SOON)
