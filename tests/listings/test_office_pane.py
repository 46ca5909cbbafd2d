"""All of one unit: its packages from the newest, the letters to it, the addresses others have too."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings.office_pane import OWN, Conflict, office_of, pane
from govmail_desk.listings.offices import opening
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.packages import plan_packages, take_in_packages
from tests.desks import own_unit_id
from tests.packages import box, contents, office_desk, written


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def take(desk, tmp_path, made):
    take_in_packages(desk, plan_packages(desk, [written(tmp_path, made)]))


def test_packages_stand_from_the_newest(desk, tmp_path):
    take(desk, tmp_path, contents([box("a")], as_of_on=date(2026, 12, 1)))
    take(desk, tmp_path, contents([box("a")], journal_seq=20))
    (office_id,) = opening(desk, first_count=1).ids
    found = pane(desk, office_id)
    assert [one.as_of_on for one in found.packages] == [date(2026, 12, 5), date(2026, 12, 1)]
    assert (found.row.id, found.chases, found.conflicts) == (office_id, (), ())
    assert office_of(desk, office_id).name == found.row.name


def test_addresses_others_have_are_named_from_both_sides(desk, tmp_path):
    add_mailbox(
        desk, address="chung@tphcm.gov.vn", kind="unit", unit_id=own_unit_id(desk), since=desk.today(), state="active"
    )
    take(desk, tmp_path, contents([box("a"), box("x", address="chung@tphcm.gov.vn"), box("b", state="closed")]))
    take(desk, tmp_path, contents([box("a"), box("b")], number=2))
    names = {row.name: row.id for row in opening(desk, first_count=5).first}
    first, second = (pane(desk, office_id).conflicts for _, office_id in sorted(names.items()))
    assert first == (
        Conflict(box("a").address, "Ủy ban nhân dân Phường 2"),
        Conflict("chung@tphcm.gov.vn", OWN),
    )
    assert second == (Conflict(box("a").address, "Ủy ban nhân dân Phường 1"),)


def test_an_office_that_is_gone_has_no_pane(desk):
    assert pane(desk, 999) is None
