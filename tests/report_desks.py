"""A unit of Quận 4 through a quarter, at a clock that can be moved on, for the tests of reports in the window."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from govmail_desk.desk import Desk
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report, send_report
from tests.desks import asks_the_operator_of_today, founded
from tests.mailboxes import issued

DECEMBER: Final = datetime(2026, 12, 5, 8, 30, tzinfo=UTC)
PEOPLE: Final = ("Nguyễn Văn Thành", "Trần Thị Bích", "Đỗ Văn Lý", "Phạm Đức Đạt")


def quarter(folder: Path, regulation_id: str = "quan4-03-2013") -> Desk:
    """Found a unit with a few mailboxes, one of them closed in November, on 05/12/2026."""
    desk = founded(folder, regulation_id)
    asks_the_operator_of_today(desk)
    boxes = [issued(desk, name) for name in PEOPLE]
    record_state(desk, mailbox_id=boxes[0], state="closed", on=date(2026, 11, 20))
    desk.clock = lambda: DECEMBER
    return desk


def drafted(desk: Desk, period: str = "2026-Q4") -> int:
    """Draft the report of a period and return its number."""
    (report_id,) = draft_report(desk, plan_report(desk, period=period)).ids["report"]
    return report_id


def with_papers(desk: Desk, period: str = "2026-Q4") -> int:
    """Draft it and make its papers."""
    report_id = drafted(desk, period)
    make_papers(desk, report_id=report_id)
    return report_id


def sent(desk: Desk, period: str = "2026-Q4", *, number: str = "7") -> int:
    """Draft, make and send it today."""
    report_id = with_papers(desk, period)
    send_report(desk, report_id=report_id, number=number, on=desk.today(), to="Văn phòng Ủy ban nhân dân Quận 4")
    return report_id
