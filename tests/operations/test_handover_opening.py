"""Handovers that a change of head, or of the clerk, opens by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.handover import HandedMailbox, Handover, HandoverItem
from govmail_desk.domain.reminder import Due
from govmail_desk.operations import journals
from govmail_desk.operations.custodies import appoint, change_lead
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.units import add_unit
from tests.desks import UNITS, added, founded, leave, own_unit_id
from tests.handovers import TODAY, charges, clerk, opened, own_mailbox
from tests.mailboxes import issued_to_unit
from tests.request_lives import every, one

NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "ninhbinh-2020") as desk:
        yield desk


def appointed(desk, name, role="head", from_on=NEXT_WEEK, **facts):
    person_id = added(desk, name)
    appoint(desk, unit_id=own_unit_id(desk), person_id=person_id, role=role, from_on=from_on, **facts)
    return person_id


@pytest.mark.parametrize("regulation_id", UNITS)
def test_a_change_of_head_opens_it_in_the_same_act(tmp_path, regulation_id):
    with founded(tmp_path, regulation_id) as desk:
        receiver = appointed(desk, "Phạm Đức Đạt", document="Quyết định 7/QĐ-UBND")
        handover = one(desk, Handover)
        ((giver, *_), _) = charges(desk, "head")
        assert (handover.post, handover.giver_id, handover.receiver_id) == ("head", giver, receiver)
        assert (handover.effective_on, handover.document) == (NEXT_WEEK, "Quyết định 7/QĐ-UBND")
        assert one(desk, HandedMailbox).mailbox_id == own_mailbox(desk).id
        assert one(desk, Due, subject_kind="handover").due_on == NEXT_WEEK
        journals.take_back(desk, journals.plan_take_back(desk))
        assert every(desk, Handover) == every(desk, HandoverItem) == []
        assert charges(desk, "head") == [(giver, None, None)]


def test_the_first_head_there_is_follows_nobody(tmp_path):
    with founded(tmp_path, head="") as desk:
        appointed(desk, "Phạm Đức Đạt")
        assert every(desk, Handover) == []


def test_a_head_told_of_times_past_opens_nothing(desk):
    appointed(desk, "Phạm Đức Đạt", from_on=date(2024, 1, 1), to_on=date(2025, 6, 30))
    assert every(desk, Handover) == []
    assert [(begun, last) for _, begun, last in charges(desk, "head")] == [
        (date(2025, 7, 1), None),
        (date(2024, 1, 1), date(2025, 6, 30)),
    ]


def test_a_head_who_left_before_is_noted_as_gone(desk):
    ((head_id, *_),) = charges(desk, "head")
    leave(desk, head_id, on=TODAY)
    appointed(desk, "Phạm Đức Đạt")
    assert (one(desk, Handover).giver_id, one(desk, Handover).giver_absence) == (head_id, "gone")


def test_a_head_who_leaves_on_the_day_the_next_begins_is_there_to_sign(desk):
    ((head_id, *_),) = charges(desk, "head")
    leave(desk, head_id, on=TODAY)
    appointed(desk, "Phạm Đức Đạt", from_on=TODAY)
    assert one(desk, Handover).giver_absence == ""
    assert charges(desk, "head")[0] == (head_id, None, TODAY - timedelta(days=1))


def test_one_opened_before_the_appointment_is_not_opened_again(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        handover = opened(desk, on=NEXT_WEEK)
        appoint(desk, unit_id=own_unit_id(desk), person_id=handover.receiver_id, role="head", from_on=NEXT_WEEK)
        assert one(desk, Handover) == handover


def test_a_unit_without_a_mailbox_has_nothing_to_hand_over(desk):
    (unit_id,) = add_unit(desk, name="Phòng Bưu chính", slug="", parent_id=own_unit_id(desk)).ids["unit"]
    for name, day in (("Phạm Đức Đạt", date(2026, 1, 1)), ("Võ Ngọc Ánh", TODAY)):
        appoint(desk, unit_id=unit_id, person_id=added(desk, name), role="head", from_on=day)
    assert every(desk, Handover) == []


def test_a_closed_mailbox_is_not_handed_over(desk):
    record_state(desk, mailbox_id=own_mailbox(desk).id, state="closed", on=TODAY)
    appointed(desk, "Phạm Đức Đạt")
    assert every(desk, Handover) == []


# Clerks


def test_a_new_lead_takes_over_from_the_clerk_before(desk):
    yen = clerk(desk, "Bùi Thị Yến")
    receiver = appointed(desk, "Phạm Đức Đạt", "custodian", is_lead=True)
    handover = one(desk, Handover)
    assert (handover.post, handover.giver_id, handover.receiver_id) == ("clerk", yen, receiver)


def test_whoever_comes_after_a_clerk_who_left_takes_over_from_them(desk):
    yen = clerk(desk, "Bùi Thị Yến")
    leave(desk, yen, on=TODAY)
    appointed(desk, "Phạm Đức Đạt", "custodian")
    assert (one(desk, Handover).giver_id, one(desk, Handover).giver_absence) == (yen, "gone")


def test_one_more_custodian_beside_the_others_takes_over_nothing(desk):
    clerk(desk, "Bùi Thị Yến")
    appointed(desk, "Phạm Đức Đạt", "custodian")
    assert every(desk, Handover) == []


def test_a_change_of_lead_is_a_change_of_clerk(desk):
    yen, dat = clerk(desk, "Bùi Thị Yến", is_lead=True), clerk(desk, "Phạm Đức Đạt")
    (custody_id,) = [row.id for row in every(desk, Custody, role="custodian") if row.person_id == dat]
    change_lead(desk, custody_id=custody_id, from_on=NEXT_WEEK)
    assert (one(desk, Handover).giver_id, one(desk, Handover).receiver_id) == (yen, dat)


def test_a_custodian_of_one_mailbox_takes_over_only_that(desk):
    clerk(desk, "Bùi Thị Yến")
    other = issued_to_unit(desk, "Phòng Bưu chính")
    appointed(desk, "Phạm Đức Đạt", "custodian", mailbox_id=own_mailbox(desk).id)
    assert [one.mailbox_id for one in every(desk, HandedMailbox)] == [own_mailbox(desk).id]
    assert other not in {one.mailbox_id for one in every(desk, HandedMailbox)}


def test_where_the_regulation_speaks_of_heads_a_change_of_custodian_opens_nothing(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        clerk(desk, "Bùi Thị Yến")
        appointed(desk, "Phạm Đức Đạt", "custodian", is_lead=True)
        assert every(desk, Handover) == []
