"""Tests of `govmail_desk.domain.office_calendar`."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.office_calendar import (
    KIND_LABELS,
    Calendar,
    HolidayYear,
    NamedDay,
    Proposal,
    written,
)
from govmail_desk.domain.settings import CalendarDay

NATIONAL_DAY = NamedDay(date(2026, 9, 2), "holiday", "Quốc khánh", "Đ112.1đ BLLĐ 2019")
MADE_UP = NamedDay(date(2026, 8, 22), "worked", "làm bù cho thứ Hai 31/08/2026", "Thông báo 9441/TB-BNV")
SWAP = Proposal(date(2026, 11, 23), date(2026, 11, 28), "Có đề xuất hoán đổi", "Tin ngày 06/9/2026")
CALENDAR = Calendar.of([HolidayYear(2026, True, (NATIONAL_DAY, MADE_UP), (SWAP,)), HolidayYear(2027, False, ())])


def correction(day: date, *, is_off: bool, why: str = "đơn vị tự ghi", document: str = "") -> CalendarDay:
    return CalendarDay(id=1, on_date=day, is_off=is_off, why=why, document=document)


def test_the_weekly_rest_is_saturday_and_sunday() -> None:
    week = [date(2026, 11, 16 + offset) for offset in range(7)]

    assert [CALENDAR.is_working(day) for day in week] == [True] * 5 + [False] * 2


def test_a_holiday_is_off_and_a_make_up_saturday_is_worked() -> None:
    assert not CALENDAR.is_working(NATIONAL_DAY.on)
    assert CALENDAR.is_working(MADE_UP.on)


def test_a_day_off_says_why_and_by_which_article() -> None:
    skipped = CALENDAR.skipped(NATIONAL_DAY.on)

    assert (skipped.why, skipped.cite) == ("Quốc khánh", "Đ112.1đ BLLĐ 2019")
    assert CALENDAR.skipped(date(2026, 11, 22)).why == "Chủ nhật, nghỉ hằng tuần"


def test_the_units_own_correction_wins_and_is_marked_as_its_own() -> None:
    storm = correction(date(2026, 10, 7), is_off=True, why="nghỉ tránh bão", document="Công điện 10/CĐ-UBND")
    corrected = CALENDAR.corrected([storm])

    assert not corrected.is_working(date(2026, 10, 7))
    assert corrected.days[date(2026, 10, 7)].source == "unit"
    assert corrected.skipped(date(2026, 10, 7)).why == "nghỉ tránh bão (lịch riêng của đơn vị)"
    assert corrected.skipped(date(2026, 10, 7)).cite == "Công điện 10/CĐ-UBND"


def test_a_unit_can_work_on_a_day_off_and_rest_on_a_make_up_day() -> None:
    corrected = CALENDAR.corrected([correction(NATIONAL_DAY.on, is_off=False), correction(MADE_UP.on, is_off=True)])

    assert corrected.is_working(NATIONAL_DAY.on)
    assert not corrected.is_working(MADE_UP.on)


def test_of_two_corrections_of_one_day_the_later_wins() -> None:
    day = date(2026, 10, 7)
    corrected = CALENDAR.corrected([correction(day, is_off=True), correction(day, is_off=False)])

    assert corrected.is_working(day)


def test_correcting_leaves_the_calendar_itself_as_it_was() -> None:
    CALENDAR.corrected([correction(NATIONAL_DAY.on, is_off=False)])

    assert not CALENDAR.is_working(NATIONAL_DAY.on)


def test_a_later_file_of_the_same_year_wins_and_may_announce_it() -> None:
    announced = HolidayYear(2027, True, (NamedDay(date(2027, 9, 1), "holiday", "Quốc khánh, ngày liền kề", "TB"),))
    merged = CALENDAR.merged([announced])

    assert merged.caveats(date(2027, 9, 1), date(2027, 9, 1)) == ()
    assert not merged.is_working(date(2027, 9, 1))


def test_the_nearest_working_days_lie_on_either_side_of_a_weekend() -> None:
    sunday = date(2026, 11, 22)

    assert CALENDAR.last_working(sunday) == date(2026, 11, 20)
    assert CALENDAR.next_working(sunday) == date(2026, 11, 23)


def test_a_year_without_a_notice_is_said_to_be_uncertain() -> None:
    (caveat,) = CALENDAR.caveats(date(2026, 12, 30), date(2027, 1, 5))

    assert "2027" in caveat
    assert "chưa có thông báo chính thức" in caveat


def test_years_without_a_file_are_named_in_one_sentence() -> None:
    (one,) = CALENDAR.caveats(date(2028, 1, 1), date(2028, 12, 31))
    (several,) = CALENDAR.caveats(date(2028, 1, 1), date(2031, 1, 1))

    assert "tệp ngày nghỉ năm 2028" in one
    assert "các năm 2028 đến 2031" in several


@pytest.mark.parametrize(("first", "last"), [((2026, 11, 20), (2026, 11, 23)), ((2026, 11, 28), (2026, 11, 30))])
def test_an_open_proposal_warns_where_either_of_its_days_is_looked_at(
    first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    (caveat,) = CALENDAR.caveats(date(*first), date(*last))

    assert "nghỉ thứ Hai 23/11/2026, làm bù thứ Bảy 28/11/2026" in caveat


def test_a_proposal_is_settled_once_the_calendar_names_its_day_off() -> None:
    settled = CALENDAR.corrected([correction(SWAP.off, is_off=True, document="Công văn 1/VPCP")])

    assert settled.caveats(date(2026, 11, 20), date(2026, 11, 30)) == ()


def test_a_reckoned_day_says_that_it_is_only_reckoned() -> None:
    assert NamedDay(date(2027, 2, 4), "holiday", "Tết Âm lịch", "Đ112.1b", "computed").reason == "Tết Âm lịch (dự kiến)"


def test_every_kind_of_day_has_its_vietnamese_name() -> None:
    assert len(set(KIND_LABELS.values())) == len(KIND_LABELS)
    assert KIND_LABELS["swapped"] == "nghỉ hoán đổi"


def test_a_day_is_written_with_its_weekday() -> None:
    assert written(date(2026, 2, 1)) == "Chủ nhật 01/02/2026"
    assert written(date(2026, 2, 23)) == "thứ Hai 23/02/2026"


@settings(max_examples=60)
@given(
    entries=st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.booleans()), max_size=40),
    day=st.dates(date(2026, 1, 1), date(2026, 3, 1)),
)
def test_the_last_word_on_a_day_decides_whatever_came_before(entries: list[tuple[date, bool]], day: date) -> None:
    corrected = CALENDAR.corrected(correction(on, is_off=is_off) for on, is_off in entries)
    said = [is_off for on, is_off in entries if on == day]

    assert corrected.is_working(day) is (not said[-1] if said else CALENDAR.is_working(day))
    assert corrected.is_working(corrected.last_working(day))
    assert corrected.is_working(corrected.next_working(day))
    assert corrected.last_working(day) <= day <= corrected.next_working(day)


RECKONED = NamedDay(date(2027, 2, 4), "holiday", "Tết Âm lịch", "Đ112.1b", "computed")
YEAR_AHEAD = Calendar.of([HolidayYear(2027, False, (RECKONED,))])


def test_a_day_the_unit_confirms_keeps_its_kind_and_one_it_changes_is_its_own() -> None:
    confirmed = YEAR_AHEAD.corrected([correction(RECKONED.on, is_off=True, document="Thông báo 1")]).days[RECKONED.on]
    changed = YEAR_AHEAD.corrected([correction(RECKONED.on, is_off=False)]).days[RECKONED.on]

    assert (confirmed.kind, confirmed.source, confirmed.cite) == ("holiday", "unit", "Thông báo 1")
    assert (changed.kind, changed.kind_words) == ("worked", "ngày làm việc, lịch chung ghi nghỉ")


def test_a_year_is_announced_once_documents_stand_for_all_that_was_reckoned() -> None:
    without = YEAR_AHEAD.corrected([correction(RECKONED.on, is_off=True)])
    settled = YEAR_AHEAD.corrected([correction(RECKONED.on, is_off=False, document="Thông báo 1")])

    assert without.announced[2027] is False
    assert settled.announced[2027] is True
    assert settled.caveats(date(2027, 1, 1), date(2027, 12, 31)) == ()


def test_the_named_days_of_a_year_come_in_order() -> None:
    assert [day.on for day in CALENDAR.of_year(2026)] == sorted(day for day in CALENDAR.days if day.year == 2026)
