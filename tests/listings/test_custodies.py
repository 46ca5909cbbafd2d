"""Who answered, and the history of a unit's charges."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.custody import Custody
from govmail_desk.listings.custodies import answer, answers, history
from govmail_desk.operations.custodies import appoint, cover
from tests.desks import added, founded, own_unit_id
from tests.handovers import TODAY, clerk, own_mailbox
from tests.mailboxes import issued, issued_to_unit
from tests.request_lives import one

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


def test_the_head_is_told_before_who_looks_after_the_mailbox_however_late_they_began(desk):
    clerk(desk, "Bùi Thị Yến", from_on=date(2026, 5, 4))
    clerk(desk, "Võ Ngọc Ánh", from_on=TODAY)
    told = [(line.charge.role, line.full_name) for line in history(desk, own_unit_id(desk))]
    assert told[0] == ("head", "Lê Thị Mỹ Hạnh")
    assert told[1] == ("custodian", "Võ Ngọc Ánh")


def appoint_for(desk, name, mailbox_id):
    person_id = added(desk, name)
    appoint(
        desk, unit_id=own_unit_id(desk), person_id=person_id, role="custodian", from_on=TODAY, mailbox_id=mailbox_id
    )
    return person_id
