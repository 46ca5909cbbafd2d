"""Telephones of an office in a list: taken in beside the private ones, never in their place, asked about where they look private."""

from __future__ import annotations

import pytest

from govmail_desk.domain.person import Person
from govmail_desk.domain.unit import Unit
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.store.transaction import Transaction
from tests.desks import founded
from tests.small_lists import book, sheet

HEADINGS = ("STT", "Họ và tên", "Chức vụ", "Số điện thoại", "ĐT cơ quan", "Địa chỉ thư công vụ")
OF_UNITS = ("STT", "Tên cơ quan, đơn vị", "Điện thoại cơ quan", "Địa chỉ hộp thư")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def planned(desk, *lines, headings=HEADINGS):
    return plan_intake(desk, book(sheet(headings, *lines)))


def line(office, private="0912000101"):
    return ("1", "Nguyễn Văn An", "Chuyên viên", private, office, "annv.stttt@ninhbinh.gov.vn")


def kept(desk, kind, **equals):
    with desk.reading() as connection:
        return Transaction(connection).find(kind, **equals)


def test_it_comes_in_beside_the_private_one_and_the_same_list_changes_nothing(desk):
    take_in(desk, planned(desk, line("0229 3871 101")))
    (an,) = kept(desk, Person, full_name="Nguyễn Văn An")
    assert (an.phone, an.office_phone) == ("0912000101", "0229 3871 101")
    assert [row.outcome for row in planned(desk, line("0229 3871 101")).rows if row.full_name] == ["same"]
    (changed,) = [row for row in planned(desk, line("0229 3871 102")).rows if row.full_name]
    assert [tuple(one) for one in changed.differences] == [("Điện thoại cơ quan", "0229 3871 101", "0229 3871 102")]
    assert [row.outcome for row in planned(desk, line("")).rows if row.full_name] == ["same"]


def test_a_mobile_number_there_is_asked_about_and_not_taken(desk):
    (row,) = [row for row in planned(desk, line("0987654321")).rows if row.full_name]
    assert row.outcome == "doubtful"
    assert "số di động" in row.reasons[0]
    assert "0987654321" not in " ".join(row.kept_reasons)


def test_a_column_for_both_is_the_private_one(desk):
    headings = ("STT", "Họ và tên", "Chức vụ", "Điện thoại cơ quan, di động", "Địa chỉ thư công vụ")
    cells = ("1", "Nguyễn Văn An", "Chuyên viên", "0912000101", "annv.stttt@ninhbinh.gov.vn")
    take_in(desk, planned(desk, cells, headings=headings))
    (an,) = kept(desk, Person, full_name="Nguyễn Văn An")
    assert (an.phone, an.office_phone) == ("0912000101", "")


def test_a_units_own_row_tells_the_units_telephone_and_is_taken_back(desk):
    cells = ("1", "Văn phòng Sở", "2293871002", "vp.stttt@ninhbinh.gov.vn")
    changes = take_in(desk, planned(desk, cells, headings=OF_UNITS))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["02293871002"]
    changed = ("1", "Văn phòng Sở", "0229 3871 009", "vp.stttt@ninhbinh.gov.vn")
    later = take_in(desk, planned(desk, changed, headings=OF_UNITS))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["0229 3871 009"]
    journals.take_back(desk, journals.plan_take_back(desk, seq=later.seq))
    assert [one.office_phone for one in kept(desk, Unit) if not one.is_own] == ["02293871002"]
    journals.take_back(desk, journals.plan_take_back(desk, seq=changes.seq))
    assert [one for one in kept(desk, Unit) if not one.is_own] == []
