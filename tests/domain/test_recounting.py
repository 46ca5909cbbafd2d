"""Kept due dates counted again: what moves by a calendar, and what stays whatever it says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.limits import stated
from govmail_desk.domain.office_calendar import Calendar
from govmail_desk.domain.provision import FixedDate, Parties, Period, Provision, ReportDuty
from govmail_desk.domain.recounting import Recount, counted_again
from govmail_desk.domain.settings import CalendarDay, RegulationText
from govmail_desk.regulations import shipped

PLAIN = Calendar()
MONDAY, FRIDAY, NEXT_MONDAY = date(2026, 11, 23), date(2026, 11, 27), date(2026, 11, 30)


def off(*days, is_off=True):
    return PLAIN.corrected(CalendarDay(on_date=day, is_off=is_off, why="Nghỉ bão") for day in days)


def rule(count, unit, when_off="moves", key="request.limit.unit.close"):
    return Provision(key, Period(count, unit), None, "", "unit", when_off=when_off)


def again(provision, due_on, calendar, started_on=MONDAY):
    found = counted_again(provision, started_on=started_on, due_on=due_on, calendar=calendar)
    return (found.due_on, found.act_by) if found else None


def test_working_days_move_by_a_day_off_among_them():
    assert again(rule(4, "working-day"), FRIDAY, off(date(2026, 11, 25))) == (NEXT_MONDAY, NEXT_MONDAY)


def test_a_last_day_that_becomes_off_gives_way_and_comes_back_with_the_day():
    assert again(rule(4, "day"), FRIDAY, off(FRIDAY)) == (NEXT_MONDAY, NEXT_MONDAY)
    assert again(rule(4, "day"), NEXT_MONDAY, PLAIN) == (FRIDAY, FRIDAY)


def test_a_last_day_that_stays_only_changes_the_day_to_act():
    assert again(rule(4, "day", "stays"), FRIDAY, off(FRIDAY)) == (FRIDAY, date(2026, 11, 26))


def test_the_day_of_a_report_never_moves():
    duty = ReportDuty(every="year", by="đơn vị", content="", due=FixedDate(27, 11))
    assert again(Provision("report.unit", duty, "Đ9", ""), FRIDAY, off(FRIDAY)) == (FRIDAY, date(2026, 11, 26))


@pytest.mark.parametrize(
    "provision", [None, Provision("handover.parties", Parties("head", "thủ trưởng cũ", "thủ trưởng mới"), "Đ7", "")]
)
def test_what_no_rule_says_any_more_or_names_no_day_stays(provision):
    assert again(provision, FRIDAY, off(FRIDAY)) is None


@pytest.mark.parametrize(
    ("provision", "due_on"),
    [
        (rule(3, "month", "stays"), date(2027, 5, 23)),
        (rule(5, "day", "moves"), FRIDAY),
        (rule(5, "working-day"), FRIDAY),
        (rule(5, "day", key="password.reopen.after"), FRIDAY),
    ],
)
def test_what_no_calendar_leads_to_was_counted_by_another_length_and_stays(provision, due_on):
    assert again(provision, due_on, PLAIN) is None


def test_only_what_differs_from_the_days_kept_is_said_to_move():
    regulation = shipped.find("ninhbinh-2020")
    recount = Recount(lambda _day: regulation, off(date(2026, 11, 25)), texts=[], choices=[])
    kept = ("request.limit.operator.create", "2026-11-23")
    assert recount.moved(*kept, "2026-11-30", "2026-11-30") is not None
    moved = recount.moved(*kept, "2026-11-26", "2026-11-26")
    assert moved is recount.moved(*kept, "2026-11-26", "2026-11-26"), "what many rows share is counted once"
    assert recount.moved(*kept, moved.due_on.isoformat(), moved.act_by.isoformat()) is None
    assert recount.moved("no.such.rule", "2026-11-23", "2026-11-26", "2026-11-26") is None


KEPT = ("request.limit.operator.create", "2026-11-23", "2026-11-26", "2026-11-26")


def in_use(text_id, from_on):
    return RegulationText(id=text_id, regulation_id="ninhbinh-2020", toml="", sha256="", from_on=from_on)


@pytest.mark.parametrize(
    ("texts", "moves"),
    [
        ([in_use(3, date(2026, 1, 1))], True),
        ([in_use(3, date(2026, 1, 1)), in_use(9, date(2026, 12, 1))], True),
        ([in_use(3, date(2026, 1, 1)), in_use(9, date(2026, 11, 1))], False),
        ([in_use(3, date(2026, 12, 1)), in_use(9, date(2026, 12, 2))], True),
    ],
)
def test_what_was_begun_before_its_rule_was_written_for_that_day_stays(texts, moves):
    regulation = shipped.find("ninhbinh-2020")
    recount = Recount(lambda _day: regulation, off(date(2026, 11, 25)), texts=texts, choices=[])
    assert (5 in recount.moving([(5, *KEPT)])) is moves


RULES = st.builds(
    rule,
    st.integers(1, 30),
    st.sampled_from(["day", "working-day", "month"]),
    st.sampled_from(["moves", "stays", None]),
)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(provision=RULES, started_on=DAYS, days_off=st.lists(st.dates(MONDAY, MONDAY + timedelta(days=90)), max_size=20))
@settings(max_examples=100)
def test_by_an_unchanged_calendar_every_limit_is_again_what_it_was(provision, started_on, days_off):
    calendar = off(*days_off)
    kept = stated(provision, started_on, calendar)
    assert again(provision, kept.due_on, calendar, started_on) == (kept.due_on, kept.act_by)


@given(
    provision=RULES,
    started_on=DAYS,
    before=st.lists(DAYS, max_size=20),
    after=st.lists(DAYS, max_size=20),
)
@settings(max_examples=100)
def test_what_one_calendar_led_to_another_counts_as_if_it_had_always_been(provision, started_on, before, after):
    kept = stated(provision, started_on, off(*before))
    fresh = stated(provision, started_on, off(*after))
    assert again(provision, kept.due_on, off(*after), started_on) == (fresh.due_on, fresh.act_by)
