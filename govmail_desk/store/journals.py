"""Reading the journal back and holding the rows against it. Writing it is `store.transaction`; the chain's rule is `domain.journal`."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import JSON, Column, ColumnElement, Connection, Table, Text, func, select, type_coerce, union

from govmail_desk.domain.journal import Change, Entry, first_break, private_digest
from govmail_desk.store import rows, tables
from govmail_desk.store.tables import file_content, journal, journal_change


def entries(connection: Connection) -> list[Entry]:
    """Return every entry, the oldest first."""
    return [_entry(row) for row in connection.execute(select(journal).order_by(journal.c.seq))]


def entry(connection: Connection, seq: int) -> Entry | None:
    """Return one entry by its number."""
    row = connection.execute(select(journal).where(journal.c.seq == seq)).first()
    return _entry(row) if row else None


def changes_of(connection: Connection, seq: int, *, limit: int | None = None) -> list[Change]:
    """Return the rows an act wrote, in the order it wrote them; all of them, or the first ones."""
    query = select(journal_change).where(journal_change.c.seq == seq).order_by(journal_change.c.position).limit(limit)
    return [_change(row) for row in connection.execute(query)]


def row_counts(connection: Connection) -> dict[int, int]:
    """Count the rows each act wrote."""
    query = select(journal_change.c.seq, func.count()).group_by(journal_change.c.seq)
    return {row[0]: row[1] for row in connection.execute(query)}


def head(connection: Connection) -> tuple[int, str]:
    """Return how many entries there are and the hash of the last, to print outside the register."""
    row = connection.execute(select(journal.c.seq, journal.c.hash).order_by(journal.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash) if row else (0, "")


def broken_entry(connection: Connection) -> Entry | None:
    """Return the first entry that no longer fits the chain, or None."""
    of_entry: dict[int, list[Change]] = defaultdict(list)
    for row in connection.execute(select(journal_change).order_by(journal_change.c.seq, journal_change.c.position)):
        of_entry[row.seq].append(_change(row))
    return first_break(entries(connection), of_entry)


def stray_changes(connection: Connection) -> int:
    """Count the changes no entry answers for, which no seal of the chain can cover."""
    query = select(func.count()).where(journal_change.c.seq.not_in(select(journal.c.seq)))
    return connection.execute(query).scalar_one()


def last_after(
    connection: Connection, table_names: Collection[str] | None = None
) -> dict[tuple[str, int], bytes | None]:
    """Return what the journal last held of each row, by table and number; of some tables, or of all."""
    newest = select(
        journal_change.c.table_name,
        journal_change.c.row_id,
        journal_change.c.after,
        func
        .row_number()
        .over(
            partition_by=(journal_change.c.table_name, journal_change.c.row_id),
            order_by=(journal_change.c.seq.desc(), journal_change.c.position.desc()),
        )
        .label("age"),
    )
    if table_names is not None:
        newest = newest.where(journal_change.c.table_name.in_(table_names))
    aged = newest.subquery()
    query = select(aged).where(aged.c.age == 1)
    return {(row.table_name, row.row_id): row.after for row in connection.execute(query)}


def differing_rows(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield each row that does not equal the last `after` the journal holds for it, or that one side lacks."""
    last = last_after(connection)
    salts = {row.row_id: row.salt for row in connection.execute(select(tables.salt))}
    for table in tables.KEPT_TABLES:
        for row_id, present in _sealed_rows(connection, table, salts):
            if last.pop((table.name, row_id), None) != present:
                yield table.name, row_id
    yield from (key for key, after in last.items() if after is not None)


def damaged_files(connection: Connection) -> Iterator[str]:
    """Yield the SHA-256 of each kept file whose bytes are gone or no longer have that hash."""
    whole = {row.sha256 for row in connection.execute(select(file_content)) if _sha256(row.content) == row.sha256}
    keeping = [table for table in tables.KEPT_TABLES if "byte_count" in table.c]
    named = connection.execute(union(*(select(table.c.sha256) for table in keeping))).scalars()
    yield from (sha256 for sha256 in named if sha256 not in whole)


def _sealed_rows(connection: Connection, table: Table, salts: dict[int, str]) -> Iterator[tuple[int, bytes]]:
    private = rows.private_columns(table)
    as_stored = [_as_stored(table.c[name]) for name in rows.journalled(table)]
    documents = [name for name in rows.journalled(table) if isinstance(table.c[name].type, JSON)]
    for found in connection.execute(select(*as_stored)).mappings():
        row = dict(found)
        for name in documents:
            row[name] = rows.document(row[name])
        for name in private:
            if row[name]:
                row[name] = private_digest(
                    salt=salts.get(row["id"], ""), field=name, value=rows.private_text(row[name])
                )
        yield row["id"], rows.canonical(row)


def _as_stored(column: Column[Any]) -> ColumnElement[Any]:
    """Ask for a column's text as it lies there: whoever edited it outside may have left what is no document."""
    return type_coerce(column, Text).label(column.name) if isinstance(column.type, JSON) else column


def _entry(row: Any) -> Entry:
    return Entry(*(getattr(row, name) for name in Entry.__dataclass_fields__))


def _change(row: Any) -> Change:
    return Change(row.table_name, row.row_id, _content(row.before), _content(row.after))


def _content(value: Any) -> bytes | None:
    """Take what lies in the journal as bytes, even where someone wrote text into it."""
    return value.encode() if isinstance(value, str) else value


def _sha256(content: bytes | str) -> str:
    return hashlib.sha256(_content(content) or b"").hexdigest()
