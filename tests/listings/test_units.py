"""The tree of units and the pane of one: names and charges with their days."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import units
from govmail_desk.operations.custodies import appoint, end_custody
from govmail_desk.operations.units import add_unit, end_unit, rename_unit
from tests.desks import added, founded, own_unit_id


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def section(desk, name):
    (unit_id,) = add_unit(desk, name=name, slug="", parent_id=own_unit_id(desk)).ids["unit"]
    return unit_id


def test_the_own_unit_comes_first_and_the_others_in_vietnamese_order(desk) -> None:
    for name in ("Văn phòng", "Đội Xe", "Chi cục Số"):
        section(desk, name)
    names = [row.name for row in units.tree(desk)]
    assert names == ["Sở Thông tin và Truyền thông", "Chi cục Số", "Đội Xe", "Văn phòng"]


def test_an_ended_unit_keeps_its_last_day(desk) -> None:
    unit = units.unit_of(desk, section(desk, "Đội Xe"))
    assert unit is not None
    end_unit(desk, unit=unit, on=date(2026, 7, 1))
    row = next(row for row in units.tree(desk) if row.id == unit.id)
    assert (row.is_ended, row.ended_on) == (True, "2026-07-01")


def test_the_pane_tells_mailbox_charges_and_names_with_days(desk) -> None:
    own = own_unit_id(desk)
    rename_unit(desk, unit_id=own, name="Sở Khoa học và Công nghệ", from_on=date(2026, 3, 1), document="NQ 12")
    pane = units.pane(desk, own)
    assert pane is not None
    assert (pane.row.name, pane.parent_name) == ("Sở Khoa học và Công nghệ", "")
    assert [own.address for own in pane.mailboxes] == ["stttt@ninhbinh.gov.vn"]
    assert [(charge.role, charge.full_name) for charge in pane.charges] == [("head", "Lê Thị Mỹ Hạnh")]
    assert [(name.name, name.from_on, name.to_on) for name in pane.names] == [
        ("Sở Khoa học và Công nghệ", "2026-03-01", None),
        ("Sở Thông tin và Truyền thông", None, "2026-02-28"),
    ]


def test_the_pane_of_a_section_names_the_unit_above(desk) -> None:
    pane = units.pane(desk, section(desk, "Đội Xe"))
    assert pane is not None
    assert (pane.parent_name, pane.mailboxes, pane.charges) == ("Sở Thông tin và Truyền thông", (), ())


def test_a_charge_to_end_is_the_one_asked_for(desk) -> None:
    own, person = own_unit_id(desk), added(desk, "Bùi Thị Yến")
    appoint(desk, unit_id=own, person_id=person, role="custodian", from_on=date(2026, 3, 2))
    charge = next(row for row in units.custodies(desk, own) if row.role == "custodian")
    custody = units.custody_of(desk, charge.id)
    assert custody is not None
    end_custody(desk, custody=custody, to_on=date(2026, 6, 30))
    ended = next(row for row in units.custodies(desk, own) if row.role == "custodian")
    assert (ended.from_on, ended.to_on) == ("2026-03-02", "2026-06-30")


def test_what_is_gone_is_none(desk) -> None:
    assert units.pane(desk, 999_999) is None
    assert units.unit_of(desk, 999_999) is None
    assert units.custody_of(desk, 999_999) is None
