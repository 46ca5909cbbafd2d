"""Dates as a paper writes them, in full words, by NĐ 30/2020, Phụ lục I.

Not here: dates on screen (`22/11/2026`, `gui`) and on the command line (ISO).
"""

from __future__ import annotations

from datetime import date
from typing import Final

LAST_ZEROED_MONTH: Final = 2
"""Only tháng 01 and tháng 02 take a zero; a day takes one below 10 (NĐ 30/2020, PL I, II.4b)."""

BLANK: Final = " " * 3
"""Room for a figure still to be written by hand."""


def paper_date(on: date) -> str:
    """Write a date in full: `ngày 05 tháng 01 năm 2020`, `ngày 29 tháng 6 năm 2019`."""
    return f"ngày {on.day:02d} tháng {_month(on.month)} năm {on.year}"


def draft_date(on: date | None) -> str:
    """Write the date of a paper not yet signed: the day blank, month and year from `on`; all blank without it."""
    month, year = (_month(on.month), str(on.year)) if on else (BLANK, BLANK)
    return f"ngày {BLANK} tháng {month} năm {year}".rstrip()


def place_and_date(place: str, date_words: str) -> str:
    """Write the line under the national title: `Ninh Bình, ngày 05 tháng 01 năm 2020`."""
    return f"{place.strip().rstrip(',')}, {date_words}"


def _month(month: int) -> str:
    return f"{month:02d}" if month <= LAST_ZEROED_MONTH else str(month)
