"""Letters to late units that wait for their number, and the periods packages or letters are about.

Who is late is `listings.offices`, all letters of one unit `listings.office_pane`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select, union

from govmail_desk.domain.exchange import OfficeChase
from govmail_desk.domain.report_period import ReportPeriod, read_period
from govmail_desk.store.bulk import plain_rows
from govmail_desk.store.tables import office, office_chase, package
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class WaitingLetter:
    """A letter made and not yet numbered."""

    id: int
    office: str
    turn: int
    on: date
    """The day it was made."""


def waiting_letters(desk: Desk, *, period: str = "", chase_ids: Sequence[int] = ()) -> tuple[WaitingLetter, ...]:
    """Return the letters of a period, or these, that have no number yet, in the order they were made."""
    chase = office_chase.c
    query = select(chase.id, office.c.name, chase.turn, chase.on_date).join_from(office_chase, office)
    wanted = chase.id.in_(chase_ids) if chase_ids else chase.period == period
    with desk.reading() as connection:
        rows = plain_rows(connection, query.where(wanted, chase.number == "").order_by(chase.on_date, chase.id))
    return tuple(WaitingLetter(one, name, turn, date.fromisoformat(on)) for one, name, turn, on in rows)


def letters_of(desk: Desk, chase_ids: Sequence[int]) -> tuple[OfficeChase, ...]:
    """Return these letters, in this order."""
    with desk.reading() as connection:
        found = Transaction(connection).get_many(OfficeChase, chase_ids)
    return tuple(found[chase_id] for chase_id in chase_ids if chase_id in found)


def told_periods(desk: Desk) -> tuple[ReportPeriod, ...]:
    """Return every period a package or a letter was about, the newest first."""
    query = union(
        select(package.c.period).where(package.c.period != ""),
        select(office_chase.c.period),
    )
    with desk.reading() as connection:
        found = (read_period(period) for (period,) in plain_rows(connection, query))
    return tuple(sorted(found, key=lambda one: (one.last_on, str(one)), reverse=True))
