"""The lists taken in so far, and what became of each of their rows."""

from __future__ import annotations

import pytest

from govmail_desk.listings import intakes
from govmail_desk.operations import journals
from govmail_desk.operations.intakes import plan_intake, take_in
from tests.desks import founded
from tests.small_lists import people, person


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    yield desk
    desk.close()


def test_a_list_taken_in_is_listed_with_its_counts_its_act_and_its_rows(desk):
    changes = take_in(desk, plan_intake(desk, people(person("Nguyễn Văn An"), person("Thạch"))))
    (row,) = intakes.every(desk)
    assert (row.file_name, row.seq, row.taken_at[:10]) == ("danh-sach.xlsx", changes.seq, "2026-11-23")
    assert row.counts == {"new": 1, "changed": 0, "same": 0, "doubtful": 1, "set_aside": 1}
    assert [(one.row, one.outcome) for one in intakes.results(desk, row.id)] == [
        (1, "set_aside"),
        (2, "new"),
        (3, "doubtful"),
    ]
    assert intakes.results(desk, row.id)[0].reasons == ("Dòng tiêu đề.",)


def test_a_list_taken_back_is_gone_and_one_that_brought_nothing_was_never_there(desk):
    file = people(person("Nguyễn Văn An"))
    take_in(desk, plan_intake(desk, file))
    take_in(desk, plan_intake(desk, file))
    assert len(intakes.every(desk)) == 1
    journals.take_back(desk, journals.plan_take_back(desk))
    assert intakes.every(desk) == []
