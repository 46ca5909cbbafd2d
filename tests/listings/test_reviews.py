"""Reviews as the shelf shows them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.domain.review import Review
from govmail_desk.listings import dues, reviews, today
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_sheets import mark_sent
from govmail_desk.operations.reviews import cancel_review
from tests.desks import founded
from tests.request_lives import go_on_to
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

DAT, YEN = "pddat@soctrang.gov.vn", "btyen@soctrang.gov.vn"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        peopled(desk)
        yield desk


@pytest.fixture
def review(desk: Desk) -> Review:
    return opened_review(desk)


def test_a_line_says_how_far_a_review_is(desk: Desk, review: Review) -> None:
    decide_rows(desk, row_ids=[rows_of(desk, review)[DAT].id], decision="close")
    mark_sent(desk, review_id=review.id, sheet_ids=[next(iter(sheets_of(desk, review).values())).id], on=TODAY)
    (line,) = reviews.page(desk, [review.id])
    assert (line.progress, line.row_count, line.decided_count, line.unsent_count) == ("1/3", 6, 1, 2)
    assert not line.is_late(TODAY)
    assert line.is_late(date(2026, 12, 4))


def test_open_ones_stand_first_and_words_are_found_without_diacritics(desk: Desk, review: Review) -> None:
    other = opened_review(desk, title="Rà soát bổ sung", document="Công văn 77")
    cancel_review(desk, review_id=other.id, reason="Trùng")
    found = reviews.opening(desk, first_count=10)
    assert found.ids == [review.id, other.id]
    assert found.counts == {"open": 1, "cancelled": 1}
    assert reviews.opening(desk, search="bo sung 77", first_count=10).ids == [other.id]
    assert reviews.opening(desk, states=("cancelled",), first_count=10).ids == [other.id]


def test_its_day_stands_on_hom_nay_under_its_title_with_the_article(desk: Desk, review: Review) -> None:
    go_on_to(desk, date(2026, 12, 2))
    (due,) = dues.of_subject(desk, "review", review.id)
    assert (due.subject, due.cite, due.due_on) == (review.title, "Đ11.2", date(2026, 12, 3))
    (line,) = [row for row in today.today(desk).rows if row.rule == "inactivity.review"]
    assert (line.act, line.title) == ("open_review", "Các bộ phận trả lời phiếu rà soát hộp thư")
