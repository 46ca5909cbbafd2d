"""Many rows in one statement, without SQLAlchemy's per-row dressing: an import writes a hundred thousand of them, a table lists as many.

Each statement is compiled by SQLAlchemy for the database at hand and values written pass through its own column types; only the
building of an object per row is left out, which took half of an import's time and two thirds of a search's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Dialect,
    Integer,
    LargeBinary,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    insert,
    literal,
    null,
    select,
    union_all,
    update,
)

Row = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        statement, take = _insert(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(statement, list(map(take, rows)))


def insert_tuples(connection: Connection, table: Table, tuples: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows given as tuples of all the table's columns in their order; no column may need converting."""
    if tuples:
        statement, _ = _insert(table, tuple(table.columns.keys()), connection.dialect)
        connection.exec_driver_sql(statement, list(tuples))


def update_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Update rows by their `id`; all have the same columns."""
    if rows:
        statement, take = _update(table, tuple(rows[0]), connection.dialect)
        connection.exec_driver_sql(statement, list(map(take, rows)))


def numbers(connection: Connection, query: Select[tuple[int]]) -> list[int]:
    """Return the one column of whole numbers that a query asks for."""
    cursor = connection.execute(query).cursor
    return [number for (number,) in cursor.fetchall()] if cursor else []


def plain_rows(connection: Connection, query: Select[Any] | CompoundSelect[Any]) -> list[tuple[Any, ...]]:
    """Return what a query asks for as the driver's own tuples; no column of it may need converting."""
    cursor = connection.execute(query).cursor
    return list(cursor.fetchall()) if cursor else []


def whole_tables(connection: Connection, tables: Sequence[Table]) -> list[list[Row]]:
    """Read several small tables whole in one statement, each in the order of its rows' numbers."""
    width = max(len(table.columns) for table in tables)
    found: list[list[Row]] = [[] for _ in tables]
    for place, *values in plain_rows(connection, union_all(*(_as_text(n, t, width) for n, t in enumerate(tables)))):
        found[place].append({
            str(column.name): _from_text(column, value)
            for column, value in zip(tables[place].columns, values, strict=False)
        })
    for rows in found:
        rows.sort(key=itemgetter("id"))
    return found


def _as_text(place: int, table: Table, width: int) -> Select[Any]:
    """Ask for a table's rows as texts, filled up with nothing, so that tables of other columns stand under each other."""
    texts: list[ColumnElement[Any]] = [cast(column, Text) for column in table.columns]
    texts += [null()] * (width - len(texts))
    return select(literal(place), *texts)


def _from_text(column: Column[Any], value: str | None) -> Any:
    if value is None:
        return None
    if isinstance(column.type, Boolean):
        return value in {"1", "true"}
    if isinstance(column.type, Integer):
        return int(value)
    return json.loads(value) if isinstance(column.type, JSON) else value


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
    """Make the function that lays one row's values in the statement's order, converted as their columns need.

    Drivers take bytes and truth values as they are; only JSON is written as text first.
    """
    processors = {
        name: processor
        for name in names
        if not isinstance(table.c[name].type, Boolean | LargeBinary)
        and (processor := table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
    }
    take: Callable[[Row], tuple[Any, ...]] = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
    if not processors:
        return take
    return lambda row: take(row | {name: process(row[name]) for name, process in processors.items()})
