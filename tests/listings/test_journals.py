"""The acts of the journal: newest first, searched without diacritics, what each wrote counted."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from govmail_desk.listings import journals
from govmail_desk.listings.journals import Tally
from govmail_desk.operations.journals import plan_take_back, take_back
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    desk = founded(tmp_path)
    for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc"):
        added(desk, name)
    yield desk
    desk.close()


def test_the_page_opens_with_the_newest_act_first(desk):
    opening = journals.opening(desk, first_count=2)
    assert (opening.ids, [row.id for row in opening.first], opening.count) == ([3, 2, 1], [3, 2], 3)
    assert journals.opening(desk, descending=False, first_count=2).ids == [1, 2, 3]


def test_acts_are_found_without_diacritics_words_in_any_order(desk):
    assert journals.opening(desk, search="ngoc them", first_count=9).ids == [3]
    assert journals.opening(desk, search="kim uyen", first_count=9).ids == [3, 2, 1]
    assert journals.opening(desk, search="khong co", first_count=9).ids == []


def test_lines_come_in_the_order_asked_for_and_say_what_was_taken_back(desk):
    take_back(desk, plan_take_back(desk, seq=2))
    rows = {row.seq: row for row in journals.page(desk, [4, 2, 99])}
    assert list(rows) == [4, 2]
    assert (rows[4].takes_back, rows[2].taken_back_by, rows[2].row_count) == (2, 4, 1)


def test_what_an_act_wrote_is_counted_table_by_table(desk):
    assert journals.tally(desk, 2) == [Tally("person", 1, 0, 0)]
    take_back(desk, plan_take_back(desk, seq=2))
    assert journals.tally(desk, 4) == [Tally("person", 0, 1, 0)]
    assert journals.tally(desk, 1)[0] == Tally("unit", 1, 0, 0)


def test_opening_the_page_asks_as_much_for_many_acts_as_for_few(desk):
    asked = []
    event.listen(desk.engine, "before_cursor_execute", lambda *words: asked.append(words[2]))
    journals.opening(desk, first_count=200)
    few = len([statement for statement in asked if statement.startswith("SELECT")])
    for number in range(120):
        added(desk, f"Trần Văn {'Abcdefghij'[number % 10]}")
    asked.clear()
    assert len(journals.opening(desk, first_count=200).ids) == 123
    assert few == len([statement for statement in asked if statement.startswith("SELECT")]) == 2
