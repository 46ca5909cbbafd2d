"""What a half day still wants under each way the regulations put it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.check_duty import duties, was_in_use
from govmail_desk.domain.check_times import HalfDay
from govmail_desk.domain.provision import CheckTimes
from tests.office import HOURS, VIETNAM

DAY = date(2026, 11, 23)
HALVES = [HalfDay(DAY, slot, HOURS) for slot in SLOTS]
TWICE = CheckTimes(2, SLOTS)
TWICE_AT_THE_START = CheckTimes(2, SLOTS, at_slot_start=True)
DAILY = CheckTimes(1)
REGULARLY = CheckTimes(by="người được giao")


def stand(times, hour, minute=0, **looks) -> tuple[str, str]:
    now = datetime(2026, 11, 23, hour, minute, tzinfo=VIETNAM)
    found = duties(times, looks, halves=HALVES, now=now)
    return found["morning"], found["afternoon"]


@pytest.mark.parametrize(
    ("times", "hour", "looks", "expected"),
    [
        (TWICE, 7, {}, ("ahead", "ahead")),
        (TWICE, 9, {}, ("open", "ahead")),
        (TWICE, 12, {}, ("missing", "ahead")),
        (TWICE, 14, {"morning": 1}, ("done", "open")),
        (TWICE, 18, {"morning": 3}, ("done", "missing")),
        (TWICE_AT_THE_START, 8, {}, ("missing", "ahead")),
        (TWICE_AT_THE_START, 14, {"morning": 1}, ("done", "missing")),
        (DAILY, 9, {}, ("open", "ahead")),
        (DAILY, 12, {}, ("free", "ahead")),
        (DAILY, 14, {}, ("free", "open")),
        (DAILY, 14, {"morning": 1}, ("done", "free")),
        (DAILY, 18, {}, ("missing", "missing")),
        (DAILY, 18, {"afternoon": 1}, ("free", "done")),
        (CheckTimes(3), 18, {"morning": 1}, ("done", "missing")),
        (REGULARLY, 18, {}, ("free", "free")),
        (REGULARLY, 18, {"morning": 1}, ("done", "free")),
        (None, 18, {}, ("free", "free")),
    ],
)
def test_a_half_day_stands_as_the_article_and_the_clock_have_it(times, hour, looks, expected) -> None:
    assert stand(times, hour, **looks) == expected


@given(
    times=st.sampled_from([TWICE, TWICE_AT_THE_START, DAILY, CheckTimes(3), CheckTimes(4, SLOTS), REGULARLY, None]),
    looks=st.fixed_dictionaries({slot: st.integers(0, 3) for slot in SLOTS}),
    minutes=st.integers(0, 24 * 60 - 1),
)
def test_enough_looks_leave_nothing_missing_and_none_is_missing_before_its_time(times, looks, minutes) -> None:
    found = stand(times, *divmod(minutes, 60), **looks)
    now = HALVES[0].begins_at.replace(hour=0, minute=0) + timedelta(minutes=minutes)
    if times is None or times.times_a_day is None or min(looks.values()) >= times.times_a_day:
        assert "missing" not in found
    assert all(half.has_begun(now) for half, duty in zip(HALVES, found, strict=True) if duty in {"missing", "open"})


def test_a_mailbox_is_in_use_the_day_after_it_was_issued_until_the_day_before_it_was_locked() -> None:
    events = [("requested", "2026-11-02"), ("active", "2026-11-09"), ("locked", "2026-11-20")]
    days = {day: was_in_use(events, date(2026, 11, day)) for day in (8, 9, 10, 19, 20, 21)}
    assert days == {8: False, 9: False, 10: True, 19: True, 20: False, 21: False}
