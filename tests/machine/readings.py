"""What the machine reads past the program: the register as SQLite has it beside the journal's last word, the papers as files. No test."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import takewhile

import docx
import openpyxl

from govmail_desk.domain.mailbox import MailboxEvent

READ_PAST_THE_PROGRAM = (
    "request", "request_row", "request_event", "file", "mailbox", "mailbox_event", "due", "follow_up", "personnel_change",
)  # fmt: skip
SEALED = {"cells"}
"""What the journal holds as digests only, since it tells of persons; `verify` knows how to compare it."""


def standing(events: Iterable[MailboxEvent]) -> tuple[str, date]:
    """Say in which state a mailbox's events leave it, and since which day: a state told again is still the same one."""
    latest, *earlier = sorted(events, key=lambda event: (event.on_date, event.id), reverse=True)
    run = [latest, *takewhile(lambda event: event.state == latest.state, earlier)]
    return latest.state, run[-1].on_date


def rows_of(register: sqlite3.Connection, table: str) -> dict[int, dict[str, object]]:
    """Read a table's rows by their numbers, JSON as what it says."""
    found = register.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found]
    return {row["id"]: {name: told(value) for name, value in row.items() if name not in SEALED} for row in rows}


def last_after(register: sqlite3.Connection, table: str) -> dict[int, dict[str, object]]:
    """Read what the journal's last word on each row of a table is; rows taken back have none."""
    query = "SELECT row_id, after FROM journal_change WHERE table_name = ? ORDER BY seq, position"
    last = dict(register.execute(query, (table,)))
    found = {row_id: json.loads(after) for row_id, after in last.items() if after is not None}
    return {
        row_id: {name: told(value) for name, value in row.items() if name not in SEALED}
        for row_id, row in found.items()
    }


def told(value: object) -> object:
    return json.loads(value) if isinstance(value, str) and value.startswith("{") else value


def words_of(letter: bytes) -> str:
    document = docx.Document(io.BytesIO(letter))
    cells = (part for table in document.tables for cell in table._cells for part in cell.paragraphs)
    return "\n".join(part.text for part in (*document.paragraphs, *cells))


def listed_count(listed: bytes) -> int:
    """Count the rows of a list by the numbers they begin with."""
    rows = openpyxl.load_workbook(io.BytesIO(listed)).active.iter_rows(values_only=True)
    return sum(str(row[0]).isdigit() for row in rows)
