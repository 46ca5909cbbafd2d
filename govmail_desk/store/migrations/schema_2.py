"""Schema 1 → 2: a request's whole life, personnel changes, follow-ups, forms of the unit's own.

A step is written once and stays as it is: it draws the schema of its day, never that of `store.tables`.
"""

from __future__ import annotations

from typing import Any

from alembic.operations import Operations
from sqlalchemy import JSON, Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text


def climb(op: Operations) -> None:
    """Add what schema 2 has beyond schema 1; what lies in a row stays as it is."""
    _add_columns(op, "mailbox_event", [_text("cause")], after="request_id")
    _add_columns(op, "request", [_text("batch")])
    op.create_index("ix_request_batch", "request", ["batch"])
    _add_columns(
        op,
        "request_row",
        [
            Column("wanted", JSON, nullable=False, server_default="{}"),
            _text("result"),
            _text("given_address"),
            _text("result_note"),
        ],
    )
    _add_columns(op, "file", [_text("origin", "made")], after="edition")
    _add_columns(op, "due", [_text("settled_why")])
    _make_request_event(op)
    _make_personnel_change(op)
    _make_follow_up(op)
    _make_own_form(op)


def _add_columns(op: Operations, table: str, columns: list[Column[Any]], *, after: str | None = None) -> None:
    """Add columns that every row must fill: once with what old rows hold in them, then without it, as a new register has them."""
    with op.batch_alter_table(table, recreate="always") as made_anew:
        for column in columns:
            made_anew.add_column(column, insert_after=after)
    with op.batch_alter_table(table, recreate="always") as made_anew:
        for column in columns:
            made_anew.alter_column(column.name, server_default=None)


def _make_request_event(op: Operations) -> None:
    _make(
        op,
        "request_event",
        Column("request_id", Integer, nullable=False),
        _filled("act"),
        _day("on_date", required=True),
        *(_filled(name) for name in ("by", "number", "address", "way", "note")),
        links=["request"],
    )
    _index(op, "request_event", "request_id")
    _index(op, "request_event", "number")


def _make_personnel_change(op: Operations) -> None:
    _make(
        op,
        "personnel_change",
        Column("person_id", Integer, nullable=False),
        _filled("kind"),
        _day("decided_on", required=True),
        _day("effective_on", required=True),
        _filled("document"),
        _filled("note"),
        links=["person"],
    )
    _index(op, "personnel_change", "person_id")


def _make_follow_up(op: Operations) -> None:
    _make(
        op,
        "follow_up",
        _filled("kind"),
        _filled("after"),
        Column("mailbox_id", Integer, nullable=False),
        Column("request_id", Integer),
        _day("raised_on", required=True),
        _day("settled_on"),
        _filled("outcome"),
        _filled("reason"),
        links=["mailbox", "request"],
    )
    _index(op, "follow_up", "mailbox_id")
    _index(op, "follow_up", "request_id")
    _index(op, "follow_up", "settled_on", "raised_on")


def _make_own_form(op: Operations) -> None:
    _make(
        op,
        "own_form",
        *(_filled(name) for name in ("place", "name", "sha256")),
        Column("byte_count", Integer, nullable=False),
        _filled("kept_at"),
        _day("dropped_on"),
    )
    _index(op, "own_form", "place")


def _make(op: Operations, table: str, *columns: Column[Any], links: list[str] | None = None) -> None:
    op.create_table(
        table,
        Column("id", Integer, nullable=False, autoincrement=False),
        Column("version", Integer, nullable=False),
        *columns,
        PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(
            ForeignKeyConstraint([f"{target}_id"], [f"{target}.id"], name=f"fk_{table}_{target}_id")
            for target in links or ()
        ),
    )


def _index(op: Operations, table: str, *columns: str) -> None:
    op.create_index("_".join(("ix", table, *columns)), table, list(columns))


def _text(name: str, held: str = "") -> Column[Any]:
    """Add a text: what rows made before hold in it is `held`."""
    return Column(name, Text, nullable=False, server_default=held)


def _filled(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _day(name: str, *, required: bool = False) -> Column[Any]:
    return Column(name, String(10), nullable=not required)
