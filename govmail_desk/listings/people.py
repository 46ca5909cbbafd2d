"""The table of people, straight from SQL. Changing them is `operations.people`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import ColumnElement, Select, and_, select, true

from govmail_desk.domain.person import Person
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.mailboxes import contains
from govmail_desk.listings.units import present_names
from govmail_desk.store.rows import record_of
from govmail_desk.store.tables import mailbox, person

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

Sort = Literal["name", "post"]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the table: a person with the mailbox they hold, if any."""

    id: int
    full_name: str
    post: str
    unit: str
    phone: str
    note: str
    has_left: bool
    address: str
    state: str


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """Which people are wanted; those who left only where asked for."""

    search: str = ""
    unit_ids: tuple[int, ...] = ()
    without_mailbox: bool = False
    shows_left: bool = False


def ids(desk: Desk, wanted: PersonFilter, *, sort: Sort = "name", descending: bool = False) -> list[int]:
    """Return the numbers of the wanted people in order."""
    column = {"name": person.c.sort_key, "post": person.c.post}[sort]
    query = select(person.c.id).where(_condition(wanted)).order_by(column.desc() if descending else column, person.c.id)
    with desk.reading() as connection:
        return list(connection.execute(query).scalars())


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[PersonRow]:
    """Return the lines of these people, in the order of the numbers given."""
    with desk.reading() as connection:
        found: dict[int, PersonRow] = {}
        for row in connection.execute(_lines().where(person.c.id.in_(wanted_ids))):
            found.setdefault(row.id, _row(row))
    return [found[wanted] for wanted in wanted_ids if wanted in found]


def person_of(desk: Desk, person_id: int) -> Person | None:
    """Return one person's facts to edit, or None where they are gone."""
    with desk.reading() as connection:
        row = connection.execute(select(person).where(person.c.id == person_id)).mappings().first()
    return record_of(Person, row) if row else None


def _condition(wanted: PersonFilter) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = [
        contains(person.c.search_key, word) for word in search_key(wanted.search).split()
    ]
    if wanted.unit_ids:
        parts.append(person.c.unit_id.in_(wanted.unit_ids))
    if not wanted.shows_left:
        parts.append(person.c.left_on.is_(None))
    if wanted.without_mailbox:
        parts.append(~_holding().exists())
    return and_(true(), *parts)


def _holding() -> Select[Any]:
    return select(mailbox.c.id).where(mailbox.c.holder_id == person.c.id, mailbox.c.state != "closed")


def _lines() -> Select[Any]:
    names = present_names()
    return (
        select(person, names.c.name.label("unit_name"), mailbox.c.address, mailbox.c.state)
        .outerjoin(names, names.c.unit_id == person.c.unit_id)
        .outerjoin(mailbox, (mailbox.c.holder_id == person.c.id) & (mailbox.c.state != "closed"))
        .order_by(mailbox.c.id)
    )


def _row(row: Any) -> PersonRow:
    return PersonRow(
        id=row.id,
        full_name=row.full_name,
        post=row.post,
        unit=row.unit_name or "",
        phone=row.phone,
        note=row.note,
        has_left=row.left_on is not None,
        address=row.address or "",
        state=row.state or "",
    )
