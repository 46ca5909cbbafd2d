"""The table of mailboxes: found, ordered, counted, and told with who looks after them."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import mailboxes
from govmail_desk.listings.mailboxes import MailboxFilter
from govmail_desk.operations.custodies import appoint
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id

ALL = MailboxFilter(shows_closed=True)


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def held(desk, full_name, address, *, unit_id=None, state="active", note=""):
    person = added(desk, full_name)
    changes = add_mailbox(
        desk,
        address=address,
        kind="personal",
        unit_id=unit_id or own_unit_id(desk),
        holder_id=person,
        state=state,
        since=date(2026, 3, 2),
        note=note,
    )
    (mailbox_id,) = changes.ids["mailbox"]
    return mailbox_id


def section(desk, name):
    changes = add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk))
    (unit_id,) = changes.ids["unit"]
    return unit_id


def addresses(desk, wanted=ALL, **order):
    return [row.address.split(".")[0] for row in mailboxes.page(desk, mailboxes.ids(desk, wanted, **order))]


def test_the_units_own_mailbox_comes_before_those_of_its_people(desk) -> None:
    held(desk, "Ừng Văn An", "anuv.stttt@ninhbinh.gov.vn")
    assert addresses(desk) == ["stttt@ninhbinh", "anuv"]


def test_people_come_in_the_order_of_their_ten(desk) -> None:
    held(desk, "Nguyễn Văn Đạt", "datnv.stttt@ninhbinh.gov.vn")
    held(desk, "Trần Thị Dung", "dungtt.stttt@ninhbinh.gov.vn")
    held(desk, "Lê Văn Ánh", "anhlv.stttt@ninhbinh.gov.vn")
    assert addresses(desk)[1:] == ["anhlv", "dungtt", "datnv"]


def test_units_come_in_vietnamese_order_and_back(desk) -> None:
    held(desk, "Lê Văn An", "anlv.stttt@ninhbinh.gov.vn", unit_id=section(desk, "Đội Xe"))
    held(desk, "Lê Văn Bình", "binhlv.stttt@ninhbinh.gov.vn", unit_id=section(desk, "Văn phòng"))
    held(desk, "Lê Văn Cường", "cuonglv.stttt@ninhbinh.gov.vn", unit_id=section(desk, "Chi cục Số"))
    people = MailboxFilter(kind="personal")
    assert addresses(desk, people, sort="unit") == ["cuonglv", "anlv", "binhlv"]
    assert addresses(desk, people, sort="unit", descending=True) == ["binhlv", "anlv", "cuonglv"]


def test_states_come_in_the_order_a_mailbox_goes_through_them(desk) -> None:
    for number, state in enumerate(("closed", "locked", "proposed", "active", "suspended", "requested")):
        held(desk, f"Lê Văn {'ABCDEG'[number]}n", f"{state}.stttt@ninhbinh.gov.vn", state=state)
    in_order = addresses(desk, MailboxFilter(kind="personal", shows_closed=True), sort="state")
    assert in_order == ["proposed", "requested", "active", "locked", "suspended", "closed"]


def test_an_opening_is_what_was_asked_for_one_by_one(desk) -> None:
    for number in range(7):
        held(
            desk,
            f"Lê Văn {'ABCDEGH'[number]}n",
            f"m{number}.stttt@ninhbinh.gov.vn",
            state="active" if number else "closed",
        )
    wanted = MailboxFilter(kind="personal")
    opening = mailboxes.opening(desk, wanted, sort="address", descending=True, first_count=3)
    assert opening.ids == mailboxes.ids(desk, wanted, sort="address", descending=True)
    assert list(opening.first) == mailboxes.page(desk, opening.ids[:3])
    assert opening.counts == {("unit", "active"): 1, ("personal", "active"): 6, ("personal", "closed"): 1}
    assert mailboxes.opening(desk, wanted, first_count=3, with_counts=False).counts is None


def test_a_units_own_mailbox_names_the_latest_custodian_and_counts_them(desk) -> None:
    unit_id, wanted = own_unit_id(desk), MailboxFilter(kind="unit")
    assert mailboxes.opening(desk, wanted, first_count=9).first[0].custodian == ""
    for name in ("Phạm Đức An", "Bùi Thị Yến"):
        person = added(desk, name)
        appoint(desk, unit_id=unit_id, person_id=person, role="custodian", from_on=date(2026, 3, 2))
    (row,) = mailboxes.opening(desk, wanted, first_count=9).first
    assert (row.custodian, row.custodian_count) == ("Bùi Thị Yến", 2)


def test_a_persons_mailbox_has_a_holder_and_no_custodian(desk) -> None:
    held(desk, "Lê Văn An", "anlv.stttt@ninhbinh.gov.vn")
    other = added(desk, "Bùi Thị Yến")
    appoint(desk, unit_id=own_unit_id(desk), person_id=other, role="custodian", from_on=date(2026, 3, 2))
    (row,) = mailboxes.opening(desk, MailboxFilter(kind="personal"), first_count=9).first
    assert (row.holder, row.custodian, row.custodian_count) == ("Lê Văn An", "", 0)


def test_a_mailbox_to_edit_is_the_one_asked_for_or_none(desk) -> None:
    mailbox_id = held(desk, "Lê Văn An", "anlv.stttt@ninhbinh.gov.vn", note="Tổ chuyển đổi số")
    found = mailboxes.mailbox_of(desk, mailbox_id)
    assert found is not None
    assert (found.address, found.note, found.version) == ("anlv.stttt@ninhbinh.gov.vn", "Tổ chuyển đổi số", 1)
    assert mailboxes.mailbox_of(desk, 999_999) is None
