"""The days of last use as operators' exports write them, read cell by cell once the whole column has said which part is the month.

`05/12/2026` alone says nothing: a column with one day beyond the twelfth decides for all its cells, one without asks the clerk.
Which column holds them is `domain.usage_columns`; what follows from a day is `operations.usage_matching`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Literal

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.vietnamese import clean, fold

DayOrder = Literal["day-first", "month-first"]

_VIETNAM: Final = datetime.fromisoformat("2026-01-01T00:00+07:00").tzinfo  # one zone, no summer time
_LONGEST: Final = 64
_TITLE: Final = 300
_DECEMBER: Final = 12
_CENTURY: Final = 2000
_FIRST_YEAR, _LAST_YEAR = 1995, 2100  # no mail server of a state unit is older
_EXCEL_BEGINS: Final = date(1899, 12, 30)
_EXCEL_DAYS: Final = range(30_000, 80_000)
_WINDOWS_BEGINS: Final = datetime(1601, 1, 1, tzinfo=UTC)
_NEVER_DAYS: Final = frozenset({
    date(1, 1, 1),
    date(1601, 1, 1),
    date(1899, 12, 30),
    date(1899, 12, 31),
    date(1900, 1, 1),
    date(1969, 12, 31),
    date(1970, 1, 1),
})
"""The days on which the clocks of programs begin: what stands for «never» where a program had to write some day."""

_NOTHING: Final = frozenset({
    "", "-", "--", "---", "?", "n/a", "na", "null", "none", "nil", "khong ro", "chua ro", "chua co", "chua co so lieu", "unknown",
})  # fmt: skip
_NEVER: Final = re.compile(
    r"0|never\b.*|not (?:yet )?(?:logged|used|activated|signed)\b.*|no (?:login|logon)s?"
    r"|(?:chua|khong)(?: bao gio| tung)?(?: he)? (?:dang nhap|su dung|dung|truy cap|kich hoat|vao hop thu)\b.*|chua bao gio|chua lan nao"
)
_WEEKDAY: Final = re.compile(
    r"\b(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b[,.]?\s*"
)
_TIME: Final = re.compile(
    r"(?:\bluc\s+)?(?<![\d/.-])\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(?:am|pm|sa|ch)?\b"
    r"(?:\s*(?:z|utc|gmt|ict)\b)?(?:\s*[+-]\d{2}:?\d{2}\b)?"
)
_NUMERIC: Final = re.compile(r"(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})", re.ASCII)
_IN_VIETNAMESE: Final = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})", re.ASCII)
_DAY_THEN_MONTH: Final = re.compile(r"(\d{1,2})[ -]([a-z]{3,9})\.?,?[ -](\d{4})", re.ASCII)
_MONTH_THEN_DAY: Final = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_STAMP: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})(?:[.,]\d{1,9})?(z)?)?", re.ASCII)
_DIGITS: Final = re.compile(r"\d{1,18}(?:\.\d{1,18})?", re.ASCII)
_MONTH_NAMES: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_SECONDS_LENGTH, _MILLISECONDS_LENGTH, _WINDOWS_LENGTH = 10, 13, 18


@dataclass(frozen=True, slots=True)
class LastUse:
    """What a cell says of the last use: a day, or that there was none, or nothing; `doubt` where it says something unclear."""

    on: date | None = None
    is_never: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class ColumnOrder:
    """Which part of a column's days is the month, as its own cells tell."""

    order: DayOrder | None = None
    """None where the cells do not tell, or tell both."""
    is_asked: bool = False
    """True where some cells can be read both ways and the column does not decide: the clerk has to say."""
    is_mixed: bool = False
    """True where some cells can only have the day first and others only the month."""
    is_swapped: bool = False
    """True where a spreadsheet seems to have taken the month for the day in the cells it made dates of (it left the others as text)."""


def find_order(cells: Sequence[Cell]) -> ColumnOrder:
    """Let a whole column say which part is the month; a column that can be read both ways stays undecided."""
    firsts = seconds = unsure = 0
    days = [cell for cell in cells if cell.kind is CellKind.DATE]
    for found in filter(None, map(_numeric_of, cells)):
        firsts += found[0] > _DECEMBER
        seconds += found[1] > _DECEMBER
        unsure += found[0] <= _DECEMBER and found[1] <= _DECEMBER and found[0] != found[1]
    is_mixed = bool(firsts and seconds)
    order: DayOrder | None = None
    if firsts != seconds and not is_mixed:
        order = "day-first" if firsts else "month-first"
    is_swapped = bool(seconds and days) and not firsts and all(_could_be_swapped(cell) for cell in days)
    return ColumnOrder(order, bool(unsure) and order is None, is_mixed, is_swapped)


def read_last_use(cell: Cell, order: DayOrder | None, *, is_swapped: bool = False) -> LastUse:
    """Read one cell; `order` counts only where it can be read both ways, and a cell nobody can read says so, never guesses."""
    if is_swapped and cell.kind is CellKind.DATE and _could_be_swapped(cell):
        return LastUse(doubt=f"Ngày «{cell.text}» có thể đã bị bảng tính đảo ngày và tháng; hãy xem lại tệp gốc.")
    plain = fold(clean(cell.text[: _LONGEST + 1]))
    if plain in _NOTHING:
        return LastUse()
    found = _day_in(plain, order) if len(plain) <= _LONGEST else None
    if found in _NEVER_DAYS or _NEVER.fullmatch(plain):
        return LastUse(is_never=True)
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return _unreadable(clean(cell.text[:_LONGEST]))
    return LastUse(found)


def _day_in(plain: str, order: DayOrder | None) -> date | None:
    """Read a folded text as a day; None for a day no calendar and no clock has."""
    try:
        return _day_of(plain, order)
    except (ValueError, OverflowError, OSError):
        return None


def stated_day(text: str) -> date | None:
    """Find the day a title names, as Vietnamese titles write it, the day first: `(Số liệu đến ngày 22/11/2026)`."""
    plain = fold(clean(text[:_TITLE]))
    found = _NUMERIC.search(plain) or _IN_VIETNAMESE.search(plain)
    try:
        day = date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
    return day if day is not None and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def _unreadable(text: str) -> LastUse:
    return LastUse(doubt=f"Lần dùng «{text}» không đọc được thành ngày.")


def _day_of(plain: str, order: DayOrder | None) -> date | None:
    """Read a folded text as a day; None where it is none. Raises `ValueError` for a day no calendar has."""
    if found := _STAMP.fullmatch(plain):
        return _of_stamp(found)
    if _DIGITS.fullmatch(plain):
        return _of_number(plain)
    if "t" in plain or plain[:5].endswith("-"):
        try:
            return _local(datetime.fromisoformat(plain.upper()))
        except ValueError:
            pass
    bare = " ".join(_WEEKDAY.sub("", _TIME.sub(" ", plain)).strip(" ,").split())
    return _of_words(bare, order)


def _of_words(bare: str, order: DayOrder | None) -> date | None:
    if found := _YEAR_FIRST.fullmatch(bare):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _IN_VIETNAMESE.fullmatch(bare):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _DAY_THEN_MONTH.fullmatch(bare):
        return date(int(found[3]), _MONTH_NAMES.get(found[2][:3], 0), int(found[1]))
    if found := _MONTH_THEN_DAY.fullmatch(bare):
        return date(int(found[3]), _MONTH_NAMES.get(found[1][:3], 0), int(found[2]))
    if found := _NUMERIC.fullmatch(bare):
        year = int(found[3]) + (_CENTURY if len(found[3]) == len("26") else 0)
        return _of_parts(int(found[1]), int(found[2]), year, order)
    return None


def _of_parts(first: int, second: int, year: int, order: DayOrder | None) -> date | None:
    """Take day and month in the only way there is, else in the column's; None where neither tells."""
    if first == second or first > _DECEMBER:
        return date(year, second, first)
    if second > _DECEMBER:
        return date(year, first, second)
    if order is None:
        return None
    return date(year, second, first) if order == "day-first" else date(year, first, second)


def _of_stamp(found: re.Match[str]) -> date:
    """Read `20261122` or Zimbra's `20261122081533Z`, whose Z says that the hour is not Vietnam's."""
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if not found[7]:
        return day
    return _local(datetime(day.year, day.month, day.day, int(found[4]), int(found[5]), int(found[6]), tzinfo=UTC))


def _of_number(plain: str) -> date | None:
    """Read the number some programs keep a moment as: Excel's days, Unix' seconds or milliseconds, Windows' ticks."""
    whole = plain.partition(".")[0]
    number = int(whole)
    if number in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(days=number)
    if len(whole) == _SECONDS_LENGTH:
        return _local(datetime.fromtimestamp(number, UTC))
    if len(whole) == _MILLISECONDS_LENGTH:
        return _local(datetime.fromtimestamp(number / 1000, UTC))
    if len(whole) == _WINDOWS_LENGTH:
        return _local(_WINDOWS_BEGINS + timedelta(microseconds=number // 10))
    return None


def _local(moment: datetime) -> date:
    """Give the day in Vietnam; a moment without a zone is Vietnam's already."""
    return (moment if moment.tzinfo is None else moment.astimezone(_VIETNAM)).date()


def _numeric_of(cell: Cell) -> tuple[int, int] | None:
    """Return the two numbers before the year of a day written in numbers, as text; None for any other cell."""
    if cell.kind is not CellKind.TEXT or len(cell.text) > _LONGEST:
        return None
    plain = fold(clean(cell.text))
    found = _NUMERIC.fullmatch(" ".join(_WEEKDAY.sub("", _TIME.sub(" ", plain)).strip(" ,").split()))
    return (int(found[1]), int(found[2])) if found else None


def _could_be_swapped(cell: Cell) -> bool:
    try:
        return date.fromisoformat(cell.text[:10]).day <= _DECEMBER
    except ValueError:
        return False
