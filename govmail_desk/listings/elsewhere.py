"""What was written into the register since the window last looked, by the command line or by another program on the same file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.desk import Changes
from govmail_desk.store import journals
from govmail_desk.store.tables import journal, journal_change

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


def written_since(desk: Desk, seq: int | None) -> Changes:
    """Gather what acts after number `seq` wrote, as the changes of the last one; empty where there are none, or `seq` is not known."""
    with desk.reading() as connection:
        head, _ = journals.head(connection)
        if seq is None or head == seq:
            return Changes(head, "", "")
        last = connection.execute(select(journal.c.act, journal.c.sentence).where(journal.c.seq == head)).one()
        return Changes(head, last.act, last.sentence, _ids(connection, seq))


def _ids(connection: Connection, seq: int) -> dict[str, frozenset[int]]:
    query = select(journal_change.c.table_name, journal_change.c.row_id).where(journal_change.c.seq > seq).distinct()
    found: dict[str, set[int]] = defaultdict(set)
    for table, row_id in connection.execute(query):
        found[table].add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}
