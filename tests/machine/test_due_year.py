"""A year of a unit under a clock that jumps ten times: every due date comes into sight once, on its day, and stays till done."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from govmail_desk.listings import dues
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.unit_duties import record_report
from govmail_desk.regulations.reminders import lead_days
from tests.desks import NOW, founded
from tests.mailboxes import issued

FIRST = NOW.date()
DAYS = 365
JUMPS = 10


def walked(chance):
    """The days a machine is on: one after the other, with ten jumps ahead (leave, sleep) or back (a clock set wrong and right again)."""
    jumps = set(chance.sample(range(20, DAYS - 20), JUMPS))
    day = 0
    while day < DAYS:
        yield day, FIRST + timedelta(days=day)
        if day in jumps:
            jumps.discard(day)
            day = max(0, day + chance.choice([-9, -4, 5, 12]))
        else:
            day += 1


@pytest.fixture(params=["quan4-03-2013", "ninhbinh-2020"])
def desk(tmp_path, request):
    with founded(tmp_path, request.param) as open_desk:
        yield open_desk


def live_a_day(desk, chance, boxes):
    """Do what a day brings: now and then a password is changed, a mailbox used, the report sent when it is in sight."""
    for mailbox_id in boxes:
        if chance.random() < 0.02:
            kind = chance.choice(["password-changed", "used", "cleaned"])
            record_act(desk, mailbox_ids=[mailbox_id], kind=kind, on=desk.today())
    if chance.random() < 0.3 and any(row.rule == "report.unit" for row in dues.reminded(desk)):
        record_report(desk, on=desk.today())


def test_every_due_date_comes_into_sight_once_on_its_day_and_stays_until_done(desk):
    chance = random.Random(desk.regulation().id)
    boxes = [issued(desk, name, state="proposed") for name in ("Lê An", "Trần Bình", "Đỗ Chi")]
    record_issue(desk, mailbox_ids=boxes, on=FIRST)
    latest, before, entered = -1, set(), Counter()
    for number, day in walked(chance):
        desk.clock = lambda day=day: datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC)
        open_rows = {row.id: row for row in dues.every(desk)}
        in_sight = {row.id for row in dues.reminded(desk)}
        assert in_sight == {one for one, row in open_rows.items() if shown_from(row) <= day}
        if number > latest:
            entered.update(in_sight - before)
            latest, before = number, in_sight
            live_a_day(desk, chance, boxes)
    assert len(entered) > len(boxes)
    assert set(entered.values()) == {1}


def shown_from(row) -> date:
    return row.act_by - timedelta(days=lead_days(row.rule))
