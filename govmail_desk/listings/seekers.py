"""Whom a mailbox can be asked for: people and units that hold none, and mailboxes proposed that no request names yet.

A request is planned from what is chosen here by `operations.requests`. Straight from SQL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Select, literal, select

from govmail_desk.domain.vietnamese import search_key, sort_key
from govmail_desk.listings.search import says
from govmail_desk.listings.units import present_names
from govmail_desk.store.tables import mailbox, person, request, request_row, unit

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxKind


@dataclass(frozen=True, slots=True)
class SeekerRow:
    """One line to choose from.

    `id` is the number of the person or the unit; below zero it is, turned about, that of a mailbox proposed already.
    """

    id: int
    name: str
    post: str
    unit: str
    """Where the person works, or the body above the unit."""
    address: str = ""
    """The address proposed already, where there is one."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the table of seekers opens with: all numbers in order, the first lines."""

    ids: list[int]
    first: tuple[SeekerRow, ...]


class _Ranked(NamedTuple):
    rank: str
    id: int


def opening(desk: Desk, kind: MailboxKind, *, search: str = "", first_count: int) -> Opening:
    """Read whom a mailbox of this kind can be asked for, in Vietnamese order of names."""
    with desk.reading() as connection:
        ranked = [*_holders(connection, kind, search), *_proposed(connection, kind, search)]
        found = [one.id for one in sorted(ranked)]
        return Opening(found, tuple(_rows(connection, kind, found[:first_count])))


def rows(desk: Desk, kind: MailboxKind, wanted_ids: Sequence[int]) -> list[SeekerRow]:
    """Return the lines of these seekers, in the order of the numbers given; those gone meanwhile are left out."""
    with desk.reading() as connection:
        return _rows(connection, kind, wanted_ids)


def _holders(connection: Connection, kind: MailboxKind, search: str) -> Iterator[_Ranked]:
    """Find those who hold no mailbox of this kind."""
    if kind == "personal":
        query = select(person.c.sort_key, person.c.id).where(
            person.c.left_on.is_(None), ~_held(mailbox.c.holder_id == person.c.id), says(person.c.search_key, search)
        )
        return (_Ranked(row.sort_key, row.id) for row in connection.execute(query))
    words = search_key(search).split()
    names = present_names()
    query = (
        select(unit.c.id, names.c.name, unit.c.short_name)
        .join(names, names.c.unit_id == unit.c.id)
        .where(unit.c.ended_on.is_(None))
        .where(~_held((mailbox.c.unit_id == unit.c.id) & (mailbox.c.kind == "unit")))
    )
    return (
        _Ranked(sort_key(row.name), row.id)
        for row in connection.execute(query)
        if all(word in search_key(f"{row.name} {row.short_name}") for word in words)
    )


def _proposed(connection: Connection, kind: MailboxKind, search: str) -> Iterator[_Ranked]:
    """Find the mailboxes proposed that no standing request names."""
    asked = (
        select(request_row.c.id)
        .join(request, request.c.id == request_row.c.request_id)
        .where(request_row.c.mailbox_id == mailbox.c.id, request.c.state != "cancelled")
    )
    query = select(mailbox.c.id, mailbox.c.sort_key).where(
        mailbox.c.kind == kind,
        mailbox.c.state == "proposed",
        ~asked.exists(),
        says(mailbox.c.search_key, search),
    )
    return (_Ranked(row.sort_key, -row.id) for row in connection.execute(query))


def _rows(connection: Connection, kind: MailboxKind, wanted_ids: Sequence[int]) -> list[SeekerRow]:
    holders, proposed = [one for one in wanted_ids if one > 0], [-one for one in wanted_ids if one < 0]
    lines = _people(holders) if kind == "personal" else _units(holders)
    found = {row.id: _row(row) for row in connection.execute(lines)} if holders else {}
    if proposed:
        found |= {-row.id: _proposed_row(row) for row in connection.execute(_mailboxes(proposed))}
    return [found[wanted] for wanted in wanted_ids if wanted in found]


def _people(ids: Sequence[int]) -> Select[Any]:
    names = present_names()
    return (
        select(person.c.id, person.c.full_name.label("seeker"), person.c.post, names.c.name.label("unit_name"))
        .outerjoin(names, names.c.unit_id == person.c.unit_id)
        .where(person.c.id.in_(ids))
    )


def _units(ids: Sequence[int]) -> Select[Any]:
    names, above = present_names(), present_names().alias()
    return (
        select(unit.c.id, names.c.name.label("seeker"), literal("").label("post"), above.c.name.label("unit_name"))
        .outerjoin(names, names.c.unit_id == unit.c.id)
        .outerjoin(above, above.c.unit_id == unit.c.parent_id)
        .where(unit.c.id.in_(ids))
    )


def _mailboxes(ids: Sequence[int]) -> Select[Any]:
    names = present_names()
    return (
        select(mailbox.c.id, mailbox.c.address, person.c.full_name, person.c.post, names.c.name.label("unit_name"))
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .outerjoin(names, names.c.unit_id == mailbox.c.unit_id)
        .where(mailbox.c.id.in_(ids))
    )


def _held(whose: ColumnElement[bool]) -> Any:
    return select(mailbox.c.id).where(whose, mailbox.c.state != "closed").exists()


def _row(row: Any) -> SeekerRow:
    return SeekerRow(row.id, row.seeker or "", row.post, row.unit_name or "")


def _proposed_row(row: Any) -> SeekerRow:
    return SeekerRow(-row.id, row.full_name or row.unit_name or "", row.post or "", row.unit_name or "", row.address)
