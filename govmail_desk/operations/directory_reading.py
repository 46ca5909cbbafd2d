"""The lines a directory would have on a day, read from the register: units, the people at work in them, their mailboxes in use.

States of mailboxes, names of units, heads and who works here are those of the day; a post, a telephone and the section someone works in
are as the register has them now, which keeps no days for them. Publishing is `operations.directories`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, exists, func, or_, select

from govmail_desk.domain.directory import DirectoryLine
from govmail_desk.domain.directory_order import HEAD_OF_THE_UNIT, TreeUnit, in_tree_order, post_rank
from govmail_desk.domain.directory_warning import LeftOut
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.unit import UnitName, names_on
from govmail_desk.store.at_work import works_on
from govmail_desk.store.tables import custody, mailbox, mailbox_event, person, unit, unit_name

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PUBLISHED: Final = frozenset({"active"})
_KEPT_FOR_THE_OFFICE: Final = _PUBLISHED | LOCKED


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in the register on a day for an edition of one kind."""

    lines: tuple[DirectoryLine, ...]
    left_out: tuple[LeftOut, ...]
    """Those at work who have no mailbox in use, so that a public edition has no line for them."""


@dataclass(frozen=True, slots=True)
class _Box:
    address: str
    state: str


_Boxes = Mapping[tuple[str, int], list[_Box]]


def standing_on(connection: Connection, day: date, *, is_public: bool) -> Standing:
    """Read the lines of a day, in three statements whatever their number."""
    units, offices = _units(connection, day)
    boxes = _boxes(connection, day, _PUBLISHED if is_public else _KEPT_FOR_THE_OFFICE)
    people: dict[int, list[Any]] = defaultdict(list)
    left_out: list[LeftOut] = []
    named = {one.id: one.name for one in units}
    for row in connection.execute(_at_work(day)):
        if row.unit_id not in named:
            continue
        if is_public and ("person", row.id) not in boxes:
            left_out.append(LeftOut(row.id, row.full_name, named[row.unit_id]))
        else:
            people[row.unit_id].append(row)
    lines = _Lines(offices, boxes, people, keeps_states=not is_public)
    return Standing(tuple(lines.of(units)), tuple(left_out))


class _Lines:
    """Puts the lines together."""

    def __init__(
        self, offices: Mapping[int, str], boxes: _Boxes, people: Mapping[int, list[Any]], *, keeps_states: bool
    ) -> None:
        self._offices, self._boxes, self._people = offices, boxes, people
        self._keeps_states = keeps_states

    def of(self, units: Iterable[TreeUnit]) -> Iterator[DirectoryLine]:
        """Give the tree, less the units that have nothing to say and nothing under them that has."""
        kept: list[tuple[DirectoryLine, list[DirectoryLine]]] = []
        kept_level = 0
        for line, people in reversed(list(self._made(units))):
            if people or line.addresses or line.office_phone or kept_level > line.level:  # a deeper one kept is its own
                kept.append((line, people))
                kept_level = line.level
        for line, people in reversed(kept):
            yield line
            yield from people

    def _made(self, units: Iterable[TreeUnit]) -> Iterator[tuple[DirectoryLine, list[DirectoryLine]]]:
        for one, level in in_tree_order(units):
            office = DirectoryLine(
                kind="unit",
                subject_id=one.id,
                level=level,
                name=one.name,
                office_phone=self._offices[one.id],
                addresses=self._addresses("unit", one.id),
                states=self._states("unit", one.id),
            )
            rows = sorted(self._people.get(one.id, ()), key=_place)
            yield office, [self._person(row, level + 1) for row in rows]

    def _person(self, row: Any, level: int) -> DirectoryLine:
        return DirectoryLine(
            kind="person",
            subject_id=row.id,
            level=level,
            name=row.full_name,
            title=row.post,
            office_phone=row.office_phone,
            addresses=self._addresses("person", row.id),
            given_word=row.given_word,
            states=self._states("person", row.id),
        )

    def _addresses(self, kind: str, subject_id: int) -> tuple[str, ...]:
        return tuple(box.address for box in self._boxes.get((kind, subject_id), ()))

    def _states(self, kind: str, subject_id: int) -> tuple[str, ...]:
        return tuple(box.state for box in self._boxes.get((kind, subject_id), ())) if self._keeps_states else ()


def _place(row: Any) -> tuple[int, str, int]:
    """The head first, then by post, then by tên, họ, đệm as a Vietnamese list of people has it."""
    return HEAD_OF_THE_UNIT if row.is_head else post_rank(row.post), row.sort_key, row.id


def _units(connection: Connection, day: date) -> tuple[list[TreeUnit], dict[int, str]]:
    """Read the units there were on a day under the names they bore, and their telephones."""
    rows = connection.execute(
        select(unit.c.id, unit.c.parent_id, unit.c.slug, unit.c.is_own, unit.c.office_phone)
        .add_columns(unit_name.c.id.label("name_id"), unit_name.c.name, unit_name.c.from_on, unit_name.c.to_on)
        .outerjoin(unit_name, unit_name.c.unit_id == unit.c.id)
        .where(or_(unit.c.ended_on.is_(None), unit.c.ended_on > day.isoformat()))
        .order_by(unit.c.id)
    ).all()
    names = names_on((_name(row) for row in rows if row.name_id is not None), day)
    units = {row.id: TreeUnit(row.id, row.parent_id, names.get(row.id, row.slug), row.is_own) for row in rows}
    return list(units.values()), {row.id: row.office_phone for row in rows}


def _name(row: Any) -> UnitName:
    from_on, to_on = (date.fromisoformat(text) if text else None for text in (row.from_on, row.to_on))
    return UnitName(id=row.name_id, unit_id=row.id, name=row.name, from_on=from_on, to_on=to_on)


def _at_work(day: date) -> Select[Any]:
    """Ask for everyone who works here on a day, and whether they head the unit they work in."""
    iso = day.isoformat()
    heads = exists().where(
        custody.c.person_id == person.c.id,
        custody.c.unit_id == person.c.unit_id,
        custody.c.role == "head",
        or_(custody.c.from_on.is_(None), custody.c.from_on <= iso),
        or_(custody.c.to_on.is_(None), custody.c.to_on >= iso),
    )
    columns = (person.c.id, person.c.full_name, person.c.unit_id, person.c.post, person.c.office_phone)
    return (
        select(*columns, person.c.given_word, person.c.sort_key, heads.label("is_head"))
        .where(works_on(day))
        .order_by(person.c.sort_key, person.c.id)
    )


def _boxes(connection: Connection, day: date, states: frozenset[str]) -> _Boxes:
    """Read the mailboxes that were in one of these states at the end of a day, by who holds them."""
    latest = func.row_number().over(
        partition_by=mailbox_event.c.mailbox_id, order_by=(mailbox_event.c.on_date.desc(), mailbox_event.c.id.desc())
    )
    told = (
        select(mailbox_event.c.mailbox_id, mailbox_event.c.state, latest.label("place"))
        .where(mailbox_event.c.on_date <= day.isoformat())
        .subquery()
    )
    columns = (mailbox.c.address, mailbox.c.kind, mailbox.c.unit_id, mailbox.c.holder_id, told.c.state)
    query = (
        select(*columns)
        .join(told, and_(told.c.mailbox_id == mailbox.c.id, told.c.place == 1))
        .where(told.c.state.in_(sorted(states)))
        .order_by(mailbox.c.id)
    )
    found: dict[tuple[str, int], list[_Box]] = defaultdict(list)
    for row in connection.execute(query):
        holder = ("unit", row.unit_id) if row.kind == "unit" else ("person", row.holder_id)
        if holder[1] is not None:
            found[holder].append(_Box(row.address, row.state))
    return found
