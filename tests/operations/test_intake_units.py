"""Units and sections found by the names a list uses, or added where they belong."""

from __future__ import annotations

import pytest

from govmail_desk.listings import units as unit_listing
from govmail_desk.operations.intake_units import OUTSIDE, UnitTree
from govmail_desk.operations.units import add_unit, end_unit, rename_unit
from tests.desks import founded, own_unit_id


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def added(desk, name, *, below=None, short_name=""):
    changes = add_unit(desk, name=name, slug="", parent_id=below, short_name=short_name)
    (unit_id,) = changes.ids["unit"]
    return unit_id


def found(desk, *path):
    with desk.reading() as connection:
        return UnitTree(connection).find(path)


def made(desk, *paths):
    with desk.transaction("add_units", "Thêm đơn vị") as act:
        UnitTree(act.transaction.connection).make(act.transaction, paths)
    return {row.name: row for row in unit_listing.tree(desk)}


def test_no_path_is_our_own_unit(desk):
    assert found(desk).unit_id == own_unit_id(desk)


@pytest.mark.parametrize(
    "name",
    [
        "Sở Thông tin và Truyền thông",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG",
        "Sở TT&TT",
        "Sở Thông tin và Truyền thông tỉnh Ninh Bình",
    ],
)
def test_our_own_unit_is_known_by_each_of_its_writings(desk, name):
    assert found(desk, name).unit_id == own_unit_id(desk)
    with desk.reading() as connection:
        assert UnitTree(connection).is_own(name)


def test_a_section_is_found_by_its_name_its_short_name_and_an_earlier_name(desk):
    unit_id = added(desk, "Phòng Công nghệ thông tin", below=own_unit_id(desk), short_name="Phòng Tin học")
    rename_unit(desk, unit_id=unit_id, name="Phòng Chuyển đổi số", from_on=desk.today())
    names = ("phong cong nghe thong tin", "Phòng CNTT", "Phòng tin học", "PHÒNG CHUYỂN ĐỔI SỐ")
    assert [found(desk, name).unit_id for name in names] == [unit_id] * 4


def test_a_section_elsewhere_is_not_taken_for_ours(desk):
    other = added(desk, "UBND huyện Hoa Lư")
    added(desk, "Văn phòng", below=other)
    assert found(desk, "Văn phòng").unit_id is None
    assert found(desk, "UBND huyện Hoa Lư", "Văn phòng").unit_id is not None


def test_two_sections_of_one_name_are_told_apart_by_the_one_above_or_asked_about(desk):
    own = own_unit_id(desk)
    above = [added(desk, name, below=own) for name in ("Trung tâm Một", "Trung tâm Hai")]
    below = [added(desk, "Phòng Kế toán", below=unit_id) for unit_id in above]
    assert "2 đơn vị cùng tên «Phòng Kế toán»" in found(desk, "Phòng Kế toán").doubt
    assert found(desk, "Trung tâm Hai", "Phòng Kế toán").unit_id == below[1]
    direct = added(desk, "Phòng Kế toán", below=own)
    assert found(desk, "Phòng Kế toán").unit_id == direct


def test_a_unit_that_has_ended_is_asked_about(desk):
    unit_id = added(desk, "Phòng Pháp chế", below=own_unit_id(desk))
    with desk.reading() as connection:
        unit = UnitTree(connection).unit(unit_id)
    end_unit(desk, unit=unit, on=desk.today())
    assert "chấm dứt" in found(desk, "Phòng Pháp chế").doubt


def test_lacking_units_are_added_from_the_widest_down_each_once(desk):
    rows = made(desk, ("Trung tâm Một", "Phòng Kế toán"), ("TRUNG TÂM MỘT",), ("Văn phòng",), ("Văn phòng",))
    assert len(rows) == 4
    assert rows["Phòng Kế toán"].parent_id == rows["Trung tâm Một"].id
    assert rows["Trung tâm Một"].parent_id == rows["Văn phòng"].parent_id == own_unit_id(desk)


def test_a_body_above_that_is_no_part_of_ours_stands_outside(desk):
    rows = made(desk, (OUTSIDE, "UBND huyện Mỹ Xuyên", "UBND xã Thạnh Phú"))
    assert rows["UBND huyện Mỹ Xuyên"].parent_id is None
    assert rows["UBND xã Thạnh Phú"].parent_id == rows["UBND huyện Mỹ Xuyên"].id
    assert made(desk, (OUTSIDE, "UBND huyện Mỹ Xuyên", "UBND xã Thạnh Phú")) == rows
