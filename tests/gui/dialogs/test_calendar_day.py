"""One day of the calendar corrected as a notice says, with the due dates that move seen before it is kept."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.calendar_day import CalendarDayDialog
from govmail_desk.listings import dues, settings
from tests.desks import added, founded, say_of_day
from tests.gui.dialog_holder import DialogHolder
from tests.operations.open_dues import sent_request

SATURDAY = date(2026, 11, 28)
MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def opened(qtbot, desk):
    holder = DialogHolder()
    qtbot.addWidget(holder)
    holder.show()

    def show(day):
        dialog = holder.opened(CalendarDayDialog(holder, desk, day))
        return planned(dialog)

    def planned(dialog):
        qtbot.waitUntil(lambda: dialog.plan is not None, timeout=10_000)
        return dialog

    show.again = planned
    yield show
    holder.background.finish()


def answer_due(desk):
    (due,) = (due for due in dues.every(desk) if due.subject_kind == "request")
    return due


def pick(dialog, said):
    dialog.said_field.choose(said)
    dialog.said_field.picked.emit(said)


def test_a_saturday_is_worked_when_the_notice_says_so(desk, opened):
    dialog = opened(SATURDAY)
    assert dialog.now.text() == "Hiện nay là ngày nghỉ (thứ Bảy, nghỉ hằng tuần)."
    assert dialog.said_field.choice() == "worked"
    assert dialog.why_field.hasFocus()
    dialog.why_field.setText("Làm bù cho thứ Hai 23/11/2026")
    dialog.document_field.setText("Công văn 1/VPCP")
    dialog.main_button.click()
    calendar = desk.calendar()
    assert calendar.is_working(SATURDAY)
    assert calendar.days[SATURDAY].cite == "Công văn 1/VPCP"


def test_a_working_day_is_offered_to_be_off(desk, opened):
    dialog = opened(MONDAY)
    assert dialog.said_field.choice() == "off"
    dialog.why_field.setText("Nghỉ hoán đổi")
    dialog.main_button.click()
    assert not desk.calendar().is_working(MONDAY)


def test_the_due_dates_that_move_are_seen_before_the_day_is_kept(desk, opened):
    sent_request(desk)
    before = answer_due(desk)
    dialog = opened(WEDNESDAY)
    assert dialog.view.summary.text() == "1 hạn đang theo dõi sẽ đổi:"
    assert answer_due(desk).due_on == before.due_on
    table = dialog.view.table.rows
    line = [table.index(0, column).data() for column in range(table.columnCount())]
    assert line[2:4] == ["27/11/2026", "30/11/2026"]
    dialog.why_field.setText("Nghỉ bão")
    dialog.main_button.click()
    assert answer_due(desk).due_on == date(2026, 11, 30)


def test_another_choice_is_planned_anew(desk, opened):
    sent_request(desk)
    dialog = opened(WEDNESDAY)
    pick(dialog, "worked")
    assert not dialog.main_button.isEnabled()
    opened.again(dialog)
    assert dialog.view.summary.text() == "Không hạn nào đang theo dõi phải đổi."


def test_a_correction_is_given_back_to_the_shipped_calendar_without_a_reason(desk, opened):
    say_of_day(desk, WEDNESDAY, is_off=True)
    dialog = opened(WEDNESDAY)
    pick(dialog, "shipped")
    assert not dialog.form.rows["why"].isVisible()
    opened.again(dialog).main_button.click()
    assert settings.calendar_days(desk) == []
    assert desk.calendar().is_working(WEDNESDAY)


def test_another_day_says_how_it_stands(opened):
    dialog = opened(MONDAY)
    dialog.day_field.show_day(date(2026, 9, 2))
    assert "Hiện nay là ngày nghỉ (Quốc khánh" in dialog.now.text()


def test_a_reason_is_needed(desk, opened):
    dialog = opened(MONDAY)
    dialog.main_button.click()
    assert "Chưa có lý do" in dialog.form.rows["why"].error
    assert desk.calendar().is_working(MONDAY)


def test_a_register_that_moved_meanwhile_is_looked_at_again(desk, opened):
    dialog = opened(MONDAY)
    dialog.why_field.setText("Nghỉ hoán đổi")
    added(desk, "Nguyễn Văn Thành")
    dialog.main_button.click()
    assert "Sổ vừa có thay đổi" in dialog.notices.sentence
    opened.again(dialog).main_button.click()
    assert not desk.calendar().is_working(MONDAY)
