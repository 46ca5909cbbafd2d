"""What falls due of a large register, against the SQL alone: the list of `due`, and the page Hôm nay with one line for many.

Run `python -m tests.benchmarks.dues`. The floor is the very statements that are asked, fetched by the bare driver. The list is all that
a table or a calendar file needs of 10,000 open requests and of 100,000 mailboxes; beside it stands the counting day by day, which is done
where a reason is asked for. No stored record is made of any of them.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import delete, event, select, update

from govmail_desk.desk import Desk
from govmail_desk.domain.record import Record
from govmail_desk.listings import dues, today
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import Row, insert_rows
from tests.benchmarks.measured import Figure, medians, tell
from tests.desks import NOW, founded
from tests.large_register import large_register

COUNT = 10_000
MAILBOXES = 100_000
ROUNDS = 15
FEW_ROUNDS = 7
MOST_TIMES_FLOOR = 2.0
KINDS = ("create", "change", "close")
"""What Ninh Bình states a limit for."""
DAYS = 700

Asked = list[tuple[str, tuple[object, ...]]]


def main() -> int:
    """Measure, print, and fail above the bound."""
    return tell([*of_requests(), *of_mailboxes()])


def of_requests() -> list[Figure]:
    """Measure the deadlines of open requests."""
    with tempfile.TemporaryDirectory() as name, closing(founded(Path(name))) as desk:
        fill(desk)
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            floor_way = partial(bare, raw, statements_of(desk, dues.every))
            assert len(dues.every(desk)) >= COUNT
            floor, ours, counted = medians(
                floor_way, partial(dues.every, desk), partial(countings, desk), rounds=ROUNDS
            )
    return [
        Figure(f"deadlines of {COUNT:,} open requests", ours, floor, MOST_TIMES_FLOOR),
        Figure("the same, each counted day by day", counted, floor),
    ]


def of_mailboxes() -> list[Figure]:
    """Measure the list of a register in which every mailbox has a password falling due, and the page that stands for it."""
    with tempfile.TemporaryDirectory() as name, closing(large_register(Path(name), MAILBOXES)) as desk:
        let_passwords_fall_due(desk)
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            found = dues.every(desk)
            assert len(found) >= MAILBOXES
            assert not [one for one in gc.get_objects() if isinstance(one, Record)], "a stored record was made"
            assert sum(row.count for row in today.today(desk).rows) > MAILBOXES / 4
            return [
                Figure(f"{what} of {MAILBOXES:,} mailboxes", ours, floor, MOST_TIMES_FLOOR)
                for what, listing in (("what falls due", dues.every), ("Hôm nay", today.today))
                for floor, ours in [
                    medians(partial(bare, raw, statements_of(desk, listing)), partial(listing, desk), rounds=FEW_ROUNDS)
                ]
            ]


def statements_of(desk: Desk, listing: Callable[[Desk], object]) -> Asked:
    """Note the statements a listing asks, with what is put into them."""
    asked: Asked = []

    def note(_connection: object, _cursor: object, statement: str, values: tuple[object, ...], *_rest: object) -> None:
        asked.append((statement, values))

    event.listen(desk.engine, "before_cursor_execute", note)
    try:
        listing(desk)
    finally:
        event.remove(desk.engine, "before_cursor_execute", note)
    return asked


def bare(raw: sqlite3.Connection, asked: Asked) -> list[list[tuple[object, ...]]]:
    """Fetch the same rows by the bare driver."""
    return [raw.execute(statement, values).fetchall() for statement, values in asked if statement != "BEGIN"]


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


def let_passwords_fall_due(desk: Desk) -> None:
    """Put a due date on every mailbox, on as many days as two years have; a quarter of them overdue or near."""
    with database.writing(desk.engine).begin() as connection:
        connection.execute(delete(tables.due))
        first_id = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        ids = connection.execute(select(tables.mailbox.c.id).order_by(tables.mailbox.c.id).limit(MAILBOXES)).scalars()
        insert_rows(
            connection, tables.due, [_password(first_id + place, box, place % DAYS) for place, box in enumerate(ids)]
        )
        connection.execute(update(tables.counter).values(next_id=first_id + MAILBOXES))


def _password(due_id: int, mailbox_id: int, distance: int) -> Row:
    day = (NOW.date() + timedelta(days=distance - DAYS // 3)).isoformat()
    return {
        "id": due_id,
        "version": 1,
        "rule": "password.rotation.user",
        "subject_kind": "mailbox",
        "subject_id": mailbox_id,
        "started_on": (NOW.date() - timedelta(days=DAYS - distance)).isoformat(),
        "due_on": day,
        "act_by": day,
        "settled_on": None,
        "settled_why": "",
        "begun_by": "password-changed",
    }


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
