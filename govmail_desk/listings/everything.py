"""Ctrl+K: people, mailboxes, units and requests found together, without diacritics, words in any order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import and_, select, true

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings import mailboxes, units
from govmail_desk.listings.mailboxes import contains
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
        found = [*_people(connection, words, limit), *_mailboxes(connection, words, limit)]
    return [*found, *_units(desk, words, limit), *_requests(desk, words, limit)]


def _people(connection: Connection, words: list[str], limit: int) -> Iterator[Found]:
    query = select(person.c.id, person.c.full_name, person.c.post).where(
        and_(true(), *(contains(person.c.search_key, word) for word in words))
    )
    for row in connection.execute(query.limit(limit)):
        yield Found("person", row.id, row.full_name, row.post or "Người của đơn vị")


def _mailboxes(connection: Connection, words: list[str], limit: int) -> Iterator[Found]:
    query = select(mailbox.c.id, mailbox.c.address, mailbox.c.state).where(
        mailboxes.condition(mailboxes.MailboxFilter(search=" ".join(words), shows_closed=True))
    )
    for row in connection.execute(query.limit(limit)):
        yield Found("mailbox", row.id, row.address, f"Hộp thư · {MAILBOX_STATES[row.state]}")


def _units(desk: Desk, words: list[str], limit: int) -> list[Found]:
    matching = (
        row
        for row in units.tree(desk)
        if all(word in search_key(f"{row.name} {row.short_name} {row.slug}") for word in words)
    )
    return [Found("unit", row.id, row.name, row.short_name or "Đơn vị") for row in matching][:limit]


def _requests(desk: Desk, words: list[str], limit: int) -> list[Found]:
    query = select(request).order_by(request.c.id.desc()).limit(500)
    with desk.reading() as connection:
        rows = [
            (row, f"Đề nghị {REQUEST_KINDS[row.kind].lower()} {row.row_count} hộp thư")
            for row in connection.execute(query)
        ]
    return [
        Found("request", row.id, title, f"{REQUEST_STATES[row.state]} · {row.asked_on}")
        for row, title in rows
        if all(word in search_key(f"{title} {row.reason} {row.asked_on}") for word in words)
    ][:limit]
