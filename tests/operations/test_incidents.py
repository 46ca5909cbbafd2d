"""Incidents from record to close: nothing to come, nobody left untold, every act taken back, register and journal agreeing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import dues, today
from govmail_desk.operations import journals
from govmail_desk.operations.incident_notices import Telling, pass_step, tell_of_incident
from govmail_desk.operations.incidents import (
    Happening,
    cancel_incident,
    close_incident,
    correct_incident,
    record_incident,
    reopen_incident,
    tidy_hour,
)
from tests.desks import founded
from tests.handovers import own_mailbox
from tests.incidents import SAID, TODAY, recorded, told_all, waiting
from tests.request_lives import every, go_on_to, one

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        yield desk


def close(desk, found, **more):
    return close_incident(desk, incident_id=found.id, on=TODAY, **{"measures": "Đã khởi động lại máy chủ", **more})


def running(desk, found):
    return every(desk, Due, subject_kind="incident", subject_id=found.id, settled_on=None)


def test_a_recorded_incident_falls_due_the_same_day_and_opens_from_today(desk):
    found = recorded(desk, happened_at="7h5")
    assert (found.happened_at, found.state, found.regulation_id) == ("07:05", "open", "soctrang-59-2024")
    (row,) = [one for one in dues.every(desk) if one.subject_kind == "incident"]
    assert (row.due_on, row.state, row.cite) == (TODAY, "today", "Đ11.4")
    assert row.subject == f"Lỗi hệ thống, hộp thư · {own_mailbox(desk).address}"
    line = next(one for one in today.today(desk).rows if one.act == "open_incident")
    assert (line.title, line.subject_id, line.section) == ("Báo sự cố", found.id, "today")


def test_what_was_not_told_is_overdue_the_day_after(desk):
    recorded(desk)
    go_on_to(desk, TOMORROW)
    (row,) = [one for one in dues.every(desk) if one.subject_kind == "incident"]
    assert row.state == "overdue"


def test_an_incident_about_no_mailbox_is_named_by_its_kind(desk):
    recorded(desk, mailbox_id=None)
    (row,) = [one for one in dues.every(desk) if one.subject_kind == "incident"]
    assert row.subject == "Lỗi hệ thống, hộp thư"


@pytest.mark.parametrize(
    ("on", "at", "said"),
    [
        (TOMORROW, "", "24/11/2026 chưa tới"),
        (TODAY, "23:59", "23:59 hôm nay chưa tới"),
        (TODAY, "8g61", "chưa đúng"),
    ],
)
def test_nothing_is_dated_in_the_future(desk, on, at, said):
    with pytest.raises(RuleBroken, match=said):
        recorded(desk, on=on, happened_at=at)
    assert every(desk, Incident) == []


def test_an_incident_without_a_word_of_what_happened_is_refused(desk):
    with pytest.raises(RuleBroken, match="Chưa ghi sự việc"):
        recorded(desk, content="  ")


@pytest.mark.parametrize("kind", ["leak", "secret"])
def test_a_password_and_a_state_secret_belong_to_a_mailbox(desk, kind):
    with pytest.raises(RuleBroken, match="Chưa chọn hộp thư"):
        recorded(desk, kind, mailbox_id=None)


@pytest.mark.parametrize(
    ("typed", "hour"), [("8h30", "08:30"), ("8:5", "08:05"), ("14g", "14:00"), ("09.15", "09:15"), ("", "")]
)
def test_an_hour_is_taken_as_clerks_type_it(typed, hour):
    assert tidy_hour(typed) == hour


def test_it_cannot_be_closed_while_the_regulation_says_somebody_is_to_be_told(desk):
    found = recorded(desk)
    with pytest.raises(RuleBroken, match=r"Còn phải báo: Trung tâm Công nghệ số tỉnh \(Đ11\.4\)") as refused:
        close(desk, found)
    assert refused.value.cite == "Đ11.4"
    told_all(desk, found)
    close(desk, found, lessons="Kiểm tra máy chủ hằng tuần")
    closed = one(desk, Incident)
    assert (closed.state, closed.closed_on, closed.lessons) == ("closed", TODAY, "Kiểm tra máy chủ hằng tuần")
    assert journals.verify(desk) == []


def test_or_until_it_is_said_why_they_need_not_be(desk):
    found = recorded(desk)
    pass_step(desk, incident_id=found.id, rule="incident.unit", reason="Trung tâm đang sửa, đã tự báo")
    assert running(desk, found) == []
    close(desk, found)
    assert one(desk, Incident).state == "closed"


def test_where_the_regulation_is_silent_it_may_be_closed_with_nobody_told(tmp_path):
    with founded(tmp_path / "kh", "khanhhoa-dagt-2021") as desk:
        found = recorded(desk)
        close(desk, found)
        assert one(desk, Incident).state == "closed"


def test_without_measures_it_is_not_over(desk):
    found = recorded(desk)
    told_all(desk, found)
    with pytest.raises(RuleBroken, match="Chưa có biện pháp"):
        close(desk, found, measures=" ")


def test_it_does_not_end_before_somebody_was_told_nor_tomorrow(desk):
    found = recorded(desk, on=TODAY - timedelta(days=3))
    told_all(desk, found)
    for on, said in ((TODAY - timedelta(days=1), "còn diễn biến ngày 23/11/2026"), (TOMORROW, "chưa tới")):
        with pytest.raises(RuleBroken, match=said):
            close_incident(desk, incident_id=found.id, on=on, measures="Đã sửa")


def test_a_closed_one_is_left_alone_until_it_is_opened_again(desk):
    found = recorded(desk)
    told_all(desk, found)
    close(desk, found)
    with pytest.raises(RuleBroken, match="đã xong từ 23/11/2026"):
        cancel_incident(desk, incident_id=found.id, reason="Ghi nhầm")
    reopen_incident(desk, incident_id=found.id)
    assert one(desk, Incident).state == "open"
    with pytest.raises(RuleBroken, match="đang xử lý"):
        reopen_incident(desk, incident_id=found.id)


def test_cancelling_wants_a_reason_and_settles_what_fell_due(desk):
    found = recorded(desk)
    with pytest.raises(RuleBroken, match="Chưa có lý do hủy"):
        cancel_incident(desk, incident_id=found.id, reason=" ")
    cancel_incident(desk, incident_id=found.id, reason="Ghi trùng")
    assert running(desk, found) == []
    assert (one(desk, Incident).state, one(desk, Incident).reason) == ("cancelled", "Ghi trùng")
    reopen_incident(desk, incident_id=found.id)
    assert len(running(desk, found)) == 1


def test_another_kind_has_others_to_tell_and_other_days(desk):
    found = recorded(desk)
    other = Happening(
        kind="suspicious", happened_on=TODAY - timedelta(days=1), content="Thư lạ", mailbox_id=found.mailbox_id
    )
    correct_incident(desk, incident=found, happening=other)
    (due,) = running(desk, found)
    assert (due.rule, due.due_on) == ("incident.suspicious", TODAY - timedelta(days=1))
    assert [step.cite for step in waiting(desk, one(desk, Incident))] == ["Đ13.2"]
    assert journals.verify(desk) == []


def test_an_edit_held_open_does_not_overwrite_a_later_one(desk):
    found = recorded(desk)
    told = Happening(kind="fault", happened_on=TODAY, content="Không nhận được thư", mailbox_id=found.mailbox_id)
    correct_incident(desk, incident=found, happening=told)
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        correct_incident(desk, incident=found, happening=told)


def test_it_is_not_moved_behind_the_day_somebody_was_told(desk):
    found = recorded(desk, on=date(2026, 11, 20))
    tell_of_incident(desk, incident_id=found.id, telling=Telling(rule="incident.unit", on=date(2026, 11, 20)))
    told = Happening(kind="fault", happened_on=TODAY, content=SAID)
    with pytest.raises(RuleBroken, match="được báo ngày 20/11/2026"):
        correct_incident(desk, incident=found, happening=told)


def test_every_act_is_taken_back_whole(desk):
    found = recorded(desk)
    told = Happening(kind="fault", happened_on=TODAY, content="Không nhận được thư", mailbox_id=found.mailbox_id)
    telling = Telling(rule="incident.unit", on=TODAY, way="phone")
    acts = [
        lambda: correct_incident(desk, incident=found, happening=told),
        lambda: tell_of_incident(desk, incident_id=found.id, telling=telling),
        lambda: close(desk, found),
        lambda: reopen_incident(desk, incident_id=found.id),
        lambda: cancel_incident(desk, incident_id=found.id, reason="Ghi trùng"),
    ]
    before = []
    for act in acts:
        before.append((one(desk, Incident), len(running(desk, found))))
        act()
    for was in reversed(before):
        journals.take_back(desk, journals.plan_take_back(desk))
        assert (one(desk, Incident), len(running(desk, found))) == was
    journals.take_back(desk, journals.plan_take_back(desk))
    assert every(desk, Incident) == every(desk, Due, subject_kind="incident") == []
    assert journals.verify(desk) == []


def test_who_found_it_is_whoever_works_unless_named(desk):
    record_incident(desk, happening=Happening(kind="fault", happened_on=TODAY, content=SAID))
    assert one(desk, Incident).found_by == desk.person
