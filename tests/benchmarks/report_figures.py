"""A quarter's report of a large register, against its SQL alone and openpyxl's own writing of the same cells.

Run `python -m tests.benchmarks.report_figures`. The floor is the very statements that are asked, fetched by the bare driver, and a
write-only workbook with one cell for each cell of ours. Ours is the whole way of a clerk's report: the figures counted, checked, turned
into what its row keeps, and the workbook made with its styles and charts. The counting by itself stands beside it.
"""

from __future__ import annotations

import io
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import openpyxl
from openpyxl import Workbook
from sqlalchemy import select, update

from govmail_desk.desk import Desk
from govmail_desk.documents.report_workbook import report_workbook
from govmail_desk.domain.report_figures import Figures
from govmail_desk.domain.report_text import ReportWords
from govmail_desk.operations.report_figures import count_figures
from govmail_desk.store import database, tables
from govmail_desk.store.bulk import Row, insert_rows
from tests.benchmarks.dues import bare, statements_of
from tests.benchmarks.measured import Figure, medians, tell
from tests.large_register import large_register

MAILBOXES = 20_000
OPENING, CUT_OFF = date(2026, 9, 30), date(2026, 12, 14)
CHANGED_EVERY = 4
"""In the quarter something happened to one mailbox in so many: far more than an office ever sees."""
ROUNDS = 7
MOST_TIMES_FLOOR = 2.0
Sheets = list[list[tuple[object, ...]]]


def main() -> int:
    """Measure, print, and fail above the bound."""
    with tempfile.TemporaryDirectory() as name, closing(large_register(Path(name), MAILBOXES)) as desk:
        _let_a_quarter_pass(desk)
        with closing(sqlite3.connect(Path(name) / "so.govmail")) as raw:
            asked = statements_of(desk, counting)
            figures = counting(desk)
            assert figures.total().opening > MAILBOXES / 2
            assert len(figures.names) > MAILBOXES / CHANGED_EVERY / 2
            sheets = cells_of(workbook_of(figures))
            sql, by_hand, count, whole = medians(
                partial(bare, raw, asked),
                partial(written, sheets),
                partial(counting, desk),
                partial(report, desk),
                rounds=ROUNDS,
            )
    return tell([
        Figure(
            f"report of {MAILBOXES:,} mailboxes, {len(figures.names):,} names", whole, sql + by_hand, MOST_TIMES_FLOOR
        ),
        Figure("the figures alone, against their SQL", count, sql),
    ])


def counting(desk: Desk) -> Figures:
    """Count the figures."""
    return count_figures(desk, opening_on=OPENING, cut_off_on=CUT_OFF)


def report(desk: Desk) -> bytes:
    """Count them, turn them into what the row keeps and back, and make the workbook."""
    kept = counting(desk)
    assert kept.sha256
    return workbook_of(Figures.from_plain(kept.to_plain()))


def workbook_of(figures: Figures) -> bytes:
    """Make the workbook of figures."""
    return report_workbook(_words(figures), title="Báo cáo", notes=[("Ngày chốt", f"{CUT_OFF:%d/%m/%Y}")])


def cells_of(workbook: bytes) -> Sheets:
    """Read every cell of a workbook back, sheet by sheet."""
    with closing(openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)) as book:
        return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def written(sheets: Sheets) -> bytes:
    """Write the same cells with openpyxl's write-only workbook."""
    book = Workbook(write_only=True)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _words(figures: Figures) -> ReportWords:
    return ReportWords(
        body="Sở Thông tin và Truyền thông",
        period="năm 2026",
        about="kết quả thực hiện Quy chế",
        figures=figures,
    )


def _let_a_quarter_pass(desk: Desk) -> None:
    """Put an event within the quarter on one mailbox in so many: locked, or closed."""
    with database.writing(desk.engine).begin() as connection:
        first_id = connection.execute(select(tables.counter.c.next_id)).scalar_one()
        in_use = connection.execute(
            select(tables.mailbox.c.id).where(tables.mailbox.c.state == "active").order_by(tables.mailbox.c.id)
        ).scalars()
        events = [_event(first_id + place, box) for place, box in enumerate(islice(in_use, 0, None, CHANGED_EVERY))]
        insert_rows(connection, tables.mailbox_event, events)
        connection.execute(update(tables.counter).values(next_id=first_id + len(events)))


def _event(event_id: int, mailbox_id: int) -> Row:
    return {
        "id": event_id,
        "version": 1,
        "mailbox_id": mailbox_id,
        "state": "locked" if event_id % 3 else "closed",
        "on_date": (OPENING + timedelta(days=1 + event_id % 70)).isoformat(),
        "by": "Ngô Thị Kim Uyên",
        "request_id": None,
        "cause": "",
        "note": "",
    }


if __name__ == "__main__":
    sys.exit(main())
