"""Schema 1 → 2: a request's whole life, personnel changes, follow-ups, forms of the unit's own.

A step is written once and stays as it is: it draws the schema of its day, never that of `store.tables`.
"""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import JSON, Column, Integer

from govmail_desk.store.migrations.drawing import add_columns, day, filled, index, make, text


def climb(op: Operations) -> None:
    """Add what schema 2 has beyond schema 1; what lies in a row stays as it is."""
    add_columns(op, "mailbox_event", [text("cause")], after="request_id")
    add_columns(op, "request", [text("batch")])
    index(op, "request", "batch")
    add_columns(
        op,
        "request_row",
        [
            Column("wanted", JSON, nullable=False, server_default="{}"),
            text("result"),
            text("given_address"),
            text("result_note"),
        ],
    )
    add_columns(op, "file", [text("origin", "made")], after="edition")
    add_columns(op, "due", [text("settled_why")])
    _make_request_event(op)
    _make_personnel_change(op)
    _make_follow_up(op)
    _make_own_form(op)


def _make_request_event(op: Operations) -> None:
    make(
        op,
        "request_event",
        Column("request_id", Integer, nullable=False),
        filled("act"),
        day("on_date", required=True),
        *(filled(name) for name in ("by", "number", "address", "way", "note")),
        links=["request"],
    )
    index(op, "request_event", "request_id")
    index(op, "request_event", "number")


def _make_personnel_change(op: Operations) -> None:
    make(
        op,
        "personnel_change",
        Column("person_id", Integer, nullable=False),
        filled("kind"),
        day("decided_on", required=True),
        day("effective_on", required=True),
        filled("document"),
        filled("note"),
        links=["person"],
    )
    index(op, "personnel_change", "person_id")


def _make_follow_up(op: Operations) -> None:
    make(
        op,
        "follow_up",
        filled("kind"),
        filled("after"),
        Column("mailbox_id", Integer, nullable=False),
        Column("request_id", Integer),
        day("raised_on", required=True),
        day("settled_on"),
        filled("outcome"),
        filled("reason"),
        links=["mailbox", "request"],
    )
    index(op, "follow_up", "mailbox_id")
    index(op, "follow_up", "request_id")
    index(op, "follow_up", "settled_on", "raised_on")


def _make_own_form(op: Operations) -> None:
    make(
        op,
        "own_form",
        *(filled(name) for name in ("place", "name", "sha256")),
        Column("byte_count", Integer, nullable=False),
        filled("kept_at"),
        day("dropped_on"),
    )
    index(op, "own_form", "place")
