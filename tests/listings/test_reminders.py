"""What the desk would remind of: due lines in sight and missing checks, each with a key that lasts; told once over simulated days."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from govmail_desk.domain.digest import news, remember
from govmail_desk.listings.reminders import standing
from govmail_desk.listings.today import today
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.snoozes import snooze
from tests.desks import NOW, founded
from tests.listings.test_due_groups import fall_due
from tests.mailboxes import issued

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def told_of(desk):
    return [one for one in standing(desk) if one.title == "Đổi mật khẩu định kỳ"]


def test_a_line_alone_leads_to_its_mailbox_and_many_lead_to_today(desk):
    boxes = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")]
    fall_due(desk, ids=boxes[:1], act_by=TODAY - timedelta(days=2))
    fall_due(desk, ids=boxes[1:])
    alone, many = told_of(desk)
    assert (alone.state, alone.page, alone.item_id) == ("overdue", "mailboxes", boxes[0])
    assert (many.state, many.page, many.item_id, many.detail, many.count) == ("today", "today", None, "2 hộp thư", 2)


def test_what_was_put_off_or_must_be_waited_out_is_not_reminded_of(desk):
    boxes = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan")]
    (due,) = fall_due(desk, ids=boxes[:1])
    fall_due(desk, ids=boxes[1:], rule="password.reopen_after", act_by=TODAY + timedelta(days=2))
    snooze(desk, due_ids=[due.id], reason="Đi công tác")
    assert told_of(desk) == []


def test_another_mailbox_of_the_same_day_is_news(desk):
    boxes = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan")]
    fall_due(desk, ids=boxes[:1])
    told = remember({}, standing(desk), TODAY)
    assert news(told_of(desk), told) == []
    fall_due(desk, ids=boxes[1:])
    (again,) = news(told_of(desk), told)
    assert again.detail == "2 hộp thư"
    record_act(desk, kind="password-changed", mailbox_ids=boxes[1:], on=TODAY)
    assert news(told_of(desk), remember(told, [again], TODAY)) == []


def test_a_check_missing_is_told_by_half_day_once_its_time_has_come(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        desk.clock = lambda: datetime(2026, 11, 26, 16, 0, tzinfo=UTC)  # the register is known since Monday
        checks = [one for one in standing(desk) if one.page == "checks"]
    assert [one.detail.partition(":")[0] for one in checks] == ["Sáng", "Chiều"]
    assert len({one.key for one in checks}) == 2


def test_in_a_year_of_days_with_ten_jumps_of_the_clock_each_reminder_is_told_once(desk):
    boxes = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")]
    for number, box in enumerate(boxes * 8):
        fall_due(desk, ids=[box], act_by=TODAY + timedelta(days=5 + 13 * number))
    chance = random.Random(2026)
    jumps = {chance.randrange(365): chance.randint(-30, 30) for _ in range(10)}
    told, said, ahead = {}, [], 0
    for number in range(365):
        ahead += jumps.get(number, 0)
        desk.clock = lambda days=number + ahead: NOW + timedelta(days=days)
        fresh = [one for one in news(standing(desk), told) if one.page != "checks"]
        told = remember(told, fresh, desk.today())
        said += [one.key for one in fresh]
    assert len(said) == len(set(said))
    rotations = {key.partition("|")[0] for key in said if "password.rotation.user" in key}
    assert len(rotations) == 24


def test_what_was_put_off_is_news_again_when_its_day_has_come(desk):
    boxes = [issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan")]
    fall_due(desk, ids=boxes[:1], act_by=TODAY - timedelta(days=2))
    told = remember({}, standing(desk), TODAY)
    (row,) = [row for row in today(desk).rows if row.rule == "password.rotation.user"]
    snooze(desk, due_ids=[row.due_id], reason="Đi công tác", until_on=TODAY + timedelta(days=3))
    assert told_of(desk) == []
    desk.clock = lambda: NOW + timedelta(days=3)
    assert news(told_of(desk), told) == told_of(desk) != []
