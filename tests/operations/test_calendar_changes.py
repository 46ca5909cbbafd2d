"""The calendar changed: what moves is seen first, written as one act, refused on an older register, and taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request import Request
from govmail_desk.listings import settings as listing
from govmail_desk.operations import journals
from govmail_desk.operations.calendar_changes import DayChange, change_calendar, plan_calendar, plan_update
from govmail_desk.operations.settings import choose_rule
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded, own_unit_id, say_of_day
from tests.operations.open_dues import MONDAY, put_due, sent_request

WEDNESDAY = date(2026, 11, 25)
FRIDAY, NEXT_MONDAY = date(2026, 11, 27), date(2026, 11, 30)
HEAD = "year = 2027\nannounced = {}\n"
DAY = '[[{}]]\non = {}\nwhy = "Tết Âm lịch"\ncite = "Thông báo 1/TB-BNV"\n'


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def kept(desk, kind=Due):
    with desk.reading() as connection:
        return Transaction(connection).find(kind)


def answer_due(desk):
    (due,) = (due for due in kept(desk) if due.subject_kind == "request")
    return due


def said(on, is_off, why="Nghỉ bão", document="Công điện 10"):
    return DayChange(on=on, is_off=is_off, why=why, document=document)


def written(folder: Path, *tables: str, announced: bool = True) -> Path:
    file = folder / "lịch nghỉ mới.toml"
    file.write_text(HEAD.format(str(announced).lower()) + "".join(tables), encoding="utf-8")
    return file


# days


def test_a_corrected_day_changes_the_calendar_and_can_be_corrected_again(desk):
    friday = date(2026, 12, 4)
    say_of_day(desk, friday, is_off=True, why="Thông báo 12/TB-UBND")
    assert not desk.calendar().is_working(friday)
    assert "Thông báo 12/TB-UBND" in desk.calendar().skipped(friday).why
    say_of_day(desk, friday, is_off=False, why="Thông báo 13/TB-UBND")
    assert desk.calendar().is_working(friday)
    assert [day.why for day in listing.calendar_days(desk)] == ["Thông báo 13/TB-UBND"]


def test_a_saturday_can_be_made_a_working_day(desk):
    say_of_day(desk, date(2026, 12, 5), is_off=False)
    assert desk.calendar().is_working(date(2026, 12, 5))


def test_a_day_given_back_stands_as_in_the_shipped_calendar(desk):
    holiday = date(2026, 11, 24)
    say_of_day(desk, holiday, is_off=False)
    say_of_day(desk, holiday, is_off=None, why="")
    assert listing.calendar_days(desk) == []
    assert desk.calendar().days[holiday].source == "official"
    journals.take_back(desk, journals.plan_take_back(desk))
    assert desk.calendar().is_working(holiday)
    assert journals.verify(desk) == []


def test_a_day_without_a_reason_is_refused_and_nothing_is_written(desk):
    plan = plan_calendar(desk, changes=[said(WEDNESDAY, True, why=" ")])
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="ghi lý do của ngày 25/11/2026"):
        change_calendar(desk, plan)
    assert desk.journal_head() == head


def test_what_the_calendar_says_already_is_no_change(desk):
    say_of_day(desk, WEDNESDAY, is_off=True, why="Nghỉ bão", document="Công điện 10")
    plan = plan_calendar(desk, changes=[said(WEDNESDAY, True), said(FRIDAY, None)])
    assert plan.is_empty
    assert change_calendar(desk, plan).is_empty


# due dates


def test_every_open_due_date_that_moves_is_seen_and_written_with_the_day_as_one_act(desk):
    request_id = sent_request(desk)
    plan = plan_calendar(desk, changes=[said(WEDNESDAY, True)])
    (move,) = plan.moves
    assert (move.before.due_on, move.after.due_on, move.after.act_by) == (FRIDAY, NEXT_MONDAY, NEXT_MONDAY)
    assert (move.rule.cite, move.before.subject_id) == ("Đ6.2", request_id)
    assert any("Nghỉ bão" in step for step in move.counting.steps)
    assert answer_due(desk).due_on == FRIDAY

    changes = change_calendar(desk, plan)

    assert changes.sentence == "Sửa lịch ngày 25/11/2026: nghỉ; 1 hạn tính lại"
    assert changes.tables == {"calendar_day", "due", "request"}
    due, (request,) = answer_due(desk), kept(desk, Request)
    assert (due.due_on, due.act_by, request.due_on) == (NEXT_MONDAY, NEXT_MONDAY, NEXT_MONDAY)
    assert request.state_on(date(2026, 11, 28)) == "sent"
    assert journals.verify(desk) == []


def test_taking_it_back_brings_the_days_and_the_due_dates_back(desk):
    sent_request(desk)
    before = kept(desk), kept(desk, Request)
    say_of_day(desk, WEDNESDAY, is_off=True)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert (kept(desk), kept(desk, Request)) == before
    assert listing.calendar_days(desk) == []


def test_a_plan_of_an_older_register_is_refused(desk):
    sent_request(desk)
    plan = plan_calendar(desk, changes=[said(WEDNESDAY, True)])
    added(desk, "Đỗ Thị Bích Ngọc")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        change_calendar(desk, plan)
    assert desk.journal_head() == head


def test_what_is_settled_stays_as_it_was(desk):
    sent_request(desk)
    with desk.transaction("settle", "Xong") as act:
        (due,) = act.transaction.find(Due, subject_kind="request")
        act.transaction.put(replace(due, settled_on=MONDAY))
    assert plan_calendar(desk, changes=[said(WEDNESDAY, True)]).moves == ()


def test_a_length_chosen_later_for_the_day_a_limit_began_moves_nothing(desk):
    own = own_unit_id(desk)
    put_due(desk, "password.rotation.user", date(2026, 5, 25), subject_kind="unit", subject_id=own)
    choice = {"count": 3, "unit": "month"}
    choose_rule(desk, rule="password.rotation.user", value=choice, from_on=date(2026, 1, 1), why="Công văn 12")
    assert plan_calendar(desk).moves == ()


def test_a_shorter_limit_chosen_later_moves_nothing_begun_before_and_what_begins_after_is_counted_by_it(desk):
    rule, begun = "request.limit.operator.create", {"count": 2, "unit": "working-day"}
    sent_request(desk)
    choose_rule(desk, rule=rule, value=begun, from_on=date(2026, 1, 1), why="Thỏa thuận với nơi nhận")
    sent_request(desk, "Đỗ Thị Bích Ngọc", number="126")
    assert plan_calendar(desk).is_empty
    (move,) = plan_calendar(desk, changes=[said(WEDNESDAY, True)]).moves
    assert (move.before.due_on, move.after.due_on) == (date(2026, 11, 26), FRIDAY)


def test_the_day_to_act_on_a_report_begun_with_the_register_moves_with_a_day_off(desk):
    (report,) = (due for due in kept(desk) if due.rule == "report.unit")
    (move,) = plan_calendar(desk, changes=[said(report.act_by, True)]).moves
    assert (move.after.due_on, move.after.act_by < report.act_by) == (report.due_on, True)


def test_a_newer_calendar_moves_nothing_by_itself_and_is_offered(desk):
    sent_request(desk)
    assert plan_calendar(desk).is_empty
    with desk.transaction("earlier", "Hạn tính theo lịch nghỉ trước đó") as act:
        (due,) = act.transaction.find(Due, subject_kind="request")
        act.transaction.put(replace(due, due_on=date(2026, 11, 26), act_by=date(2026, 11, 26)))
    plan = plan_calendar(desk)
    (move,) = plan.moves
    assert (plan.changes, move.after.due_on) == ((), FRIDAY)
    assert change_calendar(desk, plan).sentence == "Tính lại 1 hạn theo lịch nghỉ hiện nay"
    assert answer_due(desk).due_on == FRIDAY


# files


def test_a_holiday_file_brings_the_days_that_differ_with_their_document(desk, tmp_path):
    file = written(tmp_path, DAY.format("holiday", "2027-01-01"), DAY.format("holiday", "2027-02-03"), announced=False)
    plan = plan_update(desk, file=file)
    assert [(day.on, day.is_off, day.document) for day in plan.changes] == [
        (date(2027, 2, 3), True, "Thông báo 1/TB-BNV")
    ]
    sentence = change_calendar(desk, plan).sentence
    assert sentence == "Nhận lịch nghỉ từ tệp lịch nghỉ mới.toml: 1 ngày"
    assert not desk.calendar().is_working(date(2027, 2, 3))
    assert desk.calendar().days[date(2027, 1, 1)].source == "official"


def test_with_the_notice_the_days_only_reckoned_are_settled_one_way_or_the_other(desk, tmp_path):
    confirmed = [DAY.format("holiday", f"2027-02-0{day}") for day in (4, 5, 8, 9)]
    plan = plan_update(desk, file=written(tmp_path, *confirmed))
    change_calendar(desk, plan)
    calendar = desk.calendar()
    assert calendar.is_working(date(2027, 2, 10))
    assert "không có trong thông báo" in calendar.days[date(2027, 2, 10)].why
    assert calendar.days[date(2027, 2, 4)].kind == "holiday"
    assert calendar.caveats(date(2027, 1, 1), date(2027, 12, 31)) == ()


def test_a_file_takes_the_units_own_day_back_where_the_program_knows_it(desk, tmp_path):
    say_of_day(desk, date(2027, 4, 16), is_off=False)
    change_calendar(
        desk, plan_update(desk, file=written(tmp_path, DAY.format("holiday", "2027-04-16"), announced=False))
    )
    assert listing.calendar_days(desk) == []


def test_a_year_the_program_has_no_file_of_is_told_to_be_the_units(desk, tmp_path):
    file = tmp_path / "2031.toml"
    file.write_text(HEAD.replace("2027", "2031").format("true") + DAY.format("holiday", "2031-01-01"), encoding="utf-8")
    change_calendar(desk, plan_update(desk, file=file))
    (caveat,) = desk.calendar().caveats(date(2031, 1, 1), date(2031, 12, 31))
    assert "chỉ có những ngày đơn vị đã ghi" in caveat


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (DAY.format("holiday", "2027-02-30"), "dòng 5"),
        (DAY.format("holiday", "2026-02-03"), "(dòng 4): ngày 03/02/2026 không thuộc năm 2027"),
        ('[[swap]]\noff = 2027-02-06\nworked = 2027-02-13\ncite = "x"\n', "(dòng 4): thứ Bảy 06/02/2027 vốn là"),
        ("[[holiday]]\non = 2027-02-03\n", "thiếu khóa này"),
    ],
)
def test_a_bad_file_is_refused_whole_with_its_line(desk, tmp_path, table, said):
    file = written(tmp_path, "# lịch của tỉnh\n", table)
    with pytest.raises(RuleBroken) as refusal:
        plan_update(desk, file=file)
    assert said in refusal.value.sentence
    assert refusal.value.sentence.startswith("Tệp ngày nghỉ lịch nghỉ mới.toml, ")


# what holds for every change

BEGUN = st.dates(date(2026, 1, 1), date(2026, 11, 23))
RULES = st.sampled_from(["password.rotation.user", "inactivity.notice", "request.limit.unit.close", "report.unit"])
CHANGED = st.lists(
    st.tuples(st.dates(date(2026, 11, 1), date(2027, 3, 31)), st.sampled_from([True, False, None])), max_size=8
)


@pytest.fixture(scope="module")
def standing(tmp_path_factory):
    """Keep one register for all the examples: each leaves it as it was."""
    with founded(tmp_path_factory.mktemp("lich")) as desk:
        sent_request(desk)
        yield desk


@given(begun=st.lists(st.tuples(RULES, BEGUN), max_size=4), changed=CHANGED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_planned_changed_and_taken_back_leaves_every_due_date_as_it_was(standing, begun, changed):
    for rule, day in begun:
        put_due(standing, rule, day, subject_kind="unit", subject_id=own_unit_id(standing))
    assert plan_calendar(standing).is_empty
    before = kept(standing), kept(standing, Request), listing.calendar_days(standing)
    plan = plan_calendar(standing, changes=[said(on, is_off) for on, is_off in changed])
    wrote = change_calendar(standing, plan)
    assert plan_calendar(standing).is_empty
    assert {due.id for due in kept(standing) if due not in before[0]} == {move.before.id for move in plan.moves}
    if not wrote.is_empty:
        journals.take_back(standing, journals.plan_take_back(standing))
    after = kept(standing), kept(standing, Request), listing.calendar_days(standing)
    assert after == before


@given(changed=CHANGED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_calendar_planned_is_the_calendar_afterwards(standing, changed):
    plan = plan_calendar(standing, changes=[said(on, is_off) for on, is_off in changed])
    wrote = change_calendar(standing, plan)
    calendar = standing.calendar()
    days = [date(2026, 11, 1) + timedelta(days=offset) for offset in range(160)]
    assert [calendar.is_working(day) for day in days] == [plan.after.is_working(day) for day in days]
    if not wrote.is_empty:
        journals.take_back(standing, journals.plan_take_back(standing))
