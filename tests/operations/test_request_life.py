"""A request's life after the draft: signed, sent, answered, applied; withdrawn in part, cancelled whole."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due, FollowUp
from govmail_desk.domain.request import Request, RequestEvent, RequestRow
from govmail_desk.operations import journals
from govmail_desk.operations.follow_ups import (
    dismiss_follow_up,
    dismiss_follow_ups,
    finish_follow_up,
    finish_follow_ups,
)
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.request_life import (
    RowAnswer,
    answer_request,
    apply_answer,
    cancel_number,
    cancel_request,
    send_request,
    sign_request,
    withdraw_rows,
)
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, added, founded

MONDAY = date(2026, 11, 23)
OWN = {"ninhbinh-2020": "stttt@ninhbinh.gov.vn", "quan4-03-2013": "phuong9.q4@tphcm.gov.vn"}


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def drafted(desk, *names):
    ids = [added(desk, name) for name in names or ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    return request_id


def go_on_to(desk, moment):
    desk.clock = lambda: datetime.combine(moment, datetime.min.time(), UTC).replace(hour=2)


def every(desk, kind, /, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def one(desk, kind, /, **equals):
    (found,) = every(desk, kind, **equals)
    return found


def sent(desk, *names, number="125"):
    request_id = drafted(desk, *names)
    send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN["ninhbinh-2020"], number=number)
    return request_id


def test_a_signed_letter_keeps_the_number_van_thu_gave(desk):
    request_id = drafted(desk)
    sign_request(desk, request_id=request_id, number=" 0125 ", on=MONDAY)
    request = one(desk, Request)
    assert (request.state, request.number) == ("signed", "125")
    assert one(desk, RequestEvent).act == "signed"


@pytest.mark.parametrize("number", ["", "  ", "số 12", "-3", "12/STTTT", "９", "٩", "1９"])
def test_what_is_no_number_of_a_letter_is_refused(desk, number):
    with pytest.raises(RuleBroken, match="Số văn bản"):
        sign_request(desk, request_id=drafted(desk), number=number, on=MONDAY)


def test_a_number_is_unique_in_its_year_even_once_cancelled(desk):
    first, second = drafted(desk, "Nguyễn Văn Thành"), drafted(desk, "Đỗ Thị Bích Ngọc")
    sign_request(desk, request_id=first, number="7", on=MONDAY)
    cancel_number(desk, request_id=first, on=MONDAY, reason="Ghi nhầm số của văn bản khác")
    with pytest.raises(RuleBroken, match="Số 7 năm 2026"):
        sign_request(desk, request_id=second, number="07", on=MONDAY)
    sign_request(desk, request_id=first, number="8", on=MONDAY)
    assert {request.number for request in every(desk, Request)} == {"8", ""}


def test_the_number_of_last_year_may_come_again(desk):
    first, second = drafted(desk, "Nguyễn Văn Thành"), drafted(desk, "Đỗ Thị Bích Ngọc")
    sign_request(desk, request_id=first, number="7", on=MONDAY)
    go_on_to(desk, date(2027, 1, 11))
    sign_request(desk, request_id=second, number="7", on=date(2027, 1, 11))
    assert [request.number for request in every(desk, Request)] == ["7", "7"]


def test_signing_is_not_taken_back_because_the_number_is_gone(desk):
    sign_request(desk, request_id=drafted(desk), number="7", on=MONDAY)
    with pytest.raises(RuleBroken, match="số 7 đã cấp"):
        journals.plan_take_back(desk)


def test_sending_starts_the_operators_limit_and_asks_for_the_mailboxes(desk):
    request_id = sent(desk)
    request, due = one(desk, Request), one(desk, Due, subject_kind="request")
    # Thứ Hai 23/11/2026 không tính; 24/11 là Ngày Văn hóa Việt Nam; 25, 26 và 27/11 là ba ngày làm việc.
    assert (request.state, request.due_on, due.due_on) == ("sent", date(2026, 11, 27), date(2026, 11, 27))
    assert (due.rule, due.subject_id) == ("request.limit.operator.create", request_id)
    assert {mailbox.state for mailbox in every(desk, Mailbox, kind="personal")} == {"requested"}


def test_past_its_limit_a_sent_request_is_overdue(desk):
    sent(desk)
    request = one(desk, Request)
    assert request.state_on(date(2026, 11, 27)) == "sent"
    assert request.state_on(date(2026, 11, 28)) == "overdue"


def test_a_letter_without_a_number_is_not_sent(desk):
    with pytest.raises(RuleBroken, match="chưa có số"):
        send_request(desk, request_id=drafted(desk), on=MONDAY, from_address=OWN["ninhbinh-2020"])


def test_quan_4_takes_requests_from_the_units_mailbox_alone(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as desk:
        request_id = drafted(desk)
        with pytest.raises(RuleBroken, match="hộp thư của đơn vị") as refused:
            send_request(desk, request_id=request_id, on=MONDAY, from_address="dtbngoc@gmail.com")
        assert refused.value.cite == "Đ6.1, Đ6.2"
        changes = send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN["quan4-03-2013"])
        assert changes.sentence == "Ngày 23/11/2026 gửi đề nghị lập ngày 23/11/2026"
        assert (one(desk, Request).state, one(desk, Request).due_on) == ("sent", None)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 24)])
def test_a_step_is_neither_before_the_last_one_nor_in_the_future(desk, day):
    with pytest.raises(RuleBroken, match=r"(?i)ngày \d"):
        sign_request(desk, request_id=drafted(desk), number="7", on=day)


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


def test_a_withdrawn_row_is_asked_for_no_more(desk):
    request_id = sent(desk)
    withdraw_rows(desk, request_id=request_id, positions=[1], on=MONDAY, reason="Chuyển công tác trước khi nhận việc")
    assert [row.result for row in every(desk, RequestRow)] == ["withdrawn", ""]
    assert [mailbox.state for mailbox in every(desk, Mailbox, kind="personal")] == ["proposed", "requested"]
    answer_request(desk, request_id=request_id, on=MONDAY)
    apply_answer(desk, request_id=request_id)
    assert [mailbox.state for mailbox in every(desk, Mailbox, kind="personal")] == ["proposed", "active"]


def test_the_last_row_goes_only_with_the_whole_request(desk):
    with pytest.raises(RuleBroken, match="hủy cả đề nghị"):
        withdraw_rows(desk, request_id=drafted(desk), positions=[1, 2], on=MONDAY, reason="Không cần nữa")


def test_a_cancelled_request_lets_its_mailboxes_and_limit_go(desk):
    request_id = sent(desk)
    cancel_request(desk, request_id=request_id, reason="Lập lại theo danh sách mới")
    assert one(desk, Request).state == "cancelled"
    assert one(desk, Due, subject_kind="request").settled_why == "Đề nghị đã hủy"
    assert {mailbox.state for mailbox in every(desk, Mailbox, kind="personal")} == {"proposed"}
    with pytest.raises(RuleBroken, match="không hủy được"):
        cancel_request(desk, request_id=request_id, reason="Lần nữa")


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
