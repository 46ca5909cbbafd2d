"""The units that have mailboxes of their own to hand over."""

from __future__ import annotations

from govmail_desk.listings import unit_mailboxes
from govmail_desk.operations.units import add_unit
from tests.desks import founded, own_unit_id
from tests.mailboxes import issued, issued_to_unit


def test_the_own_unit_stands_first_and_only_mailboxes_in_use_of_units_are_offered(tmp_path):
    with founded(tmp_path, "camau-24-2018") as desk:
        issued_to_unit(desk, "Ban Quản lý")
        issued_to_unit(desk, "Phòng Đã đóng", state="closed")
        issued(desk, "Nguyễn Văn Thành")
        add_unit(desk, name="Thanh tra", slug="", parent_id=own_unit_id(desk))
        found = unit_mailboxes.with_mailboxes(desk)
    assert [one.unit for one in found] == ["Sở Thông tin và Truyền thông", "Ban Quản lý"]
    assert found[0].words == "Sở Thông tin và Truyền thông: stttt@camau.gov.vn"
