"""What a lock begins: due rows of the mailbox, written when it is recorded or when its reopening is asked for, settled once."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request_details import ReopenDetails
from govmail_desk.operations.lock_limits import LOCK_RULES
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, UNITS, founded
from tests.mailboxes import issued

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def dues(desk, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(Due, subject_kind="mailbox", **equals)


def running(desk):
    """What a lock began and still runs; what else falls due for a mailbox is `test_due_beginnings`."""
    return [due for due in dues(desk) if due.settled_on is None and due.rule in LOCK_RULES]


def drafted(desk, mailbox_id, details=None):
    plan = plan_about(
        desk, kind="reopen", mailbox_ids=[mailbox_id], on=TODAY, details={mailbox_id: details} if details else {}
    )
    (request_id,) = draft_request(desk, plan).ids["request"]
    return request_id


def test_a_suspension_recorded_with_its_cause_begins_the_notice(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    (due,) = running(desk)
    assert (due.rule, due.subject_id) == ("inactivity.notice", mailbox_id)
    assert (due.started_on, due.due_on, due.act_by) == (date(2026, 11, 11), date(2026, 12, 3), date(2026, 12, 3))


def test_a_wait_is_written_with_the_first_day_something_can_be_done(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        issued(desk, "Lê An", state="locked", cause="first-login")
        (due,) = running(desk)
    assert (due.rule, due.due_on, due.act_by) == ("password.reopen_after", date(2026, 11, 16), date(2026, 11, 17))


@pytest.mark.parametrize("regulation", ["camau-24-2018", "khanhhoa-dagt-2021", "soctrang-59-2024"])
@pytest.mark.parametrize("cause", ["first-login", "inactivity", "violation", "other", ""])
def test_where_the_regulation_is_silent_nothing_runs(tmp_path, regulation, cause):
    assert regulation in UNITS
    with founded(tmp_path, regulation) as desk:
        drafted(desk, issued(desk, "Lê An", state="locked", cause=cause))
        assert dues(desk) == []


def test_a_lock_whose_cause_is_told_only_with_the_request_begins_then(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended")
    assert dues(desk) == []
    drafted(desk, mailbox_id, ReopenDetails(cause="inactivity"))
    (due,) = running(desk)
    assert due.due_on == date(2026, 12, 3)


def test_drafting_writes_no_second_limit_beside_the_one_that_runs(desk):
    drafted(desk, issued(desk, "Lê An", state="suspended", cause="inactivity"))
    assert len(dues(desk)) == 1


def test_a_notice_of_another_day_replaces_the_limit(desk):
    # Thông báo 13/11: 16 đến 20, 23, (24 nghỉ), 25, 26, 27, 30/11, 01 đến 04/12 là 14 ngày, thứ Hai 07/12 là ngày thứ 15.
    drafted(
        desk, issued(desk, "Lê An", state="suspended", cause="inactivity"), ReopenDetails(locked_on=date(2026, 11, 13))
    )
    (due,) = running(desk)
    assert (due.started_on, due.due_on) == (date(2026, 11, 13), date(2026, 12, 7))
    assert [one.settled_why for one in dues(desk) if one.settled_on] == ["Tính lại từ ngày khác"]


@pytest.mark.parametrize("state", ["active", "closed"])
def test_a_mailbox_that_is_locked_no_more_has_no_limit(desk, state):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    record_state(desk, mailbox_id=mailbox_id, state=state, on=date(2026, 11, 20))
    assert running(desk) == []
    assert dues(desk)[0].settled_on == date(2026, 11, 20)


def test_a_request_sent_settles_the_notice_and_one_cancelled_lets_it_run_on(desk):
    request_id = drafted(desk, issued(desk, "Lê An", state="suspended", cause="inactivity"))
    assert len(running(desk)) == 1
    send_request(desk, request_id=request_id, on=TODAY, from_address="stttt@ninhbinh.gov.vn", number="9")
    assert running(desk) == []
    cancel_request(desk, request_id=request_id, reason="Gửi nhầm")
    assert [due.due_on for due in running(desk)] == [date(2026, 12, 3)]


def sent(desk, mailbox_id, number="9"):
    request_id = drafted(desk, mailbox_id)
    send_request(desk, request_id=request_id, on=TODAY, from_address="stttt@ninhbinh.gov.vn", number=number)
    return request_id


def test_only_what_the_present_lock_began_runs_on(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    request_id = sent(desk, mailbox_id)
    answer_request(desk, request_id=request_id, on=TODAY)
    apply_answer(desk, request_id=request_id)
    record_state(desk, mailbox_id=mailbox_id, state="suspended", on=TODAY, cause="violation")
    cancel_request(desk, request_id=sent(desk, mailbox_id, "10"), reason="Gửi nhầm")
    assert [due.started_on for due in running(desk)] == [TODAY]


def test_nothing_runs_on_for_a_mailbox_open_again_before_its_request_is_cancelled(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    request_id = sent(desk, mailbox_id)
    record_state(desk, mailbox_id=mailbox_id, state="active", on=TODAY)
    cancel_request(desk, request_id=request_id, reason="Đã mở lại")
    assert running(desk) == []


def test_a_cause_is_kept_only_where_there_is_a_lock(desk):
    mailbox_id = issued(desk, "Lê An")
    record_state(desk, mailbox_id=mailbox_id, state="active", on=TODAY, cause="inactivity")
    assert dues(desk) == []


def test_a_wait_goes_on_after_asking_and_ends_with_the_reopening(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        mailbox_id = issued(desk, "Lê An", state="locked", cause="first-login")
        request_id = drafted(desk, mailbox_id)
        send_request(desk, request_id=request_id, on=TODAY, from_address="phuong9.q4@tphcm.gov.vn")
        assert [due.rule for due in running(desk)] == ["password.reopen_after"]
        record_state(desk, mailbox_id=mailbox_id, state="active", on=TODAY)
        assert running(desk) == []


def test_what_was_closed_after_the_draft_is_not_asked_for(desk):
    mailbox_id = issued(desk, "Lê An", state="suspended", cause="inactivity")
    request_id = drafted(desk, mailbox_id)
    record_state(desk, mailbox_id=mailbox_id, state="closed", on=TODAY)
    with pytest.raises(RuleBroken, match="đã đóng sau khi lập đề nghị"):
        send_request(desk, request_id=request_id, on=TODAY, from_address="stttt@ninhbinh.gov.vn", number="9")
