"""The mailboxes of another unit, searched without marks and a page at a time."""

from __future__ import annotations

from govmail_desk.listings.office_mailboxes import ids, page
from govmail_desk.listings.offices import opening
from govmail_desk.operations.packages import plan_packages, take_in_packages
from tests.packages import box, contents, office_desk, written


def test_they_are_searched_by_every_word_and_those_gone_come_last(tmp_path):
    hanh = box("hanhltm", holder="Lê Thị Mỹ Hạnh", unit="Văn phòng")
    with office_desk(tmp_path) as desk:
        for seq, boxes in ((1, [box("aa"), hanh]), (2, [hanh, box("tamlv")])):
            take_in_packages(desk, plan_packages(desk, [written(tmp_path, contents(boxes, journal_seq=seq))]))
        (office_id,) = opening(desk, first_count=1).ids
        every = ids(desk, office_id)
        assert [row.address.partition(".")[0] for row in page(desk, every)] == ["hanhltm", "tamlv", "aa"]
        (row,) = page(desk, ids(desk, office_id, search="hanh van phong"))
        assert (row.holder, row.unit, row.gone_on) == ("Lê Thị Mỹ Hạnh", "Văn phòng", None)
        assert ids(desk, office_id, search="không ai") == []
        assert page(desk, []) == []


def test_one_that_came_back_is_listed_once_as_it_stands_and_counted_as_new(tmp_path):
    with office_desk(tmp_path) as desk:
        for seq, boxes in ((1, [box("hanhltm")]), (2, []), (3, [box("hanhltm")])):
            path = written(tmp_path, contents(boxes, journal_seq=seq))
            take_in_packages(desk, plan_packages(desk, [path]))
        row = opening(desk, first_count=1).first[0]
        assert (row.new_count, row.changed_count, row.gone_count) == (1, 0, 0)
        assert [one.gone_on for one in page(desk, ids(desk, row.id))] == [None]
