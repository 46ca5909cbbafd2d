"""Searching 100,000 mailboxes as one types, against the bare LIKE statement.

Run `python -m tests.benchmarks.searches`. Ours is what a key pressed in the search field asks for: the numbers of all mailboxes
found, in the order of a Vietnamese list of people, and the lines of the first page. The floor is the one LIKE statement by the bare
driver, in no order. Every text of one and two letters is tried once; the slowest of them and the usual ones are then measured in turn.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits

from govmail_desk.desk import Desk
from govmail_desk.domain.vietnamese import search_key
from govmail_desk.listings.mailboxes import MailboxFilter, ids, page
from tests.benchmarks.measured import Figure, medians, seconds, tell
from tests.large_register import large_register

COUNT = 100_000
FIRST_PAGE = 100
ROUNDS = 7
SLOWEST = 6
MOST_TIMES_FLOOR = 2.0
MOST_MS = 100.0
USUAL = (
    "nguyen", "nguyễn văn", "nguyen van an", "an nguyen", "nvt", "nvthanh", "stttt", "p.150", "hạnh", "nghiep vu",
    "nguyen thi my hanh nghiep vu", "zzzz", "12345", "@ninhbinh", "phong nghiep vu so", "a n i o h p",
)  # fmt: skip


def main() -> int:
    """Measure, print, and fail above a bound."""
    with (
        tempfile.TemporaryDirectory() as name,
        closing(large_register(Path(name), COUNT)) as desk,
        closing(sqlite3.connect(Path(name) / "so.govmail")) as raw,
    ):
        slowest = sorted(short_texts(), key=lambda text: seconds(lambda: ours(desk, text)), reverse=True)
        figures = [measured(desk, raw, text) for text in (*slowest[:SLOWEST], *USUAL)]
    return tell(sorted(figures, key=lambda figure: figure.ours, reverse=True))


def measured(desk: Desk, raw: sqlite3.Connection, text: str) -> Figure:
    """Measure one search beside its floor."""
    taken, floor = medians(lambda: ours(desk, text), lambda: bare_like(raw, text), rounds=ROUNDS)
    return Figure(f"search “{text}” of {COUNT:,}", taken, floor, MOST_TIMES_FLOOR, MOST_MS)


def ours(desk: Desk, text: str) -> None:
    """Answer a key pressed in the search field."""
    found = ids(desk, MailboxFilter(search=text))
    page(desk, found[:FIRST_PAGE])


def bare_like(raw: sqlite3.Connection, text: str) -> list[tuple[int]]:
    """Find the same mailboxes by the bare driver."""
    words = search_key(text).split()
    likes = " AND ".join(["search_key LIKE ?"] * len(words))
    query = f"SELECT id FROM mailbox NOT INDEXED WHERE {likes} AND state != 'closed'"
    return raw.execute(query, [f"%{word}%" for word in words]).fetchall()


def short_texts() -> Iterator[str]:
    """Yield every text of one and two letters or digits."""
    letters = ascii_lowercase + digits
    yield from letters
    yield from ("".join(pair) for pair in product(letters, repeat=2))


if __name__ == "__main__":
    sys.exit(main())
