"""The mailboxes of another unit as its packages tell of them: searched, in order, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from govmail_desk.domain.vietnamese import fold
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import foreign_mailbox

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

_ASKED = ("id", "address", "kind", "holder", "post", "unit", "state", "since", "gone_on")


@dataclass(frozen=True, slots=True)
class OfficeMailbox:
    """One mailbox of another unit."""

    id: int
    address: str
    kind: str
    holder: str
    post: str
    unit: str
    state: str
    since: str
    gone_on: str | None


def ids(desk: Desk, office_id: int, *, search: str = "") -> list[int]:
    """Return the mailboxes of an office that hold every word searched for, by address; those no longer there come last."""
    there = foreign_mailbox.c
    looked_in = (there.address, there.holder, there.post, there.unit)
    newest = select(func.max(there.id)).where(there.office_id == office_id).group_by(there.address)
    is_of_now = or_(there.gone_on.is_(None), there.id.in_(newest))  # not the earlier time of one that came back
    query = select(there.id, *looked_in).where(there.office_id == office_id, is_of_now)
    words = fold(search).split()
    with desk.reading() as connection:
        rows = plain_rows(connection, query.order_by(there.gone_on.is_not(None), there.address))
    return (
        [row[0] for row in rows if all(word in fold(" ".join(row[1:])) for word in words)]
        if words
        else [row[0] for row in rows]
    )


def page(desk: Desk, mailbox_ids: Sequence[int]) -> list[OfficeMailbox]:
    """Return these mailboxes, in this order."""
    there = foreign_mailbox.c
    query = select(*(there[name] for name in _ASKED)).where(there.id.in_(mailbox_ids))
    with desk.reading() as connection:
        found = {row[0]: OfficeMailbox(*row) for row in plain_rows(connection, query)}
    return [found[mailbox_id] for mailbox_id in mailbox_ids if mailbox_id in found]
