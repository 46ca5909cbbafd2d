"""Ctrl+K: people, mailboxes, units and requests found together, without diacritics, words in any order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings import units
from govmail_desk.listings.search import says
from govmail_desk.store.tables import mailbox, person, request
from govmail_desk.wording import MAILBOX_STATES, REQUEST_KINDS, REQUEST_STATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found: what it is, its number, and two lines to show."""

    kind: Literal["mailbox", "person", "unit", "request"]
    id: int
    title: str
    detail: str


def find(desk: Desk, text: str, *, limit: int = 8) -> list[Found]:
    """Return the best few of each kind; nothing for an empty search."""
    words = search_key(text).split()
    if not words:
        return []
    with desk.reading() as connection:
        every = (
            _people(connection, text, limit),
            _mailboxes(connection, text, limit),
            _units(connection, words, desk.today()),
            _requests(connection, words),
        )
        return [found for kind in every for found in islice(kind, limit)]


def _people(connection: Connection, text: str, limit: int) -> Iterator[Found]:
    query = select(person.c.id, person.c.full_name, person.c.post).where(says(person.c.search_key, text))
    for row in connection.execute(query.order_by(person.c.sort_key, person.c.id).limit(limit)):
        yield Found("person", row.id, row.full_name, row.post or "Người của đơn vị")


def _mailboxes(connection: Connection, text: str, limit: int) -> Iterator[Found]:
    query = select(mailbox.c.id, mailbox.c.address, mailbox.c.state).where(says(mailbox.c.search_key, text))
    for row in connection.execute(query.order_by(mailbox.c.sort_key, mailbox.c.id).limit(limit)):
        yield Found("mailbox", row.id, row.address, f"Hộp thư · {MAILBOX_STATES[row.state]}")


def _units(connection: Connection, words: list[str], day: date) -> Iterator[Found]:
    for row in units.tree_of(connection, day):
        if all(word in search_key(f"{row.name} {row.short_name} {row.slug}") for word in words):
            yield Found("unit", row.id, row.name, row.short_name or "Đơn vị")


def _requests(connection: Connection, words: list[str]) -> Iterator[Found]:
    for row in connection.execute(select(request).order_by(request.c.id.desc())):
        title = f"Đề nghị {REQUEST_KINDS[row.kind].lower()} {row.row_count} hộp thư"
        asked_on = date.fromisoformat(row.asked_on).strftime("%d/%m/%Y")
        if all(word in search_key(f"{title} {row.number} {row.reason} {asked_on}") for word in words):
            yield Found("request", row.id, title, f"{REQUEST_STATES[row.state]} · {asked_on}")
