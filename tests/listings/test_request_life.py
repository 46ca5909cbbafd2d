"""The life of one request as its pane shows it."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import mailbox_pane
from govmail_desk.listings import request_life as listing
from govmail_desk.listings.journal_changes import told
from govmail_desk.operations.follow_ups import finish_follow_up
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request, sign_request
from govmail_desk.operations.request_withdrawals import withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from tests.desks import added, founded, leave
from tests.mailboxes import issued

MONDAY = date(2026, 11, 23)
OWN = "stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


@pytest.fixture
def sent(desk):
    ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh")]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    sign_request(desk, request_id=request_id, number="125", on=MONDAY)
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, way="document-system")
    return request_id


def test_the_latest_step_stands_first_with_who_when_which_number_and_how(desk, sent):
    sending, signing = listing.life(desk, sent).steps
    assert (sending.act, sending.address, sending.way) == ("sent", OWN, "document-system")
    assert (signing.act, signing.number, signing.on, signing.by) == ("signed", "125", "2026-11-23", desk.person)


def test_the_limit_that_runs_is_told_with_the_day_it_runs_from(desk, sent):
    limit = listing.life(desk, sent).limit
    assert (limit.rule, limit.started_on, limit.due_on) == ("request.limit.operator.create", MONDAY, date(2026, 11, 27))
    assert limit.settled_on is None


def test_rows_hold_their_results_and_withdrawn_ones_no_longer_stand(desk, sent):
    withdraw_rows(desk, request_id=sent, positions=[3], on=MONDAY, reason="Đã chuyển công tác")
    refused = RowAnswer("refused", note="Thiếu quyết định")
    answer_request(desk, request_id=sent, on=MONDAY, answers={2: refused})
    life = listing.life(desk, sent)
    assert [(row.whom, row.result, row.note) for row in life.rows] == [
        ("Nguyễn Văn Thành", "granted", ""),
        ("Đỗ Thị Bích Ngọc", "refused", "Thiếu quyết định"),
        ("Trần Ánh", "withdrawn", "Đã chuyển công tác"),
    ]
    assert [row.position for row in life.standing] == [1, 2]
    assert life.limit.settled_why == "Đã có trả lời"


def test_the_frozen_list_keeps_the_address_that_was_asked_for_when_another_is_given(desk, sent):
    asked = listing.life(desk, sent).rows[0].address
    given = RowAnswer("otherwise", given_address="thanhnv9.stttt@ninhbinh.gov.vn")
    answer_request(desk, request_id=sent, on=MONDAY, answers={1: given})
    apply_answer(desk, request_id=sent)
    row = listing.life(desk, sent).rows[0]
    assert (row.address, row.listed_address) == ("thanhnv9.stttt@ninhbinh.gov.vn", asked)


def test_what_an_applied_request_brought_with_it_is_told_open_ones_first(desk, sent):
    answer_request(desk, request_id=sent, on=MONDAY)
    apply_answer(desk, request_id=sent)
    first = listing.life(desk, sent).follow_ups[0]
    finish_follow_up(desk, follow_up_id=first.id, on=MONDAY)
    later = listing.life(desk, sent).follow_ups
    assert later[-1].id == first.id
    assert later[-1].outcome == "done"
    assert {one.id for one in listing.follow_ups_of_mailbox(desk, first.mailbox_id)} < {one.id for one in later}


def test_every_step_of_a_life_is_told_in_the_journal(desk, sent):
    answer_request(desk, request_id=sent, on=MONDAY)
    changes = apply_answer(desk, request_id=sent)
    tables = {change.table for change in told(desk, changes.seq, limit=100)}
    assert {"Bước của đề nghị", "Việc kèm theo", "Hộp thư", "Đề nghị"} <= tables


def of_leaver(desk, name, *, on):
    """Give the mailbox of someone who leaves by a decision of that day."""
    mailbox_id = issued(desk, name)
    leave(desk, mailbox_pane.pane(desk, mailbox_id).holder_id, on=on)
    return mailbox_id


def test_a_draft_to_end_mailboxes_tells_the_first_day_by_which_the_unit_has_to_send_it(desk):
    ids = [of_leaver(desk, "Nguyễn Văn Thành", on=MONDAY), of_leaver(desk, "Trần Ánh", on=date(2026, 11, 19))]
    plan = plan_about(desk, kind="close", mailbox_ids=ids, on=MONDAY)
    (request_id,) = draft_request(desk, plan).ids["request"]
    limit = listing.life(desk, request_id).unit_limit
    # 24/11 is a day off of 2026, so the fifth day after 19/11 gives way to 25/11
    assert (limit.rule, limit.started_on) == ("request.limit.unit.close", date(2026, 11, 19))
    assert limit.due_on == date(2026, 11, 25)
    withdraw_rows(desk, request_id=request_id, positions=[2], on=MONDAY, reason="Ở lại")
    assert listing.life(desk, request_id).unit_limit.due_on == date(2026, 11, 30)
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN, number="7")
    assert listing.life(desk, request_id).unit_limit is None


def test_a_request_of_another_kind_has_no_limit_of_ending_a_mailbox(desk, sent):
    assert listing.life(desk, sent).unit_limit is None
