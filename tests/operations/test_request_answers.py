"""The operator's answer: recorded row by row, brought into the register in one act, and what follows elsewhere."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due, FollowUp
from govmail_desk.domain.request import Request, RequestRow
from govmail_desk.listings.mailboxes import MailboxFilter, ids
from govmail_desk.operations import journals
from govmail_desk.operations.follow_ups import (
    dismiss_follow_up,
    dismiss_follow_ups,
    finish_follow_up,
    finish_follow_ups,
)
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import UNITS, added, founded
from tests.request_lives import MONDAY, OWN, every, go_on_to, one, sent


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def test_an_answer_is_brought_into_the_register_row_by_row(desk):
    request_id = sent(desk, "Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Văn Ấn")
    go_on_to(desk, date(2026, 11, 26))
    answers = {
        2: RowAnswer("otherwise", "bichngoc.stttt@ninhbinh.gov.vn"),
        3: RowAnswer("refused", note="Chưa có quyết định tuyển dụng"),
    }
    answer_request(desk, request_id=request_id, on=date(2026, 11, 26), number="88/STTTT", answers=answers)
    assert {mailbox.state for mailbox in every(desk, Mailbox, kind="personal")} == {"requested"}
    apply_answer(desk, request_id=request_id)
    held = {mailbox.address: mailbox.state for mailbox in every(desk, Mailbox, kind="personal")}
    assert held == {
        "thanhnv.stttt@ninhbinh.gov.vn": "active",
        "bichngoc.stttt@ninhbinh.gov.vn": "active",
        "anlv.stttt@ninhbinh.gov.vn": "proposed",
    }
    assert one(desk, Request).state == "applied"
    assert one(desk, Due, subject_kind="request").settled_on == date(2026, 11, 26)
    assert journals.verify(desk) == []


def test_what_follows_elsewhere_is_raised_and_settled(desk):
    request_id = sent(desk, "Nguyễn Văn Thành")
    answer_request(desk, request_id=request_id, on=MONDAY)
    apply_answer(desk, request_id=request_id)
    raised = {found.kind: found for found in every(desk, FollowUp)}
    assert set(raised) == {"certificate", "directory"}
    finish_follow_up(desk, follow_up_id=raised["directory"].id, on=MONDAY)
    dismiss_follow_up(desk, follow_up_id=raised["certificate"].id, on=MONDAY, reason="Người này không ký số")
    assert {found.outcome for found in every(desk, FollowUp)} == {"done", "dismissed"}
    with pytest.raises(RuleBroken, match="đã xong"):
        finish_follow_up(desk, follow_up_id=raised["directory"].id, on=MONDAY)


def test_a_dismissal_has_its_reason(desk):
    request_id = sent(desk, "Nguyễn Văn Thành")
    answer_request(desk, request_id=request_id, on=MONDAY)
    apply_answer(desk, request_id=request_id)
    with pytest.raises(RuleBroken, match="lý do"):
        dismiss_follow_up(desk, follow_up_id=every(desk, FollowUp)[0].id, on=MONDAY, reason=" ")


def test_a_step_that_comes_too_late_is_not_told_to_do_what_was_done(desk):
    request_id = sent(desk)
    answer_request(desk, request_id=request_id, on=MONDAY)
    with pytest.raises(RuleBroken, match="đã gửi mà chưa có trả lời"):
        answer_request(desk, request_id=request_id, on=MONDAY)
    apply_answer(desk, request_id=request_id)
    with pytest.raises(RuleBroken, match="đã có trả lời mà chưa cập nhật"):
        apply_answer(desk, request_id=request_id)


@pytest.mark.parametrize("answer", [RowAnswer("otherwise"), RowAnswer("refused")])
def test_an_answer_other_than_asked_says_what_it_is(desk, answer):
    request_id = sent(desk)
    with pytest.raises(RuleBroken, match="Dòng 1"):
        answer_request(desk, request_id=request_id, on=MONDAY, answers={1: answer})


def test_an_address_given_that_stands_in_the_register_already_is_refused_whole(desk):
    request_id = sent(desk)
    given = {2: RowAnswer("otherwise", OWN["ninhbinh-2020"])}
    with pytest.raises(RuleBroken, match="Dòng 2"):
        answer_request(desk, request_id=request_id, on=MONDAY, answers=given)
    assert one(desk, Request).state == "sent"


def test_one_address_given_to_two_rows_is_refused_before_the_answer_is_kept(desk):
    request_id = sent(desk)
    given = dict.fromkeys((1, 2), RowAnswer("otherwise", "thanh@ninhbinh.gov.vn"))
    with pytest.raises(RuleBroken, match=r"Dòng 2: địa chỉ thanh@ninhbinh\.gov\.vn"):
        answer_request(desk, request_id=request_id, on=MONDAY, answers=given)
    assert one(desk, Request).state == "sent"


def test_a_row_may_be_given_the_address_another_row_leaves(desk):
    request_id = sent(desk)
    asked = {row.position: row.mailbox_id for row in every(desk, RequestRow)}
    left = {mailbox.id: mailbox.address for mailbox in every(desk, Mailbox)}[asked[1]]
    given = {1: RowAnswer("otherwise", "thanh@ninhbinh.gov.vn"), 2: RowAnswer("otherwise", left)}
    answer_request(desk, request_id=request_id, on=MONDAY, answers=given)
    apply_answer(desk, request_id=request_id)
    assert [one(desk, Mailbox, id=asked[place]).address for place in (1, 2)] == ["thanh@ninhbinh.gov.vn", left]


NAMES = ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Văn Ấn")


def addresses(desk, request_id):
    """Tell the address of each row's mailbox, in the order of the list."""
    rows = sorted(every(desk, RequestRow, request_id=request_id), key=lambda row: row.position)
    return [one(desk, Mailbox, id=row.mailbox_id).address for row in rows]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_operator_may_change_the_addresses_of_a_lists_rows_among_them(desk, order):
    request_id = sent(desk, *NAMES)
    asked = addresses(desk, request_id)
    given = [asked[place] for place in order]
    answers = {place: RowAnswer("otherwise", address) for place, address in enumerate(given, start=1)}
    answer_request(desk, request_id=request_id, on=MONDAY, answers=answers)
    assert addresses(desk, request_id) == asked
    apply_answer(desk, request_id=request_id)
    assert addresses(desk, request_id) == given
    assert {box.state for box in every(desk, Mailbox, kind="personal")} == {"active"}
    assert journals.verify(desk) == []
    journals.take_back(desk, journals.plan_take_back(desk))
    assert addresses(desk, request_id) == asked
    assert one(desk, Request).state == "answered"
    assert journals.verify(desk) == []


def test_swapped_addresses_are_found_where_they_are_now(desk):
    request_id = sent(desk, *NAMES[:2])
    first, second = addresses(desk, request_id)
    answers = {1: RowAnswer("otherwise", second), 2: RowAnswer("otherwise", first)}
    answer_request(desk, request_id=request_id, on=MONDAY, answers=answers)
    apply_answer(desk, request_id=request_id)
    found = {place: ids(desk, MailboxFilter(search=address)) for place, address in ((1, second), (2, first))}
    assert found == {row.position: [row.mailbox_id] for row in every(desk, RequestRow)}


def test_the_address_of_a_row_that_was_refused_is_not_free(desk):
    request_id = sent(desk, *NAMES[:2])
    _, second = addresses(desk, request_id)
    answers = {1: RowAnswer("otherwise", second), 2: RowAnswer("refused", note="Chưa có quyết định tuyển dụng")}
    with pytest.raises(RuleBroken, match="Dòng 1"):
        answer_request(desk, request_id=request_id, on=MONDAY, answers=answers)
    assert one(desk, Request).state == "sent"


def test_a_row_does_not_take_the_address_of_one_that_keeps_its_own(desk):
    request_id = sent(desk, *NAMES[:2])
    _, second = addresses(desk, request_id)
    with pytest.raises(RuleBroken, match="Dòng 1"):
        answer_request(desk, request_id=request_id, on=MONDAY, answers={1: RowAnswer("otherwise", second)})


def test_an_address_taken_since_the_answer_is_refused_whole(desk):
    request_id = sent(desk)
    given = "thanh@ninhbinh.gov.vn"
    answer_request(desk, request_id=request_id, on=MONDAY, answers={2: RowAnswer("otherwise", given)})
    unit_id = one(desk, Mailbox, kind="unit").unit_id
    add_mailbox(desk, address=given, kind="unit", unit_id=unit_id, holder_id=None, state="active", since=MONDAY)
    with pytest.raises(RuleBroken, match="Dòng 2"):
        apply_answer(desk, request_id=request_id)
    assert one(desk, Request).state == "answered"
    assert {mailbox.state for mailbox in every(desk, Mailbox, kind="personal")} == {"requested"}


@pytest.mark.parametrize("regulation_id", UNITS)
def test_under_every_regulation_a_request_comes_to_its_end(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        post = "Giám đốc" if regulation_id.startswith("khanhhoa") else "Chuyên viên"
        person_id = added(desk, "Nguyễn Văn Thành", post=post)
        (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=[person_id])).ids["request"]
        own = one(desk, Mailbox, kind="unit").address
        send_request(desk, request_id=request_id, on=MONDAY, from_address=own, number="3")
        answer_request(
            desk, request_id=request_id, on=MONDAY, answers={1: RowAnswer("otherwise", "thanh@donvi.gov.vn")}
        )
        apply_answer(desk, request_id=request_id)
        assert one(desk, Mailbox, kind="personal").state == "active"
        assert journals.verify(desk) == []


def test_the_same_follow_up_of_several_mailboxes_is_settled_in_one_act(desk):
    request_id = sent(desk)
    answer_request(desk, request_id=request_id, on=MONDAY)
    apply_answer(desk, request_id=request_id)
    directory = [one.id for one in every(desk, FollowUp, kind="directory")]
    changes = finish_follow_ups(desk, follow_up_ids=directory, on=MONDAY)
    assert changes.sentence.endswith("(2 hộp thư)")
    others = [one.id for one in every(desk, FollowUp, settled_on=None)]
    dismiss_follow_ups(desk, follow_up_ids=others, on=MONDAY, reason="Không ai ký số")
    assert {(one.kind, one.outcome) for one in every(desk, FollowUp)} == {
        ("directory", "done"),
        ("certificate", "dismissed"),
    }
