"""The journal as a .csv that a spreadsheet opens with its Vietnamese letters right and takes no cell for a formula.

Here: the bytes. Which acts there are: `store.journals`; writing the file: `documents.writing`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

COLUMNS: Final = ("Số", "Lúc", "Người làm", "Việc", "Số dòng đã ghi", "Hoàn tác của việc số", "Mã nối tiếp")
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One act as a line of the table."""

    seq: int
    at: str
    actor: str
    sentence: str
    row_count: int
    takes_back: int | None
    hash: str


def journal_csv(lines: Iterable[JournalLine]) -> bytes:
    """Write the table: UTF-8 with the mark a spreadsheet knows it by, a comma between cells, every text in quotes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in lines:
        cells = (line.at, line.actor, line.sentence)
        takes_back = "" if line.takes_back is None else line.takes_back
        writer.writerow([line.seq, *map(as_text, cells), line.row_count, takes_back, as_text(line.hash)])
    return text.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """Keep a text from being read as a formula: a quote mark before one that begins like it."""
    return f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell
