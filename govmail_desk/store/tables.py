"""The tables of a register. Which dataclass lies in which table is `store.rows`; opening the file is `store.database`.

How they are drawn is `store.columns`; those of handovers and of reminders stand in modules of their own. A column marked `derived` follows
from others and is kept out of the journal; one marked `private` enters it only as a salted digest.

The two search indexes hold all that a search filters and orders by: it walks them in order and never touches the table. Filtering the
table and sorting what was found took three times as long when a word is met everywhere, probing rows from a plain index eight times.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from govmail_desk.store.columns import day, kept, link, metadata, text
from govmail_desk.store.handover_tables import (
    custody_paper,
    handed_mailbox,
    handover,
    handover_item,
    minutes,
    signed_copy,
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

unit = kept(
    "unit",
    text("slug", index=True),
    link("parent_id", "unit", required=False),
    text("short_name"),
    Column("is_own", Boolean, nullable=False),
    day("ended_on"),
    text("office_phone"),
)
unit_name = kept("unit_name", link("unit_id", "unit"), text("name"), day("from_on"), day("to_on"), text("document"))
person = kept(
    "person",
    text("full_name"),
    link("unit_id", "unit"),
    text("post"),
    Column("given_word", Integer),
    text("birth_on", info={"private": True}),
    text("phone", info={"private": True}),
    text("id_number", info={"private": True}),
    text("note"),
    day("left_on"),
    text("office_phone"),
    day("minimised_on"),
    Column("search_key", Text, nullable=False, server_default="", info={"derived": True}),
    Column("sort_key", Text, nullable=False, server_default="", info={"derived": True}),
    Index("ix_person_search", "sort_key", "id", "search_key", "unit_id", "left_on"),
)
mailbox = kept(
    "mailbox",
    text("address", index=True),
    text("kind"),
    link("unit_id", "unit"),
    link("holder_id", "person", required=False),
    text("state"),
    day("since", required=True),
    text("note"),
    Column("is_admin", Boolean, nullable=False),
    Column("search_key", Text, nullable=False, server_default="", info={"derived": True}),
    Column("sort_key", Text, nullable=False, server_default="", info={"derived": True}),
    Index("ix_mailbox_search", "sort_key", "id", "search_key", "state", "kind", "unit_id"),
)
mailbox_event = kept(
    "mailbox_event",
    link("mailbox_id", "mailbox"),
    text("state"),
    day("on_date", required=True),
    text("by"),
    link("request_id", "request", required=False, index=False),
    text("cause"),
    text("note"),
)
personnel_change = kept(
    "personnel_change",
    link("person_id", "person"),
    text("kind"),
    day("decided_on", required=True),
    day("effective_on", required=True),
    text("document"),
    text("note"),
)
custody = kept(
    "custody",
    link("unit_id", "unit"),
    link("person_id", "person"),
    text("role"),
    day("from_on"),
    day("to_on"),
    text("document"),
    link("mailbox_id", "mailbox", required=False),
    Column("is_lead", Boolean, nullable=False),
    link("covers_id", "person", required=False),
)
request = kept(
    "request",
    text("kind"),
    text("mailbox_kind"),
    text("state", index=True),
    day("asked_on", required=True),
    text("reason"),
    text("regulation_id"),
    Column("row_count", Integer, nullable=False),
    text("selection_sha256"),
    text("number"),
    day("due_on"),
    text("batch", index=True),
)
request_event = kept(
    "request_event",
    link("request_id", "request"),
    text("act"),
    day("on_date", required=True),
    text("by"),
    text("number", index=True),
    text("address"),
    text("way"),
    text("note"),
)
request_row = kept(
    "request_row",
    link("request_id", "request"),
    Column("position", Integer, nullable=False),
    link("mailbox_id", "mailbox"),
    link("person_id", "person", required=False, index=False),
    Column("cells", JSON, nullable=False, info={"private": True}),
    Column("wanted", JSON, nullable=False),
    text("result"),
    text("given_address"),
    text("result_note"),
)
file = kept(
    "file",
    link("request_id", "request"),
    text("role"),
    text("name"),
    text("sha256"),
    Column("byte_count", Integer, nullable=False),
    Column("edition", Integer, nullable=False),
    text("origin"),
    text("made_at"),
)
own_form = kept(
    "own_form",
    text("place", index=True),
    text("name"),
    text("sha256"),
    Column("byte_count", Integer, nullable=False),
    text("kept_at"),
    day("dropped_on"),
)
letterhead = kept(
    "letterhead",
    day("from_on", required=True),
    text("parent_body"),
    text("body"),
    text("place"),
    text("symbol"),
    text("filing"),
    text("contact"),
    text("foot_line"),
    Column("is_collective", Boolean, nullable=False),
)
signer = kept(
    "signer",
    text("full_name"),
    text("post"),
    text("authority"),
    text("head_post"),
    day("from_on"),
    day("to_on"),
    text("document"),
)
operator = kept("operator", day("from_on", required=True), text("name"), text("address"))
recipients = kept("recipients", day("from_on", required=True), Column("lines", JSON, nullable=False))
office_hours = kept(
    "office_hours",
    day("from_on", required=True),
    text("morning_from"),
    text("morning_to"),
    text("afternoon_from"),
    text("afternoon_to"),
    text("document"),
    text("season_from"),
    text("season_to"),
)
calendar_day = kept(
    "calendar_day",
    day("on_date", required=True),
    Column("is_off", Boolean, nullable=False),
    text("why"),
    text("document"),
)
regulation_text = kept(
    "regulation_text", text("regulation_id"), text("toml"), text("sha256"), day("from_on", required=True)
)
choice = kept(
    "choice",
    text("rule"),
    Column("value", JSON, nullable=False),
    day("from_on", required=True),
    text("why"),
)
intake = kept(
    "intake",
    text("file_name"),
    text("sha256", index=True),
    text("taken_at"),
    Column("counts", JSON, nullable=False),
    Column("rows", JSON, nullable=False),
)
column_reading = kept("column_reading", text("headings", index=True), Column("meanings", JSON, nullable=False))

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
