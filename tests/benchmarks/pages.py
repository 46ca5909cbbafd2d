"""The page Hộp thư of 100,000 mailboxes: its first rows and the first key answered, against the same page by SQLAlchemy Core.

Run `python -m tests.benchmarks.pages`. The floor asks the same three questions with nothing of ours between: statements made once,
tables named by hand, rows as SQLAlchemy gives them. It is measured twice: in one process, where only asking counts, and each in a
process of its own from its start, where loading counts too, as it does after the window's first paint.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

from govmail_desk.desk import Desk
from tests.benchmarks import our_page
from tests.benchmarks.core_page import CorePage, core_engine
from tests.benchmarks.measured import Figure, medians, tell
from tests.large_register import large_register

COUNT = 100_000
FIRST_KEY = "n"
ROUNDS = 15
STARTS = 9
MOST_TIMES_FLOOR = 1.25


def main() -> int:
    """Measure, print, and fail above the bound."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "so.govmail"
        large_register(Path(name), COUNT).close()
        figures = [*asking(file), loading(file)]
    return tell(figures)


def asking(file: Path) -> list[Figure]:
    """Measure the questions alone, everything loaded and asked once before."""
    with closing(Desk.open(file, person="x")) as desk:
        engine = core_engine(file)
        page = CorePage(engine)
        found = []
        for name, text in (("first rows", ""), (f"key “{FIRST_KEY}”", FIRST_KEY)):
            taken, floor = medians(partial(our_page.ask, desk, text), partial(page.ask, text), rounds=ROUNDS)
            found.append(Figure(f"Hộp thư of {COUNT:,}, {name}", taken, floor, MOST_TIMES_FLOOR))
        engine.dispose()
    return found


def loading(file: Path) -> Figure:
    """Measure from the start of a process to the first rows and the first key answered."""
    rounds = [
        (seconds_of("tests.benchmarks.our_page", file), seconds_of("tests.benchmarks.core_page", file))
        for _ in range(STARTS)
    ]
    taken, floor = (statistics.median(times) for times in zip(*rounds, strict=True))
    return Figure(f"Hộp thư of {COUNT:,}, nothing loaded, to the first key answered", taken, floor, MOST_TIMES_FLOOR)


def seconds_of(module: str, file: Path) -> float:
    """Open the page in a process of its own and return the CPU seconds since that began."""
    command = [sys.executable, "-m", module, str(file)]
    return float(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


if __name__ == "__main__":
    sys.exit(main())
