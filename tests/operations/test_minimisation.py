"""Emptying private fields: seen first, gone from the file for good, the journal whole, and never taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.mailbox import MailboxEvent
from govmail_desk.domain.person import Person
from govmail_desk.listings import people as people_listing
from govmail_desk.listings.journals import acts
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.minimisation import minimise, plan_minimisation
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.privacy import choose_privacy
from govmail_desk.operations.request_withdrawals import cancel_request
from tests.desks import added, founded, keeps_id_numbers, leave, own_unit_id
from tests.handovers import opened
from tests.request_lives import drafted, every, one

PHONE, BORN, NUMBER = "0977717717", "1977-07-17", "077077077077"
LEFT, CLOSED = date(2024, 3, 29), date(2024, 4, 15)
OVER = date(2026, 4, 15)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def left(desk, name="Bùi Thị Yến", *, closed=CLOSED, **facts):
    """Someone who left long ago and whose mailbox was closed on a day."""
    person_id = added(desk, name, phone=PHONE, birth_on=BORN)
    if facts:
        seen = one(desk, Person, id=person_id)
        edit_person(desk, person=seen, corrected=replace(seen, **facts))
    if closed:
        local = f"hop{person_id}"
        made = add_mailbox(
            desk,
            address=f"{local}.stttt@ninhbinh.gov.vn",
            kind="personal",
            unit_id=own_unit_id(desk),
            holder_id=person_id,
            state="active",
            since=date(2022, 1, 4),
        )
        record_state(desk, mailbox_id=min(made.ids["mailbox"]), state="closed", on=closed)
    leave(desk, person_id, on=LEFT)
    return person_id


def plan(desk, on=None, **asked):
    return plan_minimisation(desk, on=on or desk.today(), **asked)


def names(people):
    return [person.full_name for person in people]


def test_who_left_and_whose_mailbox_was_closed_long_ago_is_found_on_the_day_the_months_are_over(desk):
    left(desk)
    assert names(plan(desk, OVER).people) == ["Bùi Thị Yến"]
    assert plan(desk, date(2026, 4, 14)).people == ()
    (found,) = plan(desk, OVER).people
    assert (found.fields, found.left_on, found.closed_on) == (("birth_on", "phone"), LEFT, CLOSED)


def test_the_units_own_months_count(desk):
    left(desk)
    choose_privacy(desk, is_id_number_kept=False, keep_month_count=40, from_on=date(2026, 1, 5))
    assert plan(desk).people == ()


def test_who_left_without_a_mailbox_counts_from_leaving(desk):
    left(desk, closed=None)
    assert names(plan(desk, date(2026, 3, 29)).people) == ["Bùi Thị Yến"]
    assert plan(desk, date(2026, 3, 28)).people == ()


def test_who_works_here_or_still_holds_a_mailbox_is_never_found(desk):
    added(desk, "Lý Văn Tâm")
    person_id = left(desk)
    box = one(desk, MailboxEvent, state="closed").mailbox_id
    record_state(desk, mailbox_id=box, state="active", on=date(2024, 5, 2))
    assert plan(desk).people == ()
    assert one(desk, Person, id=person_id).phone == PHONE


def test_who_is_named_by_something_open_is_held_with_what_it_is(desk):
    handover = opened(desk)
    seen = one(desk, Person, id=handover.giver_id)
    edit_person(desk, person=seen, corrected=replace(seen, phone=PHONE))
    leave(desk, handover.giver_id, on=LEFT)
    found = plan(desk)
    assert (found.people, [(held.full_name, held.why) for held in found.held]) == (
        (),
        [(seen.full_name, ("bàn giao chưa xong",))],
    )


def test_emptying_takes_the_private_fields_and_leaves_all_else(desk):
    person_id = left(desk, note="biệt phái")
    before = one(desk, Person, id=person_id)
    changes = minimise(desk, plan(desk))
    assert changes.sentence == "Bỏ dữ liệu riêng của 1 người đã thôi việc"
    after = one(desk, Person, id=person_id)
    assert after == replace(before, birth_on="", phone="", minimised_on=desk.today(), version=after.version)
    assert verify(desk) == []
    assert plan(desk).people == ()


def test_nothing_of_it_is_left_in_the_file(tmp_path):
    with founded(tmp_path) as desk:
        person_id = left(desk)
        seen = one(desk, Person, id=person_id)
        edit_person(desk, person=seen, corrected=replace(seen, phone="0966616616"))
        file = tmp_path / "so.govmail"
        assert all(value.encode() in file.read_bytes() for value in (PHONE, BORN, "0966616616"))
        minimise(desk, plan(desk))
        assert verify(desk) == []
    content = file.read_bytes()
    assert not [value for value in (PHONE, BORN, "0966616616") if value.encode() in content]
    assert not [path for path in tmp_path.iterdir() if PHONE.encode() in path.read_bytes()]


def test_values_of_an_addition_that_was_taken_back_go_too(tmp_path):
    with founded(tmp_path) as desk:
        added(desk, "Lý Văn Tâm", phone="0955515515")
        take_back(desk, plan_take_back(desk))
        assert b"0955515515" in (tmp_path / "so.govmail").read_bytes()
        left(desk)
        minimise(desk, plan(desk))
    assert b"0955515515" not in (tmp_path / "so.govmail").read_bytes()


def test_it_is_never_taken_back_nor_is_what_came_before_it(desk):
    person_id = left(desk)
    minimise(desk, plan(desk))
    with pytest.raises(RuleBroken, match="Việc bỏ dữ liệu riêng không hoàn tác được"):
        plan_take_back(desk)
    earlier = next(act for act in acts(desk) if act.act == "record_personnel_change")
    with pytest.raises(RuleBroken, match="dữ liệu riêng của người này đã được bỏ"):
        plan_take_back(desk, seq=earlier.seq)
    assert one(desk, Person, id=person_id).phone == ""


def test_whoever_gives_a_telephone_again_is_as_before(desk):
    person_id = left(desk)
    minimise(desk, plan(desk))
    seen = people_listing.person_of(desk, person_id)
    edit_person(desk, person=seen, corrected=replace(seen, phone="0966616616"))
    again = one(desk, Person, id=person_id)
    assert (again.phone, again.minimised_on) == ("0966616616", None)
    take_back(desk, plan_take_back(desk))
    assert one(desk, Person, id=person_id).minimised_on == desk.today()
    assert verify(desk) == []


def test_a_plan_of_before_a_change_is_refused_and_one_of_before_something_else_holds(desk):
    person_id = left(desk)
    seen_plan = plan(desk)
    added(desk, "Lý Văn Tâm")
    box = one(desk, MailboxEvent, state="closed").mailbox_id
    record_state(desk, mailbox_id=box, state="active", on=date(2024, 5, 2))
    with pytest.raises(RuleBroken, match="không còn đúng"):
        minimise(desk, seen_plan)
    take_back(desk, plan_take_back(desk))
    assert minimise(desk, seen_plan).ids == {"person": {person_id}}


def test_nothing_to_empty_is_said(desk):
    with pytest.raises(RuleBroken, match="Không có dữ liệu riêng nào"):
        minimise(desk, plan(desk))


def test_identity_numbers_of_all_go_while_the_rest_stays(tmp_path):
    with founded(tmp_path) as desk:
        keeps_id_numbers(desk)
        person_id = added(desk, "Lý Văn Tâm", phone=PHONE)
        seen = one(desk, Person, id=person_id)
        edit_person(desk, person=seen, corrected=replace(seen, id_number=NUMBER))
        with pytest.raises(RuleBroken, match="đang chọn ghi số CCCD"):
            minimise(desk, plan(desk, scope="id-numbers"))
        choose_privacy(desk, is_id_number_kept=False, keep_month_count=24, from_on=desk.today())
        found = plan(desk, scope="id-numbers")
        assert [(person.full_name, person.fields) for person in found.people] == [("Lý Văn Tâm", ("id_number",))]
        minimise(desk, found)
        after = one(desk, Person, id=person_id)
        assert (after.id_number, after.phone, after.minimised_on) == ("", PHONE, None)
        assert verify(desk) == []
    assert NUMBER.encode() not in (tmp_path / "so.govmail").read_bytes()


def test_papers_that_name_them_stay_as_they_were_and_are_counted(desk):
    request_id = drafted(desk, "Bùi Thị Yến")
    (person,) = every(desk, Person, full_name="Bùi Thị Yến")
    leave(desk, person.id, on=LEFT)
    found = plan(desk)
    assert (found.people, [held.why for held in found.held]) == ((), [("đề nghị chưa xong",)])
    cancel_request(desk, request_id=request_id, reason="Không còn cần")
    found = plan(desk)
    assert (names(found.people), found.request_count) == (["Bùi Thị Yến"], 1)
    minimise(desk, found)
    assert verify(desk) == []
