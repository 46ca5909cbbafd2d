"""Dataclass ↔ row, and row → the canonical bytes the journal seals. The tables are `store.tables`, the transaction is `desk`."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypeVar, cast

import msgspec
from sqlalchemy import JSON, Table

from govmail_desk.domain import (
    check,
    custody,
    directory,
    exchange,
    handover,
    incident,
    intake,
    mailbox,
    person,
    privacy,
    reminder,
    report,
    request,
    review,
    settings,
    unit,
)
from govmail_desk.domain.record import Record
from govmail_desk.store import tables

R = TypeVar("R", bound=Record)

CHUNK: Final = 500
"""How many ids one IN list carries; SQLite's own bound on variables is far above it."""

_TABLES: dict[type[Record], Table] = {
    unit.Unit: tables.unit,
    unit.UnitName: tables.unit_name,
    person.Person: tables.person,
    mailbox.Mailbox: tables.mailbox,
    mailbox.MailboxEvent: tables.mailbox_event,
    mailbox.MailboxAct: tables.mailbox_act,
    check.Check: tables.check,
    person.PersonnelChange: tables.personnel_change,
    custody.Custody: tables.custody,
    custody.CustodyPaper: tables.custody_paper,
    handover.Handover: tables.handover,
    handover.HandedMailbox: tables.handed_mailbox,
    handover.HandoverItem: tables.handover_item,
    handover.Minutes: tables.minutes,
    handover.SignedCopy: tables.signed_copy,
    request.Request: tables.request,
    request.RequestRow: tables.request_row,
    request.RequestEvent: tables.request_event,
    request.File: tables.file,
    reminder.Due: tables.due,
    reminder.FollowUp: tables.follow_up,
    reminder.Snooze: tables.snooze,
    reminder.LeadTime: tables.lead_time,
    reminder.StaffNotice: tables.staff_notice,
    settings.Letterhead: tables.letterhead,
    settings.Signer: tables.signer,
    settings.Operator: tables.operator,
    settings.Recipients: tables.recipients,
    settings.OfficeHours: tables.office_hours,
    settings.CalendarDay: tables.calendar_day,
    settings.RegulationText: tables.regulation_text,
    settings.Choice: tables.choice,
    settings.OwnForm: tables.own_form,
    intake.Intake: tables.intake,
    intake.ColumnReading: tables.column_reading,
    report.Report: tables.report,
    report.ReportPaper: tables.report_paper,
    report.UsageImport: tables.usage_import,
    report.UsageReading: tables.usage_reading,
    mailbox.MailboxMove: tables.mailbox_move,
    review.Review: tables.review,
    review.ReviewSheet: tables.review_sheet,
    review.ReviewRow: tables.review_row,
    review.ReviewReminder: tables.review_reminder,
    review.ReviewPaper: tables.review_paper,
    directory.DirectoryEdition: tables.directory_edition,
    incident.Incident: tables.incident,
    incident.IncidentNotice: tables.incident_notice,
    incident.IncidentPaper: tables.incident_paper,
    exchange.Office: tables.office,
    exchange.Package: tables.package,
    exchange.ForeignMailbox: tables.foreign_mailbox,
    exchange.OfficeChase: tables.office_chase,
    privacy.PrivacyChoice: tables.privacy_choice,
    privacy.Export: tables.export,
}
_canonical = msgspec.json.Encoder(order="sorted")


def table_of(kind: type[Record]) -> Table:
    """Return the table where facts of this kind lie."""
    return _TABLES[kind]


def row_of(record: Record) -> dict[str, Any]:
    """Turn a fact into a row: dates and stamps become ISO text."""
    row: dict[str, Any] = msgspec.to_builtins(record)
    return row


def rows_of(records: Sequence[Record]) -> list[dict[str, Any]]:
    """Turn many facts of one kind into rows at once."""
    rows: list[dict[str, Any]] = msgspec.to_builtins(records)
    return rows


def record_of(kind: type[R], row: Mapping[Any, Any]) -> R:
    """Turn a row back into the fact it keeps; derived columns are passed over."""
    return msgspec.convert({name: row[name] for name in _fields(cast("Hashable", kind))}, kind)


def journalled(table: Table) -> tuple[str, ...]:
    """Name the columns the journal answers for, in table order."""
    return _journalled(table.name)


def private_columns(table: Table) -> tuple[str, ...]:
    """Name the columns that enter the journal only as salted digests."""
    return _private(table.name)


def private_text(value: Any) -> str:
    """Write a private value as the one text that is sealed and whose digest the journal holds."""
    return value if isinstance(value, str) else canonical(value).decode()


def private_value(table: Table, name: str, text: str) -> Any:
    """Read a sealed text back as the value of its column."""
    return decoded(text.encode()) if text and isinstance(table.c[name].type, JSON) else text


def canonical(row: Mapping[str, Any]) -> bytes:
    """Write a row as the one JSON text that stands for it: keys sorted, UTF-8, no blanks."""
    return _canonical.encode(row)


def canonical_all(rows: Sequence[Mapping[str, Any]]) -> list[bytes]:
    """Write many rows, each as its canonical text; JSON holds no line break of its own."""
    return _canonical.encode_lines(rows).split(b"\n")[:-1]


def decoded(canonical_row: bytes) -> dict[str, Any]:
    """Read a canonical row again."""
    row: dict[str, Any] = msgspec.json.decode(canonical_row)
    return row


def document(text: Any) -> Any:
    """Read what a JSON column holds; a text that is none stays a text."""
    try:
        return msgspec.json.decode(text) if isinstance(text, str) else text
    except msgspec.DecodeError:
        return text


def records_of(kind: type[R], rows: Iterable[Mapping[Any, Any]]) -> list[R]:
    """Turn rows back into facts, all at once."""
    names = _fields(cast("Hashable", kind))
    return msgspec.convert([{name: row[name] for name in names} for row in rows], list[kind])  # type: ignore[valid-type]


def records_of_whole(kind: type[R], rows: Sequence[dict[str, Any]]) -> list[R]:
    """Turn rows that hold a fact's own columns and no others back into facts."""
    return msgspec.convert(rows, list[kind])  # type: ignore[valid-type]


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("type[Record]", kind)))


@cache
def _journalled(table_name: str) -> tuple[str, ...]:
    return tuple(column.name for column in tables.metadata.tables[table_name].columns if not column.info.get("derived"))


@cache
def _private(table_name: str) -> tuple[str, ...]:
    return tuple(column.name for column in tables.metadata.tables[table_name].columns if column.info.get("private"))
