"""Kiểm tra in the real window: looks logged, entered late, reported, walked through by keyboard, the month's sheet."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.domain.check import Check
from govmail_desk.gui.desktop import Desktop, stand_on
from govmail_desk.gui.dialogs.log_check import LateCheckDialog, LogCheckDialog
from govmail_desk.gui.dialogs.report_checks import ReportChecksDialog
from govmail_desk.operations.checks import record_check
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.gui.answering_desktop import AnsweringDesktop
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.mailboxes import issued, issued_to_unit
from tests.office import at, with_hours

WEDNESDAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
MORNING, AFTERNOON = 0, 1


@pytest.fixture
def desk(tmp_path):
    desk = with_hours(founded(tmp_path, "khanhhoa-dagt-2021"))
    issued_to_unit(desk, "Phòng Kế hoạch")
    at(desk, FRIDAY, 8, 30)
    return desk


@pytest.fixture
def window(qtbot, desk, tmp_path):
    opened = OpenWindow(qtbot, desk, tmp_path, "checks")
    yield opened
    opened.close()


def stand(window, day: int, line: int) -> None:
    grid = window.page.grid
    grid.setCurrentIndex(grid.grid.index(line, day - 1))


def text(window, day: int, line: int) -> str:
    grid = window.page.grid.grid
    return grid.data(grid.index(line, day - 1))


def logged(window) -> list[Check]:
    with window.desk.reading() as connection:
        return Transaction(connection).find(Check)


def test_the_month_opens_on_today_and_says_what_is_asked_and_what_is_missing(window):
    page = window.page
    assert page.grid.currentIndex().column() == FRIDAY.day - 1
    assert page.month_label.text() == "Tháng 11/2026"
    assert page.subtitle == "2 hộp thư · chưa kiểm tra 8 buổi trong tháng"
    assert "ít nhất 02 lần mỗi ngày" in page.rules.lines[0].words
    assert page.told.whole == (
        "Đang trong buổi, chưa kiểm tra · buổi sáng Thứ Sáu, 27/11/2026 · bqlctgt@khanhhoa.gov.vn"
    )


def test_everything_on_the_page_is_named_to_a_screen_reader(window):
    assert unnamed_controls(window.page) == []
    grid = window.page.grid.grid
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert grid.data(grid.index(0, 24), spoken).startswith("Chưa kiểm tra · buổi sáng Thứ Tư, 25/11/2026")
    assert grid.headerData(1, Qt.Orientation.Vertical, spoken) == "bqlctgt@khanhhoa.gov.vn, chiều"
    assert grid.headerData(23, Qt.Orientation.Horizontal, spoken) == "Thứ Ba, 24/11/2026: Ngày Văn hóa Việt Nam"


def test_this_half_day_is_logged_for_all_mailboxes_with_who_and_how_many_letters(window):
    window.page.log_check()
    dialog = window.dialog
    assert isinstance(dialog, LogCheckDialog)
    assert unnamed_controls(dialog) == []
    first, second = dialog.mailboxes.boxes
    dialog.mailboxes.count_fields[first].setText("4")
    dialog.reported_box.setChecked(True)
    dialog.main_button.click()
    assert [(one.mailbox_id, one.mail_count, one.by) for one in logged(window)] == [
        (first, 4, "Ngô Thị Kim Uyên"),
        (second, None, "Ngô Thị Kim Uyên"),
    ]
    assert text(window, 27, MORNING) == "KU"
    assert window.said == "Ghi đã kiểm tra 2 hộp thư: buổi sáng thứ Sáu 27/11/2026"


def test_what_is_logged_already_is_not_ticked_again(window):
    (first, *_) = [of.id for of in window.page.log.mailboxes]
    record_check(window.desk, mailbox_ids=[first], on=FRIDAY, slot="morning")
    window.page.log_check()
    assert first not in window.dialog.mailboxes.chosen_ids
    assert "(buổi này đã ghi)" in window.dialog.mailboxes.boxes[first].text()


def test_a_number_of_letters_that_is_none_and_nothing_ticked_are_told_in_place(window):
    window.page.log_check()
    mailboxes = window.dialog.mailboxes
    next(iter(mailboxes.count_fields.values())).setText("nhiều")
    window.dialog.main_button.click()
    assert mailboxes.accessibleDescription() == "Số thư mới phải là số, để trống nếu không đếm."
    for box in mailboxes.boxes.values():
        box.setChecked(False)
    window.dialog.main_button.click()
    assert mailboxes.accessibleDescription().startswith("Chưa chọn hộp thư nào")
    assert logged(window) == []


def test_enter_on_a_half_day_that_has_passed_asks_for_the_reason_and_marks_it_late(window):
    stand(window, WEDNESDAY.day, AFTERNOON)
    QTest.keyClick(window.page.grid, Qt.Key.Key_Return)
    dialog = window.dialog
    assert isinstance(dialog, LateCheckDialog)
    assert unnamed_controls(dialog) == []
    assert (dialog.day_field.day(), dialog.slot_field.choice()) == (WEDNESDAY, "afternoon")
    dialog.main_button.click()
    assert dialog.form.rows["why"].error.startswith("Chưa có lý do ghi muộn")
    dialog.why_field.setText("Mất điện cả buổi")
    dialog.count_field.setText("2")
    dialog.main_button.click()
    (check,) = logged(window)
    assert (check.on_date, check.slot, check.is_late, check.note, check.mail_count) == (
        *(WEDNESDAY, "afternoon", True, "Mất điện cả buổi"),
        2,
    )
    assert "ghi muộn lúc" in window.page.told.whole


def proposed(window) -> tuple[date, str]:
    dialog = window.dialog
    found = dialog.day_field.day(), dialog.slot_field.choice()
    dialog.accept()
    return found


def test_a_late_entry_proposes_the_last_half_day_missing_where_one_stands_on_a_logged_one(window):
    at(window.desk, FRIDAY, 14)
    mailbox_ids = [of.id for of in window.page.log.mailboxes]
    for slot in ("morning", "afternoon"):
        record_check(window.desk, mailbox_ids=mailbox_ids[:1], on=FRIDAY, slot=slot, note="quên ghi")
    window.page.reload(None)
    stand(window, FRIDAY.day, AFTERNOON)
    window.page.enter_late()
    assert proposed(window) == (date(2026, 11, 26), "afternoon")
    stand(window, WEDNESDAY.day, MORNING)
    window.page.enter_late()
    assert proposed(window) == (WEDNESDAY, "morning")


def test_enter_on_a_logged_half_day_asks_about_that_one(window):
    record_check(window.desk, mailbox_ids=[window.page.log.mailboxes[0].id], on=WEDNESDAY, slot="morning")
    window.page.reload(None)
    stand(window, WEDNESDAY.day, MORNING)
    QTest.keyClick(window.page.grid, Qt.Key.Key_Return)
    assert proposed(window) == (WEDNESDAY, "morning")


def test_a_reason_that_holds_a_password_is_refused_and_stays_in_the_dialog(window):
    stand(window, WEDNESDAY.day, MORNING)
    window.page.enter_late()
    window.dialog.why_field.setText("mật khẩu: Abc@12345")
    window.dialog.main_button.click()
    assert logged(window) == []
    assert "mật khẩu" in window.dialog.notices.sentence
    assert window.dialog.focusWidget() is window.dialog.why_field


def test_enter_on_the_half_day_it_is_logs_that_mailbox_and_on_one_to_come_does_nothing(window):
    stand(window, FRIDAY.day, 2)
    QTest.keyClick(window.page.grid, Qt.Key.Key_Space)
    (chosen,) = window.dialog.mailboxes.chosen_ids
    assert chosen == window.page.log.mailboxes[1].id
    window.dialog.accept()
    stand(window, 30, MORNING)
    QTest.keyClick(window.page.grid, Qt.Key.Key_Return)
    assert window.dialog is None


def test_looks_are_noted_as_reported_afterwards(window):
    mailbox_ids = [of.id for of in window.page.log.mailboxes]
    record_check(window.desk, mailbox_ids=mailbox_ids, on=WEDNESDAY, slot="morning")
    record_check(window.desk, mailbox_ids=mailbox_ids[:1], on=FRIDAY, slot="morning")
    window.page.reload(None)
    window.page.report()
    dialog = window.dialog
    assert isinstance(dialog, ReportChecksDialog)
    assert dialog.list.count() == 3
    assert dialog.list.item(0).text().startswith("27/11/2026 sáng · bqlctgt@khanhhoa.gov.vn")
    dialog.main_button.click()
    assert [(one.on_date.day, one.is_reported) for one in logged(window)] == [(25, False), (25, False), (27, True)]


def test_with_nothing_left_to_report_the_dialog_is_not_opened(window):
    window.page.report()
    assert window.dialog is None
    assert window.said == "Không còn lần kiểm tra nào trong tháng chưa ghi báo cáo."


def test_the_months_and_the_holders_own_mailboxes_are_gone_through(window):
    issued(window.desk, "Nguyễn Văn An")
    window.page.next_month()
    assert window.page.month_label.text() == "Tháng 12/2026"
    window.page.previous_month()
    window.page.previous_month()
    assert window.page.month_label.text() == "Tháng 10/2026"
    window.page.kind_field.choose("personal")
    window.page.kind_field.picked.emit("personal")
    assert [of.holder for of in window.page.log.mailboxes] == ["Nguyễn Văn An"]
    assert None not in {window.page.unit_field.itemData(place) for place in range(window.page.unit_field.count())}


def test_a_mailbox_asked_for_from_elsewhere_is_stood_on(window):
    wanted = window.page.log.mailboxes[1].id
    window.page.show_item(wanted)
    assert window.page.grid.currentIndex().row() == 2


def test_a_regulation_without_a_number_says_that_nothing_is_missing(qtbot, tmp_path):
    opened = OpenWindow(qtbot, founded(tmp_path, "soctrang-59-2024"), tmp_path, "checks")
    assert opened.page.subtitle == "1 hộp thư · quy chế không nêu số lần nên không tính thiếu"
    opened.close()


@pytest.mark.parametrize("name", ["bang.docx", "bang.xlsx"])
def test_the_months_sheet_is_written_where_the_clerk_says(window, tmp_path, name):
    stand_on(AnsweringDesktop(tmp_path / name))
    window.page.export()
    stand_on(Desktop())
    assert (tmp_path / name).read_bytes().startswith(b"PK")
    assert window.said == f"Đã lập bảng tháng ở tệp “{name}”."


def test_the_search_box_knows_the_page_and_its_acts(window):
    window.window.works.go_to("today")
    window.window.works.go_to("checks")
    window.page.start("log")
    assert isinstance(window.dialog, LogCheckDialog)
