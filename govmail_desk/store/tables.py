"""The tables of a register. Which dataclass lies in which table is `store.rows`; opening the file is `store.database`.

Dates are ISO text: it sorts right, reads the same on every database and costs nothing to convert. A column marked `derived` follows
from others and is kept out of the journal; one marked `private` enters it only as a salted digest.

The two search indexes hold all that a search filters and orders by: it walks them in order and never touches the table. Filtering the
table and sorting what was found took three times as long when a word is met everywhere, probing rows from a plain index eight times.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

SCHEMA_VERSION = 2

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _kept(name: str, *columns: Column[object] | Index) -> Table:
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("version", Integer, nullable=False),
        *columns,
    )


def _text(name: str, **options: Any) -> Column[object]:
    return Column(name, Text, nullable=False, **options)


def _day(name: str, *, required: bool = False) -> Column[object]:
    return Column(name, String(10), nullable=not required)


def _link(name: str, target: str, *, required: bool = True, index: bool = True) -> Column[object]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=not required, index=index)


unit = _kept(
    "unit",
    _text("slug", index=True),
    _link("parent_id", "unit", required=False),
    _text("short_name"),
    Column("is_own", Boolean, nullable=False),
    _day("ended_on"),
)
unit_name = _kept(
    "unit_name", _link("unit_id", "unit"), _text("name"), _day("from_on"), _day("to_on"), _text("document")
)
person = _kept(
    "person",
    _text("full_name"),
    _link("unit_id", "unit"),
    _text("post"),
    Column("given_word", Integer),
    _text("birth_on", info={"private": True}),
    _text("phone", info={"private": True}),
    _text("id_number", info={"private": True}),
    _text("note"),
    _day("left_on"),
    Column("search_key", Text, nullable=False, server_default="", info={"derived": True}),
    Column("sort_key", Text, nullable=False, server_default="", info={"derived": True}),
    Index("ix_person_search", "sort_key", "id", "search_key", "unit_id", "left_on"),
)
mailbox = _kept(
    "mailbox",
    _text("address", index=True),
    _text("kind"),
    _link("unit_id", "unit"),
    _link("holder_id", "person", required=False),
    _text("state"),
    _day("since", required=True),
    _text("note"),
    Column("search_key", Text, nullable=False, server_default="", info={"derived": True}),
    Column("sort_key", Text, nullable=False, server_default="", info={"derived": True}),
    Index("ix_mailbox_search", "sort_key", "id", "search_key", "state", "kind", "unit_id"),
)
mailbox_event = _kept(
    "mailbox_event",
    _link("mailbox_id", "mailbox"),
    _text("state"),
    _day("on_date", required=True),
    _text("by"),
    _link("request_id", "request", required=False, index=False),
    _text("cause"),
    _text("note"),
)
personnel_change = _kept(
    "personnel_change",
    _link("person_id", "person"),
    _text("kind"),
    _day("decided_on", required=True),
    _day("effective_on", required=True),
    _text("document"),
    _text("note"),
)
custody = _kept(
    "custody",
    _link("unit_id", "unit"),
    _link("person_id", "person"),
    _text("role"),
    _day("from_on"),
    _day("to_on"),
    _text("document"),
)
request = _kept(
    "request",
    _text("kind"),
    _text("mailbox_kind"),
    _text("state", index=True),
    _day("asked_on", required=True),
    _text("reason"),
    _text("regulation_id"),
    Column("row_count", Integer, nullable=False),
    _text("selection_sha256"),
    _text("number"),
    _day("due_on"),
    _text("batch", index=True),
)
request_event = _kept(
    "request_event",
    _link("request_id", "request"),
    _text("act"),
    _day("on_date", required=True),
    _text("by"),
    _text("number", index=True),
    _text("address"),
    _text("way"),
    _text("note"),
)
request_row = _kept(
    "request_row",
    _link("request_id", "request"),
    Column("position", Integer, nullable=False),
    _link("mailbox_id", "mailbox"),
    _link("person_id", "person", required=False, index=False),
    Column("cells", JSON, nullable=False, info={"private": True}),
    Column("wanted", JSON, nullable=False),
    _text("result"),
    _text("given_address"),
    _text("result_note"),
)
file = _kept(
    "file",
    _link("request_id", "request"),
    _text("role"),
    _text("name"),
    _text("sha256"),
    Column("byte_count", Integer, nullable=False),
    Column("edition", Integer, nullable=False),
    _text("origin"),
    _text("made_at"),
)
due = _kept(
    "due",
    _text("rule"),
    _text("subject_kind"),
    Column("subject_id", Integer, nullable=False, index=True),
    _day("started_on", required=True),
    _day("due_on", required=True),
    _day("act_by", required=True),
    _day("settled_on"),
    _text("settled_why"),
    Index(None, "settled_on", "act_by"),
)
follow_up = _kept(
    "follow_up",
    _text("kind"),
    _text("after"),
    _link("mailbox_id", "mailbox"),
    _link("request_id", "request", required=False),
    _day("raised_on", required=True),
    _day("settled_on"),
    _text("outcome"),
    _text("reason"),
    Index(None, "settled_on", "raised_on"),
)
own_form = _kept(
    "own_form",
    _text("place", index=True),
    _text("name"),
    _text("sha256"),
    Column("byte_count", Integer, nullable=False),
    _text("kept_at"),
    _day("dropped_on"),
)
letterhead = _kept(
    "letterhead",
    _day("from_on", required=True),
    _text("parent_body"),
    _text("body"),
    _text("place"),
    _text("symbol"),
    _text("filing"),
    _text("contact"),
    _text("foot_line"),
    Column("is_collective", Boolean, nullable=False),
)
signer = _kept(
    "signer",
    _text("full_name"),
    _text("post"),
    _text("authority"),
    _text("head_post"),
    _day("from_on"),
    _day("to_on"),
    _text("document"),
)
operator = _kept("operator", _day("from_on", required=True), _text("name"), _text("address"))
recipients = _kept("recipients", _day("from_on", required=True), Column("lines", JSON, nullable=False))
office_hours = _kept(
    "office_hours",
    _day("from_on", required=True),
    _text("morning_from"),
    _text("morning_to"),
    _text("afternoon_from"),
    _text("afternoon_to"),
    _text("document"),
)
calendar_day = _kept(
    "calendar_day",
    _day("on_date", required=True),
    Column("is_off", Boolean, nullable=False),
    _text("why"),
    _text("document"),
)
regulation_text = _kept(
    "regulation_text", _text("regulation_id"), _text("toml"), _text("sha256"), _day("from_on", required=True)
)
choice = _kept(
    "choice",
    _text("rule"),
    Column("value", JSON, nullable=False),
    _day("from_on", required=True),
    _text("why"),
)
intake = _kept(
    "intake",
    _text("file_name"),
    _text("sha256", index=True),
    _text("taken_at"),
    Column("counts", JSON, nullable=False),
    Column("rows", JSON, nullable=False),
)
column_reading = _kept("column_reading", _text("headings", index=True), Column("meanings", JSON, nullable=False))

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
