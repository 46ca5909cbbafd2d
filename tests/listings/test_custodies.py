"""Who answered, the history of a unit's charges, and charges nobody holds any more."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.listings.custodies import answer, answers, history, vacancies
from govmail_desk.operations.custodies import appoint, cover, end_custody
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from tests.desks import added, founded, leave, own_unit_id
from tests.handovers import TODAY, clerk, own_mailbox
from tests.mailboxes import issued, issued_to_unit
from tests.request_lives import every, one

TOMORROW, NEXT_WEEK = TODAY + timedelta(days=1), TODAY + timedelta(days=7)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def test_there_is_one_answer_for_each_day_and_it_is_said(desk):
    yen = clerk(desk, "Bùi Thị Yến", from_on=date(2026, 5, 4))
    held = one(desk, Custody, person_id=yen)
    stand_in = added(desk, "Võ Ngọc Ánh")
    cover(desk, custody_id=held.id, person_id=stand_in, from_on=date(2026, 7, 1), to_on=date(2026, 7, 14))
    box = own_mailbox(desk)
    said = [answer(desk, box.id, day).words for day in (date(2026, 5, 3), date(2026, 5, 4), date(2026, 7, 14))]
    assert said == [
        "Ngày 03/05/2026 Lê Thị Mỹ Hạnh phụ trách stttt@ninhbinh.gov.vn (thủ trưởng).",
        "Ngày 04/05/2026 Bùi Thị Yến phụ trách stttt@ninhbinh.gov.vn (người theo dõi).",
        "Ngày 14/07/2026 Võ Ngọc Ánh phụ trách stttt@ninhbinh.gov.vn (người theo dõi thay Bùi Thị Yến).",
    ]


def test_nobody_is_an_answer_too(desk):
    other = issued_to_unit(desk, "Phòng Bưu chính")
    assert answer(desk, other, TODAY).answer.charge is None
    assert answer(desk, other, TODAY).words.startswith("Ngày 23/11/2026 chưa ghi ai phụ trách")


def test_each_mailbox_of_a_unit_that_stands_has_its_answer_and_a_persons_none(desk):
    other = issued_to_unit(desk, "Phòng Bưu chính")
    issued_to_unit(desk, "Phòng Viễn thông", state="closed")
    personal = issued(desk, "Trần Văn Hòa")
    assert [row.mailbox_id for row in answers(desk, TODAY)] == [own_mailbox(desk).id, other]
    assert answer(desk, personal, TODAY) is None


def test_the_history_tells_every_charge_with_its_words(desk):
    yen = clerk(desk, "Bùi Thị Yến", is_lead=True)
    held = one(desk, Custody, person_id=yen)
    cover(desk, custody_id=held.id, person_id=added(desk, "Võ Ngọc Ánh"), from_on=TODAY, to_on=NEXT_WEEK)
    other = issued_to_unit(desk, "Phòng Bưu chính")
    only = appoint_for(desk, "Trần Văn Hòa", own_mailbox(desk).id)
    lines = {line.full_name: line for line in history(desk, own_unit_id(desk))}
    assert lines["Bùi Thị Yến"].role_words == "Người theo dõi (phụ trách chính)"
    assert lines["Võ Ngọc Ánh"].covered == "Bùi Thị Yến"
    assert lines["Trần Văn Hòa"].address == "stttt@ninhbinh.gov.vn"
    assert lines["Lê Thị Mỹ Hạnh"].role_words == "Thủ trưởng"
    assert only not in {line.charge.person_id for line in history(desk, own_unit_id(desk), mailbox_id=other)}


def appoint_for(desk, name, mailbox_id):
    person_id = added(desk, name)
    appoint(
        desk, unit_id=own_unit_id(desk), person_id=person_id, role="custodian", from_on=TODAY, mailbox_id=mailbox_id
    )
    return person_id


@pytest.mark.parametrize("kind", ["retired", "resigned", "died", "left"])
def test_a_charge_whose_holder_has_gone_stays_in_sight(desk, kind):
    (head,) = every(desk, Custody, role="head")
    decision = Decision(kind=kind, decided_on=TODAY)
    plan = plan_personnel_change(desk, person_id=head.person_id, decision=decision)
    assert plan.to_hand_over == (head,)
    record_personnel_change(desk, plan)
    (gone,) = vacancies(desk, TOMORROW)
    assert (gone.role, gone.full_name, gone.ended_on) == ("head", "Lê Thị Mỹ Hạnh", TODAY)
    assert gone.words == (
        "Người phụ trách đã thôi: Lê Thị Mỹ Hạnh, Sở Thông tin và Truyền thông, đến 23/11/2026; chưa giao cho ai"
    )
    appoint(desk, unit_id=own_unit_id(desk), person_id=added(desk, "Phạm Đức Đạt"), role="head", from_on=NEXT_WEEK)
    assert vacancies(desk, TOMORROW) == []


def test_a_clerk_who_left_is_in_sight_though_the_head_answers_meanwhile(desk):
    yen = clerk(desk, "Bùi Thị Yến")
    leave(desk, yen, on=TODAY)
    assert [gone.full_name for gone in vacancies(desk, TOMORROW)] == ["Bùi Thị Yến"]
    assert answer(desk, own_mailbox(desk).id, TOMORROW).full_name == "Lê Thị Mỹ Hạnh"


def test_one_of_several_who_left_leaves_no_gap(desk):
    yen = clerk(desk, "Bùi Thị Yến")
    clerk(desk, "Võ Ngọc Ánh")
    leave(desk, yen, on=TODAY)
    assert vacancies(desk, TOMORROW) == []


def test_a_charge_ended_on_purpose_is_not_called_gone(desk):
    yen = clerk(desk, "Bùi Thị Yến")
    end_custody(desk, custody=one(desk, Custody, person_id=yen), to_on=TODAY)
    assert vacancies(desk, TOMORROW) == []
