"""Which mailboxes a list means: by address, by whom it names, and what it says is to be another."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.domain.request_details import ChangeDetails, Fact
from govmail_desk.domain.sheet import Cell, Row, Sheet
from govmail_desk.listings.mailboxes import id_of
from govmail_desk.operations.listed_mailboxes import listed_mailboxes
from govmail_desk.operations.mailboxes import add_mailbox
from tests.desks import added, founded, own_unit_id

DOMAIN = "stttt@ninhbinh.gov.vn"
STAFF = ("STT", "Họ và tên", "Chức vụ", "Số điện thoại", "Địa chỉ thư công vụ")
MOVES = ("STT", "Địa chỉ hiện nay", "Địa chỉ mới", "Ghi chú")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        for name, local in (("Nguyễn Văn Thành", "thanhnv"), ("Đỗ Thị Bích Ngọc", "ngocdtb")):
            add_mailbox(
                open_desk,
                address=f"{local}.{DOMAIN}",
                kind="personal",
                unit_id=own_unit_id(open_desk),
                holder_id=added(open_desk, name),
                since=date(2026, 1, 5),
            )
        yield open_desk


def listed(desk, *rows):
    made = (Row(number, tuple(map(Cell, cells))) for number, cells in enumerate(rows, start=1))
    return listed_mailboxes(desk, Workbook("ds.xlsx", "0" * 64, "xlsx", (Sheet("DS", tuple(made)),), ()))


def test_a_list_of_present_and_new_addresses_says_which_are_to_change(desk):
    found = listed(
        desk,
        MOVES,
        ("1", f"NgocDTB.{DOMAIN}", f"bichngoc.{DOMAIN}", "Trùng tên"),
        ("2", f"la.{DOMAIN}", f"lạ.{DOMAIN}", ""),
        ("3", f"ngocdtb.{DOMAIN}", f"ngoc.{DOMAIN}", ""),
    )
    wanted = ChangeDetails(address=f"bichngoc.{DOMAIN}", note="Trùng tên")
    assert found.changes == {id_of(desk, f"ngocdtb.{DOMAIN}"): wanted}
    assert [told.partition(", ")[0] for told in found.left_out] == ["DS dòng 3", "DS dòng 4"]
    assert "Sổ không có hộp thư này" in found.left_out[0]
    assert "đã nêu ở một dòng trên" in found.left_out[1]


def test_the_units_own_list_says_by_its_facts_what_has_changed(desk):
    thanh, ngoc = (id_of(desk, f"{local}.{DOMAIN}") for local in ("thanhnv", "ngocdtb"))
    found = listed(
        desk,
        STAFF,
        ("1", "Nguyễn Văn Thành", "Phó Trưởng phòng", "0912000111", f"thanhnv.{DOMAIN}"),
        ("2", "Đỗ Thị Bích Ngọc", "Chuyên viên", "0912000111", ""),
    )
    changed = ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó Trưởng phòng"),))
    assert found.changes == {thanh: changed, ngoc: ChangeDetails()}
    assert found.left_out == ()


def test_whoever_the_register_does_not_know_is_left_out_by_name(desk):
    found = listed(desk, STAFF, ("1", "Trần Quốc Bảo", "Chuyên viên", "0912000999", ""))
    assert found.changes == {}
    assert found.left_out == ("DS dòng 2, Trần Quốc Bảo: chưa đưa vào đề nghị. Sổ không có hộp thư này.",)


def test_a_row_in_doubt_says_why(desk):
    row = ("1", "Đỗ Thị Bích Ngọc", "Chuyên viên", "0912000111", f"bichngoc.{DOMAIN}")
    found = listed(desk, STAFF, row)
    assert found.changes == {}
    assert "đang có hộp thư ngocdtb" in found.left_out[0]


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        (
            ("STT", "Họ và tên", "Địa chỉ hiện nay", "Địa chỉ mới", "Chức vụ mới"),
            ("1", "Đỗ Thị Bích Ngọc", f"ngocdtb.{DOMAIN}", f"bichngoc.{DOMAIN}", "Phó Trưởng phòng"),
        ),
        (
            ("STT", "Họ và tên", "Địa chỉ mới", "Địa chỉ hiện nay", "Chức vụ cũ", "Chức vụ mới"),
            ("1", "Đỗ Thị Bích Ngọc", f"bichngoc.{DOMAIN}", f"ngocdtb.{DOMAIN}", "Chuyên viên", "Phó Trưởng phòng"),
        ),
        (
            ("STT", "Địa chỉ hiện nay", "Địa chỉ mới", "Chức vụ"),
            ("1", f"ngocdtb.{DOMAIN}", f"bichngoc.{DOMAIN}", "Phó Trưởng phòng"),
        ),
    ],
)
def test_a_list_with_new_addresses_and_new_posts_says_both(desk, heading, row):
    found = listed(desk, heading, row)
    post = Fact("Chức vụ", "Chuyên viên", "Phó Trưởng phòng")
    wanted = ChangeDetails(address=f"bichngoc.{DOMAIN}", facts=(post,))
    assert found.changes == {id_of(desk, f"ngocdtb.{DOMAIN}"): wanted}
    assert found.left_out == ()


def test_a_row_without_a_new_address_still_says_the_new_post(desk):
    heading = ("STT", "Họ và tên", "Địa chỉ hiện nay", "Địa chỉ mới", "Chức vụ mới", "Ghi chú")
    row = ("1", "Đỗ Thị Bích Ngọc", f"ngocdtb.{DOMAIN}", "", "Phó Trưởng phòng", "Từ 01/12")
    (change,) = listed(desk, heading, row).changes.values()
    assert change == ChangeDetails(facts=(Fact("Chức vụ", "Chuyên viên", "Phó Trưởng phòng"),), note="Từ 01/12")


def test_where_only_the_address_is_clear_the_rest_is_said_to_be_left_out(desk):
    heading = ("STT", "Họ và tên", "Địa chỉ hiện nay", "Địa chỉ mới", "Chức vụ mới")
    row = ("1", "Trần Quốc Bảo", f"ngocdtb.{DOMAIN}", f"bichngoc.{DOMAIN}", "Phó Trưởng phòng")
    found = listed(desk, heading, row)
    assert list(found.changes.values()) == [ChangeDetails(address=f"bichngoc.{DOMAIN}")]
    assert found.left_out[0].startswith(f"DS dòng 2, ngocdtb.{DOMAIN}: chỉ đưa địa chỉ mới vào đề nghị. ")
