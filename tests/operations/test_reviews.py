"""Opening a review of the mailboxes and giving it up: whom it is about, what is frozen, what is waited for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken, SecretTold
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.review import Review, ReviewRow, ReviewSheet
from govmail_desk.operations import journals
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.mailbox_acts import record_act
from govmail_desk.operations.mailboxes import add_mailbox, edit_mailbox, record_state
from govmail_desk.operations.reviews import cancel_review, open_review, plan_review
from tests.desks import founded, leave, own_unit_id
from tests.large_register import large_register
from tests.request_lives import every, go_on_to, one
from tests.reviews import SINCE, TODAY, held, opened_review, peopled, rows_of, sheets_of

YEN = "btyen@soctrang.gov.vn"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        yield desk


def test_every_department_with_rows_gets_a_sheet_and_the_others_are_named(desk: Desk) -> None:
    known = peopled(desk)
    plan = plan_review(desk, as_of_on=TODAY)
    assert [sheet.unit_id for sheet in plan.sheets] == [own_unit_id(desk), known["digital"], known["finance"]]
    assert plan.silent_units == ()
    one_only = plan_review(desk, as_of_on=TODAY, units=[known["finance"]])
    assert [row.cells["address"] for row in one_only.sheets[0].rows] == ["pddat@soctrang.gov.vn"]


def test_the_answer_day_is_ours_counted_in_working_days_and_can_be_another(desk: Desk) -> None:
    peopled(desk)
    plan = plan_review(desk, as_of_on=TODAY)
    assert plan.counting is not None
    assert plan.counting.counts_working_days
    assert plan.answer_by_on == plan.counting.due_on == date(2026, 12, 3)  # Ngày Văn hóa Việt Nam, 24/11, is off
    assert plan.rule is not None
    assert plan.rule.cite == "Đ11.2"
    chosen = plan_review(desk, as_of_on=TODAY, answer_by_on=date(2026, 12, 15))
    assert (chosen.counting, chosen.answer_by_on) == (None, date(2026, 12, 15))


def test_what_is_amiss_is_found_before_anyone_is_asked(desk: Desk) -> None:
    known = peopled(desk)
    held(desk, "Vũ Thị Ngân", "vtngan@soctrang.gov.vn", known["finance"])
    plan = plan_review(desk, as_of_on=TODAY)
    people = {row.cells["holder"]: row for sheet in plan.sheets for row in sheet.rows}
    assert people["Trần Quốc Việt"].orphan == "no-mailbox"
    leave(desk, people["Vũ Thị Ngân"].person_id or 0, on=TODAY)
    later = plan_review(desk, as_of_on=TODAY)
    assert not every(desk, ReviewRow)
    gone = {row.cells["address"]: row for sheet in later.sheets for row in sheet.rows}["vtngan@soctrang.gov.vn"]
    assert gone.orphan == "holder-left"
    assert gone.cells["look"] == "Người dùng đã thôi việc từ 23/11/2026"


def test_the_last_known_use_stands_on_the_sheet(desk: Desk) -> None:
    known = peopled(desk)
    record_act(desk, mailbox_ids=[known["yen"]], kind="used", on=date(2026, 10, 3))
    rows = {row.cells["address"]: row for sheet in plan_review(desk, as_of_on=TODAY).sheets for row in sheet.rows}
    assert rows[YEN].cells["used"] == "03/10/2026"
    assert rows["lvtam@soctrang.gov.vn"].cells["used"] == ""


def test_states_are_those_of_the_day_the_review_is_held_on(desk: Desk) -> None:
    known = peopled(desk)
    record_state(desk, mailbox_id=known["yen"], state="closed", on=date(2026, 11, 20))
    assert YEN not in {row.cells["address"] for sheet in plan_review(desk, as_of_on=TODAY).sheets for row in sheet.rows}
    before = plan_review(desk, as_of_on=date(2026, 11, 19))
    assert YEN in {row.cells["address"] for sheet in before.sheets for row in sheet.rows}


def test_a_mailbox_that_moved_since_stands_with_the_unit_it_was_in_on_the_day(desk: Desk) -> None:
    known = peopled(desk)
    go_on_to(desk, date(2026, 11, 26))
    yen = one(desk, Mailbox, id=known["yen"])
    edit_mailbox(desk, mailbox=yen, note="", unit_id=known["finance"], holder_id=yen.holder_id)
    assert units_of(desk, YEN, on=date(2026, 11, 25)) == [known["digital"]]
    assert units_of(desk, YEN, on=date(2026, 11, 26)) == [known["finance"]]
    go_on_to(desk, date(2026, 11, 30))
    edit_mailbox(
        desk, mailbox=one(desk, Mailbox, id=yen.id), note="", unit_id=own_unit_id(desk), holder_id=yen.holder_id
    )
    assert units_of(desk, YEN, on=date(2026, 11, 25)) == [known["digital"]]
    assert units_of(desk, YEN, on=date(2026, 11, 27)) == [known["finance"]]


def test_who_looked_after_a_units_mailbox_is_asked_of_the_unit_it_was_in_on_the_day(desk: Desk) -> None:
    known = peopled(desk)
    about = {"address": "phongcds.sotttt@soctrang.gov.vn", "kind": "unit", "unit_id": known["digital"], "since": SINCE}
    (moved,) = add_mailbox(desk, **about).ids["mailbox"]
    appoint(desk, unit_id=known["digital"], person_id=known["newcomer"], role="custodian", from_on=SINCE)
    go_on_to(desk, date(2026, 11, 26))
    edit_mailbox(desk, mailbox=one(desk, Mailbox, id=moved), note="", unit_id=known["finance"], holder_id=None)
    looks = [
        [
            row.cells["look"]
            for sheet in plan_review(desk, as_of_on=day).sheets
            for row in sheet.rows
            if row.mailbox_id == moved
        ]
        for day in (date(2026, 11, 25), date(2026, 11, 26))
    ]
    assert looks == [[""], ["Chưa ghi ai được giao theo dõi"]]


def units_of(desk: Desk, address: str, *, on: date) -> list[int]:
    """Say with which unit a mailbox stands on the sheets of a day."""
    sheets = plan_review(desk, as_of_on=on).sheets
    return [sheet.unit_id for sheet in sheets if address in {row.cells["address"] for row in sheet.rows}]


def test_a_unit_whose_regulation_gives_few_posts_a_mailbox_is_not_told_that_everyone_lacks_one(tmp_path: Path) -> None:
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        plan = plan_review(desk, as_of_on=TODAY)
        assert plan.orphan_count("no-mailbox") <= 1


def test_what_is_opened_stays_as_it_was_whatever_the_register_becomes(desk: Desk) -> None:
    known = peopled(desk)
    review = opened_review(desk)
    before = rows_of(desk, review)
    record_state(desk, mailbox_id=known["yen"], state="closed", on=TODAY)
    assert rows_of(desk, review) == before
    assert len(sheets_of(desk, review)) == 3
    due = one(desk, Due, subject_kind="review", subject_id=review.id)
    assert (due.due_on, due.begun_by, due.rule) == (review.answer_by_on, "opened", "inactivity.review")


def test_a_plan_made_on_another_register_is_refused_only_where_it_would_show(desk: Desk) -> None:
    known = peopled(desk)
    plan = plan_review(desk, as_of_on=TODAY)
    record_act(desk, mailbox_ids=[known["yen"]], kind="password-changed", on=TODAY)
    open_review(desk, plan)
    stale = plan_review(desk, as_of_on=TODAY)
    record_state(desk, mailbox_id=known["yen"], state="locked", on=TODAY)
    with pytest.raises(RuleBroken, match="Sổ vừa thay đổi"):
        open_review(desk, stale)
    assert len(every(desk, Review)) == 1


def test_a_second_review_of_the_same_unit_is_told_and_not_forbidden(desk: Desk) -> None:
    known = peopled(desk)
    opened_review(desk, units=[known["digital"]], title="Rà soát đợt 1")
    plan = plan_review(desk, as_of_on=TODAY)
    assert plan.overlaps == ("Phòng Chuyển đổi số: Rà soát đợt 1",)
    open_review(desk, plan)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"as_of_on": date(2026, 11, 24)}, "chưa tới"),
        ({"as_of_on": TODAY, "answer_by_on": date(2026, 11, 20)}, "đã qua"),
    ],
)
def test_days_that_cannot_be_are_refused(desk: Desk, about: dict[str, date], said: str) -> None:
    with pytest.raises(RuleBroken, match=said):
        plan_review(desk, **about)  # type: ignore[arg-type]


def test_a_review_of_nothing_is_refused(desk: Desk) -> None:
    plan = replace(plan_review(desk, as_of_on=TODAY), sheets=())
    with pytest.raises(RuleBroken, match="Không có hộp thư nào"):
        open_review(desk, plan)


def test_giving_it_up_needs_a_reason_and_ends_the_waiting(desk: Desk) -> None:
    peopled(desk)
    review = opened_review(desk)
    with pytest.raises(RuleBroken, match="lý do"):
        cancel_review(desk, review_id=review.id, reason=" ")
    with pytest.raises(SecretTold):
        cancel_review(desk, review_id=review.id, reason="mật khẩu: hoasen1")
    cancel_review(desk, review_id=review.id, reason="Sở hoãn sang năm sau")
    assert one(desk, Review).state == "cancelled"
    assert one(desk, Due, subject_kind="review").settled_on == TODAY
    with pytest.raises(RuleBroken, match="đã hủy"):
        cancel_review(desk, review_id=review.id, reason="lần nữa")


def test_both_acts_can_be_taken_back_and_the_register_agrees_with_its_journal(desk: Desk) -> None:
    peopled(desk)
    review = opened_review(desk)
    cancel_review(desk, review_id=review.id, reason="Sở hoãn sang năm sau")
    for left in (1, 0):
        journals.take_back(desk, journals.plan_take_back(desk))
        assert len(every(desk, Review, state="open")) == left
    assert not every(desk, ReviewSheet)
    assert not every(desk, ReviewRow)
    assert not journals.verify(desk)


def test_twenty_thousand_mailboxes_take_no_statement_each(tmp_path: Path) -> None:
    with large_register(tmp_path, 20_000) as desk:
        go_on_to(desk, TODAY)
        sent: list[str] = []
        event.listen(desk.engine, "before_cursor_execute", lambda *told: sent.append(told[2]))
        plan = plan_review(desk, as_of_on=TODAY)
        open_review(desk, plan)
        assert plan.row_count > 10_000
        assert len(sent) < 60
