"""The due row of a report: a day that a letter sets goes before the article's, sending settles it, giving the report up gives it back.

Where the article names a day, the unit's own row takes the letter's day in its place; where it names none, the report has a row of its
own. Which reports fall due by themselves is `operations.unit_duties`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govmail_desk.domain.calendar_duties import due_of_period, rule_of_period
from govmail_desk.domain.regulation import KEYS, REPORT_UNIT
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_period import read_period
from govmail_desk.operations.unit_duties import settle_and_follow

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Act, Desk
    from govmail_desk.domain.provision import Provision, ReportDuty
    from govmail_desk.domain.working_days import Counting
    from govmail_desk.store.transaction import Transaction


def asking_rule(desk: Desk, report: Report) -> Provision[ReportDuty] | None:
    """Give the rule of the regulation that asks for a report, as it held on the day the report was made."""
    if not report.rule:
        return None
    regulation = desk.regulation(report.made_on)
    return rule_of_period(regulation, KEYS[report.rule], read_period(report.period), report.made_on)


def stated_due(desk: Desk, report: Report) -> Counting | None:
    """Count out the day the regulation names for a report; None where it names none."""
    rule = asking_rule(desk, report)
    return due_of_period(rule.value, read_period(report.period), desk.calendar()) if rule else None


def set_asked_day(act: Act, desk: Desk, report: Report, *, was: Report | None) -> None:
    """Let the day an asking letter set be the one that runs; `was` is the report before, None for a new one."""
    running = _running(act.transaction, desk, was or report)
    if not report.asked_by or report.due_on is None:
        _give_back(act, desk, running, report)
        return
    act_by = desk.calendar().last_working(report.due_on)
    standing = running or Due(
        rule=report.rule or REPORT_UNIT.name,
        subject_kind="report",
        subject_id=report.id,
        started_on=report.asked_on or report.made_on,
        due_on=report.due_on,
        act_by=act_by,
    )
    act.transaction.put(replace(standing, due_on=report.due_on, act_by=act_by, begun_by="asked"))


def give_day_back(act: Act, desk: Desk, report: Report) -> None:
    """Let a report that is given up leave no day behind but the one the regulation names."""
    _give_back(act, desk, _running(act.transaction, desk, report), report)


def settle_report_due(act: Act, desk: Desk, report: Report, *, on: date, why: str) -> None:
    """Settle what runs for a report that was sent; what the calendar brings next begins, unless that was sent before this one."""
    running = _running(act.transaction, desk, report)
    if running is not None and running.subject_kind == "report":
        act.transaction.put(replace(running, settled_on=on, settled_why=why))
        return
    said = act.sentence
    while running is not None:
        act.sentence = said
        settle_and_follow(act, desk, running, on=on, why=why, act_name="reported")
        running, why = _sent_already(act.transaction, desk, report)


def _sent_already(transaction: Transaction, desk: Desk, report: Report) -> tuple[Due | None, str]:
    """Find a row that runs for a period reported on before, out of turn, and why it is settled."""
    for other in transaction.find(Report, scope=report.scope, rule=report.rule, state="sent", supplements_id=None):
        running = _running(transaction, desk, other)
        if other.id != report.id and running is not None:
            return running, f"Đã gửi số {other.number} ngày {other.sent_on:%d/%m/%Y}"
    return None, ""


def _give_back(act: Act, desk: Desk, running: Due | None, report: Report) -> None:
    if running is None or running.begun_by != "asked":
        return
    if running.subject_kind == "report":
        why = "Báo cáo không còn phải gửi theo văn bản yêu cầu"
        act.transaction.put(replace(running, settled_on=max(desk.today(), running.started_on), settled_why=why))
    elif (stated := stated_due(desk, report)) is not None:
        act.transaction.put(replace(running, due_on=stated.due_on, act_by=stated.act_by, begun_by="begun"))


def _running(transaction: Transaction, desk: Desk, report: Report) -> Due | None:
    """Find the row that runs for a report: its own, or the unit's that is about its period."""
    own = transaction.find(Due, subject_kind="report", subject_id=report.id, settled_on=None) if report.id else []
    if own or not report.rule:
        return own[0] if own else None
    of_unit = transaction.find(Due, subject_kind="unit", rule=report.rule, settled_on=None)
    stated = stated_due(desk, report)
    return next((due for due in of_unit if _is_about(due, report, stated)), None)


def _is_about(due: Due, report: Report, stated: Counting | None) -> bool:
    if due.begun_by == "asked":
        return bool(report.asked_by) and due.due_on == report.due_on
    return stated is not None and due.due_on == stated.due_on
