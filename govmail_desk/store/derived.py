"""Search and sort keys that follow from other rows, renewed in the transaction that touched them. Folding is `domain.vietnamese`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, select

from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store.bulk import update_rows
from govmail_desk.store.tables import mailbox, person, unit, unit_name

CHUNK = 500


def refresh(connection: Connection, touched: Mapping[str, Collection[int]], *, made: Mapping[str, set[int]]) -> None:
    """Renew the keys of every person and mailbox that the touched rows bear on, save those made with their keys."""
    units = set(touched.get("unit", ())) | _owners(connection, touched.get("unit_name", ()))
    new_people, new_mailboxes = made.get("person", set()), made.get("mailbox", set())
    touched_people = set(touched.get("person", ())) - new_people
    people = (touched_people | _ids(connection, person.c.id, person.c.unit_id, units)) - new_people
    mailboxes = (
        set(touched.get("mailbox", ()))
        | _ids(connection, mailbox.c.id, mailbox.c.unit_id, units)
        | _ids(connection, mailbox.c.id, mailbox.c.holder_id, touched_people)
    ) - new_mailboxes
    if people or mailboxes:
        names = unit_words(connection)
        update_rows(connection, person, list(_people(connection, people, names)))
        update_rows(connection, mailbox, list(_mailboxes(connection, mailboxes, names)))


def stale_rows(connection: Connection) -> Iterator[tuple[str, int]]:
    """Yield each person and mailbox whose stored keys are not those that follow from its rows: search would miss it."""
    units = unit_words(connection)
    for table, keys_of in ((person, _people), (mailbox, _mailboxes)):
        columns = (table.c.id, table.c.search_key, table.c.sort_key)
        stored = {row.id: (row.search_key, row.sort_key) for row in connection.execute(select(*columns))}
        for keys in keys_of(connection, stored, units):
            if stored[keys["id"]] != (keys["search_key"], keys["sort_key"]):
                yield table.name, keys["id"]


def mailbox_keys(row_id: int, address: str, holder: NameKeys, unit: str) -> dict[str, Any]:
    """Make the keys of one mailbox from its address, holder and unit; a unit's own sorts before its people."""
    return {
        "id": row_id,
        "search_key": " ".join((address, holder.words, holder.initials, unit)).strip(),
        "sort_key": holder.sort_key or f"!{address}",
    }


def person_keys(row_id: int, name: NameKeys, post: str, unit: str) -> dict[str, Any]:
    """Make the keys of one person from name, post and unit."""
    words = (name.words, name.initials, _folded(post), unit)
    return {"id": row_id, "search_key": " ".join(words).strip(), "sort_key": name.sort_key}


def unit_words(connection: Connection) -> dict[int, str]:
    """Return, for each unit, the folded words it is found by: present name, short name, initials, slug."""
    query = (
        select(unit.c.id, unit.c.slug, unit.c.short_name, unit_name.c.name)
        .outerjoin(unit_name, (unit_name.c.unit_id == unit.c.id) & unit_name.c.to_on.is_(None))
        .order_by(unit.c.id, unit_name.c.from_on)
    )
    return {
        row.id: " ".join(
            filter(
                None, (search_key(row.name or ""), search_key(row.short_name), _abbreviated(row.name or ""), row.slug)
            )
        )
        for row in connection.execute(query)
    }


class NewKeys:
    """The keys of people and mailboxes as they go into their tables, so that an import need not write them twice.

    They hold until something they follow from is written after them.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._units: dict[int, str] | None = None
        self._holders: dict[int, NameKeys] = {}
        self.made: dict[str, set[int]] = defaultdict(set)

    def forget(self, table: Table) -> None:
        """Rows of a table changed: let go of the keys that may follow from them."""
        if table in {unit, unit_name, person, mailbox}:
            self._units = None
            self._holders.clear()
            self.made.clear()

    def added_to(self, table: Table, rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        """Return new rows of a table together with their keys, where it has any."""
        if table in {unit, unit_name}:
            self.forget(table)
        if table not in {person, mailbox}:
            return rows
        if self._units is None:
            self._units = unit_words(self._connection)
        keys = self._of_people(rows) if table is person else self._of_mailboxes(rows)
        self.made[table.name].update(row["id"] for row in rows)
        return [row | key for row, key in zip(rows, keys, strict=True)]

    def _of_people(self, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            name = self._holders[row["id"]] = name_keys(row["full_name"], row["given_word"])
            yield person_keys(row["id"], name, row["post"], self._unit(row))

    def _of_mailboxes(self, rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        unknown = {row["holder_id"] for row in rows if row["holder_id"]} - self._holders.keys()
        columns = (person.c.id, person.c.full_name, person.c.given_word)
        for chunk in _chunks(unknown):
            for found in self._connection.execute(select(*columns).where(person.c.id.in_(chunk))):
                self._holders[found.id] = name_keys(found.full_name, found.given_word)
        for row in rows:
            yield mailbox_keys(row["id"], row["address"], self._holders.get(row["holder_id"], NOBODY), self._unit(row))

    def _unit(self, row: Mapping[str, Any]) -> str:
        return (self._units or {}).get(row["unit_id"], "")


class NameKeys(NamedTuple):
    """What a person is found and sorted by."""

    words: str
    initials: str
    sort_key: str


NOBODY = NameKeys("", "", "")


@lru_cache(maxsize=32_768)
def name_keys(full_name: str, given_word: int | None) -> NameKeys:
    """Make the keys of a name; a person and their mailbox ask for the same ones."""
    words = search_key(full_name)
    initials = "".join(word[0] for word in words.split() if word[0].isalnum())
    return NameKeys(words, initials, read_name(full_name, given_word=given_word).sort_key)


@lru_cache(maxsize=4_096)
def _folded(text: str) -> str:
    return search_key(text)


def _people(connection: Connection, ids: Collection[int], units: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    columns = (person.c.id, person.c.full_name, person.c.given_word, person.c.post, person.c.unit_id)
    for chunk in _chunks(ids):
        for row in connection.execute(select(*columns).where(person.c.id.in_(chunk))):
            yield person_keys(row.id, name_keys(row.full_name, row.given_word), row.post, units.get(row.unit_id, ""))


def _mailboxes(connection: Connection, ids: Collection[int], units: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    query = select(
        mailbox.c.id, mailbox.c.address, mailbox.c.unit_id, person.c.full_name, person.c.given_word
    ).outerjoin(person, person.c.id == mailbox.c.holder_id)
    for chunk in _chunks(ids):
        for row in connection.execute(query.where(mailbox.c.id.in_(chunk))):
            holder = name_keys(row.full_name, row.given_word) if row.full_name else NOBODY
            yield mailbox_keys(row.id, row.address, holder, units.get(row.unit_id, ""))


def _owners(connection: Connection, name_ids: Collection[int]) -> set[int]:
    return _ids(connection, unit_name.c.unit_id, unit_name.c.id, name_ids)


def _ids(connection: Connection, wanted: Any, column: Any, values: Collection[int]) -> set[int]:
    found: set[int] = set()
    for chunk in _chunks(values):
        found.update(connection.execute(select(wanted).where(column.in_(chunk))).scalars())
    return found


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def _abbreviated(unit_name_text: str) -> str:
    return read_unit_name(unit_name_text).abbreviation if unit_name_text else ""
