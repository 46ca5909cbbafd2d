"""What may not be asked for, each with its sentence and the article such requests are made by."""

from __future__ import annotations

import re
from datetime import date

import pytest

from govmail_desk.domain.person import Person
from govmail_desk.domain.request_details import ChangeDetails, Fact, ReopenDetails
from govmail_desk.operations.request_withdrawals import cancel_request, withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_about
from tests.desks import NOW, founded, own_unit_id
from tests.mailboxes import issued, issued_to_unit

TODAY = NOW.date()
POST = ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó phòng"),))


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def planned(desk, kind, *mailbox_ids, details=None):
    if kind == "change" and details is None:
        details = dict.fromkeys(mailbox_ids, POST)
    return plan_about(desk, kind=kind, mailbox_ids=mailbox_ids, on=TODAY, details=details or {})


def refused(desk, kind, mailbox_id, details=None):
    (row,) = planned(desk, kind, mailbox_id, details={mailbox_id: details} if details else None).rows
    return row


@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
def test_a_closed_mailbox_is_asked_nothing_more(desk, kind):
    row = refused(desk, kind, issued(desk, "Lê An", state="closed"))
    assert "đã đóng từ 11/11/2026" in row.refusal
    assert row.remarks == ()


@pytest.mark.parametrize("state", ["proposed", "requested"])
@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
def test_a_mailbox_never_issued_is_asked_nothing_yet(desk, kind, state):
    assert "chưa được cấp" in refused(desk, kind, issued(desk, "Lê An", state=state)).refusal


def test_only_what_is_locked_or_suspended_is_reopened_and_the_article_says_so(desk):
    assert refused(desk, "reopen", issued(desk, "Lê An", state="suspended")).refusal == ""
    row = refused(desk, "reopen", issued(desk, "Lê Bình"))
    assert "không bị khóa" in row.refusal
    assert row.refusal_cite == "Đ7.1"


def test_a_lock_after_the_request_is_a_slip_of_the_hand(desk):
    mailbox_id = issued(desk, "Lê An", state="locked")
    row = refused(desk, "reopen", mailbox_id, ReopenDetails(locked_on=date(2026, 11, 24)))
    assert "24/11/2026" in row.refusal


@pytest.mark.parametrize("kind", ["change", "reset", "reopen", "close"])
def test_a_mailbox_in_an_open_request_of_the_kind_waits_for_it(desk, kind):
    mailbox_id = issued(desk, "Lê An", state="locked" if kind == "reopen" else "active")
    draft_request(desk, planned(desk, kind, mailbox_id))
    assert re.search(r"mã \d+ lập ngày 23/11/2026 chưa xong", refused(desk, kind, mailbox_id).refusal)


def test_another_kind_or_a_request_given_up_stands_in_no_ones_way(desk):
    mailbox_id, other = issued(desk, "Lê An"), issued(desk, "Lê Bình")
    (request_id,) = draft_request(desk, planned(desk, "close", mailbox_id, other)).ids["request"]
    assert refused(desk, "reset", mailbox_id).refusal == ""
    withdraw_rows(desk, request_id=request_id, positions=[1], on=TODAY, reason="Xét lại")
    assert refused(desk, "close", mailbox_id).refusal == ""
    assert refused(desk, "close", other).refusal
    cancel_request(desk, request_id=request_id, reason="Xét lại")
    assert refused(desk, "close", other).refusal == ""


# change


def test_a_change_must_change_something(desk):
    row = refused(desk, "change", issued(desk, "Lê An"), ChangeDetails(document="Quyết định số 1/QĐ"))
    assert "chưa nêu thông tin nào thay đổi" in row.refusal
    assert row.refusal_cite == "Đ6.1"


def test_an_address_the_register_knows_or_an_earlier_row_wants_is_not_given_again(desk):
    first, second, third = (issued(desk, name) for name in ("Lê An", "Lê Bình", "Lê Cường"))
    wanted = ChangeDetails(address="moi@ninhbinh.gov.vn")
    plan = planned(
        desk, "change", first, second, third, details={
            first: wanted, second: wanted, third: ChangeDetails(address="lean@ninhbinh.gov.vn"),
        },
    )  # fmt: skip
    assert plan.rows[0].refusal == ""
    assert "trùng với Lê An" in plan.rows[1].refusal
    assert "đang cấp từ 05/01/2026 cho Lê An" in plan.rows[2].refusal


def test_what_is_no_address_is_refused_in_words(desk):
    assert (
        "không phải là địa chỉ thư hợp lệ"
        in refused(desk, "change", issued(desk, "Lê An"), ChangeDetails(address="lê an@ninhbinh")).refusal
    )


def test_a_units_mailbox_gets_no_holder(desk):
    mailbox_id = issued_to_unit(desk, "Phòng Tổ chức")
    with desk.transaction("test", "Ghi") as act:
        person = act.transaction.put(Person(full_name="Lê An", unit_id=own_unit_id(desk)))
    assert "là của đơn vị" in refused(desk, "change", mailbox_id, ChangeDetails(holder_id=person.id)).refusal


def test_a_new_holder_works_here_and_has_no_mailbox_yet(desk):
    mailbox_id, other = issued(desk, "Lê An"), issued(desk, "Lê Bình")
    with desk.transaction("test", "Ghi") as act:
        gone = act.transaction.put(Person(full_name="Lê Cũ", unit_id=own_unit_id(desk), left_on=date(2026, 10, 1)))
    (holder,) = {row.person_id for row in planned(desk, "close", other).rows}
    assert (
        "đã thôi làm việc từ 01/10/2026"
        in refused(desk, "change", mailbox_id, ChangeDetails(holder_id=gone.id)).refusal
    )
    assert (
        "đã có hộp thư lebinh@ninhbinh.gov.vn"
        in refused(desk, "change", mailbox_id, ChangeDetails(holder_id=holder)).refusal
    )


def test_a_unit_that_is_not_in_the_register_is_refused(desk):
    assert "không có trong sổ" in refused(desk, "change", issued(desk, "Lê An"), ChangeDetails(unit_id=999)).refusal
