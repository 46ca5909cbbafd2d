"""Lists taken into the register (nhập danh sách): what came in, and how its columns were read. Reading files is `documents.spreadsheet`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Record):
    """One accepted list: which file, and what became of each row."""

    file_name: str
    sha256: str
    taken_at: datetime
    counts: dict[str, int]
    rows: list[Any]
    """[sheet, row number, outcome, reasons] for each row read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReading(Record):
    """How the clerk read the columns under a set of headings, remembered for the next list with the same ones."""

    headings: str
    meanings: dict[str, str]
