"""The lists taken in so far and what became of each of their rows, straight from SQL. Taking in is `operations.intakes`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from govmail_desk.store.tables import intake, journal_change

if TYPE_CHECKING:
    from govmail_desk.desk import Desk


@dataclass(frozen=True, slots=True)
class IntakeListRow:
    """One list taken in: its file, when, how many rows came to what, and the number of its act in the journal."""

    id: int
    file_name: str
    taken_at: str
    counts: dict[str, int]
    seq: int


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What became of one row of a list."""

    sheet: str
    row: int
    outcome: str
    reasons: tuple[str, ...]


def every(desk: Desk) -> list[IntakeListRow]:
    """Return the lists taken in, the latest first; one taken back is gone."""
    with desk.reading() as connection:
        return [
            IntakeListRow(row.id, row.file_name, row.taken_at, row.counts, row.seq)
            for row in connection.execute(_lists().order_by(intake.c.id.desc()))
        ]


def results(desk: Desk, intake_id: int) -> list[IntakeResult]:
    """Return what became of every row of a list, in the order of the file."""
    with desk.reading() as connection:
        rows = connection.execute(select(intake.c.rows).where(intake.c.id == intake_id)).scalar_one()
    return [IntakeResult(sheet, row, outcome, tuple(reasons)) for sheet, row, outcome, reasons in rows]


def _lists() -> Select[Any]:
    columns = (intake.c.id, intake.c.file_name, intake.c.taken_at, intake.c.counts, journal_change.c.seq)
    written = (journal_change.c.row_id == intake.c.id) & (journal_change.c.table_name == intake.name)
    return select(*columns).join(journal_change, written)
