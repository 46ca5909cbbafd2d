"""What pages hand out: the calendar file where the clerk says, and the password card, from Hôm nay, a mailbox and the search box."""

from __future__ import annotations

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QPushButton

from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.password_card import PasswordCardDialog
from govmail_desk.gui.look.link_button import LinkButton
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.due_lines import DueLines


@pytest.fixture
def due(qtbot, tmp_path):
    opened = DueLines(qtbot, tmp_path, count=3)
    yield opened
    stand_on(Desktop())
    opened.close()


def test_the_calendar_is_written_where_the_clerk_says_and_opened(due, tmp_path):
    desktop = AnsweringDesktop(tmp_path / "nhắc việc")
    stand_on(desktop)
    due.page.start("calendar")
    file = tmp_path / "nhắc việc.ics"
    titles = [str(event["summary"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]
    assert "Đổi mật khẩu định kỳ: 3 hộp thư" in titles
    assert due.window.said.startswith(f"Đã ghi {len(titles)} việc vào tệp lịch “nhắc việc.ics”")
    due.window.window.works.notices.findChildren(QPushButton)[0].click()
    assert desktop.opened == [file]


def test_a_folder_that_is_not_there_is_told_and_tried_again(due, tmp_path):
    stand_on(AnsweringDesktop(tmp_path / "không có" / "a.ics"))
    due.page.start("calendar")
    assert due.window.dialog is not None
    assert not (tmp_path / "không có").exists()


def test_thinking_better_of_it_writes_nothing(due):
    stand_on(AnsweringDesktop(None))
    due.page.start("calendar")
    assert due.window.said == ""


def test_the_card_is_found_by_its_name_in_the_search_box(due):
    works = due.window.window.works
    works.search()
    works.palette.line.setText("mat khau")
    found = next(found for found in works.palette.found if found.act_key == "card")
    works.palette.dismiss()
    works.go_to_found(found)
    assert isinstance(due.window.dialog, PasswordCardDialog)


def test_the_card_is_opened_from_a_mailbox(due):
    works = due.window.window.works
    works.go_to("mailboxes", due.boxes[0])
    pane = works.stack.page.shown
    (link,) = (link for link in pane.findChildren(LinkButton) if link.text().startswith("Thẻ mật khẩu"))
    link.click()
    assert isinstance(due.window.dialog, PasswordCardDialog)
