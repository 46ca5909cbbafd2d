"""What is done with a due line of Hôm nay: one press for one mailbox, a choice for many, put off and brought back."""

from __future__ import annotations

import pytest

from govmail_desk.gui.dialogs.record_act import RecordActDialog
from govmail_desk.gui.dialogs.snooze import SnoozeDialog
from tests.gui.due_lines import TODAY, DueLines


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(**options):
        opened.append(DueLines(qtbot, tmp_path, **options))
        return opened[-1]

    yield show
    for lines in opened:
        lines.close()


def test_one_press_records_that_the_password_was_changed_today(shown):
    due = shown()
    due.line.button.click()
    assert due.acts() == [("password-changed", due.boxes[0], TODAY, due.desk.person)]
    assert due.lines() == []


def test_of_many_mailboxes_the_clerk_says_which(shown):
    due = shown(count=3)
    due.line.button.click()
    assert isinstance(due.dialog, RecordActDialog)
    assert due.acts() == []


def test_a_line_put_off_goes_and_is_brought_back_from_its_own_list(shown):
    due = shown()
    due.menu()["Hoãn nhắc…"].trigger()
    assert isinstance(due.dialog, SnoozeDialog)
    due.dialog.reason.setPlainText("Đi công tác")
    due.dialog.main_button.click()
    assert due.lines() == []
    due.page.chips.chips["snoozed"].click()
    due.menu()["Nhắc lại ngay"].trigger()
    due.page.chips.chips["snoozed"].click()
    assert due.line.row.section == "today"


@pytest.mark.parametrize(("regulation_id", "is_offered"), [("quan4-03-2013", True), ("ninhbinh-2020", False)])
def test_a_reason_is_offered_where_the_regulation_lets_it_keep_the_lock_away(shown, regulation_id, is_offered):
    due = shown(rule="inactivity.lock", regulation_id=regulation_id)
    assert ("Đã báo lý do không sử dụng…" in due.menu()) is is_offered


def test_the_lesser_acts_are_named_for_a_screen_reader(shown):
    due = shown()
    assert due.line.more_button.accessibleName().startswith("Việc khác: Đổi mật khẩu định kỳ")


def test_passwords_nobody_knows_of_are_asked_for_together(shown):
    due = shown()
    due.page.due_acts.tell_passwords()
    names = [due.dialog.table.rows.row_at(place).name for place in range(due.dialog.table.rows.rowCount())]
    assert names == ["stttt@ninhbinh.gov.vn"]
    due.dialog.main_button.click()
    due.page.due_acts.tell_passwords()
    assert due.dialog is None
