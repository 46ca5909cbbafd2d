"""Which rules bear on a mailbox, under each regulation."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import shipped_calendar
from govmail_desk.gui.rules.mailbox_rules import (
    counted_from,
    rules_of_kind,
    rules_of_mailbox,
    rules_of_state,
)
from govmail_desk.regulations import shipped

ON = date(2026, 11, 23)


def cites(rules):
    return [provision.cite for _, provision in rules]


@pytest.mark.parametrize(
    ("regulation_id", "unit", "personal"),
    [
        ("ninhbinh-2020", ["Đ8.1", "Đ8.1", "Đ8.2"], ["Đ10, Đ14.1", "Đ11.2", "Đ7.1"]),
        ("quan4-03-2013", ["Đ12.1", "Đ12.1", "Đ8.2a"], ["Đ8.2b, Đ11.8", "Đ8.3b", "Đ8.1a"]),
    ],
)
def test_the_rules_of_a_kind_are_those_of_its_articles(regulation_id, unit, personal) -> None:
    regulation = shipped.find(regulation_id)
    assert cites(rules_of_kind(regulation, "unit", ON)) == unit
    assert cites(rules_of_kind(regulation, "personal", ON)) == personal


def test_a_limit_is_counted_from_the_event_as_its_article_says() -> None:
    rule = next(rule for rule in rules_of_state(shipped.find("ninhbinh-2020"), "closed", ON) if "unit" in rule[0].name)
    counting = counted_from(date(2026, 11, 10), rule, shipped_calendar())
    assert counting.due_on == date(2026, 11, 16)


def test_what_does_not_run_from_the_event_or_has_no_day_is_not_counted() -> None:
    regulation = shipped.find("ninhbinh-2020")
    inactivity, notice = rules_of_state(regulation, "suspended", ON)
    assert counted_from(ON, inactivity, shipped_calendar()) is None
    assert counted_from(None, notice, shipped_calendar()) is None


def test_a_mailbox_in_use_has_the_rules_of_its_state_and_kind_each_once() -> None:
    rules = rules_of_mailbox(shipped.find("ninhbinh-2020"), "personal", "locked", ON)
    assert [key.name for key, _ in rules] == ["inactivity.lock", "check.personal", "password.rotation.user"]


@pytest.mark.parametrize("state", ["proposed", "requested", "closed"])
def test_a_mailbox_not_in_use_has_no_rules_of_daily_use(state) -> None:
    rules = rules_of_mailbox(shipped.find("ninhbinh-2020"), "personal", state, ON)
    assert not {key.name for key, _ in rules} & {"check.personal", "password.rotation.user", "inactivity.lock"}


@pytest.mark.parametrize("regulation_id", shipped.ids())
@pytest.mark.parametrize("state", ["proposed", "requested", "active", "locked", "suspended", "closed"])
def test_no_rule_is_made_up_where_a_regulation_is_silent(regulation_id, state) -> None:
    rules = rules_of_state(shipped.find(regulation_id), state, ON)
    assert all((provision.cite is None) == (provision.source == "suggested") for _, provision in rules)


@pytest.mark.parametrize(("kind", "cite"), [("personal", "Đ11.2"), ("unit", None)])
def test_a_proposed_mailbox_is_told_the_way_its_own_kind_is_asked_for(kind, cite):
    rules = rules_of_mailbox(shipped.find("camau-24-2018"), kind, "proposed", ON)
    assert [provision.cite for key, provision in rules if key.name.startswith("request.channel")] == [cite]


def test_the_limits_of_ending_a_persons_mailbox_are_not_told_of_a_units_own():
    regulation = shipped.find("ninhbinh-2020")
    told = {
        kind: {
            rule.cite
            for key, rule in rules_of_mailbox(regulation, kind, "closed", date(2026, 11, 23))
            if "limit" in key.name
        }
        for kind in ("personal", "unit")
    }
    assert told == {"personal": {"Đ7.2"}, "unit": set()}


def test_the_wait_after_a_missed_first_login_is_counted_as_a_wait_over_a_holiday():
    wait = next(
        rule for rule in rules_of_state(shipped.find("quan4-03-2013"), "locked", ON) if "reopen" in rule[0].name
    )
    counting = counted_from(date(2025, 12, 27), wait, shipped_calendar())
    assert (counting.rule, counting.act_by) == ("after", date(2026, 1, 5))
