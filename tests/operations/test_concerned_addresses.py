"""The address a mailbox would have in another unit or with another holder: offered, never asked for unasked."""

from __future__ import annotations

import pytest

from govmail_desk.domain.person import Person
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.requests import plan_about
from govmail_desk.operations.units import add_unit
from tests.desks import NOW, added, founded, own_unit_id
from tests.mailboxes import ISSUED_ON

TODAY = NOW.date()


def issued_at(desk, address):
    changes = add_mailbox(
        desk,
        address=address,
        kind="personal",
        unit_id=own_unit_id(desk),
        holder_id=added(desk, "Nguyễn Văn Thành"),
        since=ISSUED_ON,
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def unit(desk, slug):
    (unit_id,) = add_unit(desk, name="Chi cục Bưu chính", slug=slug, parent_id=own_unit_id(desk)).ids["unit"]
    return unit_id


def row(desk, mailbox_id, details):
    (found,) = plan_about(desk, kind="change", mailbox_ids=[mailbox_id], on=TODAY, details={mailbox_id: details}).rows
    return found


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


def test_who_goes_to_another_unit_is_told_the_address_the_rules_give_there(desk):
    mailbox_id = issued_at(desk, "thanhnv.stttt@ninhbinh.gov.vn")
    found = row(desk, mailbox_id, ChangeDetails(unit_id=unit(desk, "ccbc")))
    assert found.candidates[0].address == "thanhnv.ccbc@ninhbinh.gov.vn"
    assert "thanhnv.ccbc@ninhbinh.gov.vn (Đ5.2a" in found.remarks[0]
    assert "address" not in found.wanted


def test_a_section_without_a_name_of_its_own_in_addresses_changes_nothing(desk):
    mailbox_id = issued_at(desk, "thanhnv.stttt@ninhbinh.gov.vn")
    assert row(desk, mailbox_id, ChangeDetails(unit_id=unit(desk, ""))).candidates == ()


def test_where_addresses_name_no_unit_the_present_one_stays(tmp_path):
    with founded(tmp_path, "soctrang-59-2024") as desk:
        mailbox_id = issued_at(desk, "nvthanh@soctrang.gov.vn")
        assert row(desk, mailbox_id, ChangeDetails(unit_id=unit(desk, "ccbc"))).candidates == ()


def test_a_new_holder_has_a_name_of_their_own(desk):
    mailbox_id = issued_at(desk, "thanhnv.stttt@ninhbinh.gov.vn")
    with desk.transaction("test", "Ghi") as act:
        new = act.transaction.put(Person(full_name="Đỗ Thị Bích Ngọc", unit_id=own_unit_id(desk)))
    found = row(desk, mailbox_id, ChangeDetails(holder_id=new.id))
    assert found.candidates[0].address == "ngocdtb.stttt@ninhbinh.gov.vn"


def test_a_clerk_who_asks_for_an_address_or_for_facts_alone_is_offered_none(desk):
    mailbox_id, unit_id = issued_at(desk, "thanhnv.stttt@ninhbinh.gov.vn"), unit(desk, "ccbc")
    asked = ChangeDetails(unit_id=unit_id, address="thanh.ccbc@ninhbinh.gov.vn")
    assert row(desk, mailbox_id, asked).candidates == ()
    facts = ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó phòng"),))
    assert row(desk, mailbox_id, facts).candidates == ()
