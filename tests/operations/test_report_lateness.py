"""What the register learned late of days already reported is told, with the facts behind it, and changes nothing that was sent."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.report import Report
from govmail_desk.operations.report_plan import plan_report
from tests.desks import founded
from tests.mailboxes import issued
from tests.report_lives import close_late, sent
from tests.request_lives import go_on_to, one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as open_desk:
        issued(open_desk, "Trần Văn An")
        yield open_desk


def test_what_was_recorded_late_is_told_beside_the_next_report_and_changes_none_before(desk):
    report = sent(desk)
    address = close_late(desk)
    go_on_to(desk, date(2027, 3, 5))
    plan = plan_report(desk, period="2027-Q1")
    told = [(one.kind, one.column, one.as_sent, one.now) for one in plan.late.differences]
    assert told == [("personal", "closed", 0, 1), ("personal", "closing", 1, 0)]
    assert [name.address for name in plan.late.added] == [address]
    (row,) = plan.late.rows
    assert (row.on_date, row.addresses, row.what, row.is_gone) == (date(2026, 12, 1), (address,), "Đã đóng", False)
    assert plan.figures.total("personal").opening == 0
    assert one(desk, Report, id=report.id) == report
