"""What is asked for no more: rows withdrawn, a request cancelled whole."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.request import Request, RequestRow
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_withdrawals import cancel_request, withdraw_rows
from tests.desks import founded
from tests.request_lives import MONDAY, drafted, every, one, sent


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


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
