"""What a request made, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.gui.desktop import stand_on
from govmail_desk.listings import journals as journal_listing
from tests.desks import added
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.dialogs.rooms import SOON, text_of


def test_the_files_made_can_be_opened_and_saved_and_what_comes_next_is_told(request_room, tmp_path):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    made = wizard.made
    assert set(made.open_buttons) == {"letter", "list", "email"}
    desktop = AnsweringDesktop(tmp_path / "bản sao")
    stand_on(desktop)
    QTest.mouseClick(made.open_buttons["letter"], Qt.MouseButton.LeftButton)
    (path,) = desktop.opened
    assert path.suffix == ".docx"
    assert "1. Lý do" in text_of(path.read_bytes())
    QTest.mouseClick(made.folder_button, Qt.MouseButton.LeftButton)
    assert sorted(one.suffix for one in desktop.opened[-1].iterdir()) == [".docx", ".eml", ".xlsx"]
    QTest.mouseClick(made.save_button, Qt.MouseButton.LeftButton)
    assert len(list((tmp_path / "bản sao").iterdir())) == 3
    assert "Đã lưu 3 tệp" in wizard.notices.sentence
    limit = next(step for step in made.steps if "Hạn trả lời" in step.words)
    assert "03 ngày làm việc" in limit.words
    assert limit.why.cite == "Đ6.2"


def test_a_copy_the_clerk_edited_is_opened_again_as_it_is(request_room, tmp_path):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    desktop = AnsweringDesktop(None)
    stand_on(desktop)
    button = wizard.made.open_buttons["letter"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desktop.opened[0].write_bytes(b"edited in Word")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desktop.opened[1] == desktop.opened[0]
    assert desktop.opened[1].read_bytes() == b"edited in Word"


def test_where_the_regulation_states_no_limit_that_is_said(request_room):
    room = request_room("soctrang-59-2024")
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    assert any(step.words == "Quy chế không nêu thời hạn trả lời." for step in wizard.made.steps)


def test_the_last_step_closes_without_a_question_and_the_act_can_be_taken_back(request_room):
    room = request_room()
    wizard = room.open(people_ids=[added(room.desk, "Nguyễn Văn Thành")])
    room.go_on()
    room.go_on()
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    room.qtbot.waitUntil(lambda: room.opened.dialog is None, timeout=SOON)
    assert journal_listing.last_standing(room.desk).act == "draft_request"
