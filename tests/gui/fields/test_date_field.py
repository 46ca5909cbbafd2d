"""A day in a field."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QLabel

from govmail_desk.gui.fields.date_field import DateField, read_day
from tests.gui.named_controls import unnamed_controls

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)


@pytest.fixture
def field(qtbot) -> DateField:
    made = DateField(TODAY)
    qtbot.addWidget(made)
    made.setAccessibleName("Từ ngày")
    return made


@pytest.mark.parametrize(
    "typed",
    [
        "23/11/2026",
        "23/11/26",
        "23-11-2026",
        "23.11.2026",
        "23 11 2026",
        "23/11",
        " 23/11/2026 ",
        "23112026",
        "23/11/2026.",
    ],
)
def test_a_day_is_read_as_clerks_write_it(typed: str) -> None:
    assert read_day(typed, TODAY) == MONDAY


@pytest.mark.parametrize(
    "typed",
    ["", "23", "31/2/2026", "30/02", "0/1/2026", "23/13/2026", "hôm nay", "2026-11-23", "23/11/202", "1/1/0000"],
)
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@given(on=st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_a_day_that_is_shown_is_read_back(on: date) -> None:
    assert read_day(f"{on:%d/%m/%Y}", TODAY) == on
    assert read_day(f"{on:%d%m%Y}", TODAY) == on


@given(text=st.text(max_size=12))
def test_whatever_is_typed_is_a_day_or_none(text: str) -> None:
    assert read_day(text, TODAY) is None or isinstance(read_day(text, TODAY), date)


def test_the_weekday_stands_beside_the_day(field: DateField) -> None:
    field.show_day(MONDAY)
    assert field.line.text() == "23/11/2026"
    assert "Thứ Hai" in [label.text() for label in field.findChildren(QLabel)]
    assert field.line.accessibleDescription() == "Thứ Hai"


def test_each_other_day_is_told_once(field: DateField) -> None:
    told: list[date | None] = []
    field.day_changed.connect(told.append)
    for text in ("2", "23/1", "23/11", "23/11/2026"):
        field.line.setText(text)
    assert told == [date(2026, 1, 23), MONDAY]


def test_the_day_is_written_out_when_the_field_is_left(field: DateField) -> None:
    field.line.setText("23/11")
    field.line.left.emit()
    assert field.line.text() == "23/11/2026"


def test_what_cannot_be_read_stays_and_says_how_to_write_it(field: DateField) -> None:
    field.line.setText("31/2/2026")
    field.line.left.emit()
    assert field.line.text() == "31/2/2026"
    assert field.day() is None
    assert field.problem() == "Chưa đọc được ngày này. Hãy gõ ngày/tháng/năm, ví dụ 22/11/2026."


def test_an_empty_field_is_no_problem(field: DateField) -> None:
    assert field.is_empty
    assert field.problem() is None
    assert field.day() is None


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Up, date(2027, 2, 1)),
        (Qt.Key.Key_Down, date(2027, 1, 30)),
        (Qt.Key.Key_PageUp, date(2027, 2, 28)),
        (Qt.Key.Key_PageDown, date(2026, 12, 31)),
    ],
)
def test_arrow_keys_go_a_day_and_page_keys_a_month(field: DateField, qtbot, key: Qt.Key, day: date) -> None:
    field.show_day(date(2027, 1, 31))
    qtbot.keyClick(field.line, key)
    assert field.day() == day


def test_arrow_keys_in_an_empty_field_begin_with_today(field: DateField, qtbot) -> None:
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.day() == TODAY


@given(on=st.dates(date(1950, 1, 1), date(2100, 1, 1)), months=st.integers(-24, 24))
def test_going_a_month_on_and_back_stays_within_three_days(qapp, on: date, months: int) -> None:
    field = DateField(TODAY, on)
    field.step_month(months)
    field.step_month(-months)
    assert on - timedelta(days=3) <= field.day() <= on


def test_a_day_is_picked_from_the_calendar(field: DateField, qtbot) -> None:
    field.show()
    popup = field.open_calendar()
    calendar = popup.findChild(QCalendarWidget)
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.clicked.emit(QDate(2026, 11, 23))
    assert field.day() == MONDAY
    assert not popup.isVisible()


def test_its_parts_have_names(field: DateField) -> None:
    assert unnamed_controls(field) == []
    assert field.line.accessibleName() == "Từ ngày"
