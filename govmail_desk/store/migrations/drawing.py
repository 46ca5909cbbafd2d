"""What the steps from schema to schema draw with: tables, columns and indexes as every register has them.

The steps themselves are the modules beside this one; only what stays true of every schema stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, String, Text


def add_columns(
    op: Operations, table: str, columns: Sequence[Column[Any]], *, after: str | None = None, links: Sequence[str] = ()
) -> None:
    """Add columns that every row must fill: once with what old rows hold in them, then without it, as a new register has them.

    `links` are pairs `column:table` of those that refer to another row.
    """
    with op.batch_alter_table(table, recreate="always") as made_anew:
        for column in columns:
            made_anew.add_column(column, insert_after=after)
        for link in links:
            name, target = link.split(":")
            made_anew.create_foreign_key(f"fk_{table}_{name}", target, [name], ["id"])
    with op.batch_alter_table(table, recreate="always") as made_anew:
        for column in columns:
            made_anew.alter_column(column.name, server_default=None)


def make(op: Operations, table: str, *columns: Column[Any], links: Sequence[str] = ()) -> None:
    """Make a table of kept rows; `links` are pairs `column:table`, or a table alone for its `…_id`."""
    pairs = [link.split(":") if ":" in link else [f"{link}_id", link] for link in links]
    op.create_table(
        table,
        Column("id", Integer, nullable=False, autoincrement=False),
        Column("version", Integer, nullable=False),
        *columns,
        PrimaryKeyConstraint("id", name=f"pk_{table}"),
        *(ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{table}_{name}") for name, target in pairs),
    )


def index(op: Operations, table: str, *columns: str) -> None:
    """Index columns of a table under the name every register gives it."""
    op.create_index("_".join(("ix", table, *columns)), table, list(columns))


def text(name: str, held: str = "") -> Column[Any]:
    """Add a text: what rows made before hold in it is `held`."""
    return Column(name, Text, nullable=False, server_default=held)


def filled(name: str) -> Column[Any]:
    """Draw a text that every row fills."""
    return Column(name, Text, nullable=False)


def day(name: str, *, required: bool = False) -> Column[Any]:
    """Draw a day, as ISO text."""
    return Column(name, String(10), nullable=not required)


def number(name: str, *, required: bool = True) -> Column[Any]:
    """Draw a whole number, or a link to another row."""
    return Column(name, Integer, nullable=not required)
