"""Whom a review is about, as the register stands: every issued mailbox that is not closed, and everyone who may have one and has none.

Each row is frozen as its sheet will show it. State, unit and charge are those of the day the review is held on: states and moves are dated
events. Whose a mailbox is, a person's post and a person's unit are what the register says now: it keeps no day on which a mailbox came to
another holder, so for a past day those of that day cannot be known. Opening the review is `operations.reviews`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import Select, and_, func, or_, select

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.domain.review_text import department_name
from govmail_desk.operations.report_events import first_moves_after
from govmail_desk.store.at_work import works_on
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import (
    custody,
    mailbox,
    mailbox_act,
    mailbox_event,
    person,
    unit,
    unit_name,
    usage_reading,
)
from govmail_desk.wording import MAILBOX_STATES, ORPHANS

if TYPE_CHECKING:
    from sqlalchemy import Connection, Subquery

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.review import Orphan

_OUT: Final = (*sorted(NEVER_ISSUED), "closed")
NOBODY_IN_CHARGE: Final = "Chưa ghi ai được giao theo dõi"
ELSEWHERE: Final = "Người dùng nay ở {}"
UNIT_ENDED: Final = "Đơn vị đã kết thúc"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """One line of a sheet before it is written: what it is about, what is amiss, and what the sheet will say."""

    mailbox_id: int | None = None
    person_id: int | None = None
    orphan: Orphan = ""
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """The part one department will answer."""

    unit_id: int
    unit: str
    rows: tuple[PlannedRow, ...]


@dataclass(frozen=True, slots=True)
class Population:
    """The sheets in the order of the tree of units, and the units without any row."""

    sheets: tuple[PlannedSheet, ...]
    silent_units: tuple[str, ...]


class _Held(NamedTuple):
    """A mailbox as the statement gives it."""

    id: int
    address: str
    kind: str
    unit_id: int
    state: str
    since: str
    holder_id: int | None
    full_name: str | None
    post: str | None
    holder_unit_id: int | None
    left_on: str | None
    is_in_charge: int
    used_on: str | None
    read_on: str | None


class _Without(NamedTuple):
    """A person without a mailbox."""

    id: int
    full_name: str
    post: str
    unit_id: int


def population(
    connection: Connection, regulation: Regulation, as_of_on: date, unit_ids: Sequence[int] | None
) -> Population:
    """Read the rows of the chosen units (None: of all), in three statements however many there are."""
    units = _Units(connection, as_of_on)
    rows: dict[int, list[PlannedRow]] = defaultdict(list)
    for told in plain_rows(connection, _mailboxes(as_of_on)):
        held = _Held(*told)
        rows[held.unit_id].append(_mailbox_row(held, units, as_of_on))
    posts = PersonalPosts(regulation.find(ADDRESS_PERSONAL_ONLY_FOR, as_of_on))
    for told in plain_rows(connection, _people_without(as_of_on)):
        one = _Without(*told)
        if posts.admits(one.post, units.names.get(one.unit_id, "")):
            rows[one.unit_id].append(_person_row(one))
    wanted = units.in_order if unit_ids is None else [one for one in units.in_order if one in set(unit_ids)]
    return Population(
        tuple(PlannedSheet(one, units.departments[one], tuple(rows[one])) for one in wanted if rows.get(one)),
        tuple(units.departments[one] for one in wanted if not rows.get(one) and one not in units.ended),
    )


class _Units:
    """The units with their names on a day, in the order of the tree."""

    def __init__(self, connection: Connection, on: date) -> None:
        iso = on.isoformat()
        borne = and_(
            or_(unit_name.c.from_on.is_(None), unit_name.c.from_on <= iso),
            or_(unit_name.c.to_on.is_(None), unit_name.c.to_on >= iso),
        )
        query = (
            select(unit.c.id, unit.c.parent_id, unit.c.is_own, unit.c.ended_on, unit_name.c.name, borne)
            .join(unit_name, unit_name.c.unit_id == unit.c.id)
            .order_by(unit.c.is_own.desc(), unit.c.id, borne, unit_name.c.to_on.is_(None), unit_name.c.id)
        )
        found = plain_rows(connection, query)
        self.names: dict[int, str] = {row[0]: row[4] for row in found}
        self.departments = {row[0]: department_name(row[4], is_own=bool(row[2])) for row in found}
        self.ended = {row[0] for row in found if row[3] is not None and row[3] <= iso}
        parents = {row[0]: row[1] for row in found}
        self.in_order = _in_order(parents, roots=[one for one in self.names if parents[one] not in self.names])


def _in_order(parents: Mapping[int, int | None], roots: Iterable[int]) -> list[int]:
    """Walk the tree, each unit before those below it."""
    below: dict[int | None, list[int]] = defaultdict(list)
    for one, above in parents.items():
        below[above].append(one)
    ordered: dict[int, None] = {}
    waiting = list(reversed(list(roots)))
    while waiting:
        one = waiting.pop()
        if one not in ordered:
            ordered[one] = None
            waiting += reversed(below[one])
    return [*ordered, *(one for one in parents if one not in ordered)]


def _mailbox_row(held: _Held, units: _Units, as_of_on: date) -> PlannedRow:
    has_left = held.left_on is not None and held.left_on <= as_of_on.isoformat()
    orphan: Orphan = "" if held.kind == "unit" else "no-holder" if held.holder_id is None else ""
    orphan = "holder-left" if has_left else orphan
    return PlannedRow(
        mailbox_id=held.id,
        person_id=held.holder_id,
        orphan=orphan,
        cells={
            "address": held.address,
            "holder": (held.full_name or "") if held.kind == "personal" else "Hộp thư đơn vị",
            "post": held.post or "",
            "state": f"{MAILBOX_STATES[held.state]} từ {_day(held.since)}",
            "used": _day(max(filter(None, (held.used_on, held.read_on)), default="")),
            "look": "; ".join(_looks(held, orphan, units)),
        },
    )


def _looks(held: _Held, orphan: Orphan, units: _Units) -> Iterable[str]:
    """Say what the department should look at."""
    if orphan == "holder-left":
        yield f"{ORPHANS[orphan]} từ {_day(held.left_on or '')}"
    elif orphan:
        yield ORPHANS[orphan]
    elif held.holder_unit_id is not None and held.holder_unit_id != held.unit_id:
        yield ELSEWHERE.format(units.names.get(held.holder_unit_id, ""))
    if held.kind == "unit" and not held.is_in_charge:
        yield NOBODY_IN_CHARGE
    if held.unit_id in units.ended:
        yield UNIT_ENDED


def _person_row(one: _Without) -> PlannedRow:
    told = {"address": "", "holder": one.full_name, "post": one.post, "state": "", "used": ""}
    return PlannedRow(person_id=one.id, orphan="no-mailbox", cells=told | {"look": ORPHANS["no-mailbox"]})


def _mailboxes(as_of_on: date) -> Select[Any]:
    """Ask for the mailboxes issued and not closed on a day, each under its unit of then, with its holder and the last day it was used."""
    iso = as_of_on.isoformat()
    standing, moved = _standing(iso), first_moves_after(as_of_on)
    unit_id = func.coalesce(moved.c.from_unit_id, mailbox.c.unit_id)
    in_charge = select(custody.c.id).where(
        custody.c.unit_id == unit_id,
        or_(custody.c.mailbox_id.is_(None), custody.c.mailbox_id == mailbox.c.id),
        or_(custody.c.from_on.is_(None), custody.c.from_on <= iso),
        or_(custody.c.to_on.is_(None), custody.c.to_on >= iso),
    )
    acts, readings = _last_used(iso), _last_read(iso)
    columns = (
        mailbox.c.id, mailbox.c.address, mailbox.c.kind, unit_id, standing.c.state, standing.c.on_date,
        mailbox.c.holder_id, person.c.full_name, person.c.post, person.c.unit_id, person.c.left_on,
        in_charge.exists(), acts.c.on_date, readings.c.on_date,
    )  # fmt: skip
    return (
        select(*columns)
        .join(standing, and_(standing.c.mailbox_id == mailbox.c.id, standing.c.place == 1))
        .outerjoin(moved, moved.c.mailbox_id == mailbox.c.id)
        .outerjoin(person, person.c.id == mailbox.c.holder_id)
        .outerjoin(acts, acts.c.mailbox_id == mailbox.c.id)
        .outerjoin(readings, readings.c.mailbox_id == mailbox.c.id)
        .where(standing.c.state.not_in(_OUT))
        .order_by(mailbox.c.kind.desc(), person.c.sort_key, mailbox.c.sort_key, mailbox.c.id)
    )


def _standing(iso: str) -> Subquery:
    """Number each mailbox's events up to a day, the last one first."""
    event = mailbox_event.c
    latest = (event.on_date.desc(), event.id.desc())
    place = func.row_number().over(partition_by=event.mailbox_id, order_by=latest).label("place")
    return select(event.mailbox_id, event.state, event.on_date, place).where(event.on_date <= iso).subquery("standing")


def _last_used(iso: str) -> Subquery:
    act = mailbox_act.c
    last = select(act.mailbox_id, func.max(act.on_date).label("on_date"))
    return last.where(act.kind == "used", act.on_date <= iso).group_by(act.mailbox_id).subquery("acts")


def _last_read(iso: str) -> Subquery:
    """The operator's own figures, where they were taken in."""
    read = usage_reading.c
    last = select(read.mailbox_id, func.max(read.last_used_on).label("on_date"))
    return last.where(read.last_used_on <= iso).group_by(read.mailbox_id).subquery("readings")


def _people_without(as_of_on: date) -> Select[Any]:
    held = select(mailbox.c.holder_id).where(mailbox.c.holder_id.is_not(None), mailbox.c.state != "closed")
    columns = (person.c.id, person.c.full_name, person.c.post, person.c.unit_id)
    at_work = (works_on(as_of_on), person.c.id.not_in(held))
    return select(*columns).where(*at_work).order_by(person.c.sort_key, person.c.id)


def _day(iso: str) -> str:
    """Write a day as on screen; nothing for none."""
    return "/".join(reversed(iso.split("-"))) if iso else ""
