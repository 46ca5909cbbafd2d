"""Planning what packages would do: what comes back after it was gone counts as new, whether it went before or within the plan."""

from __future__ import annotations

from datetime import date

from govmail_desk.domain.exchange import ForeignMailbox
from govmail_desk.operations.journals import plan_take_back, take_back, verify
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.store.transaction import Transaction
from tests.packages import box, contents, office_desk, written

HANH = box("hanhltm")


def rows(desk):
    with desk.reading() as connection:
        return Transaction(connection).find(ForeignMailbox)


def told(folder, seq, boxes):
    return written(folder, contents(boxes, journal_seq=seq), f"goi-{seq}.govmail-goi")


def test_what_comes_back_counts_as_new_and_tells_since_when_it_was_gone(tmp_path):
    with office_desk(tmp_path) as desk:
        for seq, boxes in ((1, [HANH]), (2, [])):
            take_in_packages(desk, plan_packages(desk, [told(tmp_path, seq, boxes)]))
        plan = plan_packages(desk, [told(tmp_path, 3, [HANH])])
        assert plan.counts == {"new": 1, "changed": 0, "same": 0, "gone": 0, "conflict": 0}
        ((row,),) = (one.rows for one in plan.files)
        assert row.gone_on == "2026-12-05"
        changes = take_in_packages(desk, plan)
        take_back(desk, plan_take_back(desk, seq=changes.seq))
        assert [row.gone_on for row in rows(desk)] == [date(2026, 12, 5)]
        assert verify(desk) == []


def test_what_goes_and_comes_back_within_one_plan_keeps_its_row(tmp_path):
    with office_desk(tmp_path) as desk:
        take_in_packages(desk, plan_packages(desk, [told(tmp_path, 1, [HANH])]))
        paths = [told(tmp_path, 2, []), told(tmp_path, 3, [HANH])]
        take_in_packages(desk, plan_packages(desk, paths))
        assert [row.gone_on for row in rows(desk)] == [None]


def test_what_came_back_and_goes_again_leaves_nothing_standing(tmp_path):
    with office_desk(tmp_path) as desk:
        for seq, boxes in ((1, [HANH]), (2, []), (3, [HANH]), (4, []), (5, [HANH])):
            take_in_packages(desk, plan_packages(desk, [told(tmp_path, seq, boxes)]))
        assert [row.gone_on is None for row in rows(desk)] == [False, False, True]
