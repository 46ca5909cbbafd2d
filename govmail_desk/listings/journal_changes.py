"""What an act wrote, row by row, in words: what the row is, and each of its facts before and after.

Here: `told`. The numbers that rows refer to each other by are said as names: a unit's, a person's, an address.
Not here: the words of tables and columns (`listings.journal_words`), the acts themselves (`listings.journals`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import select

from govmail_desk.listings import journals
from govmail_desk.listings.journal_names import TABLES, column_words
from govmail_desk.listings.journal_words import OF_THE_PROGRAM, value_words
from govmail_desk.listings.units import present_names
from govmail_desk.store import tables
from govmail_desk.store.rows import journalled

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.listings.journals import ChangeRow

How = Literal["added", "changed", "removed"]
Names = Mapping[tuple[str, int], str]

_NAMED_BY: Final = {
    "unit": "slug",
    "unit_name": "name",
    "person": "full_name",
    "mailbox": "address",
    "mailbox_event": "mailbox_id",
    "custody": "person_id",
    "request": "kind",
    "request_row": "mailbox_id",
    "request_event": "act",
    "personnel_change": "person_id",
    "follow_up": "mailbox_id",
    "own_form": "place",
    "file": "name",
    "due": "rule",
    "letterhead": "body",
    "signer": "full_name",
    "operator": "name",
    "recipients": "from_on",
    "office_hours": "from_on",
    "calendar_day": "on_date",
    "regulation_text": "regulation_id",
    "choice": "rule",
    "intake": "file_name",
    "column_reading": "headings",
    "usage_import": "file_name",
}
_NAMING: Final = (
    "mailbox_id",
    "person_id",
    "title",
    "file_name",
    "address",
    "name",
    "unit_id",
    "period",
    "rule",
    "on_date",
    "from_on",
    "as_of_on",
)
"""What a row of any other table is named by: the first of these columns it has."""
_LINKS: Final = {
    (table.name, column.name): next(iter(column.foreign_keys)).column.table.name
    for table in tables.KEPT_TABLES
    for column in table.columns
    if column.foreign_keys
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a row before and after; an empty text where there was none."""

    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldChange:
    """One row an act wrote."""

    how: How
    table: str
    name: str
    facts: tuple[Fact, ...]


def told(desk: Desk, seq: int, *, limit: int) -> list[ToldChange]:
    """Tell the first rows an act wrote."""
    changes = journals.changes(desk, seq, limit=limit)
    with desk.reading() as connection:
        names = _names(connection, changes)
    return [_told(change, names) for change in changes]


def _told(change: ChangeRow, names: Names) -> ToldChange:
    before, after = change.before or {}, change.after or {}
    how: How = "changed" if before and after else "added" if after else "removed"
    standing = after or before
    named_by = _named_by(change.table)
    return ToldChange(
        how=how,
        table=TABLES[change.table],
        name=names.get((change.table, change.row_id)) or _said(change.table, named_by, standing.get(named_by), names),
        facts=tuple(_facts(change.table, before, after, names)),
    )


def _named_by(table: str) -> str:
    """Say which column a row is named by."""
    columns = tables.metadata.tables[table].columns
    return _NAMED_BY.get(table) or next((name for name in _NAMING if name in columns), "id")


def _facts(table: str, before: Mapping[str, Any], after: Mapping[str, Any], names: Names) -> Iterator[Fact]:
    for column in journalled(tables.metadata.tables[table]):
        earlier, later = before.get(column), after.get(column)
        if column in OF_THE_PROGRAM or earlier == later or not (earlier or later):
            continue
        fact = Fact(
            column_words(table, column), _said(table, column, earlier, names), _said(table, column, later, names)
        )
        if fact.before or fact.after:
            yield fact


def _said(table: str, column: str, value: Any, names: Names) -> str:
    link = _LINKS.get((table, column))
    if link is not None and value is not None:
        return names.get((link, value), f"số {value}")
    return value_words(table, column, value)


def _names(connection: Connection, changes: Sequence[ChangeRow]) -> Names:
    """Read what the rows referred to are called now; one that is gone is called by what the act itself wrote of it."""
    wanted: dict[str, set[int]] = defaultdict(set)
    found: dict[tuple[str, int], str] = {}
    for change in changes:
        row = change.after or change.before or {}
        if change.table == "unit":  # what a unit is called stands in another table
            wanted["unit"].add(change.row_id)
        if change.table in _NAMES:
            named_by = _named_by(change.table)
            found[change.table, change.row_id] = value_words(change.table, named_by, row.get(named_by))
        for column, value in row.items():
            link = _LINKS.get((change.table, column))
            if link in _NAMES and value is not None:
                wanted[link].add(value)
    for table, ids in wanted.items():
        for row_id, name in connection.execute(_NAMES[table](ids)):
            found[table, row_id] = value_words(table, "name", name)
    return found


def _unit_names(ids: set[int]) -> Any:
    names = present_names()
    return select(names.c.unit_id.label("id"), names.c.name).where(names.c.unit_id.in_(ids))


def _person_names(ids: set[int]) -> Any:
    return select(tables.person.c.id, tables.person.c.full_name.label("name")).where(tables.person.c.id.in_(ids))


def _addresses(ids: set[int]) -> Any:
    return select(tables.mailbox.c.id, tables.mailbox.c.address.label("name")).where(tables.mailbox.c.id.in_(ids))


def _request_names(ids: set[int]) -> Any:
    return select(tables.request.c.id, tables.request.c.asked_on.label("name")).where(tables.request.c.id.in_(ids))


def _files(ids: set[int]) -> Any:
    kept = tables.usage_import.c
    return select(kept.id, kept.file_name.label("name")).where(kept.id.in_(ids))


_NAMES: Final = {
    "unit": _unit_names,
    "person": _person_names,
    "mailbox": _addresses,
    "request": _request_names,
    "usage_import": _files,
}
