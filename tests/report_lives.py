"""Reports for tests: drafted and sent for the unit of a test's register, and the due rows that run for them."""

from __future__ import annotations

from datetime import date

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import Report
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.report_papers import make_papers
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report, send_report
from tests.request_lives import every, go_on_to, one

DUE = date(2026, 12, 5)
LETTER = "Công văn số 77/VP"


def draft(desk: Desk, period: str = "2026-Q4", **asked) -> Report:
    plan = plan_report(desk, period=period, **asked)
    draft_report(desk, plan)
    return max(every(desk, Report, period=period), key=lambda report: report.id)


def sent(desk: Desk, period: str = "2026-Q4", *, on: date = DUE, number: str = "12") -> Report:
    go_on_to(desk, on)
    report = draft(desk, period)
    make_papers(desk, report_id=report.id)
    send_report(desk, report_id=report.id, number=number, on=on, to="Văn phòng Ủy ban nhân dân Quận 4")
    return one(desk, Report, id=report.id)


def running(desk: Desk) -> list[tuple[str, str, date]]:
    return [
        (due.subject_kind, due.begun_by, due.due_on) for due in every(desk, Due, rule="report.unit", settled_on=None)
    ]


def send_now(desk: Desk, report: Report) -> None:
    send_report(desk, report_id=report.id, number="12", on=desk.today(), to="Văn phòng")


def close_late(desk: Desk) -> str:
    """Record, after the report was sent, that a mailbox was closed before its cut-off."""
    go_on_to(desk, date(2026, 12, 10))
    (box,) = every(desk, Mailbox, kind="personal")
    record_state(desk, mailbox_id=box.id, state="closed", on=date(2026, 12, 1), note="Nghỉ việc")
    return box.address
