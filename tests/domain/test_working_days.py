"""Tests of `govmail_desk.domain.working_days`: the rules one by one, the words, and what holds for every limit."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.office_calendar import Calendar, HolidayYear, NamedDay
from govmail_desk.domain.provision import Period
from govmail_desk.domain.working_days import Counting, WhenOff, after, before, count, fixed, past

ONE_DAY = timedelta(days=1)
NEW_YEAR = NamedDay(date(2026, 1, 1), "holiday", "Tết Dương lịch", "Đ112.1a BLLĐ 2019")
SWAPPED = NamedDay(date(2026, 1, 2), "swapped", "nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026", "12729/VPCP-KGVX")
MADE_UP = NamedDay(date(2026, 1, 10), "worked", "làm bù cho thứ Sáu 02/01/2026", "12729/VPCP-KGVX")
YEARS = [
    HolidayYear(2025, True, ()),
    HolidayYear(2026, True, (NEW_YEAR, SWAPPED, MADE_UP)),
    HolidayYear(2027, False, ()),
]
CALENDAR = Calendar.of(YEARS)


def days(length: int) -> Period:
    return Period(length, "day")


def working_days(length: int) -> Period:
    return Period(length, "working-day")


def months(length: int) -> Period:
    return Period(length, "month")


def test_the_day_after_the_event_is_day_one() -> None:
    run = count(date(2026, 3, 3), days(1), CALENDAR, when_off="moves")

    assert run.due_on == date(2026, 3, 4)
    assert run.counted == (date(2026, 3, 4),)


def test_working_days_pass_over_days_off_and_say_why() -> None:
    run = count(date(2025, 12, 31), working_days(1), CALENDAR, when_off="moves")

    assert run.due_on == date(2026, 1, 5)
    assert [(day.date.day, day.why) for day in run.skipped] == [
        (1, "Tết Dương lịch"),
        (2, "nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026"),
        (3, "thứ Bảy, nghỉ hằng tuần"),
        (4, "Chủ nhật, nghỉ hằng tuần"),
    ]
    assert run.skipped[1].cite == "12729/VPCP-KGVX"


def test_a_make_up_saturday_counts_as_a_working_day() -> None:
    assert count(date(2026, 1, 9), working_days(1), CALENDAR, when_off="moves").due_on == date(2026, 1, 10)


def test_a_last_day_off_moves_to_the_next_working_day() -> None:
    run = count(date(2026, 3, 2), days(5), CALENDAR, when_off="moves")

    assert run.has_moved
    assert run.due_on == run.act_by == date(2026, 3, 9)
    assert [day.date for day in run.skipped] == [date(2026, 3, 7), date(2026, 3, 8)]


def test_a_day_that_stays_leaves_the_last_working_day_to_act() -> None:
    run = count(date(2026, 3, 2), days(5), CALENDAR, when_off="stays")

    assert (run.due_on, run.act_by) == (date(2026, 3, 7), date(2026, 3, 6))
    assert not run.has_moved


def test_months_end_on_the_same_day_number_or_the_months_last_day() -> None:
    run = count(date(2025, 10, 31), months(4), CALENDAR, when_off="stays")

    assert run.counted == (date(2025, 11, 30), date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28))


def test_past_n_months_is_the_day_after_the_same_day_number() -> None:
    run = past(date(2026, 5, 31), 3, CALENDAR)

    assert (run.due_on, run.lapsed_on) == (date(2026, 8, 31), date(2026, 9, 1))


def test_before_a_day_is_due_on_the_day_before() -> None:
    run = before(date(2026, 12, 14), CALENDAR)

    assert (run.due_on, run.act_by) == (date(2026, 12, 13), date(2026, 12, 11))


def test_a_fixed_date_never_moves() -> None:
    run = fixed(date(2026, 12, 5), CALENDAR)

    assert (run.due_on, run.act_by, run.counted, run.skipped) == (date(2026, 12, 5), date(2026, 12, 4), (), ())


@pytest.mark.parametrize("length", [0, -1])
def test_no_time_at_all_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match="từ 1 trở lên"):
        past(date(2026, 1, 1), length, CALENDAR)


@pytest.mark.parametrize("period", [days(40), working_days(40), months(2)])
def test_a_limit_beyond_the_last_date_is_refused_in_a_sentence(period: Period) -> None:
    with pytest.raises(RuleBroken, match="vượt quá năm 9999"):
        count(date(9999, 12, 1), period, CALENDAR, when_off="moves")


def test_a_last_day_that_cannot_move_any_further_is_refused_too() -> None:
    everything_off = CALENDAR.merged([HolidayYear(9999, True, (NamedDay(date.max, "own", "nghỉ", "QĐ"),))])

    with pytest.raises(RuleBroken, match="thứ Năm 30/12/9999"):
        count(date(9999, 12, 30), days(1), everything_off, when_off="moves")


def test_the_answer_in_json_has_exactly_the_three_keys_of_the_command_line() -> None:
    assert count(date(2026, 1, 9), working_days(2), CALENDAR, when_off="moves").as_json() == {
        "due_on": "2026-01-12",
        "counted": ["2026-01-10", "2026-01-12"],
        "skipped": [{"date": "2026-01-11", "why": "Chủ nhật, nghỉ hằng tuần"}],
    }


def test_the_steps_tell_the_counting_day_by_day() -> None:
    assert count(date(2026, 1, 8), working_days(3), CALENDAR, when_off="moves").steps == (
        "Thứ Năm 08/01/2026: ngày xảy ra sự việc, chưa tính.",
        "Thứ Sáu 09/01/2026: ngày làm việc thứ 1.",
        "Thứ Bảy 10/01/2026: ngày làm việc thứ 2 (làm bù cho thứ Sáu 02/01/2026).",
        "Chủ nhật 11/01/2026: không tính (Chủ nhật, nghỉ hằng tuần).",
        "Thứ Hai 12/01/2026: ngày làm việc thứ 3.",
        "Thời hạn kết thúc khi hết ngày thứ Hai 12/01/2026.",
    )


def test_the_steps_tell_that_the_last_day_moved() -> None:
    assert count(date(2026, 3, 5), days(2), CALENDAR, when_off="moves").steps == (
        "Thứ Năm 05/03/2026: ngày xảy ra sự việc, chưa tính.",
        "Thứ Sáu 06/03/2026: ngày thứ 1.",
        "Thứ Bảy 07/03/2026: ngày cuối nhưng không làm việc, thời hạn chuyển tiếp (thứ Bảy, nghỉ hằng tuần).",
        "Chủ nhật 08/03/2026: không tính (Chủ nhật, nghỉ hằng tuần).",
        "Thứ Hai 09/03/2026: ngày làm việc kế tiếp, là ngày cuối của thời hạn.",
        "Thời hạn kết thúc khi hết ngày thứ Hai 09/03/2026.",
    )


def test_the_steps_of_months_tell_each_months_end_and_when_it_is_past() -> None:
    assert past(date(2025, 12, 31), 2, CALENDAR).steps == (
        "Thứ Tư 31/12/2025: ngày xảy ra sự việc, chưa tính.",
        "Thứ Bảy 31/01/2026: hết tháng thứ 1.",
        "Thứ Bảy 28/02/2026: hết tháng thứ 2, ngày cuối của tháng này.",
        "Thời hạn kết thúc khi hết ngày thứ Bảy 28/02/2026.",
        "Hôm đó không làm việc (thứ Bảy, nghỉ hằng tuần): làm xong chậm nhất thứ Sáu 27/02/2026.",
        "Từ Chủ nhật 01/03/2026 là quá 2 tháng.",
    )


def test_the_steps_of_a_stated_date_name_what_the_rule_says() -> None:
    assert before(date(2026, 12, 15), CALENDAR).steps == (
        "Quy định ghi trước ngày thứ Ba 15/12/2026, nên hạn là ngày liền trước.",
        "Thời hạn kết thúc khi hết ngày thứ Hai 14/12/2026.",
    )
    assert fixed(date(2026, 12, 4), CALENDAR).steps == (
        "Quy định ghi ngày thứ Sáu 04/12/2026, không dời theo ngày nghỉ.",
        "Thời hạn kết thúc khi hết ngày thứ Sáu 04/12/2026.",
    )


def test_a_known_year_gives_no_warning() -> None:
    assert count(date(2026, 3, 2), working_days(3), CALENDAR, when_off="moves").warnings == ()


@pytest.mark.parametrize(
    ("run", "named"),
    [
        (count(date(2026, 12, 31), working_days(1), CALENDAR, when_off="moves"), "2027"),
        (count(date(2026, 12, 30), days(2), CALENDAR, when_off="moves"), "2027"),
        (fixed(date(2028, 1, 5), CALENDAR), "2028"),
        (before(date(2028, 1, 5), CALENDAR), "2028"),
        (past(date(2027, 12, 31), 1, CALENDAR), "2028"),
    ],
)
def test_a_year_not_announced_or_without_a_file_is_warned_of(run: Counting, named: str) -> None:
    (warning,) = run.warnings

    assert named in warning


def test_a_date_in_january_warns_of_the_year_before_when_the_work_falls_there() -> None:
    unknown_before = Calendar.of(YEARS[1:])

    (warning,) = fixed(date(2026, 1, 2), unknown_before).warnings

    assert "2025" in warning


def test_months_warn_only_of_the_days_looked_up() -> None:
    run = count(date(2020, 3, 3), months(72), CALENDAR, when_off="moves")

    assert run.due_on == date(2026, 3, 3)
    assert run.warnings == ()


# What holds for every limit, on a calendar with days named at random.

STARTS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
DAY_PERIODS = st.one_of(
    st.builds(Period, st.integers(1, 60), st.just("day")),
    st.builds(Period, st.integers(1, 40), st.just("working-day")),
)
PERIODS = st.one_of(DAY_PERIODS, st.builds(Period, st.integers(1, 24), st.just("month")))
WHEN_OFF = st.sampled_from(["moves", "stays"])
NAMED_DAYS = st.builds(
    NamedDay,
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.sampled_from(["holiday", "worked"]),
    st.just("lý do"),
    st.just("TB"),
)
CALENDARS = st.lists(NAMED_DAYS, max_size=60).map(lambda named: Calendar.of([HolidayYear(2026, True, tuple(named))]))
LIMITS = settings(max_examples=80)


@LIMITS
@given(start=STARTS, period=PERIODS, calendar=CALENDARS, when_off=WHEN_OFF)
def test_a_limit_ends_after_the_event_and_counts_what_it_says(
    start: date, period: Period, calendar: Calendar, when_off: WhenOff
) -> None:
    run = count(start, period, calendar, when_off=when_off)

    assert start < run.due_on
    assert len(run.counted) == period.count
    assert run.counted[-1] == run.due_on
    assert run.act_by <= run.due_on
    assert calendar.is_working(run.act_by)
    assert not any(calendar.is_working(day) for day in _between(run.act_by, run.due_on + ONE_DAY))


@LIMITS
@given(start=STARTS, period=PERIODS, calendar=CALENDARS)
def test_a_limit_that_moves_ends_on_the_first_working_day_from_its_stated_day(
    start: date, period: Period, calendar: Calendar
) -> None:
    stated = count(start, period, calendar, when_off="stays")
    moved = count(start, period, calendar, when_off="moves")

    assert moved.due_on == calendar.next_working(stated.due_on) == moved.act_by
    assert moved.has_moved is (moved.due_on > stated.due_on)


@LIMITS
@given(start=STARTS, period=DAY_PERIODS, calendar=CALENDARS, when_off=WHEN_OFF)
def test_counted_and_skipped_days_together_are_every_day_to_the_end(
    start: date, period: Period, calendar: Calendar, when_off: WhenOff
) -> None:
    run = count(start, period, calendar, when_off=when_off)
    seen = sorted([*run.counted, *(day.date for day in run.skipped)])

    assert seen == [*_between(start, run.due_on), run.due_on]
    assert not any(calendar.is_working(day.date) for day in run.skipped)


@LIMITS
@given(start=STARTS, period=PERIODS, calendar=CALENDARS, when_off=WHEN_OFF)
def test_a_longer_limit_never_ends_earlier(start: date, period: Period, calendar: Calendar, when_off: WhenOff) -> None:
    longer = Period(period.count + 1, period.unit)

    assert (
        count(start, longer, calendar, when_off=when_off).due_on
        >= count(start, period, calendar, when_off=when_off).due_on
    )


@LIMITS
@given(start=STARTS, period=PERIODS, calendar=CALENDARS, when_off=WHEN_OFF)
def test_a_later_event_never_ends_earlier(start: date, period: Period, calendar: Calendar, when_off: WhenOff) -> None:
    today = count(start, period, calendar, when_off=when_off)

    assert count(start + ONE_DAY, period, calendar, when_off=when_off).due_on >= today.due_on


@LIMITS
@given(start=STARTS, period=PERIODS, calendar=CALENDARS, when_off=WHEN_OFF)
def test_the_steps_say_every_day_once_and_close_with_the_last(
    start: date, period: Period, calendar: Calendar, when_off: WhenOff
) -> None:
    run = count(start, period, calendar, when_off=when_off)
    said = run.steps[1 : 1 + len(run.counted) + len(run.skipped)]

    assert len(set(said)) == len(run.counted) + len(run.skipped)
    assert f"{run.due_on:%d/%m/%Y}" in run.steps[1 + len(said)]


def _between(after: date, until: date) -> list[date]:
    """The days strictly between two days."""
    return [after + timedelta(days=offset) for offset in range(1, (until - after).days)]


def test_a_wait_is_over_after_its_last_day_and_acted_on_the_first_working_day() -> None:
    run = after(date(2025, 12, 27), days(5), CALENDAR)

    assert (run.due_on, run.lapsed_on, run.act_by) == (date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 5))
    assert run.steps[-2:] == (
        "Thời gian chờ kết thúc khi hết ngày thứ Năm 01/01/2026; từ thứ Sáu 02/01/2026 được giải quyết.",
        "Hôm đó không làm việc (nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026): ngày làm việc đầu tiên là thứ Hai 05/01/2026.",
    )


def test_a_wait_that_is_over_on_a_working_day_says_no_more() -> None:
    run = after(date(2026, 3, 2), days(1), CALENDAR)

    assert run.act_by == run.lapsed_on == date(2026, 3, 4)
    assert run.steps[-1].endswith("từ thứ Tư 04/03/2026 được giải quyết.")


@given(start=st.dates(date(2025, 1, 1), date(2026, 11, 1)), length=st.integers(1, 40))
def test_no_day_of_a_wait_moves_and_nothing_is_done_within_it(start: date, length: int) -> None:
    run = after(start, days(length), CALENDAR)

    assert run.due_on == start + timedelta(days=length)
    assert run.act_by > run.due_on
    assert CALENDAR.is_working(run.act_by)
    assert not any("chậm nhất" in step for step in run.steps)
