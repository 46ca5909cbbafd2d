"""The figures of a merged report: this desk's own register, and beside it what the newest package of each office says for the period.

An office without a package is named as silent and never counted as nought. An office's names stay in its own report; its part here is one
line a kind. Taking packages in is `operations.packages`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from govmail_desk.domain.report_figures import KINDS, ChangeLine, Figures, OfficePart
from govmail_desk.operations.report_figures import counted
from govmail_desk.store.tables import office, package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from govmail_desk.domain.report_period import ReportPeriod


def counted_merged(connection: Connection, period: ReportPeriod, *, opening_on: date, cut_off_on: date) -> Figures:
    """Count the own register between two evenings and put the offices' figures for the period beside it; lines are not checked yet."""
    own = counted(connection, opening_on=opening_on, cut_off_on=cut_off_on)
    told = _newest(connection, period)
    offices = _offices(connection, opening_on)
    read = {row.id: Figures.from_plain(told[row.id].figures) for row in offices if row.id in told}
    parts = [_part(row, told.get(row.id), read.get(row.id)) for row in offices]
    sent = [(part, read[part.office_id]) for part in parts if not part.is_silent]
    return replace(
        own,
        lines=own.lines + tuple(line for part, figures in sent for line in _lines(part, figures)),
        people_count=_sum([own.people_count, *(figures.people_count for _, figures in sent)]),
        people_with_mailbox_count=_sum([
            own.people_with_mailbox_count,
            *(figures.people_with_mailbox_count for _, figures in sent),
        ]),
        offices=tuple(parts),
    )


def _offices(connection: Connection, opening_on: date) -> Sequence[Any]:
    """Read the offices that had not stopped sending by the opening, in the order they were entered.

    One that was entered here only after the cut-off owes the period all the same, as `listings.offices.late` says.
    """
    query = (
        select(office.c.id, office.c.name)
        .where(or_(office.c.ended_on.is_(None), office.c.ended_on > opening_on.isoformat()))
        .order_by(office.c.id)
    )
    return connection.execute(query).all()


def _newest(connection: Connection, period: ReportPeriod) -> dict[int, Any]:
    """Read of each office the package for the period that was made last."""
    query = (
        select(package.c.office_id, package.c.id, package.c.figures)
        .where(package.c.period == str(period))
        .order_by(package.c.as_of_on, package.c.journal_seq, package.c.id)
    )
    return {row.office_id: row for row in connection.execute(query)}


def _part(row: Any, told: Any, figures: Figures | None) -> OfficePart:
    if figures is None:
        return OfficePart(office_id=row.id, name=row.name)
    return OfficePart(
        office_id=row.id,
        name=row.name,
        package_id=told.id,
        opening_on=figures.opening_on,
        cut_off_on=figures.cut_off_on,
    )


def _lines(part: OfficePart, figures: Figures) -> list[ChangeLine]:
    """Give an office's part: its mailboxes of each kind, all its units together."""
    return [
        replace(figures.total(kind), unit_id=part.office_id, unit=part.name, depth=1, office_id=part.office_id)
        for kind in KINDS
    ]


def _sum(counts: list[int | None]) -> int | None:
    """Add up what is known; None where nobody knows."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
