"""The journal as the clerk reads it: every act, and what each wrote before and after.

What it wrote said in Vietnamese words: `listings.journal_words`. Taking back and verifying: `operations.journals`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, or_, select

from govmail_desk.domain.journal import NEVER_TAKEN_BACK
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.exports import acts_that_let_out
from govmail_desk.store import journals, rows
from govmail_desk.store.tables import journal, journal_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

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

    @property
    def id(self) -> int:
        """Its number in the journal, as a table asks for it."""
        return self.seq


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page opens with: the numbers of the acts wanted, the first of their lines, and how many acts there are."""

    ids: list[int]
    first: tuple[ActRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a table an act added, removed and changed."""

    table: str
    added: int
    removed: int
    changed: int


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row before and after an act; private values show only as sealed digests."""

    table: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def opening(
    desk: Desk, *, search: str = "", exports_only: bool = False, descending: bool = True, first_count: int
) -> Opening:
    """Read what the page opens with; a search reads the sentences, words in any order, without diacritics.

    `exports_only` leaves the acts by which a file with people in it went out.
    """
    order = journal.c.seq.desc() if descending else journal.c.seq
    with desk.reading() as connection:
        found = connection.execute(select(journal.c.seq, journal.c.sentence, journal.c.actor).order_by(order)).all()
        words = search_key(search).split()
        ids = [row.seq for row in found if _has_words(words, f"{row.sentence} {row.actor}")]
        if exports_only:
            let_out = acts_that_let_out(connection)
            ids = [seq for seq in ids if seq in let_out]
        return Opening(ids, tuple(_page(connection, ids[:first_count])), len(found))


def page(desk: Desk, wanted_ids: Sequence[int]) -> list[ActRow]:
    """Return the lines of these acts, in the order of the numbers given."""
    with desk.reading() as connection:
        return _page(connection, wanted_ids)


def acts(desk: Desk, *, search: str = "", limit: int = 500, offset: int = 0) -> list[ActRow]:
    """Return the acts, the latest first."""
    with desk.reading() as connection:
        if not search:
            query = _lines().order_by(journal.c.seq.desc()).limit(limit).offset(offset)
            return [_act(row) for row in connection.execute(query)]
        found = [_act(row) for row in connection.execute(_lines().order_by(journal.c.seq.desc()))]
    words = search_key(search).split()
    return [act for act in found if _has_words(words, f"{act.sentence} {act.actor}")][:limit]


def changes(desk: Desk, seq: int, *, limit: int | None = None) -> list[ChangeRow]:
    """Return what an act wrote, or the first rows of it: an import writes tens of thousands."""
    with desk.reading() as connection:
        return [
            ChangeRow(
                change.table,
                change.row_id,
                rows.decoded(change.before) if change.before else None,
                rows.decoded(change.after) if change.after else None,
            )
            for change in journals.changes_of(connection, seq, limit=limit)
        ]


def tally(desk: Desk, seq: int) -> list[Tally]:
    """Count what an act wrote, table by table."""
    added, removed = journal_change.c.before.is_(None), journal_change.c.after.is_(None)
    query = (
        select(
            journal_change.c.table_name,
            func.sum(case((added, 1), else_=0)).label("added"),
            func.sum(case((removed, 1), else_=0)).label("removed"),
            func.sum(case((or_(added, removed), 0), else_=1)).label("changed"),
        )
        .where(journal_change.c.seq == seq)
        .group_by(journal_change.c.table_name)
        .order_by(func.min(journal_change.c.position))
    )
    with desk.reading() as connection:
        return [Tally(*row) for row in connection.execute(query)]


def last_standing(desk: Desk) -> ActRow | None:
    """Return the act that taking back would undo next, or None."""
    return next(
        (
            act
            for act in acts(desk, limit=200)
            if act.takes_back is None and act.taken_back_by is None and act.act not in NEVER_TAKEN_BACK
        ),
        None,
    )


def _lines() -> Select[Any]:
    written = (
        select(func.count())
        .select_from(journal_change)
        .where(journal_change.c.seq == journal.c.seq)
        .correlate(journal)
        .scalar_subquery()
    )
    undoing = journal.alias()
    return select(journal, written.label("row_count"), undoing.c.seq.label("taken_back_by")).outerjoin(
        undoing, undoing.c.takes_back == journal.c.seq
    )


def _page(connection: Connection, wanted_ids: Sequence[int]) -> list[ActRow]:
    found = {row.seq: row for row in connection.execute(_lines().where(journal.c.seq.in_(wanted_ids)))}
    return [_act(found[seq]) for seq in wanted_ids if seq in found]


def _has_words(words: Sequence[str], text: str) -> bool:
    key = search_key(text) if words else ""
    return all(word in key for word in words)


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
