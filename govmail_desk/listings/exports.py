"""Files with people in them that left the register: who let them out, when, of what. Noting one is `operations.exports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.domain.privacy import Export
from govmail_desk.store.rows import records_of
from govmail_desk.store.tables import export, journal_change

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


def exports(desk: Desk, *, limit: int | None = None) -> list[Export]:
    """Return what went out, the latest first."""
    with desk.reading() as connection:
        query = select(export).order_by(export.c.id.desc()).limit(limit)
        return records_of(Export, connection.execute(query).mappings())


def acts_that_let_out(connection: Connection) -> set[int]:
    """Return the numbers of the acts by which a file went out."""
    written = select(journal_change.c.seq).where(journal_change.c.row_id.in_(select(export.c.id)))
    return set(connection.execute(written).scalars())
