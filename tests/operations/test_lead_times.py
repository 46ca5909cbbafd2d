"""The unit's own lead times: from a day on, in place of what we suggest, and nothing else changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import dues, lead_times
from govmail_desk.operations.lead_times import set_lead_time
from govmail_desk.regulations.reminders import lead_days
from tests.desks import NOW, founded

TODAY = NOW.date()
RULE = "report.unit"
ACT_BY = date(2026, 12, 14)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def in_force(desk, day=TODAY):
    with desk.reading() as connection:
        return lead_times.in_force(connection, day)[RULE]


def test_until_the_unit_chooses_ours_holds(desk):
    assert in_force(desk) == lead_days(RULE) > 0


def test_a_lead_time_holds_from_its_day_on_and_the_later_made_of_one_day_counts(desk):
    set_lead_time(desk, rule=RULE, day_count=3, from_on=TODAY)
    changes = set_lead_time(desk, rule=RULE, day_count=5, from_on=TODAY)
    assert changes.sentence == "Nhắc trước 5 ngày: Gửi báo cáo của đơn vị"
    assert (in_force(desk), in_force(desk, TODAY - timedelta(days=1))) == (5, lead_days(RULE))


def test_what_is_due_is_reminded_of_from_its_lead_time_on(desk):
    set_lead_time(desk, rule=RULE, day_count=5, from_on=TODAY)
    shown = [day for day in range(30) if dues.reminded(desk, on=TODAY + timedelta(days=day))]
    assert TODAY + timedelta(days=shown[0]) == ACT_BY - timedelta(days=5)
    assert shown == list(range(shown[0], 30))


def test_nothing_is_shown_ahead_where_the_unit_wants_none(desk):
    set_lead_time(desk, rule=RULE, day_count=0, from_on=TODAY)
    assert dues.reminded(desk, on=ACT_BY - timedelta(days=1)) == []
    assert len(dues.reminded(desk, on=ACT_BY)) == 1


@pytest.mark.parametrize(
    ("rule", "days", "said"), [("quota.gb", 3, "Không có việc nào"), (RULE, -1, "0 đến"), (RULE, 367, "0 đến")]
)
def test_what_makes_no_sense_is_refused(desk, rule, days, said):
    with pytest.raises(RuleBroken, match=said):
        set_lead_time(desk, rule=rule, day_count=days, from_on=TODAY)
