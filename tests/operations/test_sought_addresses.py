"""Who keeps the plain address of namesakes, and addresses that are never given twice."""

from __future__ import annotations

import pytest

from govmail_desk.operations.requests import plan_request
from govmail_desk.operations.sought_addresses import leads
from tests.desks import NOW, added, founded


@pytest.mark.parametrize(
    "post",
    ["Giám đốc", "Phó Giám đốc", "Quyền Giám đốc", "Chủ tịch UBND", "Phó Chủ tịch", "Bí thư", "Chánh Văn phòng",
     "Phó Chánh Thanh tra", "Trưởng phòng", "Phó trưởng ban", "Hiệu trưởng", "Chi cục trưởng", "Tổng Giám đốc"],
)  # fmt: skip
def test_posts_of_leadership_are_told(post):
    assert leads(post)


@pytest.mark.parametrize(
    "post", ["", "Chuyên viên", "Văn thư", "Kế toán trưởng", "Lái xe Giám đốc", "Thư ký Chủ tịch", "Nhân viên"]
)
def test_other_posts_are_not(post):
    assert not leads(post)


def test_two_rows_are_not_given_one_address_whoever_chose_it(tmp_path):
    with founded(tmp_path) as desk:
        ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc")]
        chosen = dict.fromkeys((0, 1), "thanh@ninhbinh.gov.vn")
        first, second = plan_request(desk, on=NOW.date(), people_ids=ids, chosen=chosen).rows
    assert (first.address, first.refusal) == ("thanh@ninhbinh.gov.vn", "")
    assert "trùng với Nguyễn Văn Thành trong đề nghị này" in second.refusal
