"""A report's figures as of any past day, told apart by unit and kind, from what was recorded in any order."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.report_figures import ChangeLine, Figures
from govmail_desk.domain.request_details import ChangeDetails
from govmail_desk.operations.mailbox_acts import record_issue
from govmail_desk.operations.mailboxes import add_mailbox, edit_mailbox, record_state
from govmail_desk.operations.people import add_person
from govmail_desk.operations.report_figures import count_figures
from govmail_desk.operations.request_answers import RowAnswer, answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.units import add_unit, rename_unit
from tests.desks import added, founded, leave, own_unit_id
from tests.mailboxes import issued
from tests.request_lives import MONDAY, OWN, go_on_to, one, sent

EVE = date(2026, 9, 30)
CUT_OFF = date(2026, 12, 5)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        go_on_to(open_desk, date(2026, 12, 20))
        yield open_desk


def count(desk: Desk, *, opening_on: date = EVE, cut_off_on: date = CUT_OFF) -> Figures:
    return count_figures(desk, opening_on=opening_on, cut_off_on=cut_off_on)


def line(figures: Figures, unit: str, kind: str = "personal") -> ChangeLine:
    (found,) = [one for one in figures.lines if (one.unit, one.kind) == (unit, kind)]
    return found


def section(desk: Desk, name: str = "Phòng Bưu chính", parent_id: int | None = None) -> int:
    (unit_id,) = add_unit(desk, name=name, slug="", parent_id=parent_id or own_unit_id(desk)).ids["unit"]
    return unit_id


OWN_NAME = "Sở Thông tin và Truyền thông"


def test_a_mailbox_that_came_in_use_exists_from_its_day_on_and_is_no_new_issue(desk):
    issued(desk, "Trần Văn An")  # since 05/01/2026
    own = line(count(desk), OWN_NAME)
    assert (own.opening, own.taken_in, own.created, own.closing) == (1, 0, 0, 1)
    whole_year = line(count(desk, opening_on=date(2025, 12, 31)), OWN_NAME)
    assert (whole_year.opening, whole_year.taken_in, whole_year.created, whole_year.closing) == (0, 1, 0, 1)
    unit_box = line(count(desk), OWN_NAME, "unit")  # the register was founded on 23/11/2026
    assert (unit_box.opening, unit_box.taken_in, unit_box.closing) == (0, 1, 1)


def test_once_the_day_of_issue_is_told_it_counts_as_created_on_that_day(desk):
    box = issued(desk, "Trần Văn An")
    record_issue(desk, mailbox_ids=[box], on=date(2025, 11, 3))
    told = line(count(desk, opening_on=date(2025, 9, 30), cut_off_on=date(2025, 12, 5)), OWN_NAME)
    assert (told.opening, told.taken_in, told.created, told.closing) == (0, 0, 1, 1)
    same_day = issued(desk, "Trần Văn Bình")
    record_issue(desk, mailbox_ids=[same_day], on=date(2026, 1, 5))
    told = line(count(desk, opening_on=date(2025, 12, 31)), OWN_NAME)
    assert (told.opening, told.taken_in, told.created, told.closing) == (1, 0, 1, 2)


def test_a_request_granted_counts_on_the_day_the_operator_answered(desk):
    request_id = sent(desk, "Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Văn Hùng")
    answer_request(
        desk, request_id=request_id, on=date(2026, 11, 26), answers={3: RowAnswer("refused", note="Thiếu hồ sơ")}
    )
    apply_answer(desk, request_id=request_id)
    assert line(count(desk, cut_off_on=date(2026, 11, 25)), OWN_NAME).created == 0
    figures = count(desk, cut_off_on=date(2026, 11, 26))
    assert (line(figures, OWN_NAME).created, line(figures, OWN_NAME).closing) == (2, 2)
    assert [(name.holder, name.number) for name in figures.of("created")] == [
        ("Nguyễn Văn Thành", "125"),
        ("Đỗ Thị Bích Ngọc", "125"),
    ]


def test_locks_reopenings_and_closings_are_told_apart_and_only_the_last_lower_the_count(desk):
    box = issued(desk, "Trần Văn An")
    for state, day in (("locked", 10), ("suspended", 12), ("active", 20), ("closed", 25)):
        record_state(desk, mailbox_id=box, state=state, on=date(2026, 11, day), note="Theo thông báo")
    own = line(count(desk), OWN_NAME)
    assert (own.opening, own.locked, own.suspended, own.reopened, own.closed, own.closing) == (1, 1, 1, 1, 1, 0)
    before = line(count(desk, cut_off_on=date(2026, 11, 15)), OWN_NAME)
    assert (before.locked, before.suspended, before.reopened, before.closed, before.closing) == (1, 1, 0, 0, 1)
    assert count(desk).of("closed")[0].detail == "Theo thông báo"


def test_what_is_dated_after_the_cut_off_counts_in_the_next_report(desk):
    box = issued(desk, "Trần Văn An")
    record_state(desk, mailbox_id=box, state="closed", on=date(2026, 12, 6))
    assert line(count(desk), OWN_NAME).closing == 1
    following = line(count(desk, opening_on=CUT_OFF, cut_off_on=date(2026, 12, 20)), OWN_NAME)
    assert (following.opening, following.closed, following.closing) == (1, 1, 0)


def test_a_mailbox_that_moves_leaves_one_unit_and_comes_to_another(desk):
    box, section_id = issued(desk, "Trần Văn An"), section(desk)
    go_on_to(desk, date(2026, 11, 30))
    mailbox = one(desk, Mailbox, id=box)
    edit_mailbox(desk, mailbox=mailbox, note="", unit_id=section_id, holder_id=mailbox.holder_id)
    figures = count(desk)
    left, came = line(figures, OWN_NAME), line(figures, "Phòng Bưu chính")
    assert (left.opening, left.moved_out, left.closing) == (1, 1, 0)
    assert (came.opening, came.moved_in, came.closing) == (0, 1, 1)
    assert figures.of("moved_in")[0].detail == f"{OWN_NAME} → Phòng Bưu chính"
    before = count(desk, cut_off_on=date(2026, 11, 29))
    assert [(one.unit, one.closing) for one in before.lines if one.kind == "personal"] == [(OWN_NAME, 1)]
    after = line(count(desk, opening_on=CUT_OFF, cut_off_on=date(2026, 12, 20)), "Phòng Bưu chính")
    assert (after.opening, after.closing) == (1, 1)


def test_what_moves_out_of_the_units_tree_is_gone_from_the_report(desk):
    box = issued(desk, "Trần Văn An")
    (outside,) = add_unit(desk, name="Sở Nội vụ", slug="snv").ids["unit"]
    mailbox = one(desk, Mailbox, id=box)
    go_on_to(desk, date(2026, 12, 1))
    edit_mailbox(desk, mailbox=mailbox, note="", unit_id=outside, holder_id=mailbox.holder_id)
    own = line(count(desk), OWN_NAME)
    assert (own.opening, own.moved_out, own.closing) == (1, 1, 0)
    assert {one.unit for one in count(desk).lines} == {OWN_NAME}


def test_changes_and_new_passwords_are_counted_and_change_no_balance(desk):
    box, other = issued(desk, "Trần Văn An"), issued(desk, "Trần Văn Bình")
    facts = ChangeDetails(address="binhmoi@ninhbinh.gov.vn", document="Quyết định 12/QĐ-STTTT")
    for kind, about, number in (("reset", box, "7"), ("change", other, "8")):
        details = {other: facts} if kind == "change" else {}
        plan = plan_about(desk, kind=kind, mailbox_ids=[about], on=MONDAY, details=details)
        (request_id,) = draft_request(desk, plan).ids["request"]
        send_request(desk, request_id=request_id, on=MONDAY, from_address=OWN["ninhbinh-2020"], number=number)
        answer_request(desk, request_id=request_id, on=date(2026, 11, 30))
        apply_answer(desk, request_id=request_id)
    figures = count(desk)
    own = line(figures, OWN_NAME)
    assert (own.opening, own.reset, own.changed, own.closing) == (2, 1, 1, 2)
    (changed,) = figures.of("changed")
    assert changed.detail == "tranvanbinh@ninhbinh.gov.vn → binhmoi@ninhbinh.gov.vn"
    assert changed.number == "8"
    assert line(count(desk, cut_off_on=date(2026, 11, 29)), OWN_NAME).changed == 0


def test_units_stand_as_a_tree_with_the_names_of_the_cut_off_day_and_empty_ones_are_left_out(desk):
    first = section(desk, "Phòng Bưu chính")
    section(desk, "Phòng Trống")
    deeper = section(desk, "Tổ Văn thư", parent_id=first)
    for unit_id, name in ((first, "Lê Văn Một"), (deeper, "Lê Văn Hai")):
        (person_id,) = add_person(desk, full_name=name, unit_id=unit_id).ids["person"]
        address = f"{unit_id}@ninhbinh.gov.vn"
        add_mailbox(
            desk, address=address, kind="personal", unit_id=unit_id, holder_id=person_id, since=date(2026, 10, 5)
        )
    rename_unit(desk, unit_id=first, name="Phòng Viễn thông", from_on=date(2026, 12, 1))
    told = [(one.unit, one.depth) for one in count(desk).lines if one.kind == "personal"]
    assert told == [(OWN_NAME, 0), ("Phòng Viễn thông", 1), ("Tổ Văn thư", 2)]
    earlier = [one.unit for one in count(desk, cut_off_on=date(2026, 11, 15)).lines if one.kind == "personal"]
    assert earlier == [OWN_NAME, "Phòng Bưu chính", "Tổ Văn thư"]


def test_staff_are_counted_as_far_as_the_register_knows(desk):
    issued(desk, "Trần Văn An")
    gone = added(desk, "Lê Thị Xuân")
    leave(desk, gone, on=date(2026, 12, 1))
    figures = count(desk)
    assert (figures.people_count, figures.people_with_mailbox_count) == (2, 1)  # the head, and one with a mailbox
    assert count(desk, cut_off_on=date(2026, 11, 30)).people_count == 3


def test_where_nobody_is_known_staff_are_not_nought(tmp_path):
    with founded(tmp_path, head="") as desk:
        assert count(desk, cut_off_on=MONDAY).people_count is None


def test_an_empty_stretch_counts_what_stands_and_nothing_else(desk):
    issued(desk, "Trần Văn An")
    figures = count(desk, opening_on=CUT_OFF, cut_off_on=CUT_OFF)
    assert figures.names == ()
    assert figures.total().opening == figures.total().closing == 2
