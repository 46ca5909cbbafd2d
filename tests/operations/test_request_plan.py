"""Plans about mailboxes of the register, drafted and carried through: one frozen selection whatever the kind."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.letter_text import default_reason
from govmail_desk.domain.mailbox import Mailbox, MailboxEvent
from govmail_desk.domain.person import Person
from govmail_desk.domain.request import File, Request, RequestRow
from govmail_desk.domain.request_details import ChangeDetails, CloseDetails, Fact
from govmail_desk.listings import requests as request_listing
from govmail_desk.operations import journals
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_request, selection_hash
from govmail_desk.operations.units import add_unit
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, added, founded, own_unit_id
from tests.mailboxes import issued, issued_to_unit
from tests.request_lives import go_on_to

TODAY = NOW.date()
KINDS = ("change", "reset", "reopen", "close")
OWN = "stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def planned(desk, kind, *mailbox_ids, details=None, reason=""):
    if kind == "change" and details is None:
        details = dict.fromkeys(mailbox_ids, ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó phòng"),)))
    return plan_about(desk, kind=kind, mailbox_ids=mailbox_ids, on=TODAY, details=details, reason=reason)


def read(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def one(desk, kind, **equals):
    (found,) = read(desk, kind, **equals)
    return found


def of_kind(desk, kind, *names):
    return [issued(desk, name, state="locked" if kind == "reopen" else "active") for name in names]


def carried_through(desk, plan):
    (request_id,) = draft_request(desk, plan).ids["request"]
    send_request(desk, request_id=request_id, on=TODAY, from_address=OWN, number="12")
    answer_request(desk, request_id=request_id, on=TODAY)
    apply_answer(desk, request_id=request_id)


@pytest.mark.parametrize("kind", KINDS)
def test_planning_writes_nothing_and_drafting_touches_no_mailbox(desk, kind):
    ids = of_kind(desk, kind, "Lê An", "Lê Bình")
    head, mailboxes, events = desk.journal_head(), read(desk, Mailbox), len(read(desk, MailboxEvent))
    plan = planned(desk, kind, *ids)
    assert desk.journal_head() == head
    draft_request(desk, plan)
    assert (read(desk, Mailbox), len(read(desk, MailboxEvent))) == (mailboxes, events)
    assert one(desk, Request).kind == kind
    assert journals.verify(desk) == []


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("change", "Lập đề nghị thay đổi thông tin 1 hộp thư"),
        ("reset", "Lập đề nghị cấp lại mật khẩu 1 hộp thư"),
        ("reopen", "Lập đề nghị mở lại 1 hộp thư"),
        ("close", "Lập đề nghị hủy, thu hồi 1 hộp thư"),
    ],
)
def test_the_journal_says_what_was_asked_for(desk, kind, said):
    assert draft_request(desk, planned(desk, kind, *of_kind(desk, kind, "Lê An"))).sentence == said


@pytest.mark.parametrize("kind", KINDS)
def test_rows_are_frozen_under_one_seal_that_can_be_made_again_from_the_register(desk, kind):
    ids = of_kind(desk, kind, "Lê An", "Lê Bình")
    plan = planned(desk, kind, *ids)
    draft_request(desk, plan)
    request, rows = one(desk, Request), read(desk, RequestRow)
    again = hashlib.sha256(msgspec.json.encode([row.cells for row in rows], order="sorted")).hexdigest()
    assert request.selection_sha256 == selection_hash(plan.rows) == again
    assert [row.mailbox_id for row in rows] == ids
    assert [row.position for row in rows] == [1, 2]
    assert request.row_count == 2


def test_a_later_change_of_the_register_changes_no_frozen_row_and_no_made_file(desk):
    (mailbox_id,) = of_kind(desk, "close", "Lê An")
    draft_request(desk, planned(desk, "close", mailbox_id))
    rows, files = read(desk, RequestRow), read(desk, File)
    contents = [request_listing.content(desk, file.sha256) for file in files]
    person = one(desk, Person, full_name="Lê An")
    edit_person(desk, person=person, corrected=replace(person, full_name="Lê Văn An"))
    assert (read(desk, RequestRow), read(desk, File)) == (rows, files)
    assert [request_listing.content(desk, file.sha256) for file in files] == contents


def test_a_change_of_the_register_after_the_look_refuses_the_draft(desk):
    (mailbox_id,) = of_kind(desk, "close", "Lê An")
    plan = planned(desk, "close", mailbox_id)
    issued(desk, "Lê Bình")
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        draft_request(desk, plan)


def test_a_refused_row_keeps_the_whole_request_out_and_names_its_article(desk):
    locked, active = issued(desk, "Lê An", state="locked"), issued(desk, "Lê Bình")
    with pytest.raises(RuleBroken, match="không bị khóa") as refusal:
        draft_request(desk, planned(desk, "reopen", locked, active))
    assert refusal.value.cite == "Đ7.1"
    assert read(desk, Request) == []


def test_people_and_units_go_in_two_requests(desk):
    with pytest.raises(RuleBroken, match="hai đề nghị"):
        planned(desk, "close", issued(desk, "Lê An"), issued_to_unit(desk, "Phòng Tổ chức"))


def test_a_units_mailbox_is_asked_about_without_a_person(desk):
    draft_request(desk, planned(desk, "close", issued_to_unit(desk, "Phòng Tổ chức")))
    assert one(desk, RequestRow).person_id is None
    assert one(desk, Request).mailbox_kind == "unit"


def test_nothing_chosen_and_nothing_there_are_refused(desk):
    with pytest.raises(RuleBroken, match="Chưa chọn hộp thư"):
        planned(desk, "close")
    with pytest.raises(RuleBroken):
        planned(desk, "close", 999)
    with pytest.raises(ValueError, match="plan_request"):
        planned(desk, "create", issued(desk, "Lê An"))


def test_the_clerks_reason_stands_first_then_the_one_all_rows_share_then_the_usual_one(desk):
    ids = of_kind(desk, "close", "Lê An", "Lê Bình")
    same = dict.fromkeys(ids, CloseDetails(reason="Nghỉ hưu"))
    assert planned(desk, "close", *ids, details=same, reason="  sắp xếp bộ máy ").reason == "sắp xếp bộ máy"
    assert planned(desk, "close", *ids, details=same).reason == "nghỉ hưu"
    assert planned(desk, "close", *ids).reason == default_reason("close", "personal")
    mixed = {ids[0]: CloseDetails(reason="Nghỉ hưu")}
    assert planned(desk, "close", *ids, details=mixed).reason == default_reason("close", "personal")


@pytest.mark.parametrize(
    ("kind", "is_unstated"), [("change", False), ("reset", True), ("reopen", False), ("close", False)]
)
def test_a_kind_the_regulation_does_not_name_is_offered_as_such(desk, kind, is_unstated):
    plan = planned(desk, kind, *of_kind(desk, kind, "Lê An"))
    assert plan.is_unstated == is_unstated
    assert plan.channel is not None


# carried through


def test_a_change_granted_is_what_the_register_says(desk):
    (mailbox_id,) = of_kind(desk, "change", "Lê An")
    (unit_id,) = add_unit(desk, name="Phòng Kế toán", slug="pkt", parent_id=own_unit_id(desk)).ids["unit"]
    asked = ChangeDetails(address="lean.pkt@ninhbinh.gov.vn", unit_id=unit_id)
    plan = planned(desk, "change", mailbox_id, details={mailbox_id: asked})
    assert plan.rows[0].wanted == {"address": "lean.pkt@ninhbinh.gov.vn", "unit_id": unit_id}
    carried_through(desk, plan)
    mailbox = one(desk, Mailbox, id=mailbox_id)
    assert (mailbox.address, mailbox.unit_id, mailbox.state) == ("lean.pkt@ninhbinh.gov.vn", unit_id, "active")


@pytest.mark.parametrize(("kind", "state"), [("reopen", "active"), ("close", "closed"), ("reset", "active")])
def test_what_is_granted_brings_the_state_it_asked_for(desk, kind, state):
    (mailbox_id,) = of_kind(desk, kind, "Lê An")
    before = one(desk, Mailbox, id=mailbox_id)
    carried_through(desk, planned(desk, kind, mailbox_id))
    mailbox = one(desk, Mailbox, id=mailbox_id)
    since = before.since if before.state == state else TODAY  # one in use stays in use whoever gets its password
    assert (mailbox.state, mailbox.since) == (state, since)


def test_a_draft_taken_back_leaves_the_register_as_it_was(desk):
    (mailbox_id,) = of_kind(desk, "reopen", "Lê An")
    before = read(desk, Mailbox)
    draft_request(desk, planned(desk, "reopen", mailbox_id))
    journals.take_back(desk, journals.plan_take_back(desk))
    assert (read(desk, Request), read(desk, RequestRow), read(desk, Mailbox)) == ([], [], before)


def test_the_day_of_the_request_decides_by_which_rule_it_goes(desk):
    (mailbox_id,) = of_kind(desk, "close", "Lê An")
    go_on_to(desk, date(2026, 12, 3))
    plan = plan_about(desk, kind="close", mailbox_ids=[mailbox_id], on=date(2026, 12, 1))
    assert plan.on == date(2026, 12, 1)
    assert plan.regulation_id == "ninhbinh-2020"


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_is_not_dated_on_a_day_that_has_not_come(desk, kind):
    ids = of_kind(desk, kind, "Nguyễn Văn Thành")
    with pytest.raises(RuleBroken, match=r"Ngày lập đề nghị 24/11/2026 chưa tới"):
        plan_about(desk, kind=kind, mailbox_ids=ids, on=TODAY + timedelta(days=1))


def test_new_mailboxes_are_not_asked_for_on_a_day_that_has_not_come(desk):
    with pytest.raises(RuleBroken, match=r"Ngày lập đề nghị 01/01/2099 chưa tới"):
        plan_request(desk, on=date(2099, 1, 1), people_ids=[added(desk, "Nguyễn Văn Thành")])
