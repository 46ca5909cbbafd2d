"""The dated events behind a report's figures, by SQL: what stood on the evening of a day, what happened within a stretch of days.

A mailbox's state on a day is that of its last event by then; several of one day count in the order they were recorded. Its unit on a day
is where the first move after that day took it from, else where it is now. Adding them up is `operations.report_figures`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, and_, case, func, or_, select

from govmail_desk.store.at_work import works_on
from govmail_desk.store.tables import (
    mailbox,
    mailbox_event,
    mailbox_move,
    person,
    request,
    request_event,
    request_row,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Subquery

EXISTING: Final = frozenset({"active", "locked", "suspended"})
"""The states in which a mailbox is counted."""
_GRANTED: Final = ("granted", "otherwise")
_COUNTED_REQUESTS: Final = ("change", "reset")


def standing_counts(connection: Connection, on: date) -> dict[tuple[int, str], int]:
    """Count the mailboxes that exist on the evening of a day, by unit and kind."""
    stood, moved = _states_on(on), first_moves_after(on)
    unit_id = func.coalesce(moved.c.from_unit_id, mailbox.c.unit_id).label("unit_id")
    query = (
        select(unit_id, mailbox.c.kind, func.count())
        .select_from(
            stood.join(mailbox, mailbox.c.id == stood.c.mailbox_id).outerjoin(moved, moved.c.mailbox_id == mailbox.c.id)
        )
        .where(stood.c.place == 1, stood.c.state.in_(EXISTING))
        .group_by(unit_id, mailbox.c.kind)
    )
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def state_events(connection: Connection, opening_on: date, cut_off_on: date) -> Sequence[Any]:
    """Read the events within the days with the state before each, and whose mailbox it is.

    `is_first` tells the event with which a mailbox came into the register, whatever its day.
    """
    ordered = _with_state_before(opening_on, cut_off_on)
    query = (
        select(
            ordered,
            mailbox.c.unit_id,
            mailbox.c.kind,
            mailbox.c.address,
            person.c.full_name,
            person.c.post,
            func.coalesce(request.c.number, "").label("number"),
        )
        .select_from(
            ordered
            .join(mailbox, mailbox.c.id == ordered.c.mailbox_id)
            .outerjoin(person, person.c.id == mailbox.c.holder_id)
            .outerjoin(request, request.c.id == ordered.c.request_id)
        )
        .where(ordered.c.on_date > opening_on.isoformat())
        .order_by(ordered.c.on_date, ordered.c.id)
    )
    return connection.execute(query).all()


def moves_after(connection: Connection, opening_on: date) -> Sequence[Any]:
    """Read every move after a day, in order, with the state its mailbox was in then."""
    earlier = mailbox_event.alias("earlier")
    before = (
        select(earlier.c.state)
        .where(
            earlier.c.mailbox_id == mailbox_move.c.mailbox_id,
            or_(
                earlier.c.on_date < mailbox_move.c.on_date,
                and_(earlier.c.on_date == mailbox_move.c.on_date, earlier.c.id < mailbox_move.c.id),
            ),
        )
        .order_by(earlier.c.on_date.desc(), earlier.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            mailbox_move.c.id,
            mailbox_move.c.mailbox_id,
            mailbox_move.c.from_unit_id,
            mailbox_move.c.to_unit_id,
            mailbox_move.c.on_date,
            before.label("state"),
            mailbox.c.kind,
            mailbox.c.address,
            person.c.full_name,
            person.c.post,
        )
        .select_from(
            mailbox_move.join(mailbox, mailbox.c.id == mailbox_move.c.mailbox_id).outerjoin(
                person, person.c.id == mailbox.c.holder_id
            )
        )
        .where(mailbox_move.c.on_date > opening_on.isoformat())
        .order_by(mailbox_move.c.on_date, mailbox_move.c.id)
    )
    return connection.execute(query).all()


def granted_rows(connection: Connection, opening_on: date) -> Sequence[Any]:
    """Read the rows of changes and resets that were granted and brought in, answered after a day, in order."""
    query = (
        select(
            request_row.c.mailbox_id,
            request.c.kind.label("what"),
            request.c.number,
            request_event.c.on_date,
            request_event.c.id,
            request_row.c.cells,
            request_row.c.wanted,
            request_row.c.given_address,
            mailbox.c.unit_id,
            mailbox.c.kind,
            mailbox.c.address,
            person.c.full_name,
            person.c.post,
        )
        .select_from(
            request_row
            .join(request, request.c.id == request_row.c.request_id)
            .join(request_event, and_(request_event.c.request_id == request.c.id, request_event.c.act == "answered"))
            .join(mailbox, mailbox.c.id == request_row.c.mailbox_id)
            .outerjoin(person, person.c.id == mailbox.c.holder_id)
        )
        .where(
            request.c.state == "applied",
            request.c.kind.in_(_COUNTED_REQUESTS),
            request_row.c.result.in_(_GRANTED),
            request_event.c.on_date > opening_on.isoformat(),
        )
        .order_by(request_event.c.on_date, request_event.c.id, request_row.c.position)
    )
    return connection.execute(query).all()


def people_counts(connection: Connection, unit_ids: frozenset[int], on: date) -> tuple[int, int]:
    """Count the people of units who work on a day, and those of them who hold a mailbox that exists then."""
    stood = _states_on(on)
    holders = (
        select(mailbox.c.holder_id)
        .join(stood, stood.c.mailbox_id == mailbox.c.id)
        .where(stood.c.place == 1, stood.c.state.in_(EXISTING), mailbox.c.holder_id.is_not(None))
        .distinct()
        .subquery()
    )
    query = (
        select(person.c.unit_id, func.count(), func.count(holders.c.holder_id))
        .select_from(person.outerjoin(holders, holders.c.holder_id == person.c.id))
        .where(works_on(on))
        .group_by(person.c.unit_id)
    )
    found = [row for row in connection.execute(query) if row[0] in unit_ids]
    return sum(row[1] for row in found), sum(row[2] for row in found)


def _states_on(on: date) -> Subquery:
    """Number each mailbox's events up to a day from the last: place 1 is the state it is in that evening."""
    place = func.row_number().over(
        partition_by=mailbox_event.c.mailbox_id, order_by=(mailbox_event.c.on_date.desc(), mailbox_event.c.id.desc())
    )
    return (
        select(mailbox_event.c.mailbox_id, mailbox_event.c.state, place.label("place"))
        .where(mailbox_event.c.on_date <= on.isoformat())
        .subquery()
    )


def first_moves_after(on: date) -> Subquery:
    """Give of each mailbox the unit its first move after a day took it from; moves of one mailbox never go back in time."""
    first = (
        select(func.min(mailbox_move.c.id))
        .where(mailbox_move.c.on_date > on.isoformat())
        .group_by(mailbox_move.c.mailbox_id)
    )
    return select(mailbox_move.c.mailbox_id, mailbox_move.c.from_unit_id).where(mailbox_move.c.id.in_(first)).subquery()


def _with_state_before(opening_on: date, cut_off_on: date) -> Subquery:
    """Set beside each event the state before it, of the mailboxes to which something happened within the days."""
    within: Select[Any] = (
        select(mailbox_event.c.mailbox_id)
        .where(mailbox_event.c.on_date > opening_on.isoformat(), mailbox_event.c.on_date <= cut_off_on.isoformat())
        .distinct()
    )
    whose, in_order = mailbox_event.c.mailbox_id, (mailbox_event.c.on_date, mailbox_event.c.id)
    first_id = func.min(mailbox_event.c.id).over(partition_by=whose)
    before = func.lag(mailbox_event.c.state).over(partition_by=whose, order_by=in_order)
    everything = (
        select(
            mailbox_event.c.id,
            mailbox_event.c.mailbox_id,
            mailbox_event.c.state,
            mailbox_event.c.on_date,
            mailbox_event.c.request_id,
            mailbox_event.c.note,
            func.coalesce(before, "").label("before"),
            case((mailbox_event.c.id == first_id, 1), else_=0).label("is_first"),
        )
        .where(mailbox_event.c.mailbox_id.in_(within))
        .subquery()
    )
    return select(everything).where(everything.c.on_date <= cut_off_on.isoformat()).subquery()
