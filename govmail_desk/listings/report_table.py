"""What the shelf of reports opens with, and its search. One report is `listings.reports`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.vietnamese import fold
from govmail_desk.listings import reports
from govmail_desk.store.tables import office

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.report import ReportState
    from govmail_desk.listings.reports import AskedReports, ReportRow


@dataclass(frozen=True, slots=True)
class Opening:
    """The reports found, all of them by number, how many there are in each state, and what the regulation asks for."""

    ids: list[int]
    first: tuple[ReportRow, ...]
    rows: Mapping[int, ReportRow]
    counts: Mapping[str, int]
    asked: AskedReports


def opening(desk: Desk, *, search: str = "", states: Sequence[ReportState] = (), first_count: int) -> Opening:
    """Read what the shelf opens with; a unit has few reports, so that all of them are read and searched at once."""
    with desk.reading():
        every, asked = reports.every(desk), reports.asked(desk)
    found = [row for row in every if (not states or row.state in states) and _fits(row, search)]
    return Opening(
        [row.id for row in found],
        tuple(found[:first_count]),
        {row.id: row for row in every},
        Counter(row.state for row in every),
        asked,
    )


def gathers_offices(desk: Desk) -> bool:
    """Say whether this desk gathers the packages of other units, so that it may report on all of them together."""
    with desk.reading() as connection:
        return connection.execute(select(office.c.id).where(office.c.ended_on.is_(None)).limit(1)).first() is not None


def _fits(row: ReportRow, search: str) -> bool:
    """Say whether every word searched for stands somewhere in the line, without diacritics too."""
    said = fold(" ".join((row.title, str(row.period), row.number, row.asked_by)))
    return all(word in said for word in fold(search).split())
