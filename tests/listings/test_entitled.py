"""Who works here without a mailbox and may have one."""

from __future__ import annotations

from govmail_desk.listings import entitled, today
from govmail_desk.listings.people import page
from govmail_desk.operations.people import add_person
from govmail_desk.operations.units import add_unit
from tests.desks import added, founded, own_unit_id


def named(desk):
    return {row.full_name for row in page(desk, entitled.ids_without_mailbox(desk))}


def test_where_the_regulation_names_no_post_everyone_may(tmp_path):
    with founded(tmp_path) as desk:
        added(desk, "Đỗ Thị Bích Ngọc", post="")
        assert named(desk) == {"Lê Thị Mỹ Hạnh", "Đỗ Thị Bích Ngọc"}


def test_under_khanh_hoa_only_the_posts_named_are_counted_and_asked_for(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        added(desk, "Đỗ Thị Bích Ngọc", post="Giám đốc")
        added(desk, "Lê Văn Ấn")
        (unit_id,) = add_unit(desk, name="Phòng Kế toán", slug="", parent_id=own_unit_id(desk)).ids["unit"]
        add_person(desk, full_name="Trần Ánh", unit_id=unit_id, post="Trưởng phòng")
        add_person(desk, full_name="Võ Ước", unit_id=unit_id, post="Phó Trưởng phòng")
        assert named(desk) >= {"Đỗ Thị Bích Ngọc", "Trần Ánh"}
        assert not named(desk) & {"Lê Văn Ấn", "Võ Ước"}
        told = next(row.title for row in today.today(desk).rows if row.act == "request_people")
        assert told == f"{len(named(desk))} người chưa có hộp thư"


def test_under_khanh_hoa_nobody_is_told_of_where_no_post_gets_one(tmp_path):
    with founded(tmp_path, "khanhhoa-dagt-2021", head="") as desk:
        added(desk, "Lê Văn Ấn")
        assert named(desk) == set()
        assert all(row.act != "request_people" for row in today.today(desk).rows)
