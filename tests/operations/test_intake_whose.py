"""An address that by the regulation's pattern is another's than the one on whose row it stands."""

from __future__ import annotations

import pytest

from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.people import add_person
from tests.desks import founded, own_unit_id
from tests.small_lists import people, person

LY = "lydv.stttt@ninhbinh.gov.vn"


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def planned(desk, *lines, **choices):
    return plan_intake(desk, people(*lines), **choices).rows[1:]


def test_an_address_on_the_row_of_another_is_asked_about(desk):
    an, ly = planned(desk, person("Nguyễn Văn An", address=LY), person("Đỗ Văn Lý"))
    assert (an.outcome, ly.outcome) == ("doubtful", "new")
    assert an.reasons == (
        f"Địa chỉ {LY} theo mẫu của quy chế là của Đỗ Văn Lý (dòng 3), không phải Nguyễn Văn An;"
        " hãy xem có dán nhầm dòng không.",
    )


def test_people_whose_addresses_changed_rows_are_both_asked_about(desk):
    lines = (person("Nguyễn Văn An", address=LY), person("Đỗ Văn Lý", address="annv.stttt@ninhbinh.gov.vn"))
    assert [row.outcome for row in planned(desk, *lines)] == ["doubtful", "doubtful"]


def test_an_address_of_someone_in_the_register_is_asked_about(desk):
    add_person(desk, full_name="Đỗ Văn Lý", unit_id=own_unit_id(desk))
    (an,) = planned(desk, person("Nguyễn Văn An", section="Văn phòng", address=LY))
    assert an.outcome == "doubtful"
    assert "là của Đỗ Văn Lý (có trong sổ), không phải Nguyễn Văn An" in an.reasons[0]


def test_an_address_two_names_come_to_is_the_right_one_for_either(desk):
    assert [row.outcome for row in planned(desk, person("Đặng Vinh Lý", address=LY), person("Đỗ Văn Lý"))] == [
        "new",
        "new",
    ]


def test_an_old_address_that_is_nobodys_by_the_pattern_is_taken(desk):
    lines = (person("Nguyễn Văn An", address="vanan85.stttt@ninhbinh.gov.vn"), person("Đỗ Văn Lý", address=LY))
    assert [row.outcome for row in planned(desk, *lines)] == ["new", "new"]


def test_an_address_of_another_unit_is_not_one_of_ours(desk):
    lines = (person("Nguyễn Văn An", address="lydv.snv@ninhbinh.gov.vn"), person("Đỗ Văn Lý"))
    assert [row.outcome for row in planned(desk, *lines)] == ["new", "new"]


def test_an_address_the_clerk_typed_is_not_asked_about_again(desk):
    lines = (person("Nguyễn Văn An", address="an@"), person("Đỗ Văn Lý"))
    found = planned(desk, *lines, mended={("Danh sách", 2): {"address": LY}})
    assert [row.outcome for row in found] == ["new", "new"]


def test_a_mailbox_the_register_gives_the_same_person_is_not_asked_about_again(desk):
    workbook = people(person("Nguyễn Văn An", address=LY))
    take_in(desk, plan_intake(desk, workbook))
    found = planned(desk, person("Nguyễn Văn An", address=LY), person("Đỗ Văn Lý"))
    assert [row.outcome for row in found] == ["same", "new"]
