"""A change of the calendar seen whole: a holiday file before it is taken in, due dates before they are counted again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from govmail_desk.domain.reminder import Due
from govmail_desk.gui.dialogs.calendar_plan import CalendarPlanDialog
from govmail_desk.listings import due_days, settings
from tests.desks import added, founded
from tests.gui.dialog_holder import DialogHolder
from tests.gui.named_controls import unnamed_controls
from tests.operations.open_dues import sent_request

HEAD = "year = 2027\nannounced = true\n"
DAY = '[[holiday]]\non = {}\nwhy = "Tết Âm lịch"\ncite = "Thông báo 1/TB-BNV"\n'


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def holder(qtbot):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()
    yield holder
    holder.background.finish()


def planned(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
    return dialog


def earlier_counted(desk):
    """Send a request whose answer was counted by an earlier holiday file."""
    sent_request(desk)
    with desk.transaction("earlier", "Hạn tính theo lịch nghỉ trước đó") as act:
        (due,) = act.transaction.find(Due, subject_kind="request")
        act.transaction.put(replace(due, due_on=date(2026, 11, 26), act_by=date(2026, 11, 26)))


def written(tmp_path, text):
    file = tmp_path / "2027.toml"
    file.write_text(HEAD + text, encoding="utf-8")
    return file


def test_a_holiday_file_is_seen_day_by_day_before_it_is_taken_in(desk, holder, qtbot, tmp_path):
    file = written(tmp_path, DAY.format("2027-02-04") + DAY.format("2027-03-01"))
    dialog = planned(qtbot, holder.opened(CalendarPlanDialog.of_file(holder, desk, file)))
    assert "Thứ Hai, 01/03/2027: làm việc → nghỉ, Tết Âm lịch" in dialog.view.days.text()
    assert "mới là dự kiến → nghỉ, Tết Âm lịch" in dialog.view.days.text()
    assert dialog.view.summary.text() == "Không hạn nào đang theo dõi phải đổi."
    assert settings.calendar_days(desk) == []
    assert unnamed_controls(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not desk.calendar().is_working(date(2027, 3, 1))
    assert "Nhận lịch nghỉ từ tệp 2027.toml" in holder.kept[-1].sentence


def test_a_file_that_is_not_whole_is_refused_in_place_and_nothing_can_be_taken(desk, holder, qtbot, tmp_path):
    file = written(tmp_path, DAY.format("2027-02-30"))
    dialog = holder.opened(CalendarPlanDialog.of_file(holder, desk, file))
    qtbot.waitUntil(lambda: bool(dialog.notices.sentence), timeout=10_000)
    assert "Tệp ngày nghỉ 2027.toml, dòng 4" in dialog.notices.sentence
    assert not dialog.main_button.isEnabled()


def test_a_file_that_says_nothing_new_has_nothing_to_take_in(desk, holder, qtbot, tmp_path):
    file = tmp_path / "2026.toml"
    file.write_text("year = 2026\nannounced = true\n" + DAY.format("2026-01-01"), encoding="utf-8")
    dialog = planned(qtbot, holder.opened(CalendarPlanDialog.of_file(holder, desk, file)))
    assert dialog.view.summary.text() == "Lịch đã ghi như vậy, không hạn nào đổi."
    assert not dialog.main_button.isEnabled()


def test_due_dates_of_an_earlier_calendar_are_counted_again_only_when_the_clerk_says_so(desk, holder, qtbot):
    earlier_counted(desk)
    assert due_days.moved_count(desk) == 1
    dialog = planned(qtbot, holder.opened(CalendarPlanDialog.of_newer(holder, desk)))
    table = dialog.view.table.rows
    line = [table.index(0, column).data() for column in range(table.columnCount())]
    assert line[1:] == ["Đề nghị cấp mới 1 hộp thư, số 125", "26/11/2026", "27/11/2026", "Đ6.2"]
    dialog.main_button.click()
    assert due_days.moved_count(desk) == 0


def test_a_plan_of_an_older_register_is_made_anew_and_shown(desk, holder, qtbot):
    earlier_counted(desk)
    dialog = planned(qtbot, holder.opened(CalendarPlanDialog.of_newer(holder, desk)))
    added(desk, "Đỗ Thị Bích Ngọc")
    dialog.main_button.click()
    assert "Sổ vừa có thay đổi" in dialog.notices.sentence
    planned(qtbot, dialog).main_button.click()
    assert due_days.moved_count(desk) == 0
