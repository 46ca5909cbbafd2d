"""The figures of use of a period, counted from the operator's exports: what a report may carry, and nothing where no export covers it.

Their names and the rates that follow are `domain.report_usage`. An export covers a period whose figures are of a day in it; of several
the newest word on each matter counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Select, distinct, func, select

from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.store.tables import mailbox, mailbox_event, usage_import, usage_reading

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


class _Reading(NamedTuple):
    """What one export of the period says of one mailbox."""

    mailbox_id: int
    last_used_on: str | None
    is_activated: bool | None
    used_mb: int | None


def usage_figures(desk: Desk, *, opening_on: date, cut_off_on: date) -> dict[str, Any]:
    """Count the figures of use from the day after `opening_on` to `cut_off_on`, under the keys of `domain.report_usage`.

    A figure the exports of those days do not tell is absent. People are counted by the register: those whose personal mailbox was in use
    or locked on the cut-off day.
    """
    with desk.reading() as connection:
        readings = [_Reading._make(row) for row in connection.execute(_readings(opening_on, cut_off_on))]
        staff = _staff_count(connection, cut_off_on)
    return {"staff_count": staff, **_counted(readings, opening_on.isoformat(), cut_off_on.isoformat())}


def _counted(readings: Iterable[_Reading], opening_on: str, cut_off_on: str) -> dict[str, Any]:
    """Count what is told; of what nobody tells there is no figure, so none is ever 0 for that.

    A rate is counted from the mailboxes whose activation is told; an export of sizes alone counts every mailbox it names.
    """
    told = _Told(readings, cut_off_on)
    figures = {
        "mailbox_count": len(told.activated) or len(told.named),
        "activated_count": sum(told.activated.values()) if told.activated else None,
        "used_count": sum(on > opening_on for on in told.last_uses.values()) if told.last_uses else None,
        "used_mb": sum(told.sizes.values()) if told.sizes else None,
    }
    return {key: figure for key, figure in figures.items() if figure is not None} if told.named else {}


class _Told:
    """What the exports of a period tell of each mailbox: the newest word on each matter, the latest use of all."""

    def __init__(self, readings: Iterable[_Reading], cut_off_on: str) -> None:
        self.named: set[int] = set()
        self.activated: dict[int, bool] = {}
        self.sizes: dict[int, int] = {}
        self.last_uses: dict[int, str] = {}
        for reading in readings:  # in the order of their days, so that the newest stays
            self.named.add(reading.mailbox_id)
            if reading.is_activated is not None:
                self.activated[reading.mailbox_id] = reading.is_activated
            if reading.used_mb is not None:
                self.sizes[reading.mailbox_id] = reading.used_mb
            if reading.last_used_on and reading.last_used_on <= cut_off_on:
                before = self.last_uses.get(reading.mailbox_id, "")
                self.last_uses[reading.mailbox_id] = max(reading.last_used_on, before)


def _readings(opening_on: date, cut_off_on: date) -> Select[Any]:
    said, of = usage_reading.c, usage_import.c
    return (
        select(said.mailbox_id, said.last_used_on, said.is_activated, said.used_mb)
        .join(usage_import, of.id == said.usage_import_id)
        .where(of.as_of_on > opening_on.isoformat(), of.as_of_on <= cut_off_on.isoformat())
        .order_by(of.as_of_on, of.id, said.id)
    )


def _staff_count(connection: Connection, on: date) -> int:
    """Count the people whose personal mailbox was in use or locked on a day, by the last event up to it."""
    event = mailbox_event.c
    ranked = (
        select(
            event.mailbox_id,
            event.state,
            func
            .row_number()
            .over(partition_by=event.mailbox_id, order_by=(event.on_date.desc(), event.id.desc()))
            .label("place"),
        )
        .where(event.on_date <= on.isoformat())
        .subquery()
    )
    query = (
        select(func.count(distinct(mailbox.c.holder_id)))
        .join(ranked, ranked.c.mailbox_id == mailbox.c.id)
        .where(
            mailbox.c.kind == "personal", ranked.c.place == 1, ranked.c.state.not_in((*sorted(NEVER_ISSUED), "closed"))
        )
    )
    return int(connection.execute(query).scalar_one())
