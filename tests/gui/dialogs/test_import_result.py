"""What became of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.dialogs.import_wizard import ImportWizard
from govmail_desk.gui.dialogs.request_wizard import RequestWizard
from govmail_desk.listings import intakes
from govmail_desk.listings import people as people_listing
from tests.gui.dialogs.rooms import LISTS, SOON


def test_the_result_is_counted_kept_and_taken_back_whole(import_room):
    room = import_room()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    before = room.desk.journal_head()
    room.press()
    room.at(3)
    step = room.wizard.result_step
    assert step.model.row_at(0).outcome == "doubtful"
    assert {step.model.row_at(place).name for place in range(4)} >= {"Lê Thị Mỹ Hạnh", "Nguyễn Thị Thuỳ Dương"}
    (kept,) = intakes.every(room.desk)
    assert kept.counts["new"] == 5
    assert room.desk.journal_head() != before
    QTest.mouseClick(step.take_back_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.wizard.notices.offers[0], Qt.MouseButton.LeftButton)
    assert intakes.every(room.desk) == []
    assert people_listing.find(room.desk, "Phạm Quang Huấn", limit=3) == []
    assert room.wizard.main_button.text() == "Đóng"


def test_the_same_file_again_has_nothing_to_write(import_room):
    room = import_room()
    path = room.list_of("1,Nguyễn Văn Thành,05/03/1985,Chuyên viên,,,,")
    room.preview(path)
    room.press()
    room.at(3)
    room.wizard.accept()
    room.wizard = ImportWizard(room.opened.page, room.desk, path)
    room.wizard.open()
    room.at(1)
    room.press()
    room.at(2)
    assert not room.wizard.main_button.isEnabled()
    assert "Sổ đã có đủ" in room.wizard.preview.count.text()


def test_an_earlier_list_can_be_looked_at_again(import_room):
    room = import_room()
    room.preview(LISTS / "ninhbinh-2020.xlsx")
    room.press()
    room.at(3)
    room.wizard.accept()
    room.wizard = ImportWizard(room.opened.page, room.desk)
    room.wizard.open()
    room.wizard.file.earlier.asked.emit(intakes.every(room.desk)[0])
    assert room.wizard.stack.currentIndex() == 3
    assert room.wizard.result_step.model.rowCount() == 34


def test_the_next_act_is_the_request_for_those_without_a_mailbox(import_room):
    room = import_room()
    room.preview(
        room.list_of(
            "1,Nguyễn Văn Thành,,Chuyên viên,,,,",
            "2,Trần Ánh,,,,,anht.stttt@ninhbinh.gov.vn,",
            "3,Đỗ Thị Bích Ngọc,,Kế toán,,,,",
        )
    )
    room.press()
    room.at(3)
    assert room.wizard.main_button.text() == "Lập đề nghị cho 2 người chưa có hộp thư"
    room.press()
    wizard = room.opened.dialog
    assert isinstance(wizard, RequestWizard)
    room.qtbot.waitUntil(lambda: not wizard.drafting.is_pending, timeout=SOON)
    assert [row.name for row in wizard.drafting.sought.values()] == ["Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"]
