"""The minutes looked at and made."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from govmail_desk.domain.handover import Minutes
from govmail_desk.gui.desktop import stand_on
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.request_lives import every, one


def begun(handover_room):
    room = handover_room()
    room.acts.make_minutes()
    return room


def test_what_is_open_and_what_the_paper_says_are_seen_before_it_is_made(handover_room):
    room = begun(handover_room)
    said = "\n".join(label.text() for label in room.dialog.findChildren(QLabel))
    assert "mục bắt buộc chưa xong" in said
    assert "Giao mật khẩu" in said
    assert "Phạm Đức Đạt" in room.dialog.paper.toPlainText()
    assert every(room.desk, Minutes) == []
    assert unnamed_controls(room.dialog) == []


def test_it_is_made_with_number_and_hours(handover_room):
    room = begun(handover_room)
    room.dialog.number.setText("12")
    room.dialog.begun.setText("8h30")
    room.dialog.ended.setText("10h")
    room.dialog.main_button.click()
    text = one(room.desk, Minutes).text
    assert "08 giờ 30" in text
    assert "12/BB" in text


def test_the_text_follows_the_number_and_the_hours_typed(handover_room, qtbot):
    room = begun(handover_room)
    assert "12/BB" not in room.dialog.paper.toPlainText()
    room.dialog.number.setText("12")
    qtbot.waitUntil(lambda: "12/BB" in room.dialog.paper.toPlainText())
    room.dialog.begun.setText("8h30")
    room.dialog.ended.setText("10h")
    qtbot.waitUntil(lambda: "08 giờ 30" in room.dialog.paper.toPlainText())
    room.dialog.begun.setText("11h")
    room.dialog.show_as_typed()
    assert "08 giờ 30" in room.dialog.paper.toPlainText()
    assert every(room.desk, Minutes) == []


def test_once_made_they_are_looked_at_printed_or_opened_from_the_message(handover_room, tmp_path):
    room = begun(handover_room)
    desktop = AnsweringDesktop(tmp_path)
    stand_on(desktop)
    room.dialog.main_button.click()
    offers = {button.text(): button for button in room.opened.window.works.notices.offers}
    assert set(offers) == {"Xem trước, in…", "Mở", "Hoàn tác"}
    offers["Mở"].click()
    assert desktop.opened[-1].name == one(room.desk, Minutes).name


def test_an_hour_that_cannot_be_read_is_told_at_its_field(handover_room):
    room = begun(handover_room)
    room.dialog.begun.setText("sáng")
    room.dialog.main_button.click()
    assert room.dialog.form.rows["begun"].error.startswith("Chưa đọc được giờ này.")
    assert every(room.desk, Minutes) == []


def test_hours_that_run_backwards_are_refused(handover_room):
    room = begun(handover_room)
    room.dialog.begun.setText("10:00")
    room.dialog.ended.setText("09:00")
    room.dialog.main_button.click()
    assert room.dialog.notices.sentence
    assert every(room.desk, Minutes) == []


def test_the_same_text_is_not_made_twice(handover_room):
    room = begun(handover_room)
    room.dialog.main_button.click()
    room.page.settle()
    room.acts.make_minutes()
    assert room.dialog is None
    assert "giống hệt biên bản bản thứ 1" in room.opened.said
