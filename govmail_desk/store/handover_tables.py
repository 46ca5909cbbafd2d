"""The tables of handing over and of the papers that give a charge; they stand with all others in `store.tables`."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Integer

from govmail_desk.store.columns import day, kept, link, text

custody_paper = kept(
    "custody_paper",
    link("custody_id", "custody"),
    text("kind"),
    text("name"),
    text("sha256"),
    Column("byte_count", Integer, nullable=False),
    text("made_at"),
)
handover = kept(
    "handover",
    link("unit_id", "unit"),
    text("post"),
    link("giver_id", "person", required=False),
    link("receiver_id", "person"),
    day("opened_on", required=True),
    day("effective_on", required=True),
    text("state", index=True),
    day("closed_on"),
    text("regulation_id"),
    text("document"),
    text("giver_absence"),
    text("in_place_of"),
    text("witness"),
    text("place"),
    text("note"),
)
handed_mailbox = kept(
    "handed_mailbox",
    link("handover_id", "handover"),
    link("mailbox_id", "mailbox"),
    Column("position", Integer, nullable=False),
)
handover_item = kept(
    "handover_item",
    link("handover_id", "handover"),
    Column("position", Integer, nullable=False),
    text("item"),
    Column("is_required", Boolean, nullable=False),
    text("state"),
    day("on_date"),
    text("by"),
    text("choice"),
    Column("details", JSON, nullable=False),
    text("note"),
)
minutes = kept(
    "minutes",
    link("handover_id", "handover"),
    Column("edition", Integer, nullable=False),
    text("text"),
    text("text_sha256"),
    text("mark"),
    Column("journal_seq", Integer, nullable=False),
    text("journal_hash"),
    text("name"),
    text("sha256"),
    Column("byte_count", Integer, nullable=False),
    text("made_at"),
)
signed_copy = kept(
    "signed_copy",
    link("handover_id", "handover"),
    link("minutes_id", "minutes", required=False),
    text("way"),
    text("name"),
    text("sha256"),
    Column("byte_count", Integer, nullable=False),
    text("belongs"),
    Column("signatures", JSON, nullable=False),
    day("attached_on", required=True),
    text("by"),
    text("note"),
)
