"""Heads and custodians from a day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import units as listing
from govmail_desk.operations.custodies import appoint, end_custody
from tests.desks import NOW, added, founded, own_unit_id

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def appointed(desk, name, role="head", from_on=TODAY, **facts):
    person = added(desk, name)
    appoint(desk, unit_id=own_unit_id(desk), person_id=person, role=role, from_on=from_on, **facts)
    return person


def answering(desk, day, role="head"):
    return [row.full_name for row in listing.answered_on(desk, own_unit_id(desk), day) if row.role == role]


def test_a_new_head_ends_the_former_one_the_day_before(desk):
    appointed(desk, "Phạm Đức Đạt", document="Quyết định 7/QĐ-UBND")
    assert answering(desk, YESTERDAY) == ["Lê Thị Mỹ Hạnh"]
    assert answering(desk, TODAY) == ["Phạm Đức Đạt"]
    present, former = listing.custodies(desk, own_unit_id(desk))
    assert (present.document, former.to_on) == ("Quyết định 7/QĐ-UBND", YESTERDAY.isoformat())


@pytest.mark.parametrize("from_on", [None, TODAY, YESTERDAY])
def test_a_head_after_another_begins_after_them(desk, from_on):
    appointed(desk, "Phạm Đức Đạt")
    head = desk.journal_head()[0]
    with pytest.raises(RuleBroken, match="sau ngày bắt đầu"):
        appointed(desk, "Võ Ngọc Ánh", from_on=from_on)
    assert desk.journal_head()[0] == head + 1
    assert answering(desk, TODAY) == ["Phạm Đức Đạt"]


def test_custodians_may_be_several(desk):
    appointed(desk, "Lê An", role="custodian")
    appointed(desk, "Lê Bình", role="custodian", from_on=None)
    assert sorted(answering(desk, TODAY, "custodian")) == ["Lê An", "Lê Bình"]
    assert answering(desk, TODAY) == ["Lê Thị Mỹ Hạnh"]


def test_nobody_is_given_the_same_charge_twice(desk):
    person = appointed(desk, "Lê An", role="custodian")
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="Lê An đang"):
        appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=TODAY)
    assert desk.journal_head() == head


def test_a_charge_ends_on_its_last_day(desk):
    appointed(desk, "Lê An", role="custodian")
    (row,) = [row for row in listing.custodies(desk, own_unit_id(desk)) if row.role == "custodian"]
    custody = listing.custody_of(desk, row.id)
    with pytest.raises(RuleBroken, match="Ngày cuối phải từ"):
        end_custody(desk, custody=custody, to_on=YESTERDAY)
    end_custody(desk, custody=custody, to_on=TODAY)
    assert answering(desk, TODAY, "custodian") == ["Lê An"]
    assert answering(desk, TODAY + timedelta(days=1), "custodian") == []


def test_the_sentence_says_who_and_what(desk):
    person = added(desk, "Lê An")
    changes = appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=date(2026, 1, 1))
    assert changes.sentence == "Ghi Lê An theo dõi hộp thư của đơn vị"


def test_someone_who_is_gone_is_not_appointed(desk):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        appoint(desk, unit_id=own_unit_id(desk), person_id=999, role="head", from_on=TODAY)
