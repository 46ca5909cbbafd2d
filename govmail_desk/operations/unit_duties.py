"""What a unit owes by the calendar, as due rows of the unit: reports with a stated day, and reviews where the unit chose an interval.

A report sent settles the one that was due and begins the next; each is owed, so the next follows the day that was due, not the day it
was sent, nor another day a letter set for it (`operations.report_dues`). The reports of whoever gathers other units' (`report.operator`)
begin with the first office and end with the last. Which day is due: `domain.calendar_duties`. What falls due for mailboxes is
`operations.due_beginnings`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.calendar_duties import due_of_period, report_rules, rule_of_day, rule_of_period
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.limits import stated
from govmail_desk.domain.office_calendar import ONE_DAY
from govmail_desk.domain.regulation import KEYS, REPORT_CHANGES, REPORT_OPERATOR, REPORT_UNIT, REVIEW_EVERY
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_period import read_period
from govmail_desk.domain.secrecy import without_password
from govmail_desk.domain.unit import Unit
from govmail_desk.operations.request_limits import Limit, due_of
from govmail_desk.regulations.reminders import title_of

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Act, Changes, Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.reminder import DueAct
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.store.transaction import Transaction

OPERATOR: Final = REPORT_OPERATOR.name
REPORTS: Final = frozenset({REPORT_UNIT.name, REPORT_CHANGES.name, OPERATOR})
UNIT_RULES: Final = frozenset({REPORT_UNIT.name, REPORT_CHANGES.name, REVIEW_EVERY.name})
"""The rules under which something comes back for the unit itself."""
_TOLD_BY_LETTER: Final = "asked"


def record_report(
    desk: Desk, *, on: date, number: str = "", rule: str = REPORT_UNIT.name, by: str = "", note: str = ""
) -> Changes:
    """Record that the unit sent its report on a day, under its document's number where it has one; the next one begins.

    `by` is who sent it, by default the person working. Raises `RuleBroken` for a day to come, a note that holds a password, and where
    no such report is due.
    """
    number = without_password(number)
    numbered = f" số {number}" if number else ""
    said = _said(desk, by, note)
    with desk.transaction("record_report", f"Ghi đã gửi báo cáo{numbered} ngày {on:%d/%m/%Y}: {title_of(rule)}") as act:
        running = _running(desk, act, rule, on)
        why = f"Đã gửi{numbered} ngày {on:%d/%m/%Y}{said}"
        settle_and_follow(act, desk, running, on=on, why=why, act_name="reported")
    return act.changes


def record_review(desk: Desk, *, on: date, by: str = "", note: str = "") -> Changes:
    """Record that the unit looked through its mailboxes on a day (rà soát); the next review is counted from it.

    `by` is who did, by default the person working. Raises `RuleBroken` for a day to come, a note that holds a password, and where the
    unit chose no interval.
    """
    said = _said(desk, by, note)
    with desk.transaction("record_review", f"Ghi đã rà soát hộp thư ngày {on:%d/%m/%Y}") as act:
        running = _running(desk, act, REVIEW_EVERY.name, on)
        why = f"Đã rà soát ngày {on:%d/%m/%Y}{said}"
        settle_and_follow(act, desk, running, on=on, why=why, act_name="reviewed")
    return act.changes


def begin_unit_duties(
    transaction: Transaction,
    regulation: Regulation,
    calendar: Calendar,
    *,
    begun_by: DueAct,
    on: date,
    rules: frozenset[str] = UNIT_RULES,
) -> None:
    """Begin, inside a larger act, what a regulation makes the own unit owe from a day on; what ran before under these rules gives way.

    What was due before that day is still owed, and what a running row would say again stays as it is.
    """
    gathers = bool(rules == UNIT_RULES and transaction.find(Due, rule=OPERATOR, subject_kind="unit", settled_on=None))
    for unit in transaction.find(Unit, is_own=True):
        for rule in sorted(rules | {OPERATOR} if gathers else rules):
            found = _limits(regulation, rule, on, calendar)
            _replace(transaction, found, rule=rule, unit_id=unit.id, begun_by=begun_by, on=on)


def begin_operator_reports(transaction: Transaction, desk: Desk, *, on: date) -> None:
    """Begin, inside a larger act, the reports owed by whoever gathers other units' packages, from a day on; what runs already runs on.

    Nothing begins where the regulation names no day for them (Cà Mau), or knows no such report.
    """
    if transaction.find(Due, rule=OPERATOR, subject_kind="unit", settled_on=None):
        return
    for unit in transaction.find(Unit, is_own=True):
        for found in _limits(desk.regulation(on), OPERATOR, on, desk.calendar()):
            _put(transaction, found, unit_id=unit.id, begun_by="begun", on=on)


def end_operator_reports(transaction: Transaction, *, on: date, why: str = "Không còn đơn vị nào gửi số liệu") -> None:
    """End them, inside a larger act, once the last office is gone."""
    running = transaction.find(Due, rule=OPERATOR, subject_kind="unit", settled_on=None)
    transaction.put_all([replace(due, settled_on=max(on, due.started_on), settled_why=why) for due in running])


def settle_and_follow(act: Act, desk: Desk, due: Due, *, on: date, why: str, act_name: DueAct) -> None:
    """Settle a unit's row inside a larger act and begin the next, unless another regulation began it already."""
    act.transaction.put(replace(due, settled_on=on, settled_why=why))
    begun = _begun_already(act, desk, due, on) or _followed(act, desk, due, on=on, act_name=act_name)
    act.sentence += f"; lần sau hạn {begun[0].due_on:%d/%m/%Y}" if begun else "; quy định không nêu lần sau"


def stated_day(transaction: Transaction, desk: Desk, due: Due) -> date:
    """Give the day the article names for what a row is about: another than the row's own where a letter set that."""
    if due.begun_by != _TOLD_BY_LETTER:
        return due.due_on
    drafts = transaction.find(Report, rule=due.rule, due_on=due.due_on.isoformat())
    regulation, calendar = desk.regulation(due.started_on), desk.calendar()
    for period in (read_period(one.period) for one in drafts):
        rule = rule_of_period(regulation, KEYS[due.rule], period, due.started_on)
        found = due_of_period(rule.value, period, calendar) if rule else None
        if found is not None:
            return found.due_on
    return due.due_on


def _replace(
    transaction: Transaction, found: list[Limit], *, rule: str, unit_id: int, begun_by: DueAct, on: date
) -> None:
    """Let the rows of a rule be those counted out: others not yet due give way, those that say the same stay."""
    running = transaction.find(Due, rule=rule, subject_kind="unit", subject_id=unit_id, settled_on=None)
    counted = {one.counting.due_on for one in found}
    if not counted or not counted <= {due.due_on for due in running}:
        transaction.put_all([
            replace(due, settled_on=max(on, due.started_on), settled_why="Quy định đã thay đổi")
            for due in running
            if due.due_on >= on and due.due_on not in counted
        ])
    kept = {due.due_on for due in running}
    for one in found:
        if one.counting.due_on not in kept:
            _put(transaction, one, unit_id=unit_id, begun_by=begun_by, on=on)


def _said(desk: Desk, by: str, note: str) -> str:
    """Say who did it where it was another than the one working, and what was noted of it."""
    who, tidy = without_password(by), without_password(note)
    return (f", {who} làm" if who not in {"", desk.person} else "") + (f": {tidy}" if tidy else "")


def _running(desk: Desk, act: Act, rule: str, on: date) -> Due:
    """Give the row that an act of a day settles, the one due first."""
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    known = rule in UNIT_RULES | REPORTS
    running = act.transaction.find(Due, rule=rule, subject_kind="unit", settled_on=None) if known else []
    if not running:
        label = KEYS[rule].label if rule in KEYS else rule
        raise RuleBroken(f"Không có hạn nào đang chạy cho “{label}”. Hãy xem quy định ở trang Thiết lập.")
    first = min(running, key=lambda due: (due.due_on, due.id))
    if on < first.started_on:
        raise RuleBroken(
            f"Hạn đang chạy tính từ {first.started_on:%d/%m/%Y}, sau ngày đã ghi. Hãy ghi từ ngày đó trở đi."
        )
    return first


def _begun_already(act: Act, desk: Desk, due: Due, on: date) -> list[Due]:
    """Give what another regulation began in its place; several reports that run beside each other under one key are no such thing."""
    running = act.transaction.find(Due, rule=due.rule, subject_kind="unit", subject_id=due.subject_id, settled_on=None)
    if due.rule != OPERATOR:
        return running
    following = {one.counting.due_on for one in _following(act, desk, due, on)}
    return [other for other in running if other.due_on in following]


def _followed(act: Act, desk: Desk, due: Due, *, on: date, act_name: DueAct) -> list[Due]:
    found = _following(act, desk, due, on)
    return [_put(act.transaction, one, unit_id=due.subject_id, begun_by=act_name, on=on) for one in found]


def _following(act: Act, desk: Desk, due: Due, on: date) -> list[Limit]:
    """Count out what comes after a row: a report after the day that was stated for it, of several under one key that of its length."""
    regulation, calendar = desk.regulation(on), desk.calendar()
    if due.rule not in REPORTS:
        return _limits(regulation, due.rule, on, calendar)
    stated_on = stated_day(act.transaction, desk, due)
    found = _limits(regulation, due.rule, stated_on + ONE_DAY, calendar)
    if due.rule != OPERATOR or len(found) <= 1:
        return found
    of_row = rule_of_day([one.rule for one in found], stated_on, calendar)
    return [one for one in found if of_row is not None and one.rule == of_row]


def _limits(regulation: Regulation, rule: str, on: date, calendar: Calendar) -> list[Limit]:
    """Count out what a rule says from a day on, one limit a rule under its key; none where the regulation names no day."""
    key = KEYS[rule]
    told = report_rules(regulation, key, on) if key.many else filter(None, [regulation.find(key, on)])
    counted = ((provision, stated(provision, on, calendar)) for provision in told)
    return [Limit(provision, counting) for provision, counting in counted if counting]


def _put(transaction: Transaction, found: Limit, *, unit_id: int, begun_by: DueAct, on: date) -> Due:
    """Write a unit's due row as begun on the day of the act: a report's day is the calendar's, whenever it begins to be waited for."""
    begun = due_of(found, subject_kind="unit", subject_id=unit_id, begun_by=begun_by)
    return transaction.put(replace(begun, started_on=on))
