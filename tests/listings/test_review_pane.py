"""One review whole, as its pane shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from govmail_desk.desk import Desk
from govmail_desk.domain.review import Review
from govmail_desk.listings import review_pane, reviews
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_sheets import make_sheets
from tests.desks import founded
from tests.large_register import large_register
from tests.request_lives import go_on_to
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

DAT, YEN = "pddat@soctrang.gov.vn", "btyen@soctrang.gov.vn"
OWN_UNIT = "Bộ phận chung của Sở Thông tin và Truyền thông"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        peopled(desk)
        yield desk


@pytest.fixture
def review(desk: Desk) -> Review:
    return opened_review(desk)


def test_the_pane_tells_departments_decisions_what_is_amiss_and_papers(
    desk: Desk, review: Review, tmp_path: Path
) -> None:
    make_sheets(desk, review_id=review.id, folder=tmp_path)
    decide_rows(desk, row_ids=[rows_of(desk, review)[DAT].id], decision="close", answered_by="Phạm Đức Đạt")
    decide_rows(desk, row_ids=[rows_of(desk, review)[YEN].id], decision="unknown")
    found = review_pane.pane(desk, review.id)
    assert found is not None
    assert [(one.unit, one.decided_count, one.row_count) for one in found.sheets] == [
        (OWN_UNIT, 0, 3),
        ("Phòng Chuyển đổi số", 1, 2),
        ("Phòng Kế hoạch - Tài chính", 1, 1),
    ]
    assert [one.unit for one in found.waiting] == [OWN_UNIT, "Phòng Chuyển đổi số"]
    assert (found.sheets[2].answered_on, found.sheets[2].answered_by) == (TODAY, "Phạm Đức Đạt")
    assert found.decisions == {"": 4, "close": 1, "unknown": 1}
    assert (found.to_ask, found.orphans) == (1, {"no-mailbox": 2})
    assert [one.words for one in found.odd] == ["Lê Thị Mỹ Hạnh", "Trần Quốc Việt"]
    assert found.has_sheets
    assert review_pane.pane(desk, 9999) is None


def test_rows_of_a_sheet_come_in_their_order(desk: Desk, review: Review) -> None:
    sheet = next(one for one in sheets_of(desk, review).values() if one.position == 2)
    assert [row.position for row in review_pane.sheet_rows(desk, sheet.id)] == [1, 2]


def test_a_review_of_twenty_thousand_mailboxes_opens_its_pane_in_as_few_statements(tmp_path: Path) -> None:
    with large_register(tmp_path, 20_000) as desk:
        go_on_to(desk, TODAY)
        review = opened_review(desk)
        sent: list[str] = []
        event.listen(desk.engine, "before_cursor_execute", lambda *told: sent.append(told[2]))
        found = review_pane.pane(desk, review.id)
        assert found is not None
        assert found.line.row_count > 10_000
        assert reviews.opening(desk, first_count=10).ids == [review.id]
        statements = [one for one in sent if not one.startswith("BEGIN")]
        assert len(statements) == 5 + 2  # the pane, then the shelf
