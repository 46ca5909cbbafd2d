"""`due`: what falls due by when and which looks into mailboxes are missing, in lines with its counting, as JSON, or as a calendar file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from govmail_desk.cli.arguments import BY_LEAD_TIME
from govmail_desk.cli.opening import open_desk
from govmail_desk.cli.output import print_json, print_lines
from govmail_desk.documents.calendar_file import write_calendar
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.listings import dues
from govmail_desk.listings.checks import missing
from govmail_desk.listings.due_calendar import calendar_export
from govmail_desk.listings.due_words import by_when, ground
from govmail_desk.operations.exports import record_export
from govmail_desk.regulations.reminders import title_of
from govmail_desk.wording import CALENDAR_SUBJECT, DUE_STATES, SLOTS, SOURCES, day_words

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.working_days import Calendar
    from govmail_desk.listings.checks import WantedCheck
    from govmail_desk.listings.dues import DueRow

_FURTHEST: Final = 36_525
"""A century: no limit is longer."""


def due(chosen: argparse.Namespace) -> int:
    """List what is open, as it stands on a day."""
    with open_desk(chosen) as desk:
        on = chosen.on or desk.today()
        rows, unlogged = _wanted(desk, chosen.days, on), missing(desk, on=on)
        calendar = desk.calendar()
        if chosen.ics is not None:
            export = calendar_export(desk, rows, on=on)
            write_calendar(chosen.ics, export, on=on, made_at=desk.clock())
            record_export(
                desk, kind="calendar", subject=CALENDAR_SUBJECT, row_count=len(export.entries), name=chosen.ics
            )
    if chosen.json:
        documents = [*map(_document, rows), *map(_check_document, unlogged)]
        print_json(sorted(documents, key=lambda one: str(one["act_by"])))
    elif chosen.ics is not None:
        print_lines([f"Đã ghi {len(export.entries)} việc vào {chosen.ics}"])
    else:
        print_lines(line for check in unlogged for line in _check_lines(check))
        print_lines(line for row in rows for line in _lines(row, calendar))
        if not rows and not unlogged:
            print_lines(["Không có việc nào đến hạn."])
    return 0


def _wanted(desk: Desk, days: float | None, on: date) -> list[DueRow]:
    """Read what is open: all of it, what is to be done within some days, or within each rule's own lead time."""
    if days == BY_LEAD_TIME:
        return dues.reminded(desk, on=on)
    until = None if days is None else on + min(_horizon(int(days)), date.max - on)
    return dues.every(desk, on=on, until=until)


def _horizon(days: int) -> timedelta:
    if not 0 <= days <= _FURTHEST:
        raise RuleBroken(f"Số ngày phải từ 0 đến {_FURTHEST}. Hãy sửa giá trị của --days.")
    return timedelta(days=days)


def _document(row: DueRow) -> dict[str, object]:
    return {
        "rule": row.rule,
        "subject": row.subject,
        "due_on": row.due_on.isoformat(),
        "act_by": row.act_by.isoformat(),
        "state": row.state,
        "cite": row.cite,
        "why": row.why,
    }


def _check_document(check: WantedCheck) -> dict[str, object]:
    """A look into a mailbox that the day asked for and nobody logged: it was due that very day."""
    day = check.on.isoformat()
    return {
        "rule": check.rule.key,
        "subject": _looked_into(check),
        "due_on": day,
        "act_by": day,
        "state": "today",
        "cite": check.rule.cite,
        "why": check.rule.why,
    }


def _check_lines(check: WantedCheck) -> Iterator[str]:
    yield f"Chưa ghi: {title_of(check.rule.key)}. {_looked_into(check)}. {day_words(check.on)}"
    yield f"    {check.rule.cite or SOURCES[check.rule.source]}: {check.rule.why}"


def _looked_into(check: WantedCheck) -> str:
    return f"{check.address}, buổi {SLOTS[check.slot].lower()}" if check.slot else check.address


def _lines(row: DueRow, calendar: Calendar) -> Iterator[str]:
    yield f"{DUE_STATES[row.state]}: {row.title}. {row.subject}. {by_when(row)}"
    yield f"    {ground(row)}"
    counting = row.counting(calendar)
    yield from (f"    {step}" for step in (counting.steps if counting else ()))
