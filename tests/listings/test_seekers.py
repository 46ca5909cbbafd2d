"""Whom a mailbox can be asked for."""

from __future__ import annotations

import pytest

from govmail_desk.listings import seekers
from govmail_desk.operations import mailboxes, units
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded, own_unit_id


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def proposed(desk, address, *, holder_id=None, kind="personal"):
    changes = mailboxes.add_mailbox(
        desk,
        address=address,
        kind=kind,
        unit_id=own_unit_id(desk),
        holder_id=holder_id,
        state="proposed",
        since=desk.today(),
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def names(desk, kind="personal", search=""):
    return [row.name for row in seekers.opening(desk, kind, search=search, first_count=50).first]


def test_people_without_a_mailbox_stand_in_vietnamese_order_of_names(desk):
    for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Trần Ánh"):
        added(desk, name)
    assert names(desk) == ["Trần Ánh", "Lê Thị Mỹ Hạnh", "Đỗ Thị Bích Ngọc", "Nguyễn Văn Thành"]


def test_someone_who_holds_a_mailbox_is_no_seeker(desk):
    person_id = added(desk, "Nguyễn Văn Thành")
    draft_request(desk, plan_request(desk, on=desk.today(), people_ids=[person_id]))
    assert "Nguyễn Văn Thành" not in names(desk)


def test_a_proposed_mailbox_that_no_request_names_stands_below_zero_with_its_address(desk):
    person_id = added(desk, "Nguyễn Văn Thành")
    mailbox_id = proposed(desk, "thanhnv.stttt@ninhbinh.gov.vn", holder_id=person_id)
    (row,) = [row for row in seekers.opening(desk, "personal", first_count=50).first if row.id < 0]
    assert (row.id, row.name, row.address) == (-mailbox_id, "Nguyễn Văn Thành", "thanhnv.stttt@ninhbinh.gov.vn")
    assert seekers.rows(desk, "personal", [row.id]) == [row]
    draft_request(desk, plan_request(desk, on=desk.today(), mailbox_ids=[mailbox_id]))
    assert all(row.id > 0 for row in seekers.opening(desk, "personal", first_count=50).first)


def test_words_are_found_without_diacritics_in_any_order(desk):
    added(desk, "Nguyễn Văn Thành")
    assert names(desk, search="thanh nguyen") == ["Nguyễn Văn Thành"]


def test_units_without_a_mailbox_are_told_with_the_body_above(desk):
    units.add_unit(desk, name="Phòng Chuyển đổi số", slug="phongcds", parent_id=own_unit_id(desk))
    (row,) = seekers.opening(desk, "unit", first_count=50).first
    assert (row.name, row.unit) == ("Phòng Chuyển đổi số", "Sở Thông tin và Truyền thông")
    assert names(desk, "unit", search="so chuyen") == ["Phòng Chuyển đổi số"]
