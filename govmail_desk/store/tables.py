"""The tables of a register. Which dataclass lies in which table is `store.rows`; opening the file is `store.database`.

How they are drawn is `store.columns`; those of handovers and of reminders stand in modules of their own. A column marked `derived` follows
from others and is kept out of the journal; one marked `private` enters it only as a salted digest.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from govmail_desk.store.columns import metadata
from govmail_desk.store.handover_tables import (
    custody_paper,
    handed_mailbox,
    handover,
    handover_item,
    minutes,
    signed_copy,
)
from govmail_desk.store.register_tables import (
    calendar_day,
    choice,
    column_reading,
    custody,
    file,
    intake,
    letterhead,
    mailbox,
    mailbox_event,
    office_hours,
    operator,
    own_form,
    person,
    personnel_change,
    recipients,
    regulation_text,
    request,
    request_event,
    request_row,
    signer,
    unit,
    unit_name,
)
from govmail_desk.store.reminder_tables import check, due, follow_up, lead_time, mailbox_act, snooze, staff_notice
from govmail_desk.store.report_tables import (
    directory_edition,
    export,
    foreign_mailbox,
    incident,
    incident_notice,
    incident_paper,
    mailbox_move,
    office,
    office_chase,
    package,
    privacy_choice,
    report,
    report_paper,
    review,
    review_paper,
    review_reminder,
    review_row,
    review_sheet,
    usage_import,
    usage_reading,
)

__all__ = [
    "KEPT_TABLES",
    "SCHEMA_VERSION",
    "calendar_day",
    "check",
    "choice",
    "column_reading",
    "counter",
    "custody",
    "custody_paper",
    "directory_edition",
    "due",
    "export",
    "file",
    "file_content",
    "follow_up",
    "foreign_mailbox",
    "handed_mailbox",
    "handover",
    "handover_item",
    "incident",
    "incident_notice",
    "incident_paper",
    "intake",
    "journal",
    "journal_change",
    "lead_time",
    "letterhead",
    "mailbox",
    "mailbox_act",
    "mailbox_event",
    "mailbox_move",
    "metadata",
    "minutes",
    "office",
    "office_chase",
    "office_hours",
    "operator",
    "own_form",
    "package",
    "person",
    "personnel_change",
    "privacy_choice",
    "recipients",
    "regulation_text",
    "report",
    "report_paper",
    "request",
    "request_event",
    "request_row",
    "review",
    "review_paper",
    "review_reminder",
    "review_row",
    "review_sheet",
    "salt",
    "sealed",
    "signed_copy",
    "signer",
    "snooze",
    "staff_notice",
    "unit",
    "unit_name",
    "usage_import",
    "usage_reading",
]

SCHEMA_VERSION = 4

KEPT_TABLES = tuple(metadata.sorted_tables)
"""Every table whose rows the journal answers for, parents before children."""

file_content = Table(
    "file_content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
counter = Table(
    "counter",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("next_id", Integer, nullable=False),
)
salt = Table(
    "salt",
    metadata,
    Column("row_id", Integer, primary_key=True, autoincrement=False),
    Column("salt", Text, nullable=False),
)
sealed = Table(
    "sealed",
    metadata,
    Column("digest", String(41), primary_key=True),
    Column("row_id", Integer, nullable=False, index=True),
    Column("value", Text, nullable=False),
)
journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("takes_back", Integer),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)
journal_change = Table(
    "journal_change",
    metadata,
    Column("seq", Integer, ForeignKey("journal.seq"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("table_name", Text, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", LargeBinary),
    Column("after", LargeBinary),
    Index(None, "row_id", "seq"),
)
