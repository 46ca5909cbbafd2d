"""The tables of the register itself: units, people, mailboxes, requests, the unit's own settings; all others in `store.tables`.

The two search indexes hold all that a search filters and orders by: it walks them in order and never touches the table. Filtering the
table and sorting what was found took three times as long when a word is met everywhere, probing rows from a plain index eight times.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Integer, Text

from govmail_desk.store.columns import day, kept, link, text

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
