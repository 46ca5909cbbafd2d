"""What went out as a file, the latest first, and by which acts."""

from __future__ import annotations

import pytest

from govmail_desk.listings import journals
from govmail_desk.listings.exports import acts_that_let_out, exports
from govmail_desk.operations.exports import record_export
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as desk:
        yield desk


def let_out(desk, name):
    return record_export(desk, kind="directory", subject="danh bạ", row_count=3, name=name).seq


def test_the_latest_comes_first_and_no_more_than_asked_for(desk):
    for name in ("a.xlsx", "b.xlsx", "c.xlsx"):
        let_out(desk, name)
    assert [one.name for one in exports(desk)] == ["c.xlsx", "b.xlsx", "a.xlsx"]
    assert [one.name for one in exports(desk, limit=1)] == ["c.xlsx"]


def test_the_journal_can_be_asked_for_these_acts_alone(desk):
    first = let_out(desk, "a.xlsx")
    added(desk, "Nguyễn Văn Thành")
    second = let_out(desk, "b.xlsx")
    with desk.reading() as connection:
        assert acts_that_let_out(connection) == {first, second}
    found = journals.opening(desk, exports_only=True, first_count=9)
    assert (found.ids, found.count) == ([second, first], 4)
    assert journals.opening(desk, search="b.xlsx", exports_only=True, first_count=9).ids == [second]
