"""The tree of units with their names, heads and custodians, straight from SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, Subquery, func, or_, select

from govmail_desk.domain.custody import Custody
from govmail_desk.domain.unit import Unit
from govmail_desk.domain.vietnamese import sort_key
from govmail_desk.store.rows import record_of
from govmail_desk.store.tables import custody, mailbox, person, unit, unit_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One node of the tree."""

    id: int
    parent_id: int | None
    name: str
    short_name: str
    slug: str
    is_own: bool
    is_ended: bool
    people_count: int
    ended_on: str | None = None
    office_phone: str = ""


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """Who answered for a unit or its mailbox, from when to when."""

    id: int
    person_id: int
    full_name: str
    role: str
    from_on: str | None
    to_on: str | None
    document: str


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name the unit bears or bore."""

    id: int
    name: str
    from_on: str | None
    to_on: str | None
    document: str


@dataclass(frozen=True, slots=True)
class OwnMailbox:
    """A mailbox of the unit itself."""

    id: int
    address: str
    state: str
    since: str


@dataclass(frozen=True, slots=True)
class UnitPane:
    """Everything the pane at the right shows of one unit."""

    row: UnitRow
    parent_name: str
    mailboxes: tuple[OwnMailbox, ...]
    charges: tuple[CustodyRow, ...]
    names: tuple[NameRow, ...]


def present_names() -> Subquery:
    """The open-ended name of each unit, as something to join with."""
    return (
        select(unit_name.c.unit_id, func.max(unit_name.c.name).label("name"))
        .where(unit_name.c.to_on.is_(None))
        .group_by(unit_name.c.unit_id)
        .subquery("present_name")
    )


def tree(desk: Desk) -> list[UnitRow]:
    """Return every unit with its present name and its number of people, own unit first, then in Vietnamese order."""
    with desk.reading() as connection:
        return tree_of(connection, desk.today())


def tree_of(connection: Connection, day: date) -> list[UnitRow]:
    """Return the same from a reading under way."""
    rows = [_unit_row(row) for row in connection.execute(_nodes(day))]
    return sorted(rows, key=lambda row: (not row.is_own, sort_key(row.name), row.id))


def ranks_of(connection: Connection) -> dict[int, int]:
    """Number the units in the order of a Vietnamese dictionary, which no database knows."""
    names = present_names()
    named = sorted(connection.execute(select(names.c.unit_id, names.c.name)), key=lambda row: sort_key(row.name))
    return {row.unit_id: place for place, row in enumerate(named)}


def pane(desk: Desk, unit_id: int) -> UnitPane | None:
    """Return all of one unit, or None where it is gone."""
    with desk.reading() as connection:
        found = {row.id: row for row in tree_of(connection, desk.today())}
        row = found.get(unit_id)
        if row is None:
            return None
        above = found.get(row.parent_id or 0)
        return UnitPane(
            row=row,
            parent_name=above.name if above else "",
            mailboxes=tuple(OwnMailbox(*own) for own in connection.execute(_own_mailboxes(unit_id))),
            charges=charges_of(connection, unit_id),
            names=tuple(_name_row(name) for name in connection.execute(_names(unit_id))),
        )


def unit_of(desk: Desk, unit_id: int) -> Unit | None:
    """Return one unit's facts to edit, or None where it is gone."""
    with desk.reading() as connection:
        row = connection.execute(select(unit).where(unit.c.id == unit_id)).mappings().first()
    return record_of(Unit, row) if row else None


def custody_of(desk: Desk, custody_id: int) -> Custody | None:
    """Return one charge to end, or None where it is gone."""
    with desk.reading() as connection:
        row = connection.execute(select(custody).where(custody.c.id == custody_id)).mappings().first()
    return record_of(Custody, row) if row else None


def own(desk: Desk) -> UnitRow | None:
    """Return the unit whose desk this is; None before it is founded."""
    return next((row for row in tree(desk) if row.is_own), None)


def name_on(desk: Desk, unit_id: int, day: date) -> str:
    """Return the name a unit bore on a day, for a paper of that date."""
    iso = day.isoformat()
    query = (
        select(unit_name.c.name)
        .where(unit_name.c.unit_id == unit_id)
        .where(or_(unit_name.c.from_on.is_(None), unit_name.c.from_on <= iso))
        .where(or_(unit_name.c.to_on.is_(None), unit_name.c.to_on >= iso))
        .order_by(unit_name.c.from_on.desc())
    )
    with desk.reading() as connection:
        return connection.execute(query).scalar() or ""


def names(desk: Desk, unit_id: int) -> list[NameRow]:
    """Return the names of a unit, the present one first."""
    with desk.reading() as connection:
        return [_name_row(row) for row in connection.execute(_names(unit_id))]


def custodies(desk: Desk, unit_id: int) -> list[CustodyRow]:
    """Return the heads and custodians of a unit, those in charge first, then the latest."""
    with desk.reading() as connection:
        return list(charges_of(connection, unit_id))


def charges_of(connection: Connection, unit_id: int) -> tuple[CustodyRow, ...]:
    """Return the same from a reading under way."""
    return tuple(_custody_row(row) for row in connection.execute(_custodies(unit_id)))


def answered_on(desk: Desk, unit_id: int, day: date) -> list[CustodyRow]:
    """Return who answered for a unit's mailbox on a day."""
    iso = day.isoformat()
    return [
        row
        for row in custodies(desk, unit_id)
        if (row.from_on is None or row.from_on <= iso) and (row.to_on is None or iso <= row.to_on)
    ]


def works_on(day: date) -> ColumnElement[bool]:
    """Say in SQL that someone works here on a day: a decision may let them leave later."""
    return or_(person.c.left_on.is_(None), person.c.left_on > day.isoformat())


def _nodes(day: date) -> Select[Any]:
    names = present_names()
    people = (
        select(person.c.unit_id, func.count().label("people_count"))
        .where(works_on(day))
        .group_by(person.c.unit_id)
        .subquery()
    )
    return (
        select(unit, names.c.name, people.c.people_count)
        .outerjoin(names, names.c.unit_id == unit.c.id)
        .outerjoin(people, people.c.unit_id == unit.c.id)
    )


def _own_mailboxes(unit_id: int) -> Select[Any]:
    return (
        select(mailbox.c.id, mailbox.c.address, mailbox.c.state, mailbox.c.since)
        .where(mailbox.c.unit_id == unit_id, mailbox.c.kind == "unit")
        .order_by(mailbox.c.state == "closed", mailbox.c.id)
    )


def _names(unit_id: int) -> Select[Any]:
    return select(unit_name).where(unit_name.c.unit_id == unit_id).order_by(unit_name.c.id.desc())


def _name_row(row: Any) -> NameRow:
    return NameRow(row.id, row.name, row.from_on, row.to_on, row.document)


def _custodies(unit_id: int) -> Select[Any]:
    return (
        select(custody, person.c.full_name)
        .join(person, person.c.id == custody.c.person_id)
        .where(custody.c.unit_id == unit_id)
        .order_by(custody.c.to_on.is_not(None), custody.c.role.desc(), custody.c.from_on.desc())
    )


def _custody_row(row: Any) -> CustodyRow:
    return CustodyRow(row.id, row.person_id, row.full_name, row.role, row.from_on, row.to_on, row.document)


def _unit_row(row: Any) -> UnitRow:
    return UnitRow(
        id=row.id,
        parent_id=row.parent_id,
        name=row.name or row.slug,
        short_name=row.short_name,
        slug=row.slug,
        is_own=row.is_own,
        is_ended=row.ended_on is not None,
        people_count=row.people_count or 0,
        ended_on=row.ended_on,
        office_phone=row.office_phone,
    )
