"""The day a report is due next, as days of the year and of the period come round."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.calendar_duties import due_of_period, next_stated
from govmail_desk.domain.provision import FixedDate, ReportDuty
from govmail_desk.domain.report_period import read_period

PERIODS = ["quarter", "half-year", "year"]


def duty(every, due):
    return ReportDuty(every=every, by="đơn vị", content="số lượng hộp thư", due=due)


def due_on(every, due, on):
    found = next_stated(duty(every, due), on, shipped_calendar())
    return found.due_on if found else None


@pytest.mark.parametrize(
    ("every", "due", "on", "expected"),
    [
        ("half-year", FixedDate(7), date(2026, 1, 5), date(2026, 6, 7)),
        ("half-year", FixedDate(7), date(2026, 6, 8), date(2026, 12, 7)),
        ("half-year", FixedDate(20, 7, before=True), date(2026, 7, 20), date(2027, 7, 19)),
        ("year", FixedDate(20, 1, before=True, next_year=True), date(2026, 1, 19), date(2026, 1, 19)),
        ("year", FixedDate(1, 1, before=True), date(2026, 12, 31), date(2026, 12, 31)),
        ("quarter", FixedDate(30), date(2026, 12, 31), date(2027, 3, 30)),
    ],
)
def test_the_next_stated_day_is_that_of_the_period_or_of_the_year(every, due, on, expected):
    assert due_on(every, due, on) == expected


@pytest.mark.parametrize("every", PERIODS)
def test_a_report_without_a_day_has_none(every):
    assert due_on(every, None, date(2026, 1, 5)) is None


def test_a_report_after_each_change_follows_no_calendar():
    assert due_on("change", FixedDate(5), date(2026, 1, 5)) is None


@given(
    every=st.sampled_from(PERIODS),
    day=st.integers(1, 30),
    before=st.booleans(),
    on=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
)
def test_the_day_found_is_the_first_one_on_or_after(every, day, before, on):
    due = FixedDate(day, before=before)
    found = due_on(every, due, on)
    assert found >= on
    assert due_on(every, due, found) == found
    assert due_on(every, due, found + timedelta(days=1)) > found
    assert all(due_on(every, due, on + timedelta(days=step)) == found for step in range(0, (found - on).days + 1, 11))


@pytest.mark.parametrize(
    ("asked", "period", "expected"),
    [
        (ReportDuty(every="quarter", by="", content="", due=FixedDate(5)), "2026-Q4", date(2026, 12, 5)),
        (ReportDuty(every="quarter", by="", content="", due=FixedDate(5)), "2027-Q1", date(2027, 3, 5)),
        (
            ReportDuty(every="half-year", by="", content="", due=FixedDate(20, 7, before=True)),
            "2026-H1",
            date(2026, 7, 19),
        ),
        (ReportDuty(every="half-year", by="", content="", due=FixedDate(20, 7, before=True)), "2026-H2", None),
        (
            ReportDuty(every="year", by="", content="", due=FixedDate(20, 1, before=True, next_year=True)),
            "2026",
            date(2027, 1, 19),
        ),
        (ReportDuty(every="year", by="", content="", due=FixedDate(15, 12, before=True)), "2026", date(2026, 12, 14)),
        (ReportDuty(every="year", by="", content="", due=FixedDate(15, 12, before=True)), "2026-Q4", None),
        (ReportDuty(every="half-year", by="", content=""), "2026-H2", None),
    ],
)
def test_the_report_on_a_period_is_due_on_its_own_day(asked, period, expected):
    found = due_of_period(asked, read_period(period), shipped_calendar())
    assert (found.due_on if found else None) == expected
