"""The order of a directory: posts ranked by their words, the tree from its top."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.directory_order import TreeUnit, in_tree_order, post_rank


@pytest.mark.parametrize(
    ("post", "rank"),
    [
        ("Giám đốc", 0), ("Chủ tịch UBND", 0), ("Q. Giám đốc", 0), ("Bí thư Huyện đoàn", 0), ("Hiệu trưởng", 0),
        ("Phó Giám đốc", 1), ("PHÓ CHỦ TỊCH", 1), ("Phó Hiệu trưởng", 1),
        ("Trưởng phòng", 2), ("Chánh Văn phòng", 2), ("TP. Kế toán", 2), ("Quyền Trưởng phòng", 2), ("Kế toán trưởng", 2),
        ("Phó Trưởng phòng", 3), ("Phó Chánh Văn phòng", 3), ("Phó Trưởng phòng Chuyển đổi số", 3),
        ("Chuyên viên", 4), ("Văn thư", 4), ("", 4), ("Nhân viên phục vụ phòng Giám đốc", 4),
    ],
)  # fmt: skip
def test_a_post_ranks_by_its_words(post, rank):
    assert post_rank(post) == rank


def test_the_own_unit_comes_first_and_each_before_those_under_it():
    units = [
        TreeUnit(5, 2, "Phòng Đầu tư"),
        TreeUnit(3, None, "Ban Quản lý"),
        TreeUnit(2, None, "Sở Tài chính", is_own=True),
        TreeUnit(4, 2, "Phòng Dân sự"),
        TreeUnit(6, 4, "Tổ Một"),
    ]
    found = [(unit.name, level) for unit, level in in_tree_order(units)]
    assert found == [("Sở Tài chính", 0), ("Phòng Dân sự", 1), ("Tổ Một", 2), ("Phòng Đầu tư", 1), ("Ban Quản lý", 0)]


@given(st.lists(st.integers(0, 30), max_size=30))
@settings(max_examples=60)
def test_every_unit_of_a_tree_is_given_once_below_its_own(parents):
    """The n-th unit stands under one before it, or at the top."""
    units = [TreeUnit(n, above if above in range(1, n) else None, f"Đơn vị {n}") for n, above in enumerate(parents, 1)]
    levels = {unit.id: level for unit, level in in_tree_order(units)}
    assert len(levels) == len(units)
    assert all(levels[unit.id] == levels[unit.parent_id] + 1 for unit in units if unit.parent_id)
