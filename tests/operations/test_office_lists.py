"""A list of awaited units: read from any sheet, seen first, never twice."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from govmail_desk.documents import spreadsheet
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.exchange import Office
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.office_lists import outcomes, plan_offices, take_in_offices
from govmail_desk.operations.offices import add_office
from govmail_desk.store.transaction import Transaction
from tests.packages import office_desk


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def listed(tmp_path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "don-vi.xlsx"
    book.save(path)
    return spreadsheet.read(path)


def offices(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(Office)


def test_a_list_with_titles_and_numbers_is_read(desk, tmp_path):
    book = listed(
        tmp_path,
        ["DANH SÁCH CÁC ĐƠN VỊ GỬI BÁO CÁO"],
        [],
        ["STT", "Tên đơn vị", "Địa chỉ thư điện tử"],
        ["(1)", "(2)", "(3)"],
        [1, "UBND  Phường 1", "Phuong1.Q4@tphcm.gov.vn"],
        [2, "Phòng Nội vụ", None],
        [3, "Phòng Y tế", "không có"],
        ["", "Tổng cộng: 3"],
    )
    plan = plan_offices(desk, book)
    assert dict(outcomes(plan)) == {"new": 2, "changed": 0, "same": 0, "doubtful": 1}
    take_in_offices(desk, plan)
    assert [(one.name, one.address, one.slug) for one in offices(desk)] == [
        ("UBND Phường 1", "phuong1.q4@tphcm.gov.vn", "phuong1.q4"),
        ("Phòng Nội vụ", "", ""),
    ]
    assert verify(desk) == []


def test_the_same_list_again_changes_nothing_and_a_new_mailbox_is_taken(desk, tmp_path):
    add_office(desk, name="Phòng Nội vụ")
    rows = [["Đơn vị", "Hộp thư"], ["phòng nội vụ", "pnv.q4@tphcm.gov.vn"], ["Phòng Y tế", ""]]
    plan = plan_offices(desk, listed(tmp_path, *rows))
    assert [row.fate for row in plan.rows] == ["changed", "new"]
    changes = take_in_offices(desk, plan)
    again = plan_offices(desk, listed(tmp_path, *rows))
    assert {row.fate for row in again.rows} == {"same"}
    assert take_in_offices(desk, again).is_empty
    take_back(desk, plan_take_back(desk, seq=changes.seq))
    assert [(one.name, one.address) for one in offices(desk)] == [("Phòng Nội vụ", "")]


def test_a_mailbox_of_another_unit_or_a_second_one_is_doubtful(desk, tmp_path):
    add_office(desk, name="Phòng Nội vụ", address="pnv.q4@tphcm.gov.vn")
    plan = plan_offices(
        desk,
        listed(
            tmp_path,
            ["Cơ quan", "Email"],
            ["Phòng Y tế", "pnv.q4@tphcm.gov.vn"],
            ["Phòng Nội vụ", "noivu.q4@tphcm.gov.vn"],
        ),
    )
    assert [row.fate for row in plan.rows] == ["doubtful", "doubtful"]
    assert "đã là của Phòng Nội vụ" in plan.rows[0].reason
    assert take_in_offices(desk, plan).is_empty


def test_a_sheet_without_units_is_refused(desk, tmp_path):
    with pytest.raises(RuleBroken, match="Không thấy cột tên đơn vị"):
        plan_offices(desk, listed(tmp_path, ["Họ và tên", "Ngày sinh"], ["Lê Thị Mỹ Hạnh", "1/1/1990"]))
