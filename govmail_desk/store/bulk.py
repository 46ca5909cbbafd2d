"""Many rows in one statement, without SQLAlchemy's per-row dressing: an import writes a hundred thousand of them.

Each statement is compiled by SQLAlchemy for the database at hand and values pass through its own column types; only the building of
a parameter object per row is left out, which took half of an import's time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, bindparam, insert, update

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        statement, take = _insert(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(statement, list(map(take, rows)))


def update_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows by their `id`; all have the same columns."""
    if rows:
        statement, take = _update(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(statement, list(map(take, rows)))


@lru_cache(maxsize=128)
def _insert(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, Callable[[Row], tuple[Any, ...]]]:
    compiled = insert(table).compile(dialect=dialect, column_keys=list(names))
    return str(compiled), _taker(table, compiled.positiontup or names, dialect)


@lru_cache(maxsize=128)
def _update(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, Callable[[Row], tuple[Any, ...]]]:
    changed = [name for name in names if name != "id"]
    compiled = (
        update(table)
        .where(table.c.id == bindparam("id_"))
        .values({name: bindparam(f"{name}_", type_=table.c[name].type) for name in changed})
        .compile(dialect=dialect)
    )
    order = [name.removesuffix("_") for name in compiled.positiontup or ()]
    return str(compiled), _taker(table, order, dialect)


def _taker(table: Table, names: Sequence[str], dialect: Dialect) -> Callable[[Row], tuple[Any, ...]]:
    """Make the function that lays one row's values in the statement's order, converted as their columns need."""
    processors = [(name, table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) for name in names]
    if not any(process for _, process in processors):
        return lambda row: tuple([row[name] for name in names])
    return lambda row: tuple([process(row[name]) if process else row[name] for name, process in processors])
