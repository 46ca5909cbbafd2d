"""Decisions of a review become requests, never changes of a mailbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.request_details import CloseDetails
from govmail_desk.domain.review import Review, ReviewRow
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.request_withdrawals import cancel_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_for_reason, plan_request
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_requests import details_of, group_words, link_requests, open_decisions
from govmail_desk.operations.reviews import cancel_review
from tests.desks import asks_the_operator_of_today, founded
from tests.request_lives import every, one
from tests.reviews import TODAY, opened_review, peopled, rows_of

TAM, YEN, DAT, VIET = "lvtam@soctrang.gov.vn", "btyen@soctrang.gov.vn", "pddat@soctrang.gov.vn", "Trần Quốc Việt"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        asks_the_operator_of_today(desk)
        peopled(desk)
        yield desk


@pytest.fixture
def review(desk: Desk) -> Review:
    review = opened_review(desk)
    rows = rows_of(desk, review)
    for what, decision, note in (
        (TAM, "close", "Đã nghỉ hưu"),
        (YEN, "unknown", ""),
        (DAT, "close", ""),
        (VIET, "create", ""),
    ):
        decide_rows(desk, row_ids=[rows[what].id], decision=decision, note=note)  # type: ignore[arg-type]
    return review


def drafted_from(desk: Desk, review: Review) -> int:
    """Draft the first group's request as the window does."""
    (first, *_) = open_decisions(desk, review_id=review.id).groups
    plan = plan_about(desk, kind=first.kind, mailbox_ids=first.subject_ids, on=TODAY, details=details_of([first]))
    (request_id,) = draft_request(desk, plan).ids["request"]
    return request_id


def test_decisions_are_grouped_by_kind_and_unit_and_what_nobody_knows_stays_open(desk: Desk, review: Review) -> None:
    found = open_decisions(desk, review_id=review.id)
    assert [group_words(group) for group in found.groups] == [
        "Hủy, thu hồi: 1 hộp thư, Phòng Chuyển đổi số",
        "Hủy, thu hồi: 1 hộp thư, Phòng Kế hoạch - Tài chính",
        "Cấp mới: 1 người, Bộ phận chung của Sở Thông tin và Truyền thông",
    ]
    assert found.unknown == (YEN,)
    assert len(found.of_kind("close")) == 2


def test_a_departments_note_is_the_reason_on_the_list(desk: Desk, review: Review) -> None:
    groups = open_decisions(desk, review_id=review.id).of_kind("close")
    details = details_of(groups)
    (tam,) = every(desk, Mailbox, address=TAM)
    assert details == {tam.id: CloseDetails(reason="Đã nghỉ hưu")}
    ids = [one_id for group in groups for one_id in group.subject_ids]
    plan = plan_for_reason(desk, kind="close", mailbox_ids=ids, on=TODAY, reason="", details=details)
    assert plan.rows[0].cells["ly_do"] == "Đã nghỉ hưu"


def test_a_drafted_request_is_noted_with_its_decisions_and_changes_nothing_else(desk: Desk, review: Review) -> None:
    request_id = drafted_from(desk, review)
    link_requests(desk, review_id=review.id)
    assert rows_of(desk, review)[TAM].request_id == request_id
    assert one(desk, Mailbox, address=TAM).state == "active"
    assert len(open_decisions(desk, review_id=review.id).groups) == 2
    assert link_requests(desk, review_id=review.id).is_empty


def test_a_new_mailbox_is_asked_for_its_person(desk: Desk, review: Review) -> None:
    (group,) = open_decisions(desk, review_id=review.id).of_kind("create")
    (request_id,) = draft_request(desk, plan_request(desk, on=TODAY, people_ids=group.subject_ids)).ids["request"]
    link_requests(desk, review_id=review.id)
    assert rows_of(desk, review)[VIET].request_id == request_id


def test_a_cancelled_request_lets_the_decision_go(desk: Desk, review: Review) -> None:
    request_id = drafted_from(desk, review)
    link_requests(desk, review_id=review.id)
    with pytest.raises(RuleBroken, match="đã có đề nghị"):
        decide_rows(desk, row_ids=[rows_of(desk, review)[TAM].id], decision="keep")
    cancel_request(desk, request_id=request_id, reason="Lập nhầm")
    link_requests(desk, review_id=review.id)
    assert rows_of(desk, review)[TAM].request_id is None
    assert len(open_decisions(desk, review_id=review.id).groups) == 3


def test_a_mailbox_closed_meanwhile_is_told_and_not_asked_for(desk: Desk, review: Review) -> None:
    (tam,) = every(desk, Mailbox, address=TAM)
    record_state(desk, mailbox_id=tam.id, state="closed", on=TODAY)
    found = open_decisions(desk, review_id=review.id)
    assert found.gone == (TAM,)
    assert len(found.groups) == 2


def test_linking_is_taken_back_and_a_cancelled_review_asks_for_nothing(desk: Desk, review: Review) -> None:
    drafted_from(desk, review)
    link_requests(desk, review_id=review.id)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert not [row for row in every(desk, ReviewRow) if row.request_id]
    assert not journals.verify(desk)
    cancel_review(desk, review_id=review.id, reason="Hoãn")
    with pytest.raises(RuleBroken, match="đã hủy"):
        link_requests(desk, review_id=review.id)
