"""The deadlines of 10,000 open requests, each with its rule, its article, its state and its words, against the SQL alone.

Run `python -m tests.benchmarks.dues`. The floor is the very statement that is asked, fetched by the bare driver. Ours is all a table
or a calendar file needs; beside it stands the counting day by day of every one of them, which is done where a reason is asked for.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import select, update

from govmail_desk.desk import Desk
from govmail_desk.listings import dues
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import Row, insert_rows
from tests.benchmarks.measured import Figure, medians, tell
from tests.desks import NOW, founded

COUNT = 10_000
ROUNDS = 15
MOST_TIMES_FLOOR = 2.0
KINDS = ("create", "change", "close")
"""What Ninh Bình states a limit for."""
DAYS = 700


def main() -> int:
    """Measure, print, and fail above the bound."""
    with tempfile.TemporaryDirectory() as name, closing(founded(Path(name))) as desk:
        fill(desk)
        statement = str(dues.lines().compile(desk.engine, compile_kwargs={"literal_binds": True}))
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            asked = partial(bare, raw, statement)
            assert len(asked()) == len(dues.every(desk)) == COUNT
            floor, ours, counted = medians(asked, partial(dues.every, desk), partial(countings, desk), rounds=ROUNDS)
    return tell([
        Figure(f"deadlines of {COUNT:,} open requests", ours, floor, MOST_TIMES_FLOOR),
        Figure("the same, each counted day by day", counted, floor),
    ])


def bare(raw: sqlite3.Connection, statement: str) -> list[tuple[object, ...]]:
    """Fetch the same rows by the bare driver."""
    return raw.execute(statement).fetchall()


def countings(desk: Desk) -> None:
    """Count every deadline out again."""
    calendar = desk.calendar()
    for row in dues.every(desk):
        row.counting(calendar)


def fill(desk: Desk) -> None:
    """Put requests that were sent on as many days as two years have, each with its limit."""
    with database.writing(desk.engine).begin() as connection:
        first_id = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        sent = [(first_id + place, KINDS[place % len(KINDS)], place % DAYS) for place in range(COUNT)]
        insert_rows(connection, tables.request, [_request(*one) for one in sent])
        insert_rows(connection, tables.due, [_due(*one) for one in sent])
        connection.execute(update(tables.counter).values(next_id=first_id + 2 * COUNT))


def _sent_on(distance: int) -> date:
    return NOW.date() - timedelta(days=distance)


def _request(request_id: int, kind: str, distance: int) -> Row:
    return {
        "id": request_id,
        "version": 3,
        "kind": kind,
        "mailbox_kind": "personal",
        "state": "sent",
        "asked_on": _sent_on(distance).isoformat(),
        "reason": "người được nêu tại danh sách chưa có hộp thư",
        "regulation_id": "ninhbinh-2020",
        "row_count": 1 + request_id % 40,
        "selection_sha256": f"{request_id:064x}",
        "number": str(request_id),
        "due_on": (_sent_on(distance) + timedelta(days=3)).isoformat(),
        "batch": "",
    }


def _due(request_id: int, kind: str, distance: int) -> Row:
    day = (_sent_on(distance) + timedelta(days=3)).isoformat()
    return {
        "id": request_id + COUNT,
        "version": 1,
        "rule": f"request.limit.operator.{kind}",
        "subject_kind": "request",
        "subject_id": request_id,
        "started_on": _sent_on(distance).isoformat(),
        "due_on": day,
        "act_by": day,
        "settled_on": None,
        "settled_why": "",
    }


if __name__ == "__main__":
    sys.exit(main())
