"""One day of the calendar corrected as a notice says."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.gui.dialogs.calendar_day import CalendarDayDialog
from tests.desks import founded
from tests.gui.dialog_holder import DialogHolder

SATURDAY = date(2026, 11, 28)
MONDAY = date(2026, 11, 23)


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
    return holder


def test_a_saturday_is_worked_when_the_notice_says_so(desk, holder):
    dialog = holder.opened(CalendarDayDialog(holder, desk, SATURDAY))
    assert dialog.now.text() == "Hiện nay là ngày nghỉ (thứ Bảy, nghỉ hằng tuần)."
    assert dialog.off_field.choice() is False
    dialog.why_field.setText("Làm bù cho thứ Hai 23/11/2026")
    dialog.document_field.setText("Công văn 1/VPCP")
    dialog.main_button.click()
    calendar = desk.calendar()
    assert calendar.is_working(SATURDAY)
    assert calendar.days[SATURDAY].cite == "Công văn 1/VPCP"


def test_a_working_day_is_offered_to_be_off(desk, holder):
    dialog = holder.opened(CalendarDayDialog(holder, desk, MONDAY))
    assert dialog.off_field.choice() is True
    dialog.why_field.setText("Nghỉ hoán đổi")
    dialog.main_button.click()
    assert not desk.calendar().is_working(MONDAY)


def test_another_day_says_how_it_stands(desk, holder):
    dialog = holder.opened(CalendarDayDialog(holder, desk, MONDAY))
    dialog.day_field.show_day(date(2026, 9, 2))
    assert "Hiện nay là ngày nghỉ (Quốc khánh" in dialog.now.text()


def test_a_reason_is_needed(desk, holder):
    dialog = holder.opened(CalendarDayDialog(holder, desk, MONDAY))
    dialog.main_button.click()
    assert "Chưa có lý do" in dialog.form.rows["why"].error
    assert desk.calendar().is_working(MONDAY)
