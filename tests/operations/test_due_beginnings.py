"""One rule, one act: due rows come from dated acts alone, each from one that stands in the register, and no edit ever moves them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.check import Check
from govmail_desk.domain.mailbox import Mailbox, MailboxAct, MailboxEvent
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.operations.checks import record_check
from govmail_desk.operations.due_beginnings import mark_occasion
from govmail_desk.operations.mailbox_acts import record_act, record_issue
from govmail_desk.operations.mailboxes import edit_mailbox, edit_notes, record_state
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.request_answers import answer_request, apply_answer
from govmail_desk.operations.request_sending import send_request
from govmail_desk.operations.requests import draft_request, plan_about, plan_request
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW, added, founded, own_unit_id
from tests.mailboxes import ISSUED_ON, issued

TODAY = NOW.date()
FIRST = date(2026, 3, 2)
KINDS = ["password-changed", "used", "cleaned", "reason-told", "checked"]
EVENTS = {"issued": "active", "begun": "active", "locked": "locked", "suspended": "suspended"}


def kept(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def of_mailbox(desk, mailbox_id):
    return kept(desk, Due, subject_kind="mailbox", subject_id=mailbox_id)


def standing(desk, mailbox_id):
    return {(due.rule, due.started_on, due.due_on) for due in of_mailbox(desk, mailbox_id) if due.settled_on is None}


def do(desk, mailbox_id, kind, on):
    if kind == "checked":
        record_check(desk, mailbox_ids=[mailbox_id], on=on, slot="morning")
    else:
        record_act(desk, mailbox_ids=[mailbox_id], kind=kind, on=on)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A register of Quận 4, which states the most; every example adds a mailbox of its own."""
    with founded(tmp_path_factory.mktemp("so"), "quan4-03-2013") as open_desk:
        yield open_desk


def new_mailbox(desk):
    mailbox_id = issued(desk, f"Lê Văn {desk.journal_head()[0]}", state="proposed")
    record_issue(desk, mailbox_ids=[mailbox_id], on=FIRST)
    return mailbox_id


days = st.dates(FIRST, TODAY)
acts = st.lists(st.tuples(st.sampled_from(KINDS), days), max_size=4)


@settings(max_examples=15)
@given(acts=acts, edits=st.lists(st.sampled_from(["note", "notes", "unit", "holder", "name"]), max_size=5))
def test_no_edit_ever_changes_a_due_row(desk, acts, edits):
    mailbox_id = new_mailbox(desk)
    for kind, on in acts:
        do(desk, mailbox_id, kind, on)
    before = of_mailbox(desk, mailbox_id)
    for edit in edits:
        make_edit(desk, mailbox_id, edit)
    assert of_mailbox(desk, mailbox_id) == before


def make_edit(desk, mailbox_id, edit):
    (box,) = kept(desk, Mailbox, id=mailbox_id)
    facts = {"note": box.note, "unit_id": box.unit_id, "holder_id": box.holder_id}
    if edit == "notes":
        edit_notes(desk, mailbox_ids=[mailbox_id], note=f"Ghi chú {desk.journal_head()[0]}")
    elif edit == "name":
        (person,) = kept(desk, Person, id=box.holder_id)
        edit_person(desk, person=person, corrected=replace(person, full_name=f"{person.full_name} Hai"))
    else:
        changed = {"note": "Dùng chung", "unit": own_unit_id(desk), "holder": box.holder_id and added(desk, "Lê Hai")}
        field = {"note": "note", "unit": "unit_id", "holder": "holder_id"}[edit]
        edit_mailbox(desk, mailbox=box, **(facts | {field: changed[edit]}))


@settings(max_examples=15)
@given(acts=acts)
def test_every_due_row_was_begun_by_an_act_of_that_day_in_the_register(desk, acts):
    mailbox_id = new_mailbox(desk)
    for kind, on in acts:
        do(desk, mailbox_id, kind, on)
    told = {(act.kind, act.on_date) for act in kept(desk, MailboxAct, mailbox_id=mailbox_id)}
    told |= {("checked", check.on_date) for check in kept(desk, Check, mailbox_id=mailbox_id)}
    states = {(event.state, event.on_date) for event in kept(desk, MailboxEvent, mailbox_id=mailbox_id)}
    for due in of_mailbox(desk, mailbox_id):
        acted = (due.begun_by, due.started_on) in told
        assert acted or (EVENTS.get(due.begun_by), due.started_on) in states
        assert due.settled_on is None or (due.settled_on >= due.started_on and due.settled_why)


@settings(max_examples=15)
@given(acts=acts, kind=st.sampled_from(["password-changed", "used", "cleaned", "checked"]))
def test_an_act_dated_back_changes_nothing_that_stands(desk, acts, kind):
    mailbox_id = new_mailbox(desk)
    for one, on in acts:
        do(desk, mailbox_id, one, on)
    do(desk, mailbox_id, kind, TODAY)
    do(desk, mailbox_id, "password-changed", TODAY)
    before = standing(desk, mailbox_id)
    do(desk, mailbox_id, kind, TODAY - timedelta(days=1))
    assert standing(desk, mailbox_id) == before


@settings(max_examples=15)
@given(acts=acts)
def test_one_row_at_most_stands_of_each_rule_and_it_is_of_the_latest_act(desk, acts):
    mailbox_id = new_mailbox(desk)
    for kind, on in acts:
        do(desk, mailbox_id, kind, on)
    rows = [due for due in of_mailbox(desk, mailbox_id) if due.settled_on is None]
    assert len({due.rule for due in rows}) == len(rows)
    rotation = next(due for due in rows if due.rule == "password.rotation.user")
    assert rotation.started_on == max([on for kind, on in acts if kind == "password-changed"], default=FIRST)
    remove = next(due for due in rows if due.rule == "inactivity.remove")
    uses = [on for kind, on in acts if kind in {"password-changed", "used", "checked"}]
    assert remove.started_on == max(uses, default=FIRST)


def test_the_day_a_list_came_in_gives_way_to_a_day_that_is_known(desk):
    mailbox_id = issued(desk, "Lê Nhập")
    with desk.transaction("take_in", "Nhập") as act:
        boxes = [act.transaction.get(Mailbox, mailbox_id)]
        mark_occasion(act.transaction, desk, boxes, occasion="imported", on=TODAY)
    assert {due.begun_by for due in of_mailbox(desk, mailbox_id)} == {"imported"}
    do(desk, mailbox_id, "password-changed", date(2026, 9, 1))
    do(desk, mailbox_id, "password-changed", date(2026, 10, 1))
    do(desk, mailbox_id, "password-changed", date(2026, 9, 15))
    (rotation,) = [
        due for due in of_mailbox(desk, mailbox_id) if due.rule.startswith("password") and not due.settled_on
    ]
    assert (rotation.started_on, rotation.due_on) == (date(2026, 10, 1), date(2027, 1, 1))


def test_in_a_register_of_before_a_rotation_began_with_the_list_and_gives_way_too(desk):
    mailbox_id = issued(desk, "Lê Nhập Trước")
    with desk.transaction("take_in", "Nhập") as act:
        boxes = [act.transaction.get(Mailbox, mailbox_id)]
        mark_occasion(act.transaction, desk, boxes, occasion="imported", on=TODAY)
    with desk.transaction("migrate", "Nâng sổ lên bản mới") as act:
        begun = act.transaction.find(Due, subject_kind="mailbox", subject_id=mailbox_id)
        act.transaction.put_all([replace(due, begun_by="") for due in begun])
    do(desk, mailbox_id, "password-changed", FIRST)
    rotations = [row[1:] for row in standing(desk, mailbox_id) if row[0] == "password.rotation.user"]
    assert rotations == [(FIRST, date(2026, 6, 2))]


def test_a_password_changed_on_the_day_the_list_came_in_is_known_from_then_on(desk):
    mailbox_id = issued(desk, "Lê Nhập Đổi")
    with desk.transaction("take_in", "Nhập") as act:
        boxes = [act.transaction.get(Mailbox, mailbox_id)]
        mark_occasion(act.transaction, desk, boxes, occasion="imported", on=TODAY)
    do(desk, mailbox_id, "password-changed", TODAY)
    record_issue(desk, mailbox_ids=[mailbox_id], on=ISSUED_ON)
    (rotation,) = [due for due in of_mailbox(desk, mailbox_id) if "rotation" in due.rule and not due.settled_on]
    assert (rotation.started_on, rotation.begun_by) == (TODAY, "password-changed")


def answered(desk, plan):
    (request_id,) = draft_request(desk, plan).ids["request"]
    send_request(desk, request_id=request_id, on=TODAY, from_address="phuong9.q4@tphcm.gov.vn")
    answer_request(desk, request_id=request_id, on=TODAY)
    apply_answer(desk, request_id=request_id)


def test_an_applied_issue_begins_what_runs_from_it(desk):
    person_id = added(desk, "Phạm Thị Mới")
    answered(desk, plan_request(desk, on=TODAY, people_ids=[person_id]))
    (box,) = kept(desk, Mailbox, holder_id=person_id)
    assert {(due.rule, due.begun_by, due.started_on) for due in of_mailbox(desk, box.id)} == {
        (rule, "issued", TODAY)
        for rule in ("password.first_login", "password.rotation.user", "inactivity.lock", "inactivity.remove")
    }


def test_a_password_given_anew_begins_the_rotation_anew(desk):
    mailbox_id = new_mailbox(desk)
    answered(desk, plan_about(desk, kind="reset", mailbox_ids=[mailbox_id], on=TODAY))
    assert ("password.rotation.user", TODAY, date(2027, 2, 23)) in standing(desk, mailbox_id)


def test_nothing_falls_due_for_a_mailbox_once_closed(desk):
    mailbox_id = new_mailbox(desk)
    record_state(desk, mailbox_id=mailbox_id, state="closed", on=TODAY)
    assert standing(desk, mailbox_id) == set()
