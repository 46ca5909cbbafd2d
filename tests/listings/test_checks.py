"""The month's grid of checks and what is missing in it, from real registers under the five regulations."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from govmail_desk.desk import Desk
from govmail_desk.domain.check import SLOTS
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import CalendarDay
from govmail_desk.listings import checks
from govmail_desk.operations.checks import mark_reported, record_check
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.settings import adopt_regulation
from govmail_desk.paths import regulations
from tests.desks import founded, own_unit_id
from tests.mailboxes import issued, issued_to_unit
from tests.office import at, with_hours

FOUNDED = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
"""The Tuesday before it is a holiday."""
FRIDAY = date(2026, 11, 27)


def own_mailbox_id(desk: Desk) -> int:
    """The mailbox of the unit itself, issued on the day the register was founded."""
    return checks.month(desk, month=FOUNDED, unit_id=own_unit_id(desk)).mailboxes[0].id


@pytest.fixture
def desk(tmp_path):
    desk = with_hours(founded(tmp_path, "khanhhoa-dagt-2021"))
    yield desk
    desk.close()


def grid(log: checks.CheckLog) -> dict[tuple[int, str], str]:
    """Write the first mailbox's month as its duties by day and half."""
    return {
        (day.on.day, slot): cell.duty for day in log.days for slot, cell in log.cells(log.mailboxes[0], day).items()
    }


def test_nothing_is_asked_of_days_before_the_register_knew_the_mailbox(desk) -> None:
    at(desk, FRIDAY, 18)
    found = grid(checks.month(desk, month=FRIDAY))
    assert {found[day, "morning"] for day in (2, 20, 23)} == {"out"}
    assert found[25, "morning"] == found[27, "afternoon"] == "missing"
    assert found[28, "morning"] == "off"
    assert found[30, "morning"] == "ahead"


def test_a_day_off_of_the_unit_and_the_weekly_rest_ask_for_nothing_but_keep_their_looks(desk) -> None:
    mailbox_id = own_mailbox_id(desk)
    with desk.transaction("correct_calendar", "Sửa lịch") as act:
        act.transaction.put(CalendarDay(on_date=WEDNESDAY, is_off=True, why="Ngày truyền thống của đơn vị"))
    at(desk, FRIDAY, 18)
    record_check(desk, mailbox_ids=[mailbox_id], on=WEDNESDAY, slot="morning")
    found = grid(checks.month(desk, month=FRIDAY))
    assert (found[25, "morning"], found[25, "afternoon"]) == ("done", "off")


def test_the_halves_of_today_are_open_then_missing_as_the_hours_pass(desk) -> None:
    at(desk, WEDNESDAY, 9)
    (wanted,) = checks.wanted(desk)
    assert (wanted.slot, wanted.duty, f"{wanted.until:%H:%M}", wanted.rule.cite) == ("morning", "open", "11:30", "Đ6")
    assert checks.missing(desk) == []
    at(desk, WEDNESDAY, 14)
    assert [(one.slot, one.duty) for one in checks.wanted(desk)] == [("morning", "missing"), ("afternoon", "open")]


def test_in_quan_4_a_half_day_is_missing_as_soon_as_it_begins(tmp_path) -> None:
    desk = with_hours(founded(tmp_path, "quan4-03-2013"))
    at(desk, WEDNESDAY, 7, 29)
    assert checks.wanted(desk) == []
    at(desk, WEDNESDAY, 7, 31)
    assert [one.slot for one in checks.missing(desk)] == ["morning"]
    desk.close()


@pytest.mark.parametrize("regulation_id", ["ninhbinh-2020", "camau-24-2018"])
def test_where_the_article_says_daily_a_look_in_either_half_will_do(tmp_path, regulation_id) -> None:
    desk = with_hours(founded(tmp_path, regulation_id))
    mailbox_id = own_mailbox_id(desk)
    at(desk, WEDNESDAY, 18)
    assert [(one.slot, one.duty) for one in checks.missing(desk)] == [(None, "missing")]
    at(desk, FRIDAY, 14)
    record_check(desk, mailbox_ids=[mailbox_id], on=FRIDAY, slot="afternoon")
    at(desk, FRIDAY, 18)
    assert checks.missing(desk) == []
    desk.close()


def test_where_the_article_gives_no_number_nothing_is_ever_missing(tmp_path) -> None:
    desk = with_hours(founded(tmp_path, "soctrang-59-2024"))
    at(desk, FRIDAY, 18)
    log = checks.month(desk, month=FRIDAY)
    assert set(grid(log).values()) == {"free", "off", "out"}
    assert checks.missing(desk, on=WEDNESDAY) == []
    desk.close()


def test_the_rule_of_each_day_is_that_of_the_regulation_then_in_use(desk) -> None:
    toml = (regulations() / "soctrang-59-2024.toml").read_text(encoding="utf-8")
    adopt_regulation(desk, toml=toml, name="soctrang-59-2024.toml", from_on=FRIDAY)
    at(desk, FRIDAY, 18)
    found = grid(checks.month(desk, month=FRIDAY))
    assert (found[26, "morning"], found[27, "morning"]) == ("missing", "free")


def test_a_mailbox_that_was_locked_is_asked_for_nothing_from_that_day_on(desk) -> None:
    mailbox_id = own_mailbox_id(desk)
    at(desk, FRIDAY, 18)
    record_state(desk, mailbox_id=mailbox_id, state="locked", on=date(2026, 11, 26))
    found = grid(checks.month(desk, month=FRIDAY))
    assert [found[day, "morning"] for day in (25, 26, 27)] == ["missing", "out", "out"]


def test_the_holders_own_mailboxes_are_shown_on_choice_and_never_nagged_about(desk) -> None:
    mailbox_id = issued(desk, "Nguyễn Văn An")
    at(desk, WEDNESDAY, 18)
    assert mailbox_id not in {wanted.mailbox_id for wanted in checks.wanted(desk)}
    log = checks.month(desk, month=WEDNESDAY, kind="personal")
    assert log.mailboxes[0].holder == "Nguyễn Văn An"
    assert grid(log)[25, "morning"] == "missing"


def test_a_grid_of_one_unit_holds_its_mailboxes_only(desk) -> None:
    issued_to_unit(desk, "Phòng Kế hoạch")
    wanted = issued_to_unit(desk, "Phòng Kỹ thuật")
    every = checks.month(desk, month=WEDNESDAY).mailboxes
    assert [row.unit_name for row in every][1:] == ["Phòng Kế hoạch", "Phòng Kỹ thuật"]
    (unit_id,) = [row.unit_id for row in every if row.id == wanted]
    assert [row.id for row in checks.month(desk, month=WEDNESDAY, unit_id=unit_id).mailboxes] == [wanted]


def test_a_closed_mailbox_stays_in_the_months_it_was_used_in(desk) -> None:
    closed = issued_to_unit(desk, "Phòng Kế hoạch", state="closed")
    assert closed in {row.id for row in checks.month(desk, month=date(2026, 11, 1)).mailboxes}
    assert closed not in {row.id for row in checks.month(desk, month=date(2026, 12, 1)).mailboxes}


def test_what_was_reported_later_shows_at_its_look(desk) -> None:
    mailbox_id = own_mailbox_id(desk)
    at(desk, WEDNESDAY, 9)
    changes = record_check(desk, mailbox_ids=[mailbox_id], on=WEDNESDAY, slot="morning", mail_count=0)
    log = checks.month(desk, month=WEDNESDAY)
    (look,) = log.all_looks(log.mailboxes[0])
    assert (look.mail_count, look.is_reported, look.is_late) == (0, False, False)
    mark_reported(desk, check_ids=list(changes.ids["check"]))
    log = checks.month(desk, month=WEDNESDAY)
    assert log.all_looks(log.mailboxes[0])[0].is_reported


def test_the_register_is_asked_equally_often_for_one_mailbox_and_for_forty(desk) -> None:
    asked: list[str] = []
    issued_to_unit(desk, "Phòng Kế hoạch")
    event.listen(desk.engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    checks.month(desk, month=WEDNESDAY)
    few_count = len(asked)
    for number in range(40):
        issued_to_unit(desk, f"Phòng {number}")
    asked.clear()
    checks.month(desk, month=WEDNESDAY)
    assert len(asked) == few_count


ENTRIES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 23), st.integers(0, 59), st.integers(0, 5), st.sampled_from(SLOTS)),
    max_size=8,
)


def test_no_look_appears_that_nobody_entered_and_late_is_what_was_entered_after_its_half_day(tmp_path) -> None:
    desk = with_hours(founded(tmp_path, "khanhhoa-dagt-2021"))
    mailbox_id = issued_to_unit(desk, "Phòng Kế hoạch")
    entered: dict[tuple[date, str], bool] = {}  # the very same look again is no second one

    @given(entries=ENTRIES)
    def hold(entries) -> None:
        for day_offset, hour, minute, back, slot in entries:
            now = FOUNDED + timedelta(days=day_offset)
            on = now - timedelta(days=back)
            at(desk, now, hour, minute)
            ends = (11, 30) if slot == "morning" else (17, 0)
            try:
                record_check(desk, mailbox_ids=[mailbox_id], on=on, slot=slot)
            except RuleBroken:
                assert on == now
                assert (hour, minute) < ((7, 30) if slot == "morning" else (13, 30))
            else:
                entered.setdefault((on, slot), back > 0 or (hour, minute) > ends)
        log = checks.span(desk, first=FOUNDED - timedelta(days=6), last=FOUNDED + timedelta(days=10))
        shown = [
            (day.on, slot, look.is_late)
            for day in log.days
            for slot, cell in log.cells(log.mailboxes[1], day).items()
            for look in cell.looks
        ]
        assert sorted(shown) == sorted((*key, is_late) for key, is_late in entered.items())

    hold()
    desk.close()
