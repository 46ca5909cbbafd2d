"""Telling the holders, in the real window: who, what each would read, the folder, the drafts; afterwards they are opened."""

from __future__ import annotations

import pytest

from govmail_desk.domain.reminder import StaffNotice
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.staff_notice import StaffNoticeDialog
from govmail_desk.operations.mailboxes import record_state
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.due_lines import TODAY, DueLines
from tests.gui.named_controls import unnamed_controls
from tests.request_lives import every

SOON = 30_000


class Room:
    """Hôm nay with three passwords due, and the dialog over its line."""

    def __init__(self, qtbot, folder):
        self.qtbot = qtbot
        self.due = DueLines(qtbot, folder, count=3)
        self.desktop = AnsweringDesktop(folder / "thư nhắc")
        stand_on(self.desktop)

    def open(self) -> StaffNoticeDialog:
        self.due.menu()["Nhắc người dùng…"].trigger()
        self.planned()
        return self.dialog

    @property
    def dialog(self) -> StaffNoticeDialog:
        return self.due.dialog

    def planned(self) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.plan is not None, timeout=SOON)

    def press(self) -> None:
        self.dialog.main_button.click()
        self.qtbot.waitUntil(self.dialog.fields.isEnabled, timeout=SOON)
        self.planned()

    def close(self) -> None:
        stand_on(Desktop())
        self.due.close()


@pytest.fixture
def room(qtbot, tmp_path):
    made = Room(qtbot, tmp_path)
    yield made
    made.close()


def people(dialog):
    model = dialog.preview.table.rows
    return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]


def test_everybody_stands_there_with_what_they_would_read(room):
    dialog = room.open()
    assert people(dialog) == [
        ("Đỗ Văn Lý", "dovanly@ninhbinh.gov.vn"),
        ("Nguyễn Văn Thành", "nguyenvanthanh@ninhbinh.gov.vn"),
        ("Trần Thị Lan", "tranthilan@ninhbinh.gov.vn"),
    ]
    assert dialog.preview.text.toPlainText().startswith("Kính gửi ông (bà) Đỗ Văn Lý,")
    dialog.preview.table.selectRow(2)
    assert dialog.preview.text.toPlainText().startswith("Kính gửi ông (bà) Trần Thị Lan,")
    assert dialog.main_button.text() == "Lập 3 thư nháp"
    assert unnamed_controls(dialog) == []


def test_the_drafts_lie_in_the_folder_and_are_opened_from_the_message(room):
    dialog = room.open()
    room.press()
    assert dialog.notices.sentence == "Lập thư nhắc 3 người: đổi mật khẩu định kỳ"
    assert len(list(room.desktop.answer.glob("*.eml"))) == 3
    assert {one.on_date for one in every(room.due.desk, StaffNotice)} == {TODAY}
    offers = {offer.text(): offer for offer in dialog.notices.offers}
    offers["Mở thư"].click()
    assert room.desktop.opened[-1].name.startswith("nhac-20261123-dovanly")
    assert room.desktop.opened[-1].is_file()


def test_it_begins_with_the_way_of_telling_and_says_what_it_does_meanwhile(room):
    room.due.menu()["Nhắc người dùng…"].trigger()
    dialog = room.dialog
    assert dialog.summary.text() == "Đang xem từng người và soạn lời nhắc…"
    room.planned()
    assert dialog.focusWidget() is dialog.way
    assert dialog.summary.text() == "3 người được nhắc; chọn một người để xem lời nhắc."
    assert dialog.preview.table.horizontalScrollBar().maximum() == 0


def test_once_they_are_made_the_main_button_closes(room):
    dialog = room.open()
    room.press()
    assert (dialog.main_button.text(), dialog.main_button.accessibleName()) == ("Đóng", "Đóng")
    assert dialog.focusWidget() is dialog.main_button
    assert dialog.back_button.isHidden()
    dialog.main_button.click()
    assert room.dialog is None


def test_another_way_or_another_folder_is_made_anew(room):
    dialog = room.open()
    room.press()
    room.desktop.answer = room.desktop.answer.parent / "nơi khác"
    dialog.folder_button.click()
    room.planned()
    assert dialog.main_button.text() == "Lập 3 thư nháp"
    room.press()
    assert len(list(room.desktop.answer.glob("*.eml"))) == 3
    dialog.way.setCurrentIndex(1)
    dialog.way.picked.emit(dialog.way.choice())
    room.planned()
    assert dialog.main_button.text() == "Lập danh sách 3 người"
    assert not dialog.back_button.isHidden()


def test_after_that_each_line_says_when_they_were_told(room):
    room.open()
    room.press()
    room.qtbot.waitUntil(lambda: room.dialog.preview.table.rows.index(0, 2).data() == "23/11/2026", timeout=SOON)


def test_one_list_is_made_and_opened(room):
    dialog = room.open()
    dialog.way.setCurrentIndex(1)
    dialog.plan_again()
    room.planned()
    assert dialog.main_button.text() == "Lập danh sách 3 người"
    assert "DANH SÁCH NHẮC VIỆC" in dialog.preview.text.toPlainText()
    room.press()
    offers = {offer.text(): offer for offer in dialog.notices.offers}
    offers["Mở danh sách"].click()
    assert (room.desktop.opened[-1].suffix, room.desktop.opened[-1].is_file()) == (".docx", True)
    assert {one.way for one in every(room.due.desk, StaffNotice)} == {"list"}


def test_who_cannot_be_reached_is_named_with_the_reason(room):
    record_state(room.due.desk, mailbox_id=room.due.boxes[0], state="locked", on=TODAY, cause="inactivity")
    dialog = room.open()
    assert ("Nguyễn Văn Thành", "hộp thư nguyenvanthanh@ninhbinh.gov.vn đang bị khóa") in people(dialog)
    assert dialog.left_out.text().startswith("Không gửi thư được: Nguyễn Văn Thành (hộp thư")
    assert dialog.main_button.text() == "Lập 2 thư nháp"


def test_without_a_folder_nothing_is_made(room):
    dialog = room.open()
    room.desktop.answer = None
    dialog.main_button.click()
    assert dialog.fields.isEnabled()
    assert every(room.due.desk, StaffNotice) == []
