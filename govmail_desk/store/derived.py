"""Search and sort keys that follow from other rows, renewed in the transaction that touched them. Folding is `domain.vietnamese`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select

from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.unit_name import read_unit_name
from govmail_desk.domain.vietnamese import initials, search_key
from govmail_desk.store.bulk import update_rows
from govmail_desk.store.tables import mailbox, person, unit, unit_name

CHUNK = 500


def refresh(connection: Connection, touched: Mapping[str, Collection[int]]) -> None:
    """Renew the keys of every person and mailbox that the touched rows bear on."""
    units = set(touched.get("unit", ())) | _owners(connection, touched.get("unit_name", ()))
    people = set(touched.get("person", ())) | _ids(connection, person.c.id, person.c.unit_id, units)
    mailboxes = (
        set(touched.get("mailbox", ()))
        | _ids(connection, mailbox.c.id, mailbox.c.unit_id, units)
        | _ids(connection, mailbox.c.id, mailbox.c.holder_id, touched.get("person", ()))
    )
    if people or mailboxes:
        names = unit_words(connection)
        update_rows(connection, person, list(_people(connection, people, names)))
        update_rows(connection, mailbox, list(_mailboxes(connection, mailboxes, names)))


def mailbox_keys(row: Any, names: Mapping[int, str]) -> dict[str, Any]:
    """Make the keys of one mailbox from its address, holder and unit; a unit's own sorts before its people."""
    holder = row.full_name or ""
    return {
        "id": row.id,
        "search_key": " ".join((row.address, search_key(holder), initials(holder), names.get(row.unit_id, ""))).strip(),
        "sort_key": read_name(holder, given_word=row.given_word).sort_key if holder else row.address,
    }


def person_keys(row: Any, names: Mapping[int, str]) -> dict[str, Any]:
    """Make the keys of one person from name, post and unit."""
    words = (search_key(row.full_name), initials(row.full_name), search_key(row.post), names.get(row.unit_id, ""))
    name = read_name(row.full_name, given_word=row.given_word)
    return {"id": row.id, "search_key": " ".join(words).strip(), "sort_key": name.sort_key}


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


def _people(connection: Connection, ids: Collection[int], names: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    columns = (person.c.id, person.c.full_name, person.c.given_word, person.c.post, person.c.unit_id)
    for chunk in _chunks(ids):
        for row in connection.execute(select(*columns).where(person.c.id.in_(chunk))):
            yield person_keys(row, names)


def _mailboxes(connection: Connection, ids: Collection[int], names: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    query = select(
        mailbox.c.id, mailbox.c.address, mailbox.c.unit_id, person.c.full_name, person.c.given_word
    ).outerjoin(person, person.c.id == mailbox.c.holder_id)
    for chunk in _chunks(ids):
        for row in connection.execute(query.where(mailbox.c.id.in_(chunk))):
            yield mailbox_keys(row, names)


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
