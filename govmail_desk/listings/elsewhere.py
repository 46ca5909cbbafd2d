"""What was written into the register since the window last looked, by the command line or by another program on the same file."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.desk import Changes
from govmail_desk.store import journals
from govmail_desk.store.tables import journal, journal_change

if TYPE_CHECKING:
    from collections.abc import Container

    from sqlalchemy import Connection

    from govmail_desk.desk import Desk


def written_since(desk: Desk, seq: int | None) -> Changes:
    """Gather what others' acts after number `seq` wrote, as the changes of the last one, numbered as the journal's end.

    Empty where there are none, or `seq` is not known; what this desk wrote itself is no news to it.
    """
    with desk.reading() as connection:
        head, _ = journals.head(connection)
        if seq is None or head == seq:
            return Changes(head, "", "")
        acts = connection.execute(select(journal).where(journal.c.seq > seq).order_by(journal.c.seq)).all()
        others = [act for act in acts if act.seq not in desk.written_here]
        if not others:
            return Changes(head, "", "")
        return Changes(head, others[-1].act, others[-1].sentence, _ids(connection, seq, desk.written_here))


def _ids(connection: Connection, seq: int, left_out: Container[int]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    query = select(journal_change.c.seq, journal_change.c.table_name, journal_change.c.row_id)
    for written_by, table, row_id in connection.execute(query.where(journal_change.c.seq > seq)):
        if written_by not in left_out:
            found[table].add(row_id)
    return {table: frozenset(ids) for table, ids in found.items()}
