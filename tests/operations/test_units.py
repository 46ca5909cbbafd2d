"""Units added, corrected, renamed from a day, ended."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import units as listing
from govmail_desk.operations.units import add_unit, edit_unit, end_unit, rename_unit
from tests.desks import NOW, added, founded, own_unit_id

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def made(desk, name="Phòng Công nghệ thông tin", slug="pcntt", **facts):
    (unit_id,) = add_unit(desk, name=name, slug=slug, **facts).ids["unit"]
    return unit_id


def edited(desk, unit_id, **facts):
    unit = listing.unit_of(desk, unit_id)
    edit_unit(
        desk, unit=unit, **{"slug": unit.slug, "short_name": unit.short_name, "parent_id": unit.parent_id} | facts
    )


def test_a_unit_stands_under_another_with_its_clean_name(desk):
    unit_id = made(
        desk, name="  Phòng\u00a0Tổng  hợp ", slug=" PTH ", parent_id=own_unit_id(desk), short_name=" P. TH "
    )
    (row,) = [row for row in listing.tree(desk) if row.id == unit_id]
    assert (row.name, row.slug, row.short_name, row.parent_id) == ("Phòng Tổng hợp", "pth", "P. TH", own_unit_id(desk))


@pytest.mark.parametrize(
    "act", [lambda desk: made(desk, name=" \u200b"), lambda desk: rename_unit(desk, unit_id=1, name="", from_on=TODAY)]
)
def test_a_name_is_never_empty(desk, act):
    with pytest.raises(RuleBroken, match="đang để trống"):
        act(desk)


def test_a_unit_never_stands_under_itself(desk):
    own = own_unit_id(desk)
    upper = made(desk, parent_id=own)
    lower = made(desk, name="Tổ Hỗ trợ", slug="", parent_id=upper)
    for parent_id in (upper, lower):
        with pytest.raises(RuleBroken, match="trực thuộc"):
            edited(desk, upper, parent_id=parent_id)
    edited(desk, lower, parent_id=own)
    edited(desk, upper, parent_id=lower)
    assert listing.unit_of(desk, upper).parent_id == lower


def test_papers_before_the_day_keep_the_former_name(desk):
    own = own_unit_id(desk)
    day = date(2027, 1, 1)
    rename_unit(desk, unit_id=own, name="Sở Khoa học và Công nghệ", from_on=day, document="Nghị quyết 5/NQ-HĐND")
    assert listing.name_on(desk, own, day - timedelta(days=1)) == "Sở Thông tin và Truyền thông"
    assert listing.name_on(desk, own, day) == "Sở Khoa học và Công nghệ"
    present, former = listing.names(desk, own)
    assert (former.to_on, present.from_on, present.document) == ("2026-12-31", "2027-01-01", "Nghị quyết 5/NQ-HĐND")


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2026, 12, 31)])
def test_a_second_renaming_begins_after_the_first(desk, day):
    own = own_unit_id(desk)
    rename_unit(desk, unit_id=own, name="Sở Khoa học và Công nghệ", from_on=date(2027, 1, 1))
    head = desk.journal_head()
    with pytest.raises(RuleBroken, match="sau ngày tên hiện nay"):
        rename_unit(desk, unit_id=own, name="Sở Nội vụ", from_on=day)
    assert desk.journal_head() == head


def test_an_ended_unit_keeps_its_people(desk):
    unit_id = made(desk)
    end_unit(desk, unit=listing.unit_of(desk, unit_id), on=TODAY)
    (row,) = [row for row in listing.tree(desk) if row.id == unit_id]
    assert (row.is_ended, row.ended_on) == (True, TODAY.isoformat())


def test_a_correction_made_elsewhere_meanwhile_is_not_overwritten(desk):
    unit_id = made(desk)
    seen = listing.unit_of(desk, unit_id)
    edited(desk, unit_id, short_name="P.CNTT")
    with pytest.raises(RuleBroken, match="vừa được sửa ở nơi khác"):
        edit_unit(desk, unit=seen, slug="khac", short_name="", parent_id=None)


def test_a_unit_that_is_gone_takes_nobody(desk):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        made(desk, parent_id=999)
    assert added(desk, "Lê An")


def test_a_units_telephone_is_kept_until_it_is_changed(desk):
    unit_id = made(desk, office_phone=" 0229 3871 002 ")
    edited(desk, unit_id, short_name="P. CNTT")
    assert listing.unit_of(desk, unit_id).office_phone == "0229 3871 002"
    edited(desk, unit_id, office_phone="")
    assert listing.unit_of(desk, unit_id).office_phone == ""
    with pytest.raises(RuleBroken, match="Điện thoại cơ quan"):
        edited(desk, unit_id, office_phone="gọi văn thư")
