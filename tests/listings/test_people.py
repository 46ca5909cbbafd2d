"""The table of people and their pane: who has a mailbox, who needs one, what they are in charge of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from govmail_desk.listings import people
from govmail_desk.listings.people import PersonFilter
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.mailboxes import add_mailbox, record_state
from govmail_desk.operations.people import edit_person
from govmail_desk.operations.personnel import Decision, plan_personnel_change, record_personnel_change
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, leave, own_unit_id


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)  # its head, Lê Thị Mỹ Hạnh, is in it and has no mailbox
    yield desk
    desk.close()


def give_mailbox(desk, person_id, address):
    changes = add_mailbox(
        desk, address=address, kind="personal", unit_id=own_unit_id(desk), holder_id=person_id, since=date(2026, 3, 2)
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def test_an_opening_tells_units_people_and_how_many_need_a_mailbox(desk) -> None:
    give_mailbox(desk, added(desk, "Phạm Đức An"), "anpd.stttt@ninhbinh.gov.vn")
    added(desk, "Bùi Thị Yến")
    opening = people.opening(desk, PersonFilter(), first_count=2)
    assert [row.name for row in opening.around.units] == ["Sở Thông tin và Truyền thông"]
    assert opening.ids == people.ids(desk, PersonFilter())
    assert list(opening.first) == people.page(desk, opening.ids[:2])
    assert opening.around.without_mailbox_count == 2
    assert people.opening(desk, PersonFilter(), first_count=2, with_around=False).around is None


def test_who_holds_only_a_closed_mailbox_needs_one(desk) -> None:
    person = added(desk, "Phạm Đức An")
    mailbox = give_mailbox(desk, person, "anpd.stttt@ninhbinh.gov.vn")
    wanted = PersonFilter(without_mailbox=True)
    assert person not in people.ids(desk, wanted)
    record_state(desk, mailbox_id=mailbox, state="closed", on=date(2026, 11, 20))
    assert person in people.ids(desk, wanted)


def test_people_come_by_unit_in_vietnamese_order(desk) -> None:
    ids = {}
    for name, full_name in (("Văn phòng", "Lê Văn An"), ("Đội Xe", "Lê Văn Bình"), ("Chi cục Số", "Lê Văn Cường")):
        (unit_id,) = add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk)).ids["unit"]
        ids[full_name] = added(desk, full_name)
        person = people.person_of(desk, ids[full_name])
        assert person is not None
        edit_person(desk, person=person, corrected=replace(person, unit_id=unit_id))
    in_order = [row.full_name for row in people.page(desk, people.ids(desk, PersonFilter(), sort="unit"))]
    assert in_order == ["Lê Văn Cường", "Lê Văn Bình", "Lê Thị Mỹ Hạnh", "Lê Văn An"]


def test_someone_is_found_without_diacritics_and_only_so_many(desk) -> None:
    for name in ("Nguyễn Thị Ánh", "Trần Thị Ánh", "Lê Thị Ánh"):
        added(desk, name)
    assert len(people.find(desk, "thi anh", limit=2)) == 2
    assert [row.full_name for row in people.find(desk, "anh tran", limit=8)] == ["Trần Thị Ánh"]


def test_those_named_come_before_those_met_in_their_post(desk) -> None:
    added(desk, "Bùi Thị Ánh", post="Chuyên viên")
    added(desk, "Bùi Thị Yến", post="Văn thư")
    assert [row.full_name for row in people.find(desk, "bui yen", limit=8)] == ["Bùi Thị Yến", "Bùi Thị Ánh"]


def test_who_leaves_on_a_day_to_come_works_here_until_then(desk) -> None:
    person_id = added(desk, "Trần Thị Ánh")
    decision = Decision(kind="retired", decided_on=date(2026, 11, 23), effective_on=date(2026, 12, 1))
    record_personnel_change(desk, plan_personnel_change(desk, person_id=person_id, decision=decision))
    opening = people.opening(desk, PersonFilter(), first_count=10)
    assert person_id in opening.ids
    assert not next(row for row in opening.first if row.id == person_id).has_left
    assert sum(row.people_count for row in opening.around.units) == len(opening.ids)
    desk.clock = lambda: datetime(2026, 12, 1, 8, 0, tzinfo=UTC)
    assert person_id not in people.ids(desk, PersonFilter())
    assert people.page(desk, [person_id])[0].has_left


def test_someone_who_left_is_not_found_to_be_chosen(desk) -> None:
    leave(desk, added(desk, "Trần Thị Ánh"), on=date(2026, 11, 1))
    assert people.find(desk, "trần ánh", limit=8) == []


def test_the_pane_tells_every_mailbox_and_charge_with_days(desk) -> None:
    person = added(desk, "Phạm Đức An")
    old = give_mailbox(desk, person, "anpd.stttt@ninhbinh.gov.vn")
    record_state(desk, mailbox_id=old, state="closed", on=date(2026, 11, 20))
    give_mailbox(desk, person, "anpd1.stttt@ninhbinh.gov.vn")
    appoint(desk, unit_id=own_unit_id(desk), person_id=person, role="custodian", from_on=date(2026, 3, 2))
    pane = people.pane(desk, person)
    assert pane is not None
    assert [(held.address, held.state) for held in pane.mailboxes] == [
        ("anpd1.stttt@ninhbinh.gov.vn", "active"),
        ("anpd.stttt@ninhbinh.gov.vn", "closed"),
    ]
    assert [(charge.unit, charge.role, charge.from_on) for charge in pane.charges] == [
        ("Sở Thông tin và Truyền thông", "custodian", "2026-03-02")
    ]


def test_the_pane_of_someone_gone_is_none(desk) -> None:
    assert people.pane(desk, 999_999) is None
