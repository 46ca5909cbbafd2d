"""Which office hours hold on a day: dated, by season, over New Year, on 29 February; and the two halves of a working day."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.office_hours import (
    bounds,
    gaps,
    hours_on,
    in_season,
    is_clock_time,
    is_day_of_year,
    season_of,
    stretches,
)
from govmail_desk.domain.settings import OfficeHours

BEGUN = date(2025, 1, 1)


def hours(hours_id=1, *, from_on=BEGUN, season=("", ""), morning_from="07:30"):
    return OfficeHours(
        id=hours_id,
        from_on=from_on,
        morning_from=morning_from,
        morning_to="11:30",
        afternoon_from="13:30",
        afternoon_to="17:00",
        season_from=season[0],
        season_to=season[1],
    )


SUMMER = hours(1, season=("04-16", "10-15"), morning_from="07:00")
WINTER = hours(2, season=("10-16", "04-15"))


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 4, 15), WINTER),
        (date(2026, 4, 16), SUMMER),
        (date(2026, 10, 15), SUMMER),
        (date(2026, 10, 16), WINTER),
        (date(2026, 12, 31), WINTER),
        (date(2027, 1, 1), WINTER),
        (date(2028, 2, 29), WINTER),
    ],
)
def test_both_ends_of_a_season_are_in_it_and_it_may_span_new_year(day, held):
    assert hours_on([SUMMER, WINTER], day) is held


def test_before_any_hours_began_there_are_none():
    assert hours_on([SUMMER, WINTER], BEGUN - timedelta(days=1)) is None
    assert hours_on([], BEGUN) is None


def test_the_latest_begun_hours_whose_season_holds_the_day_win():
    whole_year = hours(3, from_on=date(2026, 1, 1))
    new_summer = hours(4, from_on=date(2026, 5, 1), season=("05-01", "08-31"))
    every = [SUMMER, WINTER, whole_year, new_summer]
    assert hours_on(every, date(2026, 4, 30)) is whole_year
    assert hours_on(every, date(2026, 5, 1)) is new_summer
    assert hours_on(every, date(2026, 9, 1)) is whole_year


@pytest.mark.parametrize("season", [("11-01", "02-28"), ("11-01", "02-29")])
def test_a_season_to_the_end_of_february_holds_on_its_last_day_in_every_year(season):
    winter = hours(season=season)
    assert in_season(winter, date(2028, 2, 29))
    assert in_season(winter, date(2027, 2, 28))
    assert not in_season(winter, date(2028, 3, 1))
    assert not in_season(winter, date(2027, 3, 1))


def test_a_season_from_29_february_begins_with_march_where_there_is_none():
    spring = hours(season=("02-29", "05-31"))
    assert in_season(spring, date(2028, 2, 29))
    assert not in_season(spring, date(2027, 2, 28))
    assert in_season(spring, date(2027, 3, 1))


@pytest.mark.parametrize(
    ("season", "name"),
    [
        (("", ""), "year"),
        (("04-16", "10-15"), "summer"),
        (("10-16", "04-15"), "winter"),
        (("01-01", "03-31"), "winter"),
        (("03-01", "05-31"), "part"),
        (("05-01", "01-31"), "part"),
    ],
)
def test_a_season_is_named_by_the_middle_of_summer_and_by_new_year(season, name):
    assert season_of(hours(season=season)) == name


@pytest.mark.parametrize(
    ("written", "is_one"),
    [
        ("02-29", True),
        ("02-30", False),
        ("12-31", True),
        ("13-01", False),
        ("4-16", False),
        ("", False),
        ("04-1x", False),
    ],
)
def test_a_day_of_the_year_is_one_some_year_has(written, is_one):
    assert is_day_of_year(written) is is_one


def test_the_halves_of_a_day_begin_and_end_as_the_notice_says():
    assert bounds(SUMMER, "morning") == (time(7), time(11, 30))
    assert bounds(SUMMER, "afternoon") == (time(13, 30), time(17))


def test_gaps_of_the_year_are_told_with_their_days():
    summer_alone = gaps([SUMMER], first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert [(gap.first, gap.last) for gap in summer_alone] == [
        (date(2026, 1, 1), date(2026, 4, 15)),
        (date(2026, 10, 16), date(2026, 12, 31)),
    ]
    assert gaps([SUMMER, WINTER], first=date(2026, 1, 1), last=date(2028, 12, 31)) == ()


def test_what_holds_and_what_comes_follow_each_other():
    parted = stretches([SUMMER, WINTER], first=date(2026, 11, 23), last=date(2027, 11, 22))
    assert [(one.first, one.hours) for one in parted] == [
        (date(2026, 11, 23), WINTER),
        (date(2027, 4, 16), SUMMER),
        (date(2027, 10, 16), WINTER),
    ]


DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))
OF_YEAR = st.builds(lambda day: f"{day:%m-%d}", DAYS)


@given(bound=OF_YEAR, other=OF_YEAR, day=DAYS)
@settings(max_examples=100)
def test_two_seasons_that_follow_each_other_leave_no_day_of_any_year_out(bound, other, day):
    one, two = hours(1, season=(bound, before(other))), hours(2, season=(other, before(bound)))
    assert hours_on([one, two], day) is not None or day < BEGUN


def before(day_of_year):
    return f"{date.fromisoformat(f'2028-{day_of_year}') - timedelta(days=1):%m-%d}"


@given(seasons=st.lists(st.tuples(OF_YEAR, OF_YEAR), max_size=4), first=DAYS, length=st.integers(0, 500))
@settings(max_examples=60)
def test_stretches_hold_every_day_once_under_the_hours_of_that_day(seasons, first, length):
    found = [hours(number, season=season) for number, season in enumerate(seasons, start=1)]
    last = first + timedelta(days=length)
    parted = stretches(found, first=first, last=last)
    assert (parted[0].first, parted[-1].last) == (first, last)
    for one, next_one in pairwise(parted):
        assert next_one.first == one.last + timedelta(days=1)
        assert next_one.hours is not one.hours
    assert all(hours_on(found, day) is one.hours for one in parted for day in (one.first, one.last))


@pytest.mark.parametrize(
    ("written", "is_time"),
    [
        ("07:30", True),
        ("00:00", True),
        ("23:59", True),
        ("24:00", False),
        ("07:60", False),
        ("7:30", False),
        ("", False),
    ],
)
def test_a_time_of_the_day_is_told_from_what_is_none(written, is_time):
    assert is_clock_time(written) is is_time
