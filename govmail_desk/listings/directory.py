"""The editions of the directory, straight from SQL, the newest first.

Publishing one is `operations.directories`; the lines of one are read only when it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.directory import Difference, DirectoryEdition, difference, lines_of
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import directory_edition

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.directory import DirectoryLine


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One line of the table of editions."""

    id: int
    number: int
    as_of_on: date
    is_public: bool
    made_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class EditionPane:
    """One edition whole, with what it says otherwise than the one of its kind before it."""

    edition: DirectoryEdition
    lines: tuple[DirectoryLine, ...]
    before: int | None
    """The number of the edition before it."""
    change: Difference


def editions(desk: Desk, *, is_public: bool) -> list[EditionRow]:
    """Return the editions of a kind."""
    told = directory_edition.c
    query = (
        select(told.id, told.number, told.as_of_on, told.is_public, told.made_at, told.by)
        .where(told.is_public.is_(is_public))
        .order_by(told.number.desc(), told.id.desc())
    )
    with desk.reading() as connection:
        return [
            EditionRow(
                row.id,
                row.number,
                date.fromisoformat(row.as_of_on),
                row.is_public,
                datetime.fromisoformat(row.made_at),
                row.by,
            )
            for row in connection.execute(query)
        ]


def pane(desk: Desk, edition_id: int) -> EditionPane | None:
    """Return one edition with its lines, or None where it is gone."""
    table = directory_edition
    chosen = select(table.c.number, table.c.is_public).where(table.c.id == edition_id).subquery()
    query = (
        select(table)
        .join(chosen, (table.c.is_public == chosen.c.is_public) & (table.c.number <= chosen.c.number))
        .order_by(table.c.number.desc(), table.c.id.desc())
        .limit(2)
    )
    with desk.reading() as connection:
        found = records_of(DirectoryEdition, connection.execute(query).mappings().all())
    if not found:
        return None
    edition, *earlier = found
    lines = lines_of(edition)
    change = difference(lines_of(earlier[0]), lines) if earlier else difference((), lines)
    return EditionPane(edition, lines, earlier[0].number if earlier else None, change)
