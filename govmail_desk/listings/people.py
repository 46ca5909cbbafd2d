"""The table of people, straight from SQL. Changing them is `operations.people`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import ColumnElement, Select, and_, func, select

from govmail_desk.domain.person import Person
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.search import says
from govmail_desk.listings.units import UnitRow, present_names, ranks_of, tree_of, works_on
from govmail_desk.store.bulk import numbers
from govmail_desk.store.rows import record_of
from govmail_desk.store.tables import custody, mailbox, person, personnel_change

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk

Sort = Literal["name", "post", "unit"]

_WEIGHED: Final = 200
"""How many of those found are weighed before the first few are shown."""


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
    unit_id: int = 0
    office_phone: str = ""


@dataclass(frozen=True, slots=True)
class PersonFilter:
    """Which people are wanted; those who left only where asked for. Who leaves on a day to come works here until then."""

    search: str = ""
    unit_ids: tuple[int, ...] = ()
    without_mailbox: bool = False
    shows_left: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the table of people, whatever is searched for."""

    units: tuple[UnitRow, ...]
    without_mailbox_count: int
    """How many of the wanted units work there and hold no mailbox."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page opens with, read as the register stands at one moment: the units, all numbers in order, the first lines."""

    ids: list[int]
    first: tuple[PersonRow, ...]
    around: Around | None
    """What stands around the table; None where it was not asked for."""


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A mailbox a person holds or held."""

    id: int
    address: str
    state: str
    since: str


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """A unit a person heads, or whose mailbox they look after, from when to when."""

    unit: str
    role: str
    from_on: str | None
    to_on: str | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change in a person's post, with the decision behind it."""

    kind: str
    decided_on: str
    effective_on: str
    document: str
    note: str


@dataclass(frozen=True, slots=True)
class PersonPane:
    """Everything the pane at the right shows of one person."""

    person: Person
    unit: str
    mailboxes: tuple[HeldRow, ...]
    charges: tuple[ChargeRow, ...]
    changes: tuple[ChangeRow, ...] = ()
    """What happened in their post, the latest first."""

    @property
    def holds_mailbox(self) -> bool:
        """True where one of the mailboxes is not closed."""
        return any(held.state != "closed" for held in self.mailboxes)


def opening(
    desk: Desk,
    wanted: PersonFilter,
    *,
    sort: Sort = "name",
    descending: bool = False,
    first_count: int,
    with_around: bool = True,
) -> Opening:
    """Read what the page opens with in as many statements for a hundred people as for a hundred thousand."""
    with desk.reading() as connection:
        found = _ids(connection, wanted, desk.today(), sort, descending)
        first = tuple(_page(connection, found[:first_count], desk.today()))
        return Opening(found, first, _around(connection, wanted, desk.today()) if with_around else None)


def ids(desk: Desk, wanted: PersonFilter, *, sort: Sort = "name", descending: bool = False) -> list[int]:
    """Return the numbers of the wanted people in order."""
    with desk.reading() as connection:
        return _ids(connection, wanted, desk.today(), sort, descending)


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[PersonRow]:
    """Return the lines of these people, in the order of the numbers given."""
    with desk.reading() as connection:
        return _page(connection, wanted_ids, desk.today())


def find(desk: Desk, text: str, *, limit: int, unit_ids: tuple[int, ...] = ()) -> list[PersonRow]:
    """Return the first few people a text finds, to choose one from; those it names before those it meets in a post or unit."""
    wanted = PersonFilter(search=text, unit_ids=unit_ids)
    asked = select(person.c.id).where(_condition(wanted, desk.today()))
    query = asked.order_by(person.c.sort_key, person.c.id).limit(_WEIGHED)
    words = search_key(text).split()
    with desk.reading() as connection:
        rows = _page(connection, list(connection.execute(query).scalars()), desk.today())
    return sorted(rows, key=lambda row: not _is_named(row, words))[:limit]


def _is_named(row: PersonRow, words: Sequence[str]) -> bool:
    name = search_key(row.full_name)
    return all(word in name for word in words)


def pane(desk: Desk, person_id: int) -> PersonPane | None:
    """Return all of one person, or None where they are gone."""
    names = present_names()
    query = select(person, names.c.name.label("unit_name")).outerjoin(names, names.c.unit_id == person.c.unit_id)
    with desk.reading() as connection:
        row = connection.execute(query.where(person.c.id == person_id)).mappings().first()
        if row is None:
            return None
        return PersonPane(
            person=record_of(Person, row),
            unit=row["unit_name"] or "",
            mailboxes=tuple(HeldRow(*held) for held in connection.execute(_held(person_id))),
            charges=tuple(ChargeRow(*charge) for charge in connection.execute(_charges(person_id))),
            changes=tuple(ChangeRow(*change) for change in connection.execute(_changes(person_id))),
        )


def person_of(desk: Desk, person_id: int) -> Person | None:
    """Return one person's facts to edit, or None where they are gone."""
    with desk.reading() as connection:
        row = connection.execute(select(person).where(person.c.id == person_id)).mappings().first()
    return record_of(Person, row) if row else None


def _around(connection: Connection, wanted: PersonFilter, day: date) -> Around:
    missing = _condition(PersonFilter(unit_ids=wanted.unit_ids, without_mailbox=True), day)
    count = connection.execute(select(func.count()).select_from(person).where(missing)).scalar_one()
    return Around(tuple(tree_of(connection, day)), count)


def _ids(connection: Connection, wanted: PersonFilter, day: date, sort: Sort, descending: bool) -> list[int]:
    column: Any = person.c.post if sort == "post" else person.c.sort_key
    order = (column.desc() if descending else column, person.c.id)
    asked = select(person.c.id, person.c.unit_id).where(_condition(wanted, day)).order_by(*order)
    if sort == "unit":
        return _ids_by_unit(connection, asked, descending)
    return numbers(connection, asked.with_only_columns(person.c.id))


def _ids_by_unit(connection: Connection, asked: Select[Any], descending: bool) -> list[int]:
    rank = ranks_of(connection)
    rows = connection.execute(asked).all()
    return [row.id for row in sorted(rows, key=lambda row: rank.get(row.unit_id, 0), reverse=descending)]


def _page(connection: Connection, wanted_ids: Sequence[int], day: date) -> list[PersonRow]:
    found: dict[int, PersonRow] = {}
    for row in connection.execute(_lines().where(person.c.id.in_(wanted_ids))):
        found.setdefault(row.id, _row(row, day.isoformat()))
    return [found[wanted] for wanted in wanted_ids if wanted in found]


def _condition(wanted: PersonFilter, day: date) -> ColumnElement[bool]:
    parts = [says(person.c.search_key, wanted.search)]
    if wanted.unit_ids:
        parts.append(person.c.unit_id.in_(wanted.unit_ids))
    if not wanted.shows_left:
        parts.append(works_on(day))
    if wanted.without_mailbox:
        parts.append(person.c.id.not_in(_holders()))
    return and_(*parts)


def _holders() -> Select[Any]:
    """Name everyone who holds a mailbox that is not closed, read once: probing for each person takes four times as long."""
    return select(mailbox.c.holder_id).where(mailbox.c.holder_id.is_not(None), mailbox.c.state != "closed")


def _held(person_id: int) -> Select[Any]:
    return (
        select(mailbox.c.id, mailbox.c.address, mailbox.c.state, mailbox.c.since)
        .where(mailbox.c.holder_id == person_id)
        .order_by(mailbox.c.state == "closed", mailbox.c.id)
    )


def _charges(person_id: int) -> Select[Any]:
    names = present_names()
    return (
        select(names.c.name, custody.c.role, custody.c.from_on, custody.c.to_on)
        .join(names, names.c.unit_id == custody.c.unit_id)
        .where(custody.c.person_id == person_id)
        .order_by(custody.c.to_on.is_not(None), custody.c.from_on.desc(), custody.c.id)
    )


def _changes(person_id: int) -> Select[Any]:
    told = personnel_change.c
    return (
        select(told.kind, told.decided_on, told.effective_on, told.document, told.note)
        .where(told.person_id == person_id)
        .order_by(told.effective_on.desc(), told.id.desc())
    )


def _lines() -> Select[Any]:
    names = present_names()
    return (
        select(person, names.c.name.label("unit_name"), mailbox.c.address, mailbox.c.state)
        .outerjoin(names, names.c.unit_id == person.c.unit_id)
        .outerjoin(mailbox, (mailbox.c.holder_id == person.c.id) & (mailbox.c.state != "closed"))
        .order_by(mailbox.c.id)
    )


def _row(row: Any, day: str) -> PersonRow:
    return PersonRow(
        id=row.id,
        full_name=row.full_name,
        post=row.post,
        unit=row.unit_name or "",
        phone=row.phone,
        note=row.note,
        has_left=row.left_on is not None and row.left_on <= day,
        address=row.address or "",
        state=row.state or "",
        unit_id=row.unit_id,
        office_phone=row.office_phone,
    )
