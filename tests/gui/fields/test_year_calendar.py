"""A year of the office by mouse and keyboard, with every day said in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from govmail_desk.desk import shipped_calendar
from govmail_desk.gui.fields.year_calendar import YearCalendar

TODAY = date(2026, 11, 23)


@pytest.fixture
def year(qtbot):
    shown = YearCalendar(TODAY)
    qtbot.addWidget(shown)
    shown.resize(700, 700)
    shown.show_calendar(shipped_calendar(), 2026)
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 22)),
        (Qt.Key.Key_Right, date(2026, 11, 24)),
        (Qt.Key.Key_Up, date(2026, 11, 16)),
        (Qt.Key.Key_Down, date(2026, 11, 30)),
        (Qt.Key.Key_PageUp, date(2026, 10, 23)),
        (Qt.Key.Key_PageDown, date(2026, 12, 23)),
    ],
)
def test_the_keyboard_goes_by_days_weeks_and_months(year, key, day):
    QTest.keyClick(year, key)
    assert year.day == day


def test_the_keyboard_stays_within_the_year(year):
    year.choose(date(2026, 12, 31))
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert year.day == date(2026, 12, 31)


def test_enter_asks_to_correct_the_day(year, qtbot):
    with qtbot.waitSignal(year.opened) as asked:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert asked.args == [TODAY]


def test_the_mouse_chooses_the_day_under_it(year, qtbot):
    with qtbot.waitSignal(year.chosen) as chosen:
        QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(*year.middle_of(date(2026, 1, 2))))
    assert chosen.args == [date(2026, 1, 2)]


def test_beside_the_days_the_mouse_chooses_nothing(year):
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=QPoint(year.width() - 2, year.height() - 2))
    assert year.day == TODAY


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 1, 2), "Thứ Sáu, 02/01/2026: nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026"),
        (date(2026, 1, 10), "Thứ Bảy, 10/01/2026: làm bù cho thứ Sáu 02/01/2026"),
        (date(2026, 11, 21), "Thứ Bảy, 21/11/2026: nghỉ hằng tuần"),
        (TODAY, "Thứ Hai, 23/11/2026: ngày làm việc"),
    ],
)
def test_a_day_is_said_with_its_reason(year, day, said):
    assert year.told(day) == said
    year.choose(day)
    assert said in year.accessibleName()


def test_another_year_keeps_the_place_of_the_day(year):
    year.choose(date(2024, 2, 29))
    year.show_calendar(shipped_calendar(), 2027)
    assert year.day == date(2027, 2, 28)


@pytest.mark.parametrize("width", [200, 420, 700, 1200])
def test_all_twelve_months_have_room_at_any_width(year, width):
    year.resize(width, 300)
    right, bottom = (max(at[axis] for _, at in _middles(year)) for axis in (0, 1))
    assert right < max(width, year.minimumSizeHint().width())
    assert bottom < year.minimumHeight()


def _middles(year):
    return [(day, year.middle_of(day)) for day in (date(2026, month, 28) for month in range(1, 13))]


def test_a_day_by_which_something_is_due_says_how_much_and_looks_otherwise(year):
    friday = date(2026, 11, 27)
    before = year.grab().toImage()
    year.show_dues({friday: 2, date(2026, 12, 14): 150})
    assert (year.due_count(friday), year.due_count(TODAY)) == (2, 0)
    assert year.told(friday) == "Thứ Sáu, 27/11/2026: ngày làm việc; 2 hạn"
    assert year.grab().toImage() != before
    year.choose(friday)
    assert year.accessibleName().endswith("; 2 hạn")
