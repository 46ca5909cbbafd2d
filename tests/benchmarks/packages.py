"""A thousand packages of a hundred mailboxes taken in, against raw `executemany` of the same rows of all tables.

Run `python -m tests.benchmarks.packages`. Taking in is everything from the files to the commit: reading, inflating, hashing and checking
each, planning with its conflicts, offices, packages, mailboxes, journal. The floor writes the very rows it wrote into a register of the
same tables, in one transaction by the bare driver. Beside it stand a second quarter, in which a few rows of each package change, and
taking the same thousand in again, which writes nothing.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

from govmail_desk.desk import Desk
from govmail_desk.documents.desk_package import PackagedMailbox
from govmail_desk.operations.packages import plan_packages, take_in_packages
from tests.benchmarks.imports import rows_added, write_all
from tests.benchmarks.measured import Figure, seconds, tell
from tests.packages import box, contents, office_desk, written

PACKAGES = 1_000
MAILBOXES = 100
CHANGED = 3
ROUNDS = 3
MOST_TIMES_RAW = 5.0


def main() -> int:
    """Measure, print, and fail above the bound."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, second = (list(drawn(folder, quarter)) for quarter in (3, 4))
        taken, later, again, floor = [], [], [], []
        for turn in range(ROUNDS):
            mine, empty = folder / f"so-{turn}", folder / f"san-{turn}"
            mine.mkdir()
            empty.mkdir()
            with closing(office_desk(mine)) as desk:
                taken.append(seconds(partial(take, desk, first)))
                office_desk(empty).close()
                floor.append(raw_floor(mine / "q4.govmail", empty / "q4.govmail"))
                later.append(seconds(partial(take, desk, second)))
                again.append(seconds(partial(take, desk, second)))
        what = f"{PACKAGES:,} packages of {MAILBOXES} mailboxes"
        return tell([
            Figure(f"{what} taken in", min(taken), min(floor), most_times_floor=MOST_TIMES_RAW),
            Figure(f"the next quarter's, {CHANGED} rows changed in each", min(later), min(floor)),
            Figure("the same taken in again", min(again), min(floor)),
        ])


def take(desk: Desk, paths: list[Path]) -> None:
    """Plan and take in."""
    plan = plan_packages(desk, paths)
    assert not [one.reason for one in plan.files if one.fate == "refused"]
    take_in_packages(desk, plan)


def raw_floor(register: Path, empty: Path) -> float:
    """Write the rows that were taken in into a register that was just founded, by the bare driver."""
    added = list(rows_added(register, empty))
    assert sum(len(rows) for _, rows in added) > PACKAGES * MAILBOXES * 2
    with closing(sqlite3.connect(empty, isolation_level=None)) as raw:
        for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=FULL", "secure_delete=ON"):
            raw.execute(f"PRAGMA {pragma}")
        return seconds(partial(write_all, raw, added))


def drawn(folder: Path, quarter: int) -> Iterator[Path]:
    """Write the packages of a quarter; a few holders changed between the two."""
    into = folder / f"quy-{quarter}"
    into.mkdir()
    opening_on = date(2026, 6, 5) if quarter == 3 else date(2026, 9, 5)
    as_of_on = date(2026, 9, 5) if quarter == 3 else date(2026, 12, 5)
    for number in range(1, PACKAGES + 1):
        boxes = (_box(number, place, quarter) for place in range(MAILBOXES))
        made = contents(
            boxes,
            number=number,
            period=f"2026-Q{quarter}",
            opening_on=opening_on,
            as_of_on=as_of_on,
            journal_seq=quarter * 10,
        )
        yield written(into, made)


def _box(number: int, place: int, quarter: int) -> PackagedMailbox:
    holder = f"Lê Thị Mỹ Hạnh {place}" + (" Anh" if quarter == 4 and place < CHANGED else "")
    unit = f"Ủy ban nhân dân Phường {number}"
    return box(f"hanhltm{place}.phuong{number}", holder=holder, unit=unit)


if __name__ == "__main__":
    sys.exit(main())
