"""A list of 10,000 people taken into the register, against raw `executemany` of the same rows of all tables.

Run `python -m tests.benchmarks.imports`. The import is everything from the read workbook to the commit: planning with its checks, people,
sections, mailboxes, events, due rows, journal, search keys; nothing is kept warm from one round to the next. The floor writes the very
rows the import wrote into a register of the same tables, in one transaction by the bare driver. Reading the file is told apart, by the
clock: it happens in a process of its own.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

import openpyxl

from govmail_desk import paths
from govmail_desk.desk import Desk
from govmail_desk.documents import spreadsheet
from govmail_desk.domain import vietnamese
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.vietnamese import fold
from govmail_desk.operations import intake_known
from govmail_desk.operations.intakes import plan_intake, take_in
from govmail_desk.operations.registers import create_register
from govmail_desk.regulations import loader
from govmail_desk.store import derived, tables
from tests.benchmarks.measured import Figure, seconds, tell
from tests.large_register import names

COUNT = 10_000
ROUNDS = 5
MOST_TIMES_RAW = 5.0
HEADINGS = (
    "STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Phòng/Bộ phận", "Số điện thoại", "Số CCCD", "Địa chỉ thư công vụ", "Ghi chú",
)  # fmt: skip
POSTS = ("Chuyên viên", "Chuyên viên chính", "Trưởng phòng", "Phó Trưởng phòng", "Văn thư", "Kế toán", "Viên chức")


def main() -> int:
    """Measure, print, and fail above the bound."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        workbook = spreadsheet.read(drawn_list(folder / "danh-sach.xlsx"))
        sys.stdout.write(f"reading the file: {(time.perf_counter() - start) * 1000:.0f} ms by the clock\n")
        imported, written = [], []
        for turn in range(ROUNDS):
            register = folder / f"so-{turn}.govmail"
            imported.append(import_once(register, workbook))
            written.append(raw_floor(register, folder / f"san-{turn}.govmail"))
        return tell([Figure(f"import of {COUNT:,} rows", min(imported), min(written), most_times_floor=MOST_TIMES_RAW)])


def import_once(register: Path, workbook: spreadsheet.Workbook) -> float:
    """Plan and take in on a fresh register; return the CPU seconds."""
    for kept in (intake_known.address_looks, derived.name_keys, vietnamese.sort_key):
        kept.cache_clear()
    with closing(new_desk(register)) as desk:
        taken = seconds(lambda: take_in(desk, plan_intake(desk, workbook)))
        with desk.reading() as connection:
            assert len(connection.execute(tables.person.select()).all()) > COUNT * 0.95
    return taken


def raw_floor(register: Path, empty: Path) -> float:
    """Write the rows the import added into a register that was just founded, by the bare driver."""
    new_desk(empty).close()
    added = list(rows_added(register, empty))
    with closing(sqlite3.connect(empty, isolation_level=None)) as raw:
        for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=FULL", "secure_delete=ON"):
            raw.execute(f"PRAGMA {pragma}")
        return seconds(partial(write_all, raw, added))


def rows_added(register: Path, empty: Path) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Yield, parents first, the insert statement and the rows of each table that only the full register has."""
    with closing(sqlite3.connect(register)) as full:
        full.execute("ATTACH ? AS founded", (str(empty),))
        for table in tables.metadata.sorted_tables:
            keys = [column.name for column in table.primary_key]
            same = " AND ".join(f"f.{key} = m.{key}" for key in keys)
            query = (
                f'SELECT m.* FROM main."{table.name}" m'
                f' WHERE NOT EXISTS (SELECT 1 FROM founded."{table.name}" f WHERE {same})'
            )
            rows = full.execute(query).fetchall()
            if rows:
                yield f'INSERT INTO "{table.name}" VALUES ({", ".join("?" * len(rows[0]))})', rows


def write_all(raw: sqlite3.Connection, added: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    """Write every table's rows in one transaction."""
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in added:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


def new_desk(register: Path) -> Desk:
    """Found a register of an invented sở."""
    regulation = loader.load(paths.regulations() / "ninhbinh-2020.toml")
    return create_register(
        register, person="Văn thư", regulation=regulation, unit_name="Sở Thông tin và Truyền thông", slug="stttt"
    )


def drawn_list(path: Path) -> Path:
    """Draw the list as a clerk would have it, every value a text."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(("DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",))
    sheet.append(HEADINGS)
    for line in people(random.Random(20260105)):
        sheet.append(line)
    book.save(path)
    return path


def people(chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Invent people, with addresses by Ninh Bình's rule, numbered where they meet."""
    taken: dict[str, int] = {}
    for number, name in enumerate(islice(names(), COUNT), 1):
        read = read_name(name)
        local_part = fold(read.given) + "".join(word[0] for word in fold(f"{read.surname} {read.middle}").split())
        taken[local_part] = taken.get(local_part, -1) + 1
        yield (
            str(number),
            name,
            f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(1965, 2003)}",
            chance.choice(POSTS),
            f"Phòng Nghiệp vụ số {number % 40 + 1}",
            f"09{number:08}",
            f"037{number:09}",
            f"{local_part}{taken[local_part] or ''}.stttt@ninhbinh.gov.vn",
            "",
        )


if __name__ == "__main__":
    sys.exit(main())
