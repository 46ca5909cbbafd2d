"""Who works here without a mailbox and may have one: everyone, or the holders of the posts the regulation names.

What the posts are is the regulation's, how they are read `domain.personal_post`. Asking for the mailboxes is `operations.requests`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, select, tuple_

from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.listings.units import present_names
from govmail_desk.store.bulk import numbers
from govmail_desk.store.tables import mailbox, person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation


def ids_without_mailbox(desk: Desk) -> list[int]:
    """Return the numbers of those who work here, may have a mailbox and have none, in Vietnamese order of names."""
    regulation, day = desk.regulation(), desk.today()
    with desk.reading() as connection:
        wanted = without_mailbox(connection, regulation, day)
        return numbers(connection, select(person.c.id).where(wanted).order_by(person.c.sort_key, person.c.id))


def without_mailbox(connection: Connection, regulation: Regulation, day: date) -> ColumnElement[bool]:
    """Say in SQL that someone works here, may have a mailbox and has none; no statement of its own where everyone may."""
    held = select(mailbox.c.holder_id).where(mailbox.c.holder_id.is_not(None), mailbox.c.state != "closed")
    posts = PersonalPosts(regulation.find(ADDRESS_PERSONAL_ONLY_FOR, day))
    wanted = and_(person.c.left_on.is_(None), person.c.id.not_in(held))
    if posts.rule is None:
        return wanted
    return and_(wanted, tuple_(person.c.post, person.c.unit_id).in_(_admitted(connection, posts)))


def _admitted(connection: Connection, posts: PersonalPosts) -> list[tuple[str, int]]:
    names = present_names()
    query = select(person.c.post, person.c.unit_id, names.c.name).distinct()
    rows = connection.execute(query.outerjoin(names, names.c.unit_id == person.c.unit_id))
    return [(row.post, row.unit_id) for row in rows if posts.admits(row.post, row.name or "")]
