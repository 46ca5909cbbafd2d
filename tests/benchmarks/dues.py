"""The deadlines of 10,000 open requests, and what falls due for 100,000 mailboxes, against the SQL alone.

Run `python -m tests.benchmarks.dues`. The floor is the very statement that is asked, fetched by the bare driver. Ours is all a table
or a calendar file needs, each line with its rule, its article, its state and its words, and no stored object made of any of them;
beside it stands the counting day by day of every deadline, which is done where a reason is asked for.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import delete, select, update

from govmail_desk.desk import Desk
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.person import Person
from govmail_desk.domain.reminder import Due
from govmail_desk.listings import dues
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import Row, insert_rows
from tests.benchmarks.measured import Figure, Work, medians, tell
from tests.desks import NOW, founded
from tests.large_register import large_register

COUNT = 10_000
MAILBOXES = 100_000
ROUNDS = 15
LARGE_ROUNDS = 5
MOST_TIMES_FLOOR = 2.0
KINDS = ("create", "change", "close")
"""What Ninh Bình states a limit for."""
OWED = 1
"""The report a unit of Ninh Bình owes from the founding of its register."""
DAYS = 700


def main() -> int:
    """Measure, print, and fail above the bound."""
    return max(deadlines(), mailboxes())


def mailboxes() -> int:
    """What falls due for 100,000 mailboxes, one line each."""
    with tempfile.TemporaryDirectory() as name, closing(large_register(Path(name), MAILBOXES)) as desk:
        fall_due(desk)
        statement = str(dues.lines().compile(desk.engine, compile_kwargs={"literal_binds": True}))
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            asked = partial(bare, raw, statement)
            made = stored_objects_made(partial(dues.every, desk))
            assert len(dues.every(desk)) == len(asked()) >= MAILBOXES
            floor, ours = medians(asked, partial(dues.every, desk), rounds=LARGE_ROUNDS)
    sys.stdout.write(f"stored objects made for the lines of {MAILBOXES:,} mailboxes: {made}\n")
    return tell([Figure(f"due lines of {MAILBOXES:,} mailboxes", ours, floor, MOST_TIMES_FLOOR)]) or int(made > 0)


def stored_objects_made(work: Work) -> int:
    """Count the mailboxes, people and due rows that stand in memory as objects once a work is done and its answer held."""
    answer = work()
    kinds = (Mailbox, Person, Due)
    made = sum(isinstance(one, kinds) for one in gc.get_objects())
    del answer
    return made


def fall_due(desk: Desk) -> None:
    """Give every mailbox a day by which its password is to be changed, on as many days as two years have."""
    box = tables.mailbox
    with database.writing(desk.engine).begin() as connection:
        connection.execute(delete(tables.due))
        next_id = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        ids = connection.execute(select(box.c.id)).scalars().all()
        insert_rows(connection, tables.due, [_rotation(next_id + place, one) for place, one in enumerate(ids)])
        connection.execute(update(tables.counter).values(next_id=next_id + len(ids)))


def _rotation(due_id: int, mailbox_id: int) -> Row:
    changed_on = _sent_on(mailbox_id % DAYS)
    day = (changed_on + timedelta(days=183)).isoformat()
    return {
        "id": due_id,
        "version": 1,
        "rule": "password.rotation.user",
        "subject_kind": "mailbox",
        "subject_id": mailbox_id,
        "started_on": changed_on.isoformat(),
        "due_on": day,
        "act_by": day,
        "settled_on": None,
        "settled_why": "",
        "begun_by": "password-changed",
    }


def deadlines() -> int:
    """The deadlines of requests."""
    with tempfile.TemporaryDirectory() as name, closing(founded(Path(name))) as desk:
        fill(desk)
        statement = str(dues.lines().compile(desk.engine, compile_kwargs={"literal_binds": True}))
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            asked = partial(bare, raw, statement)
            assert len(asked()) == len(dues.every(desk)) == COUNT + OWED
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
        "begun_by": "sent",
    }


if __name__ == "__main__":
    sys.exit(main())
