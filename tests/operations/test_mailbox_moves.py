"""A mailbox that comes under another unit leaves a dated move, whichever act moves it; taken back, the move is gone."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent, MailboxMove
from govmail_desk.domain.request_details import ChangeDetails
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.mailboxes import edit_mailbox, record_state
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.units import add_unit
from tests import small_lists as lists
from tests.desks import founded, own_unit_id
from tests.mailboxes import issued
from tests.request_lives import MONDAY, OWN, every, go_on_to, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


@pytest.fixture
def section_id(desk):
    (unit_id,) = add_unit(desk, name="Phòng Bưu chính", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    return unit_id


def move(desk: Desk, box: int, unit_id: int) -> None:
    mailbox = one(desk, Mailbox, id=box)
    edit_mailbox(desk, mailbox=mailbox, note=mailbox.note, unit_id=unit_id, holder_id=mailbox.holder_id)


def told(desk: Desk) -> list[tuple[int, int, date]]:
    return [(one.from_unit_id, one.to_unit_id, one.on_date) for one in every(desk, MailboxMove)]


def test_another_unit_in_the_mailboxs_dialog_is_a_move_of_today_and_is_taken_back_with_it(desk, section_id):
    box, own = issued(desk, "Trần Văn An"), own_unit_id(desk)
    move(desk, box, section_id)
    assert told(desk) == [(own, section_id, MONDAY)]
    journals.take_back(desk, journals.plan_take_back(desk))
    assert told(desk) == []
    assert not list(journals.verify(desk))


def test_a_mailbox_that_stays_where_it_is_leaves_no_move(desk):
    box = issued(desk, "Trần Văn An")
    move(desk, box, own_unit_id(desk))
    assert told(desk) == []


def test_a_list_that_puts_someone_elsewhere_takes_their_mailbox_along_with_a_move_of_that_day(desk, section_id):
    own = own_unit_id(desk)
    issued(desk, "Trần Văn An")
    file = lists.people(lists.person("Trần Văn An", phone="0912000111", section="Phòng Bưu chính"))
    take_in(desk, plan_intake(desk, file))
    assert told(desk) == [(own, section_id, MONDAY)]
    assert every(desk, MailboxMove)[0].note.startswith("Có trong danh sách")


def change_of_unit(desk: Desk, box: int, section_id: int, *, asked_on: date, answered_on: date) -> int:
    details = {box: ChangeDetails(unit_id=section_id, document="Quyết định 12/QĐ-STTTT", decided_on=asked_on)}
    plan = plan_about(desk, kind="change", mailbox_ids=[box], on=asked_on, details=details)
    (request_id,) = draft_request(desk, plan).ids["request"]
    send_request(desk, request_id=request_id, on=asked_on, from_address=OWN["ninhbinh-2020"], number="12")
    answer_request(desk, request_id=request_id, on=answered_on)
    return request_id


def test_a_granted_change_of_unit_moves_on_the_day_the_operator_answered(desk, section_id):
    box, own = issued(desk, "Trần Văn An"), own_unit_id(desk)
    go_on_to(desk, date(2026, 12, 1))
    request_id = change_of_unit(desk, box, section_id, asked_on=MONDAY, answered_on=date(2026, 11, 26))
    assert told(desk) == []
    apply_answer(desk, request_id=request_id)
    assert told(desk) == [(own, section_id, date(2026, 11, 26))]
    assert one(desk, MailboxMove).note == "Đề nghị số 12"


def test_a_mailbox_never_goes_back_in_time(desk, section_id):
    box, own = issued(desk, "Trần Văn An"), own_unit_id(desk)
    go_on_to(desk, date(2026, 12, 1))
    request_id = change_of_unit(desk, box, section_id, asked_on=MONDAY, answered_on=date(2026, 11, 26))
    (other,) = add_unit(desk, name="Phòng Báo chí", slug="", parent_id=own).ids["unit"]
    move(desk, box, other)
    apply_answer(desk, request_id=request_id)
    assert told(desk) == [(own, other, date(2026, 12, 1)), (other, section_id, date(2026, 12, 1))]


def test_a_change_brought_in_late_keeps_the_state_of_the_day_it_was_answered(desk, section_id):
    box = issued(desk, "Trần Văn An")
    go_on_to(desk, date(2026, 12, 1))
    request_id = change_of_unit(desk, box, section_id, asked_on=MONDAY, answered_on=date(2026, 11, 26))
    record_state(desk, mailbox_id=box, state="locked", on=date(2026, 11, 30))
    apply_answer(desk, request_id=request_id)
    states = {event.on_date: event.state for event in every(desk, MailboxEvent, mailbox_id=box)}
    assert states[date(2026, 11, 26)] == "active"
    assert one(desk, Mailbox, id=box).state == "locked"
