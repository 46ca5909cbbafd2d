"""The file of an import: chosen, dropped, refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from govmail_desk.gui.desktop import stand_on
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.rooms import LISTS, SOON


def test_a_file_chosen_leads_to_its_columns(import_room):
    room = import_room()
    path = room.list_of("1,Nguyễn Văn Thành,05/03/1985,Chuyên viên,Văn phòng,0912000101,,")
    wizard = room.open()
    stand_on(AnsweringDesktop(path))
    room.press()
    room.at(1)
    assert wizard.planning.workbook.file_name == "danh sách.csv"


def test_a_file_dropped_from_the_file_manager_is_read(import_room):
    room = import_room()
    path = room.list_of("1,Nguyễn Văn Thành,,,,,,")
    wizard = room.open()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), actions, files, buttons, keys)
    QApplication.sendEvent(wizard.file, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(wizard.file, QDropEvent(QPointF(9, 9), actions, files, buttons, keys))
    room.at(1)


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "rong.xlsx", "rỗng"),
        (b"%PDF-1.4 not a list", "danh-sach.xlsx", "không phải bảng tính"),
        (b"PK\x03\x04 broken", "hong.xlsx", "bị hỏng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_place_and_another_can_be_chosen(import_room, content, name, said):
    room = import_room()
    path = room.folder / name
    path.write_bytes(content)
    wizard = room.open(path)
    room.qtbot.waitUntil(lambda: said in wizard.notices.sentence, timeout=SOON)
    assert wizard.stack.currentIndex() == 0
    assert wizard.main_button.isEnabled()
    stand_on(AnsweringDesktop(room.list_of("1,Nguyễn Văn Thành,,,,,,")))
    room.press()
    room.at(1)


def test_a_locked_workbook_is_told_in_one_sentence(import_room):
    room = import_room()
    wizard = room.open(LISTS / "locked.xlsx")
    room.qtbot.waitUntil(lambda: "mật khẩu" in wizard.notices.sentence, timeout=SOON)
