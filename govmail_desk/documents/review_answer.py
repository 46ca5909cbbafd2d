"""A sheet of a review as it came back: its mark, and each row with its own mark, address, decision and note; nothing judged yet.

Columns are found by their headings, wherever they were moved; the marks by what they look like. What follows is
`operations.review_answers`; how the sheet went out `documents.review_sheet`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.review_sheet import HEADINGS, MORE
from govmail_desk.domain.review_mark import SheetMark, read_sheet_mark, seems_a_mark
from govmail_desk.domain.vietnamese import clean, search_key

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.sheet import Row, Sheet

_PARTS: Final = dict(
    zip(("ordinal", "address", "holder", "post", "state", "used", "look", "decision", "note"), HEADINGS, strict=True)
)
_NEEDED: Final = {"address", "decision"}
_LAST_ROW_SEARCHED: Final = 60
_ROW_MARK_OPENING: Final = "R"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One row as it stands in the file."""

    number: int
    """The row's number in the file."""
    mark: str
    address: str
    holder: str
    decision: str
    note: str


@dataclass(frozen=True, slots=True)
class SaidSheet:
    """What a file says: which sheet it is (None: it does not tell), whether that mark was edited, its rows."""

    mark: SheetMark | None
    is_mark_edited: bool
    rows: tuple[SaidRow, ...]


def read_review_answer(book: Workbook) -> SaidSheet | None:
    """Read an answer; None where no sheet of the file has the headings of one."""
    marks = [cell.text for sheet in book.sheets for row in sheet.rows for cell in row.cells if seems_a_mark(cell.text)]
    true = list(dict.fromkeys(mark for text in marks if (mark := read_sheet_mark(text)) is not None))
    for sheet in book.sheets:
        found = None if sheet.is_hidden else _headings(sheet)
        if found is not None:
            head, columns = found
            is_edited = len(true) > 1 or (bool(marks) and not true)
            return SaidSheet(true[0] if len(true) == 1 else None, is_edited, tuple(_rows(sheet, head, columns)))
    return None


def _headings(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """Find the row of headings: the number of its place and the column of each part."""
    wanted = {search_key(words): part for part, words in _PARTS.items()}
    for place, row in enumerate(sheet.rows[:_LAST_ROW_SEARCHED]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row.cells):
            part = wanted.get(search_key(cell.text))
            if part is not None:
                columns.setdefault(part, column)
        if columns.keys() >= _NEEDED:
            return place, columns
    return None


def _rows(sheet: Sheet, head: int, columns: Mapping[str, int]) -> Iterator[SaidRow]:
    """Yield every row that says something below the headings; what stands between is passed over."""
    known = set(columns.values())
    for row in sheet.rows[head + 1 :]:
        said = {part: clean(row.text(column)) for part, column in columns.items()}
        mark = _mark(row, known)
        is_row = mark or said["address"] or said.get("holder") or said["decision"]
        if is_row and not said.get("ordinal", "").startswith(MORE[:6]) and not _is_signature(said, mark):
            yield SaidRow(
                number=row.number,
                mark=mark,
                address=said["address"].lower(),
                holder=said.get("holder", ""),
                decision=said["decision"],
                note=said.get("note", ""),
            )


def _mark(row: Row, known: Sequence[int] | set[int]) -> str:
    """Find a row's mark in whatever column it stands."""
    others = (cell.text.strip() for column, cell in enumerate(row.cells) if column not in known)
    return next((text for text in others if text.startswith(_ROW_MARK_OPENING) and "-" in text), "")


def _is_signature(said: Mapping[str, str], mark: str) -> bool:
    """The lines to sign on hold neither address nor decision, and stand under STT."""
    is_bare = not said["address"] and not said["decision"] and not said.get("note")
    return is_bare and not mark and not said.get("holder")
