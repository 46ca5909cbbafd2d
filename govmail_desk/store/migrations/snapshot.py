"""What a changed schema means for the journal: for each row of a changed table, what it held and what it holds now.

The new `after` is the journal's own last one with the new columns put in, never the row as it lies there: a row that was changed
outside the program differs from the journal after a migration as it did before, and digests of private values stay as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, inspect, select

from govmail_desk.domain.journal import Change
from govmail_desk.store import journals, rows, tables

Columns = Mapping[str, frozenset[str]]


def columns_of(connection: Connection) -> Columns:
    """Return the columns of every table there is, by the table's name."""
    looked_at = inspect(connection)
    return {
        name: frozenset(column["name"] for column in looked_at.get_columns(name))
        for name in looked_at.get_table_names()
    }


def snapshot(connection: Connection, *, before: Columns) -> Iterator[Change]:
    """Yield, for the rows of every table that had other columns before, what the journal held of them and what it is to hold."""
    after = columns_of(connection)
    changed = [table for table in tables.KEPT_TABLES if before.get(table.name, after[table.name]) != after[table.name]]
    last = journals.last_after(connection, [table.name for table in changed])
    for table in changed:
        added = _values(connection, table, after[table.name] - before[table.name])
        for (name, row_id), held in last.items():
            holds = _brought_up(table, held, added.get(row_id)) if name == table.name else None
            if holds is not None and holds != held:
                yield Change(name, row_id, held, holds)


def _values(connection: Connection, table: Table, names: Collection[str]) -> dict[int, dict[str, Any]]:
    columns = [table.c[name] for name in rows.journalled(table) if name in names]
    return {
        row["id"]: {column.name: row[column.name] for column in columns}
        for row in connection.execute(select(table.c.id, *columns)).mappings()
    }


def _brought_up(table: Table, held: bytes | None, added: dict[str, Any] | None) -> bytes | None:
    """Put the new columns into a row as the journal holds it; None for one that is gone, or that nobody can read."""
    if held is None or added is None:
        return None
    try:
        earlier = rows.decoded(held)
    except msgspec.DecodeError:
        return None
    names = rows.journalled(table)
    return rows.canonical({name: value for name, value in earlier.items() if name in names} | added)
