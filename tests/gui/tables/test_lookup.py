"""Asking a listing for a table: the first rows come with the numbers, and only the newest answer is shown."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.background import Background
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.lookup import Lookup
from govmail_desk.gui.tables.rows_model import RowsModel


@dataclass(frozen=True)
class Line:
    id: int


@dataclass(frozen=True)
class Answer:
    ids: list[int]
    first: list[Line]


class Listing:
    """A listing of so many numbers that remembers what it was asked."""

    def __init__(self) -> None:
        self.count = 500
        self.asked: list[int] = []
        self.lines_asked: list[int] = []
        self.failure: Exception | None = None

    def question(self):
        return self.answer

    def answer(self, order):
        if self.failure is not None:
            raise self.failure
        self.asked.append(self.count)
        ids = list(range(1, self.count + 1))
        return Answer(ids[::-1] if order.is_descending else ids, [Line(number) for number in ids[:200]])

    def lines(self, ids):
        self.lines_asked.append(len(ids))
        return [Line(number) for number in ids]


@pytest.fixture
def listing():
    return Listing()


@pytest.fixture
def lookup(listing, qapp):
    background = Background()
    model = RowsModel([Column(key="id", title="Số", width=5, text=lambda row: str(row.id), sort_by="id")])
    yield Lookup(model, question=listing.question, lines=listing.lines, background=background)
    background.finish()


def test_the_first_rows_need_no_second_question(listing, lookup) -> None:
    lookup.ask_now()
    assert lookup._model.index(150, 0).data() == "151"
    assert listing.lines_asked == []
    assert lookup._model.index(250, 0).data() == "251"
    assert listing.lines_asked == [200]


def test_rows_seen_once_and_dropped_are_asked_for_anew(listing, lookup) -> None:
    lookup.ask_now()
    assert lookup._model.row_at(0) == Line(1)
    lookup._model._pages.clear()
    assert lookup._model.row_at(0) == Line(1)
    assert listing.lines_asked == [200]


def test_another_order_asks_again(listing, lookup) -> None:
    lookup.ask_now()
    lookup._model.sort(0)
    assert listing.asked == [500, 500]


def test_only_the_newest_of_several_is_shown(qtbot, listing, lookup) -> None:
    answers = []
    lookup.answered.connect(answers.append)
    for count in (3, 4, 5):
        listing.count = count
        lookup.ask_soon()
    qtbot.waitUntil(lambda: bool(answers))
    assert [len(answer.ids) for answer in answers] == [5]
    assert lookup._model.rowCount() == 5


def test_asking_now_makes_what_was_asked_before_count_no_more(qtbot, listing, lookup) -> None:
    listing.count = 3
    lookup.ask_soon()
    listing.count = 7
    lookup.ask_now()
    qtbot.wait(250)
    assert lookup._model.rowCount() == 7
    assert listing.asked == [7]


def test_a_register_that_cannot_be_read_is_told_and_the_rows_stay(qtbot, listing, lookup) -> None:
    lookup.ask_now()
    listing.failure = StoreUnavailable("Sổ đang được nơi khác ghi.")
    told = []
    lookup.failed.connect(told.append)
    lookup.ask_now()
    lookup.ask_soon()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert lookup._model.rowCount() == 500
