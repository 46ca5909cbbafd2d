"""When the desk speaks up: each reminder once, one notice after any gap, silence in quiet hours."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.digest import Notice, QuietHours, Reminder, key_of, news, notice_of, remember

TODAY = date(2026, 11, 23)


def reminder(rule="password.rotation.user", day=TODAY, state="today", last_id=7, alone=None):
    return Reminder(
        key=key_of(rule, day, state, alone),
        day=day,
        state=state,
        title="Đổi mật khẩu định kỳ",
        detail="3 hộp thư",
        last_id=last_id,
    )


def test_a_reminder_is_told_once():
    fresh = news([reminder()], {})
    assert fresh == [reminder()]
    assert news([reminder()], remember({}, fresh, TODAY)) == []


def test_the_same_work_is_told_again_once_it_is_overdue():
    told = remember({}, [reminder(state="today")], TODAY)
    assert news([reminder(state="overdue")], told) == [reminder(state="overdue")]


def test_a_mailbox_that_joins_is_news_and_one_that_is_done_is_not():
    told = remember({}, [reminder(last_id=7)], TODAY)
    assert news([reminder(last_id=5)], told) == []
    assert news([reminder(last_id=9)], told) == [reminder(last_id=9)]


def test_one_reminder_says_itself_and_leads_to_its_place():
    alone = Reminder("k", TODAY, "overdue", "Đơn vị chưa trả lời", "Đề nghị số 125", 3, "requests", 12)
    assert notice_of([alone]) == Notice("Đơn vị chưa trả lời (quá hạn)", "Đề nghị số 125", "requests", 12)


def test_several_make_one_digest_that_names_the_first_and_counts_the_rest():
    fresh = [reminder(last_id=n, alone=n, state="overdue" if n < 3 else "today") for n in range(1, 6)]
    said = notice_of(fresh)
    assert said.title == "2 việc quá hạn, 3 việc hôm nay"
    assert said.text.splitlines() == ["Đổi mật khẩu định kỳ: 3 hộp thư"] * 3 + ["… và 2 việc khác"]
    assert said.page == "today"


def test_a_line_for_several_mailboxes_counts_as_many():
    lines = [replace(reminder(last_id=n, alone=n, state="overdue"), count=n) for n in range(1, 6)]
    said = notice_of(lines)
    assert said.title == "15 việc quá hạn"
    assert said.text.splitlines()[-1] == "… và 9 việc khác"


def test_nothing_new_says_nothing():
    assert notice_of([]) is None


@pytest.mark.parametrize(
    ("begin", "end", "now", "is_quiet"),
    [
        (time(18), time(7), time(22), True),
        (time(18), time(7), time(6, 59), True),
        (time(18), time(7), time(7), False),
        (time(18), time(7), time(17, 59), False),
        (time(11, 30), time(13), time(12), True),
        (time(11, 30), time(13), time(13), False),
        (time(0), time(0), time(3), False),
    ],
)
def test_quiet_hours_may_pass_midnight(begin, end, now, is_quiet):
    assert QuietHours(begin, end).hold_at(now) is is_quiet


def test_what_is_long_past_is_forgotten_and_so_is_what_cannot_be_read():
    told = {key_of("x", date(2020, 1, 1), "today"): 3, "hỏng": 4, key_of("x", TODAY, "today"): 5}
    assert list(remember(told, [], TODAY)) == [key_of("x", TODAY, "today")]


DUES = [(TODAY + timedelta(days=offset), number) for number, offset in enumerate(range(3, 360, 7), start=1)]


def standing(today):
    """What stands on the desk on a day: each from a week ahead on, until the end of time."""
    for day, number in DUES:
        if day - timedelta(days=7) <= today:
            state = "overdue" if day < today else "today" if day == today else "upcoming"
            yield reminder(day=day, state=state, last_id=number, alone=number)


@given(st.integers(0, 10_000))
def test_in_a_year_with_ten_jumps_of_the_clock_each_reminder_is_told_exactly_once(seed):
    chance = random.Random(seed)
    jumps = {chance.randrange(365): chance.randint(-40, 40) for _ in range(10)}
    told, said, ahead = {}, [], 0
    for number in range(365):
        ahead += jumps.get(number, 0)
        today = TODAY + timedelta(days=number + ahead)
        fresh = news(standing(today), told)
        said += [one.key for one in fresh]
        told = remember(told, fresh, today)
    assert len(said) == len(set(said))
    last = {one.key for one in standing(TODAY + timedelta(days=364 + ahead))}
    assert last <= set(said)
