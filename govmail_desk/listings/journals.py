"""The journal as the clerk reads it: every act, and what each wrote before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from govmail_desk.domain.vietnamese import search_key
from govmail_desk.store import journals, rows
from govmail_desk.store.tables import journal, journal_change

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class ActRow:
    """One act: who did what, when, how many rows it wrote, and whether it was taken back."""

    seq: int
    at: str
    actor: str
    act: str
    sentence: str
    row_count: int
    takes_back: int | None
    taken_back_by: int | None


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row before and after an act; private values show only as sealed digests."""

    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def acts(desk: Desk, *, search: str = "", limit: int = 500, offset: int = 0) -> list[ActRow]:
    """Return the acts, the latest first."""
    written = select(journal_change.c.seq, func.count().label("row_count")).group_by(journal_change.c.seq).subquery()
    undoing = journal.alias()
    query = (
        select(journal, written.c.row_count, undoing.c.seq.label("taken_back_by"))
        .outerjoin(written, written.c.seq == journal.c.seq)
        .outerjoin(undoing, undoing.c.takes_back == journal.c.seq)
        .order_by(journal.c.seq.desc())
    )
    with desk.reading() as connection:
        if not search:
            query = query.limit(limit).offset(offset)
        found = [_act(row) for row in connection.execute(query)]
    words = search_key(search).split()
    return [act for act in found if all(word in search_key(f"{act.sentence} {act.actor}") for word in words)][:limit]


def changes(desk: Desk, seq: int) -> list[ChangeRow]:
    """Return what an act wrote."""
    with desk.reading() as connection:
        return [
            ChangeRow(
                change.table,
                change.row_id,
                rows.decoded(change.before) if change.before else None,
                rows.decoded(change.after) if change.after else None,
            )
            for change in journals.changes_of(connection, seq)
        ]


def last_standing(desk: Desk) -> ActRow | None:
    """Return the act that taking back would undo next, or None."""
    return next(
        (
            act
            for act in acts(desk, limit=200)
            if act.takes_back is None and act.taken_back_by is None and act.act != "found_register"
        ),
        None,
    )


def _act(row: Any) -> ActRow:
    return ActRow(
        seq=row.seq,
        at=row.at,
        actor=row.actor,
        act=row.act,
        sentence=row.sentence,
        row_count=row.row_count or 0,
        takes_back=row.takes_back,
        taken_back_by=row.taken_back_by,
    )
