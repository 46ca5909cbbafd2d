"""Hôm nay's line of a report that is due: recorded with its day and number, and the next one is told."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govmail_desk.domain.reminder import Due
from govmail_desk.gui.dialogs.record_report import RecordReportDialog
from govmail_desk.listings.journals import last_standing
from govmail_desk.operations.settings import choose_rule
from tests.desks import founded
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.request_lives import every

DECEMBER = datetime(2026, 12, 3, 2, 0, tzinfo=UTC)
CHANGES = {"every": "half-year", "by": "đơn vị", "content": "biến động hộp thư", "due": {"day": 5}}


@pytest.fixture
def shown(qtbot, tmp_path):
    opened = []

    def show(*choices):
        desk = founded(tmp_path, "quan4-03-2013")
        desk.clock = lambda: DECEMBER
        for rule, value in choices:
            choose_rule(desk, rule=rule, value=value, from_on=date(2026, 11, 23), why="Theo công văn")
        opened.append(OpenWindow(qtbot, desk, tmp_path, "today"))
        return opened[-1]

    yield show
    for window in opened:
        window.close()


def line(window, rule):
    (found,) = [line for line in window.page.lines.lines if line.row.rule == rule]
    return found


def test_the_button_asks_for_day_number_and_who_and_the_next_day_is_told(shown):
    window = shown()
    line(window, "report.unit").button.click()
    dialog = window.dialog
    assert isinstance(dialog, RecordReportDialog)
    assert unnamed_controls(dialog) == []
    dialog.on.line.setText("02/12/2026")
    dialog.by.setText("Trần Thị Lan")
    dialog.number.setText("12/BC-UBND")
    dialog.note.setPlainText("Gửi qua trục liên thông")
    dialog.main_button.click()
    (done, coming) = every(window.desk, Due, rule="report.unit")
    said = "Đã gửi số 12/BC-UBND ngày 02/12/2026, Trần Thị Lan làm: Gửi qua trục liên thông"
    assert (done.settled_on, done.settled_why) == (date(2026, 12, 2), said)
    assert (coming.begun_by, coming.due_on) == ("reported", date(2027, 3, 5))
    assert "lần sau hạn 05/03/2027" in last_standing(window.desk).sentence
    assert not [one for one in window.page.lines.lines if one.row.rule == "report.unit"]


def test_the_report_of_changes_is_recorded_as_what_it_is(shown):
    window = shown(("report.changes", CHANGES))
    line(window, "report.changes").button.click()
    window.dialog.main_button.click()
    assert [due.settled_on for due in every(window.desk, Due, rule="report.unit")] == [None]
    assert [due.settled_on for due in every(window.desk, Due, rule="report.changes")] == [date(2026, 12, 3), None]


def test_a_day_to_come_no_day_and_a_password_are_refused_and_what_was_typed_stays(shown):
    window = shown()
    line(window, "report.unit").button.click()
    dialog = window.dialog
    dialog.on.line.setText("")
    dialog.main_button.click()
    assert dialog.form.rows["on"].error
    dialog.on.line.setText("05/12/2026")
    dialog.main_button.click()
    assert "chưa tới" in dialog.notices.sentence
    dialog.on.line.setText("02/12/2026")
    dialog.note.setPlainText("mật khẩu: Abc@12345")
    dialog.main_button.click()
    assert "có vẻ chứa mật khẩu" in dialog.notices.sentence
    assert [due.settled_on for due in every(window.desk, Due, rule="report.unit")] == [None]
