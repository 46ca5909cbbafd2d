"""An answer brought in only to look: it tells what will be, and leaves the register as it was."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_rehearsal import rehearse_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import added, founded

MONDAY = date(2026, 11, 23)
OTHER = "ngocdtb2.stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


@pytest.fixture
def sent(desk):
    ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh")]
    (request_id,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    send_request(desk, request_id=request_id, on=MONDAY, from_address="stttt@ninhbinh.gov.vn", number="125")
    return request_id


def answered(desk, request_id):
    answers = {2: RowAnswer("otherwise", given_address=OTHER), 3: RowAnswer("refused", note="Thiếu quyết định")}
    answer_request(desk, request_id=request_id, on=MONDAY, number="88", answers=answers)


def mailboxes(desk):
    with desk.reading() as connection:
        return {found.id: found for found in Transaction(connection).find(Mailbox)}


def test_each_mailbox_is_told_before_and_after(desk, sent):
    answered(desk, sent)
    seen = rehearse_answer(desk, request_id=sent)
    assert [(before.state, after.state) for before, after in seen.mailboxes] == [
        ("requested", "active"),
        ("requested", "active"),
        ("requested", "proposed"),
    ]
    assert seen.mailboxes[1][1].address == OTHER
    assert {one.kind for one in seen.follow_ups} == {"certificate", "directory"}


def test_nothing_is_written_by_looking(desk, sent):
    answered(desk, sent)
    before = mailboxes(desk), desk.journal_head()
    rehearse_answer(desk, request_id=sent)
    assert (mailboxes(desk), desk.journal_head()) == before


def test_what_was_seen_is_what_the_act_then_does(desk, sent):
    answered(desk, sent)
    seen = rehearse_answer(desk, request_id=sent)
    apply_answer(desk, request_id=sent)
    now = mailboxes(desk)
    assert [after for _, after in seen.mailboxes] == [now[after.id] for _, after in seen.mailboxes]


def test_a_refusal_of_the_act_is_the_refusal_of_looking(desk, sent):
    with pytest.raises(RuleBroken, match="chỉ cập nhật sổ theo đề nghị đã có trả lời"):
        rehearse_answer(desk, request_id=sent)
