"""Hôm nay's line of a review the unit chose an interval for: recorded with its day, and the next one is counted from it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from govmail_desk.domain.reminder import Due
from govmail_desk.gui.dialogs.record_review import RecordReviewDialog
from govmail_desk.gui.shelves.reviews import ReviewsShelf
from govmail_desk.operations.settings import choose_rule
from tests.desks import NOW, founded
from tests.gui.named_controls import unnamed_controls
from tests.gui.windows import OpenWindow
from tests.request_lives import every, go_on_to
from tests.reviews import opened_review

RULE = "inactivity.review.every"
MAY = datetime(2027, 5, 21, 2, 0, tzinfo=UTC)


def test_from_its_line_a_way_leads_to_the_reviews(qtbot, tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    choose_rule(desk, rule=RULE, value={"count": 6, "unit": "month"}, from_on=NOW.date(), why="Kế hoạch số 5")
    desk.clock = lambda: MAY
    window = OpenWindow(qtbot, desk, tmp_path, "today")
    (line,) = [line for line in window.page.lines.lines if line.row.rule == RULE]
    line.button.click()
    window.dialog.go_to_reviews()
    assert isinstance(window.page.stack.page, ReviewsShelf)
    assert len(every(desk, Due, rule=RULE)) == 1
    window.close()


def test_the_line_of_a_review_under_way_leads_to_it(qtbot, tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    review = opened_review(desk)
    go_on_to(desk, review.answer_by_on)
    window = OpenWindow(qtbot, desk, tmp_path, "today")
    (line,) = [line for line in window.page.lines.lines if line.row.rule == "inactivity.review"]
    line.button.click()
    shelf = window.page.stack.page
    qtbot.waitUntil(lambda: shelf.table.chosen_ids == [review.id], timeout=10_000)
    window.close()


def test_the_button_asks_for_the_day_and_what_came_of_it_and_the_next_is_counted_from_that_day(qtbot, tmp_path):
    desk = founded(tmp_path, "soctrang-59-2024")
    choose_rule(desk, rule=RULE, value={"count": 6, "unit": "month"}, from_on=NOW.date(), why="Kế hoạch số 5")
    desk.clock = lambda: MAY
    window = OpenWindow(qtbot, desk, tmp_path, "today")
    (line,) = [line for line in window.page.lines.lines if line.row.rule == RULE]
    line.button.click()
    dialog = window.dialog
    assert isinstance(dialog, RecordReviewDialog)
    assert unnamed_controls(dialog) == []
    dialog.on.line.setText("20/05/2027")
    dialog.note.setPlainText("Đề nghị hủy hai hộp thư")
    dialog.main_button.click()
    done, coming = every(desk, Due, rule=RULE)
    assert (done.settled_on, done.settled_why) == (
        date(2027, 5, 20),
        "Đã rà soát ngày 20/05/2027: Đề nghị hủy hai hộp thư",
    )
    assert (coming.begun_by, coming.started_on, coming.due_on) == ("reviewed", date(2027, 5, 20), date(2027, 11, 20))
    window.close()
