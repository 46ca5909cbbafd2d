"""Open due dates by their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.domain.reminder import Due
from govmail_desk.listings import due_days, dues
from tests.desks import founded
from tests.operations.open_dues import MONDAY, sent_request

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def answers(desk):
    return [row for row in dues.every(desk) if row.subject_kind == "request"]


def change(desk, **values):
    with desk.transaction("change", "Sửa một hạn") as act:
        due = act.transaction.find(Due, subject_kind="request")[0]
        act.transaction.put(replace(due, **values))


def test_what_is_open_is_counted_by_the_day_to_act(desk):
    for number in ("125", "126"):
        sent_request(desk, number=number)
    assert due_days.counts(desk, first=MONDAY, last=FRIDAY) == {FRIDAY: 2}
    assert due_days.counts(desk, first=MONDAY, last=date(2026, 11, 26)) == {}
    change(desk, settled_on=MONDAY)
    assert due_days.counts(desk, first=MONDAY, last=FRIDAY) == {FRIDAY: 1}


def test_the_due_dates_of_a_day_come_in_words(desk):
    sent_request(desk)
    (row,) = due_days.on_day(desk, FRIDAY)
    assert (row.subject, row.cite) == ("Đề nghị cấp mới 1 hộp thư, số 125", "Đ6.2")
    assert due_days.on_day(desk, MONDAY) == []


def test_those_of_some_numbers_come_in_their_order_without_the_settled(desk):
    for number in ("125", "126", "127"):
        sent_request(desk, number=number)
    ids = [row.id for row in answers(desk)]
    assert [row.id for row in due_days.of_ids(desk, ids[::-1])] == ids[::-1]
    change(desk, settled_on=MONDAY)
    assert [row.id for row in due_days.of_ids(desk, ids)] == [row.id for row in answers(desk)]
    assert due_days.of_ids(desk, []) == []


def test_what_another_calendar_would_move_is_counted(desk):
    for number in ("125", "126"):
        sent_request(desk, number=number)
    assert due_days.moved_count(desk) == 0
    change(desk, due_on=date(2026, 11, 26), act_by=date(2026, 11, 26))
    assert due_days.moved_count(desk) == 1
