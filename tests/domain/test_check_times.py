"""Halves of a working day by the office's own hours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain import check_times
from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.settings import OfficeHours

DAY = date(2026, 11, 23)
HOURS = OfficeHours(
    from_on=date(2026, 1, 1), morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
)
MINUTES = st.integers(min_value=-2 * 24 * 60, max_value=3 * 24 * 60)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    """A moment of the day as the office's clock shows it."""
    return datetime.combine(DAY, time(hour, minute, second), tzinfo=timezone(timedelta(hours=7)))


def test_the_afternoon_is_on_from_the_hour_the_unit_set_and_the_lunch_hour_still_counts_as_morning() -> None:
    assert check_times.slot_at(at(12, 45), HOURS) == "morning"
    assert check_times.slot_at(at(13, 30), HOURS) == "afternoon"


def test_without_office_hours_the_halves_meet_at_noon() -> None:
    assert check_times.slot_at(at(11, 59), None) == "morning"
    assert check_times.slot_at(at(12, 0), None) == "afternoon"
    assert not check_times.is_late(at(23, 59), DAY, "afternoon", None)


def test_the_very_minute_the_half_day_ends_is_still_in_time() -> None:
    assert not check_times.is_late(at(11, 30), DAY, "morning", HOURS)
    assert check_times.is_late(at(11, 30, 1), DAY, "morning", HOURS)


@given(minutes=MINUTES, slot=st.sampled_from(SLOTS), hours=st.sampled_from([HOURS, None]))
def test_what_is_late_had_begun_and_whatever_follows_is_late_too(minutes, slot, hours) -> None:
    now = at(0, 0) + timedelta(minutes=minutes)
    if check_times.is_late(now, DAY, slot, hours):
        assert check_times.has_begun(now, DAY, slot, hours)
        assert check_times.is_late(now + timedelta(seconds=1), DAY, slot, hours)
    assert check_times.is_late(at(0, 0) + timedelta(days=1), DAY, slot, hours)
