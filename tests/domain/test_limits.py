"""A rule's limit counted out: one way for every room that shows or keeps it."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.limits import WAITS, counted
from govmail_desk.domain.provision import Period, Provision
from govmail_desk.domain.regulation import INACTIVITY_NOTICE, PASSWORD_REOPEN_AFTER
from govmail_desk.regulations import shipped

CALENDAR = shipped_calendar()


def rule(regulation_id, key, on):
    return shipped.find(regulation_id).find(key, on)


def test_quan_4_lets_nobody_ask_for_reopening_before_five_days_have_run():
    wait = rule("quan4-03-2013", PASSWORD_REOPEN_AFTER, date(2025, 12, 27))

    run = counted(wait, date(2025, 12, 27), CALENDAR)

    assert (run.rule, run.due_on, run.act_by) == ("after", date(2026, 1, 1), date(2026, 1, 5))


def test_the_wait_of_quan_4_goes_on_over_a_holiday_and_is_asked_for_after_it():
    wait = rule("quan4-03-2013", PASSWORD_REOPEN_AFTER, date(2026, 4, 24))

    run = counted(wait, date(2026, 4, 24), CALENDAR)

    assert (run.due_on, run.lapsed_on, run.act_by) == (date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 4))
    assert not any("chậm nhất" in step for step in run.steps)


def test_a_limit_that_is_no_wait_is_acted_on_within_its_days():
    notice = rule("ninhbinh-2020", INACTIVITY_NOTICE, date(2026, 11, 2))

    run = counted(notice, date(2026, 11, 2), CALENDAR)

    assert (run.rule, run.act_by) == ("within", run.due_on)


@pytest.mark.parametrize(
    ("when_off", "due_on"), [("moves", date(2026, 5, 4)), ("stays", date(2026, 5, 2)), (None, date(2026, 5, 2))]
)
def test_a_last_day_off_does_what_the_rule_says_and_stays_where_it_says_nothing(when_off, due_on):
    days = Provision("request.limit.unit.close", Period(5, "day"), None, "", "unit", when_off=when_off)

    assert counted(days, date(2026, 4, 27), CALENDAR).due_on == due_on


def test_every_wait_is_a_key_of_the_catalogue():
    assert {PASSWORD_REOPEN_AFTER.name} == WAITS
