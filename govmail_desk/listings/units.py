"""The tree of units with their names, heads and custodians, straight from SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, Subquery, func, or_, select

from govmail_desk.store.tables import custody, person, unit, unit_name

if TYPE_CHECKING:
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


def present_names() -> Subquery:
    """The open-ended name of each unit, as something to join with."""
    return (
        select(unit_name.c.unit_id, func.max(unit_name.c.name).label("name"))
        .where(unit_name.c.to_on.is_(None))
        .group_by(unit_name.c.unit_id)
        .subquery("present_name")
    )


def tree(desk: Desk) -> list[UnitRow]:
    """Return every unit with its present name and its number of people, own unit first, then by name."""
    names = present_names()
    people = (
        select(person.c.unit_id, func.count().label("people_count"))
        .where(person.c.left_on.is_(None))
        .group_by(person.c.unit_id)
        .subquery()
    )
    query = (
        select(unit, names.c.name, people.c.people_count)
        .outerjoin(names, names.c.unit_id == unit.c.id)
        .outerjoin(people, people.c.unit_id == unit.c.id)
        .order_by(unit.c.is_own.desc(), names.c.name, unit.c.id)
    )
    with desk.reading() as connection:
        return [_unit_row(row) for row in connection.execute(query)]


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
    query = select(unit_name).where(unit_name.c.unit_id == unit_id).order_by(unit_name.c.id.desc())
    with desk.reading() as connection:
        return [NameRow(row.id, row.name, row.from_on, row.to_on, row.document) for row in connection.execute(query)]


def custodies(desk: Desk, unit_id: int) -> list[CustodyRow]:
    """Return the heads and custodians of a unit, those in charge first, then the latest."""
    with desk.reading() as connection:
        return [_custody_row(row) for row in connection.execute(_custodies(unit_id))]


def answered_on(desk: Desk, unit_id: int, day: date) -> list[CustodyRow]:
    """Return who answered for a unit's mailbox on a day."""
    iso = day.isoformat()
    return [
        row
        for row in custodies(desk, unit_id)
        if (row.from_on is None or row.from_on <= iso) and (row.to_on is None or iso <= row.to_on)
    ]


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
    )
