"""When somebody was last told of a due date, and how a line of Hôm nay says it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from govmail_desk.listings import today as listing
from govmail_desk.listings.notices import last_told, told_words
from govmail_desk.operations.notices import make_notices, plan_notices
from tests.desks import NOW, founded
from tests.mailboxes import issued
from tests.password_dues import ROTATION, due_for

TODAY = NOW.date()


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def tell(desk, folder, ids):
    make_notices(desk, plan_notices(desk, due_ids=ids, way="email"), folder=folder)


def test_the_last_day_counts_and_those_nobody_told_of_are_left_out(desk, tmp_path):
    told, untold = due_for(desk, issued(desk, "Nguyễn Văn Thành"), issued(desk, "Trần Thị Lan"))
    tell(desk, tmp_path / "a", [told])
    desk.clock = lambda: NOW + timedelta(days=2)
    tell(desk, tmp_path / "b", [told])
    with desk.reading() as connection:
        assert last_told(connection, [told, untold]) == {told: date(2026, 11, 25)}
        assert last_told(connection, []) == {}


def test_a_line_of_the_page_says_of_how_many_and_when(desk, tmp_path):
    ids = due_for(desk, *(issued(desk, name) for name in ("Nguyễn Văn Thành", "Trần Thị Lan", "Đỗ Văn Lý")))

    def detail():
        return next(row.detail for row in listing.today(desk).rows if row.rule == ROTATION)

    assert detail() == "3 hộp thư"
    tell(desk, tmp_path / "a", ids[:2])
    assert detail() == "3 hộp thư · đã nhắc 2/3 hộp thư ngày 23/11/2026"
    tell(desk, tmp_path / "b", ids)
    assert detail() == "3 hộp thư · đã nhắc ngày 23/11/2026"


def test_nothing_is_said_where_nobody_was_told():
    assert told_words(None, told_count=0, size=3) == ""
