"""What a unit owes by the calendar, as due rows of the unit: reports with a stated day, and reviews where the unit chose an interval.

A report sent settles the one that was due and begins the next; each is owed, so the next follows the day that was due, not the day it
was sent. Which day that is: `domain.calendar_duties`. What falls due for mailboxes is `operations.due_beginnings`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.limits import stated
from govmail_desk.domain.office_calendar import ONE_DAY
from govmail_desk.domain.regulation import KEYS, REPORT_CHANGES, REPORT_UNIT, REVIEW_EVERY
from govmail_desk.domain.reminder import Due
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

REPORTS: Final = frozenset({REPORT_UNIT.name, REPORT_CHANGES.name})
UNIT_RULES: Final = REPORTS | {REVIEW_EVERY.name}
"""The rules under which something comes back for the unit itself."""


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
        _settle_and_follow(act, desk, running, on=on, why=why, act_name="reported")
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
        _settle_and_follow(act, desk, running, on=on, why=why, act_name="reviewed")
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
    for unit in transaction.find(Unit, is_own=True):
        for rule in sorted(rules):
            running = transaction.find(Due, rule=rule, subject_kind="unit", subject_id=unit.id, settled_on=None)
            found = _limit(regulation, rule, on, calendar)
            if found is not None and any(due.due_on == found.counting.due_on for due in running):
                continue
            transaction.put_all([
                replace(due, settled_on=max(on, due.started_on), settled_why="Quy định đã thay đổi")
                for due in running
                if due.due_on >= on
            ])
            _put(transaction, found, unit_id=unit.id, begun_by=begun_by, on=on)


def _said(desk: Desk, by: str, note: str) -> str:
    """Say who did it where it was another than the one working, and what was noted of it."""
    who, tidy = without_password(by), without_password(note)
    return (f", {who} làm" if who not in {"", desk.person} else "") + (f": {tidy}" if tidy else "")


def _running(desk: Desk, act: Act, rule: str, on: date) -> Due:
    """Give the row that an act of a day settles."""
    if on > desk.today():
        raise RuleBroken(f"Ngày {on:%d/%m/%Y} chưa tới. Hãy ghi ngày việc đã xảy ra.")
    running = act.transaction.find(Due, rule=rule, subject_kind="unit", settled_on=None) if rule in UNIT_RULES else []
    if not running:
        label = KEYS[rule].label if rule in KEYS else rule
        raise RuleBroken(f"Không có hạn nào đang chạy cho “{label}”. Hãy xem quy định ở trang Thiết lập.")
    if on < running[0].started_on:
        raise RuleBroken(
            f"Hạn đang chạy tính từ {running[0].started_on:%d/%m/%Y}, sau ngày đã ghi. Hãy ghi từ ngày đó trở đi."
        )
    return running[0]


def _settle_and_follow(act: Act, desk: Desk, due: Due, *, on: date, why: str, act_name: DueAct) -> None:
    """Settle a row and begin the next, unless another regulation began it already."""
    act.transaction.put(replace(due, settled_on=on, settled_why=why))
    begun = act.transaction.find(
        Due, rule=due.rule, subject_kind="unit", subject_id=due.subject_id, settled_on=None
    ) or _followed(act, desk, due, on=on, act_name=act_name)
    act.sentence += f"; lần sau hạn {begun[0].due_on:%d/%m/%Y}" if begun else "; quy định không nêu lần sau"


def _followed(act: Act, desk: Desk, due: Due, *, on: date, act_name: DueAct) -> list[Due]:
    from_on = due.due_on + ONE_DAY if due.rule in REPORTS else on
    found = _limit(desk.regulation(on), due.rule, from_on, desk.calendar())
    return _put(act.transaction, found, unit_id=due.subject_id, begun_by=act_name, on=on)


def _limit(regulation: Regulation, rule: str, on: date, calendar: Calendar) -> Limit | None:
    """Count out what a rule says from a day on; None where the regulation names no day."""
    provision = regulation.find(KEYS[rule], on)
    counting = stated(provision, on, calendar) if provision else None
    return Limit(provision, counting) if provision and counting else None


def _put(transaction: Transaction, found: Limit | None, *, unit_id: int, begun_by: DueAct, on: date) -> list[Due]:
    """Write a unit's due row as begun on the day of the act: a report's day is the calendar's, whenever it begins to be waited for."""
    if found is None:
        return []
    begun = due_of(found, subject_kind="unit", subject_id=unit_id, begun_by=begun_by)
    return [transaction.put(replace(begun, started_on=on))]
