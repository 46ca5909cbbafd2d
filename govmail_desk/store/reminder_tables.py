"""The tables of what falls due and of the acts that begin and end it; they stand with all others in `store.tables`."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer

from govmail_desk.store.columns import day, kept, link, text

mailbox_act = kept(
    "mailbox_act",
    link("mailbox_id", "mailbox", index=False),
    text("kind"),
    day("on_date", required=True),
    text("by"),
    text("note"),
    Index(None, "mailbox_id", "kind", "on_date"),
)
check = kept(
    "check",
    link("mailbox_id", "mailbox", index=False),
    day("on_date", required=True),
    text("slot"),
    text("by"),
    Column("mail_count", Integer),
    Column("is_reported", Boolean, nullable=False),
    Column("is_late", Boolean, nullable=False),
    text("entered_at"),
    text("note"),
    Index(None, "mailbox_id", "on_date"),
)
due = kept(
    "due",
    text("rule"),
    text("subject_kind"),
    Column("subject_id", Integer, nullable=False, index=True),
    day("started_on", required=True),
    day("due_on", required=True),
    day("act_by", required=True),
    day("settled_on"),
    text("settled_why"),
    text("begun_by"),
    Index(None, "settled_on", "act_by"),
)
follow_up = kept(
    "follow_up",
    text("kind"),
    text("after"),
    link("mailbox_id", "mailbox"),
    link("request_id", "request", required=False),
    day("raised_on", required=True),
    day("settled_on"),
    text("outcome"),
    text("reason"),
    Index(None, "settled_on", "raised_on"),
)
snooze = kept(
    "snooze",
    link("due_id", "due"),
    day("until_on", required=True),
    day("on_date", required=True),
    text("by"),
    text("reason"),
)
lead_time = kept("lead_time", text("rule"), Column("day_count", Integer, nullable=False), day("from_on", required=True))
staff_notice = kept(
    "staff_notice",
    link("due_id", "due"),
    link("mailbox_id", "mailbox"),
    day("on_date", required=True),
    text("by"),
    text("way"),
)
