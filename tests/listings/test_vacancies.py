"""Charges whose holder has gone with nobody after them, and their line on Hôm nay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.listings.custodies import answer
from govmail_desk.listings.today import today
from govmail_desk.listings.vacancies import vacancies
from govmail_desk.operations.custodies import appoint, end_custody
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from tests.desks import added, founded, leave, own_unit_id
from tests.handovers import TODAY, clerk, own_mailbox
from tests.request_lives import every, go_on_to, one

TOMORROW, NEXT_WEEK = TODAY + timedelta(days=1), TODAY + timedelta(days=7)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


@pytest.mark.parametrize("kind", ["retired", "resigned", "died", "left"])
def test_a_charge_whose_holder_has_gone_stays_in_sight(desk, kind):
    (head,) = every(desk, Custody, role="head")
    decision = Decision(kind=kind, decided_on=TODAY)
    plan = plan_personnel_change(desk, person_id=head.person_id, decision=decision)
    assert plan.to_hand_over == (head,)
    record_personnel_change(desk, plan)
    (gone,) = vacancies(desk, TOMORROW)
    assert (gone.role, gone.full_name, gone.ended_on) == ("head", "Lê Thị Mỹ Hạnh", TODAY)
    assert gone.words == "Lê Thị Mỹ Hạnh, thủ trưởng Sở Thông tin và Truyền thông, đến 23/11/2026"
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


def test_a_charge_over_one_mailbox_is_held_by_whoever_has_them_all(desk):
    yen = added(desk, "Bùi Thị Yến")
    appoint(
        desk,
        unit_id=own_unit_id(desk),
        person_id=yen,
        role="custodian",
        from_on=date(2026, 1, 5),
        mailbox_id=own_mailbox(desk).id,
    )
    leave(desk, yen, on=TODAY)
    (gone,) = vacancies(desk, TOMORROW)
    assert gone.words == "Bùi Thị Yến, người theo dõi stttt@ninhbinh.gov.vn, đến 23/11/2026"
    clerk(desk, "Võ Ngọc Ánh", from_on=TODAY)
    assert vacancies(desk, TOMORROW) == []


def test_only_the_last_of_several_holders_before_is_told(desk):
    first = clerk(desk, "Bùi Thị Yến")
    leave(desk, first, on=TODAY - timedelta(days=30))
    second = clerk(desk, "Võ Ngọc Ánh", from_on=TODAY - timedelta(days=20))
    leave(desk, second, on=TODAY)
    assert [gone.full_name for gone in vacancies(desk, TOMORROW)] == ["Võ Ngọc Ánh"]


def test_it_waits_on_the_page_of_the_day_until_someone_is_appointed(desk):
    leave(desk, clerk(desk, "Bùi Thị Yến"), on=TODAY)
    go_on_to(desk, TOMORROW)
    (row,) = [row for row in today(desk).rows if row.act == "hand_over"]
    assert (row.section, row.subject_id) == ("waiting", own_unit_id(desk))
    assert row.detail == "Bùi Thị Yến, người theo dõi Sở Thông tin và Truyền thông, đến 23/11/2026"
    appoint(desk, unit_id=own_unit_id(desk), person_id=added(desk, "Võ Ngọc Ánh"), role="custodian", from_on=TOMORROW)
    assert not [row for row in today(desk).rows if row.act == "hand_over"]
