"""Which lead time holds for each rule: the unit's own from its day on, else the one we suggest."""

from __future__ import annotations

from datetime import date, timedelta

from govmail_desk.domain.reminder import LeadTime
from govmail_desk.listings.lead_times import in_force, leads_on
from govmail_desk.operations.lead_times import set_lead_time
from govmail_desk.regulations.reminders import lead_days
from tests.desks import founded

DAY = date(2026, 11, 23)
ROTATION = "password.rotation.user"


def lead(rule, day_count, from_on=DAY, lead_id=1):
    return LeadTime(id=lead_id, rule=rule, day_count=day_count, from_on=from_on)


def test_without_a_choice_of_the_unit_ours_hold():
    leads = leads_on([], DAY)
    assert leads[ROTATION] == lead_days(ROTATION)
    assert leads["request.limit.operator.create"] == lead_days("request.limit.operator.create")


def test_the_units_own_holds_from_its_day_and_the_latest_wins():
    chosen = [lead(ROTATION, 21), lead(ROTATION, 3, lead_id=2), lead(ROTATION, 99, DAY + timedelta(days=1), 3)]
    assert leads_on(chosen, DAY)[ROTATION] == 3
    assert leads_on(chosen, DAY - timedelta(days=1))[ROTATION] == lead_days(ROTATION)


def test_one_chosen_for_a_shared_beginning_holds_for_all_that_begin_so():
    leads = leads_on([lead("request.limit.operator", 5), lead("request.limit.operator.close", 2)], DAY)
    assert (leads["request.limit.operator.create"], leads["request.limit.operator.close"]) == (5, 2)


def test_what_was_set_is_read_back_from_the_register(tmp_path):
    with founded(tmp_path) as desk:
        set_lead_time(desk, rule="request.limit.unit", day_count=4, from_on=desk.today())
        with desk.reading() as connection:
            assert in_force(connection, desk.today())["request.limit.unit.close"] == 4
