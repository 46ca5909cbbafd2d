"""Telling one line of a handover's checklist."""

from __future__ import annotations

import hashlib
from datetime import date

from PySide6.QtWidgets import QLabel, QLineEdit

from tests.gui.named_controls import unnamed_controls


def test_how_the_password_was_handed_over_is_only_chosen_from_the_list(handover_room):
    room = handover_room()
    room.acts.finish_item(room.line("password-handed"))
    dialog = room.dialog
    offered = [dialog.choice.itemData(place) for place in range(dialog.choice.count())]
    assert offered == ["", *room.line("password-handed").rule.choices]
    assert dialog.details == {}
    assert all(field.echoMode() == QLineEdit.EchoMode.Normal for field in dialog.findChildren(QLineEdit))
    assert any(label.text() == "Không bao giờ ghi mật khẩu ở đây." for label in dialog.findChildren(QLabel))
    assert unnamed_controls(dialog) == []


def test_nothing_chosen_is_told_at_its_field_and_what_was_typed_stays(handover_room):
    room = handover_room()
    room.acts.finish_item(room.line("password-handed"))
    room.dialog.note.setPlainText("trước mặt Phó Giám đốc")
    room.dialog.main_button.click()
    assert room.dialog.form.rows["choice"].error.startswith("Chưa chọn.")
    assert room.dialog.note.typed() == "trước mặt Phó Giám đốc"
    assert room.item("password-handed").state == "open"


def test_choice_day_person_and_note_are_kept(handover_room):
    room = handover_room()
    room.acts.finish_item(room.line("password-handed"))
    dialog = room.dialog
    dialog.choice.choose("trong phong bì niêm phong")
    dialog.on.line.setText("20/11/2026")
    dialog.by.setText("Phạm Đức Đạt")
    dialog.note.setPlainText("hai bên ký trên phong bì")
    dialog.main_button.click()
    kept = room.item("password-handed")
    assert (kept.state, kept.choice, kept.on_date) == ("done", "trong phong bì niêm phong", date(2026, 11, 20))
    assert (kept.by, kept.note) == ("Phạm Đức Đạt", "hai bên ký trên phong bì")


def test_a_note_that_looks_like_a_password_is_refused_and_never_repeated(handover_room):
    room = handover_room()
    room.acts.tell_item(room.line("mailbox"))
    room.dialog.note.setPlainText("mật khẩu: Abc@12345")
    room.dialog.main_button.click()
    assert "Abc@12345" not in room.dialog.notices.sentence
    assert room.dialog.notices.sentence.startswith("Ghi chú có vẻ chứa mật khẩu.")
    assert room.item("mailbox").state == "open"


def test_not_applicable_wants_its_reason(handover_room):
    room = handover_room()
    room.acts.pass_item(room.line("recovery-phone"))
    room.dialog.main_button.click()
    assert room.dialog.form.rows["note"].error.startswith("Chưa có lý do.")
    room.dialog.note.setPlainText("hộp thư không có số khôi phục")
    room.dialog.main_button.click()
    assert (room.item("recovery-phone").state, room.item("recovery-phone").choice) == ("not-applicable", "")


def test_size_and_hash_of_an_archive_are_read_from_its_file(handover_room):
    room = handover_room()
    path = room.answer_with(b"thu cu" * 1000, "thu-2025.zip")
    room.acts.finish_item(room.line("local-archives"))
    room.dialog.choice.choose("chép vào ổ cứng hoặc USB của đơn vị")
    room.dialog.read_archive()
    room.dialog.main_button.click()
    assert room.item("local-archives").details["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_was_told_is_shown_again_to_be_mended(handover_room):
    room = handover_room()
    room.acts.finish_item(room.line("server-content"))
    room.dialog.details["mail_count"].setText("1204")
    room.dialog.main_button.click()
    room.page.settle()
    room.acts.tell_item(room.line("server-content"))
    assert room.dialog.details["mail_count"].typed() == "1204"
    room.dialog.details["mail_count"].setText("1.204 thư")
    room.dialog.main_button.click()
    assert "là số nguyên" in room.dialog.notices.sentence
    assert room.item("server-content").details["mail_count"] == "1204"
