"""Halves of a working day by the office's own hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.check_times import HalfDay, half_to_log
from tests.office import HOURS, VIETNAM

DAY = date(2026, 11, 23)
MINUTES = st.integers(min_value=-2 * 24 * 60, max_value=3 * 24 * 60)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    """A moment of the day as the office's clock shows it."""
    return datetime.combine(DAY, time(hour, minute, second), tzinfo=VIETNAM)


def test_the_afternoon_is_logged_from_the_hour_it_begins_and_the_lunch_hour_still_counts_as_morning() -> None:
    assert half_to_log(at(12, 45), HOURS) == HalfDay(DAY, "morning", HOURS)
    assert half_to_log(at(13, 30), HOURS) == HalfDay(DAY, "afternoon", HOURS)


def test_without_office_hours_the_halves_meet_at_noon() -> None:
    assert half_to_log(at(11, 59), None).slot == "morning"
    assert half_to_log(at(12, 0), None).slot == "afternoon"
    assert not HalfDay(DAY, "afternoon").has_ended(at(23, 59))


def test_the_last_minute_of_a_half_day_is_still_in_time() -> None:
    morning = HalfDay(DAY, "morning", HOURS)
    assert not morning.has_ended(at(11, 30, 59))
    assert morning.has_ended(at(11, 31))


@given(minutes=MINUTES, slot=st.sampled_from(SLOTS), hours=st.sampled_from([HOURS, None]))
def test_what_has_ended_had_begun_and_stays_ended(minutes, slot, hours) -> None:
    half, now = HalfDay(DAY, slot, hours), at(0, 0) + timedelta(minutes=minutes)
    if half.has_ended(now):
        assert half.has_begun(now)
        assert half.has_ended(now + timedelta(minutes=1))
    assert half.has_ended(at(0, 0) + timedelta(days=1))
