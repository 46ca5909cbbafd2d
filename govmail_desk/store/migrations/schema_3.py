"""Schema 2 → 3: acts on mailboxes and their checks, custody with leads and covers, handovers, and what reminders need.

A step is written once and stays as it is: it draws the schema of its day, never that of `store.tables`.
"""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import JSON, Boolean, Column, false

from govmail_desk.store.migrations.drawing import add_columns, day, filled, index, make, number, text


def climb(op: Operations) -> None:
    """Add what schema 3 has beyond schema 2; what lies in a row stays as it is."""
    add_columns(op, "mailbox", [Column("is_admin", Boolean, nullable=False, server_default=false())], after="note")
    add_columns(op, "due", [text("begun_by")])
    add_columns(op, "office_hours", [text("season_from"), text("season_to")])
    _widen_custody(op)
    _make_mailbox_acts(op)
    _make_handover(op)
    _make_papers_of_handover(op)
    _make_reminders(op)


def _widen_custody(op: Operations) -> None:
    add_columns(
        op,
        "custody",
        [
            number("mailbox_id", required=False),
            Column("is_lead", Boolean, nullable=False, server_default=false()),
            number("covers_id", required=False),
        ],
        links=["mailbox_id:mailbox", "covers_id:person"],
    )
    index(op, "custody", "mailbox_id")
    index(op, "custody", "covers_id")
    make(
        op,
        "custody_paper",
        number("custody_id"),
        *(filled(name) for name in ("kind", "name", "sha256")),
        number("byte_count"),
        filled("made_at"),
        links=["custody"],
    )
    index(op, "custody_paper", "custody_id")


def _make_mailbox_acts(op: Operations) -> None:
    make(
        op,
        "mailbox_act",
        number("mailbox_id"),
        filled("kind"),
        day("on_date", required=True),
        filled("by"),
        filled("note"),
        links=["mailbox"],
    )
    index(op, "mailbox_act", "mailbox_id", "kind", "on_date")
    make(
        op,
        "check",
        number("mailbox_id"),
        day("on_date", required=True),
        filled("slot"),
        filled("by"),
        number("mail_count", required=False),
        Column("is_reported", Boolean, nullable=False),
        Column("is_late", Boolean, nullable=False),
        filled("entered_at"),
        filled("note"),
        links=["mailbox"],
    )
    index(op, "check", "mailbox_id", "on_date")


def _make_handover(op: Operations) -> None:
    make(
        op,
        "handover",
        number("unit_id"),
        filled("post"),
        number("giver_id", required=False),
        number("receiver_id"),
        day("opened_on", required=True),
        day("effective_on", required=True),
        filled("state"),
        day("closed_on"),
        *(
            filled(name)
            for name in ("regulation_id", "document", "giver_absence", "in_place_of", "witness", "place", "note")
        ),
        links=["unit", "giver_id:person", "receiver_id:person"],
    )
    for column in ("unit_id", "giver_id", "receiver_id", "state"):
        index(op, "handover", column)
    make(
        op,
        "handed_mailbox",
        number("handover_id"),
        number("mailbox_id"),
        number("position"),
        links=["handover", "mailbox"],
    )
    index(op, "handed_mailbox", "handover_id")
    index(op, "handed_mailbox", "mailbox_id")
    make(
        op,
        "handover_item",
        number("handover_id"),
        number("position"),
        filled("item"),
        Column("is_required", Boolean, nullable=False),
        filled("state"),
        day("on_date"),
        filled("by"),
        filled("choice"),
        Column("details", JSON, nullable=False),
        filled("note"),
        links=["handover"],
    )
    index(op, "handover_item", "handover_id")


def _make_papers_of_handover(op: Operations) -> None:
    make(
        op,
        "minutes",
        number("handover_id"),
        number("edition"),
        *(filled(name) for name in ("text", "text_sha256", "mark")),
        number("journal_seq"),
        *(filled(name) for name in ("journal_hash", "name", "sha256")),
        number("byte_count"),
        filled("made_at"),
        links=["handover"],
    )
    index(op, "minutes", "handover_id")
    make(
        op,
        "signed_copy",
        number("handover_id"),
        number("minutes_id", required=False),
        *(filled(name) for name in ("way", "name", "sha256")),
        number("byte_count"),
        filled("belongs"),
        Column("signatures", JSON, nullable=False),
        day("attached_on", required=True),
        filled("by"),
        filled("note"),
        links=["handover", "minutes"],
    )
    index(op, "signed_copy", "handover_id")
    index(op, "signed_copy", "minutes_id")


def _make_reminders(op: Operations) -> None:
    make(
        op,
        "snooze",
        number("due_id"),
        day("until_on", required=True),
        day("on_date", required=True),
        filled("by"),
        filled("reason"),
        links=["due"],
    )
    index(op, "snooze", "due_id")
    make(op, "lead_time", filled("rule"), number("day_count"), day("from_on", required=True))
    make(
        op,
        "staff_notice",
        number("due_id"),
        number("mailbox_id"),
        day("on_date", required=True),
        filled("by"),
        filled("way"),
        links=["due", "mailbox"],
    )
    index(op, "staff_notice", "due_id")
    index(op, "staff_notice", "mailbox_id")
