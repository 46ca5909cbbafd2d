"""Proposing addresses for units against the register."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.listings import units
from govmail_desk.operations.proposals import propose_unit_addresses
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id

ON = date(2026, 11, 23)


@pytest.fixture
def open_desk(tmp_path):
    opened = []

    def found(regulation_id):
        opened.append(founded(tmp_path, regulation_id))
        return opened[-1]

    yield found
    for desk in opened:
        desk.close()


def proposed(desk, name, parent_id, unit_id=None):
    proposal = propose_unit_addresses(desk, name=name, parent_id=parent_id, on=ON, unit_id=unit_id)
    return [(candidate.address, candidate.cite) for candidate in proposal.candidates]


def test_a_section_of_a_so_takes_the_address_of_the_so_behind_it(open_desk) -> None:
    desk = open_desk("soctrang-59-2024")
    assert proposed(desk, "Phòng Chuyển đổi số", own_unit_id(desk)) == [("phongcds.sotttt@soctrang.gov.vn", "Đ3.1")]


def test_a_section_of_a_huyen_is_told_apart_from_one_of_a_so(open_desk) -> None:
    desk = open_desk("soctrang-59-2024")
    (district,) = add_unit(desk, name="Ủy ban nhân dân huyện Mỹ Xuyên", slug="myxuyen").ids["unit"]
    assert proposed(desk, "Phòng Văn hóa và Thông tin", district)[0][0] == "pvhtt.myxuyen@soctrang.gov.vn"


def test_a_unit_under_none_is_proposed_on_its_own(open_desk) -> None:
    desk = open_desk("ninhbinh-2020")
    assert proposed(desk, "Sở Tài chính", None)[0][0] == "stc@ninhbinh.gov.vn"


def test_its_own_mailbox_does_not_stand_in_a_units_way(open_desk) -> None:
    desk = open_desk("ninhbinh-2020")
    own = units.own(desk)
    assert own is not None
    assert proposed(desk, own.name, None) == []
    assert proposed(desk, own.name, None, unit_id=own.id)[0][0] == "stttt@ninhbinh.gov.vn"
