"""What each row of a unit's list is: a person, a unit's mailbox, a group, or something that only surrounds the table.

Group rows («I. Văn phòng», a merged «PHÒNG TÀI CHÍNH») give the unit of the rows beneath them; totals, signature blocks and
headings repeated on every printed page are set aside and counted. Which column holds what: `domain.table_columns`; what the words of a
row say: `domain.row_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from govmail_desk.domain.heading import NEVER_READ, Meaning
from govmail_desk.domain.row_words import begins_signature, begins_total, group_name, is_total, unit_reading
from govmail_desk.domain.sheet import BLANK_CELL, Cell, Row, Sheet
from govmail_desk.domain.table_columns import Header
from govmail_desk.domain.vietnamese import clean


class RowKind(StrEnum):
    """What a row is; only people and units are imported, everything else is set aside and counted."""

    PERSON = "person"
    UNIT = "unit"
    GROUP = "group"
    TITLE = "title"
    HEADER = "header"
    REPEATED_HEADER = "repeated-header"
    BLANK = "blank"
    FOOTER = "footer"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def is_imported(self) -> bool:
        return self in {RowKind.PERSON, RowKind.UNIT}


_LABELS: Final = {
    RowKind.PERSON: "người",
    RowKind.UNIT: "hộp thư của đơn vị",
    RowKind.GROUP: "dòng nhóm",
    RowKind.TITLE: "dòng tên danh sách",
    RowKind.HEADER: "dòng tiêu đề",
    RowKind.REPEATED_HEADER: "dòng tiêu đề lặp lại",
    RowKind.BLANK: "dòng trống",
    RowKind.FOOTER: "dòng tổng, chữ ký hoặc ghi chú ngoài bảng",
}

_ORDINAL: Final = re.compile(r"\d+[.)]?")
_GROUP_NUMBER: Final = re.compile(r"(?:[IVXLC]+|[A-H])[.)]?")
_NUMBERED_GROUP: Final = re.compile(r"(?P<number>[IVXLC]+|[A-H]|\d{1,2})\s*[.\-–)/:]\s*(?P<name>\S.*)")
_PAGE_NUMBERING: Final = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")
_EVIDENCE_OF_PERSON: Final = (Meaning.BIRTH_ON, Meaning.ID_NUMBER, Meaning.POST, Meaning.OTHER_ADDRESS)
_SPREAD: Final = {Meaning.UNIT, Meaning.DEPARTMENT, Meaning.PARENT_UNIT}
_LETTER_GROUP, _ROMAN_GROUP, _PLAIN_GROUP = range(3)
_ALIKE: Final = 0.6
_MERGED_ACROSS: Final = 3
_WHOLE_ROW: Final = 3


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row with what it is and the groups it stands under, the widest first; a group row ends with its own name.

    A unit or department merged over several rows is written into each of them, and a password is left out; all other
    cells are as they were read.
    """

    row: Row
    kind: RowKind
    groups: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit or part of it that the nearest group row names, "" where there is none."""
        return self.groups[-1] if self.groups else ""


def classify(sheet: Sheet, header: Header) -> tuple[ListRow, ...]:
    """Tell of every row of the sheet what it is, in order."""
    return tuple(_Walk(sheet, header).rows())


def stated_unit(sheet: Sheet, header: Header) -> str:
    """Return the unit that a line above the table names («Cơ quan, đơn vị: …»), "" where none does."""
    named = re.compile(r"(?:tên )?(?:cơ quan|đơn vị)(?! tính)[^:]{0,30}:\s*(?P<name>[^\s.…_].*)", re.IGNORECASE)
    above = (clean(cell.text) for row in sheet.rows if row.number < header.row_number for cell in row.cells)
    return next((found["name"].rstrip(" .…_") for text in above if (found := named.match(text))), "")


class _Walk:
    """The way down a sheet: which groups stand open, and whether the signature block has been reached."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self._sheet = sheet
        self._header = header
        self._lists_people = any(map(header.columns_of, (Meaning.FULL_NAME, Meaning.GIVEN, Meaning.FAMILY_AND_MIDDLE)))
        self._heading_rows = list(_heading_rows(sheet, header))
        self._spread = _spread_cells(sheet, header)
        self._merged_across = {
            merged.top for merged in sheet.merged if merged.right - merged.left + 1 >= _MERGED_ACROSS
        }
        self._groups: dict[int, str] = {}
        self._is_after_signature = False

    def rows(self) -> Iterator[ListRow]:
        previous = RowKind.TITLE
        for row in self._sheet.rows:
            open_before = self._groups
            kind = self._kind(row, previous)
            groups = tuple(self._groups.values()) if kind.is_imported or kind is RowKind.GROUP else ()
            opens_its_own = kind is RowKind.UNIT and self._groups is not open_before
            yield ListRow(self._filled(row), kind, groups[:-1] if opens_its_own else groups)
            previous = previous if kind is RowKind.BLANK else kind

    def _kind(self, row: Row, previous: RowKind) -> RowKind:
        if row.number <= self._header.last_row:
            return self._kind_above(row)
        if row.is_blank:
            return RowKind.BLANK
        if self._repeats_headings(row):
            self._is_after_signature = False
            return RowKind.REPEATED_HEADER
        if previous in {RowKind.HEADER, RowKind.REPEATED_HEADER} and _numbers_columns(row):
            return previous
        if self._is_whole(row):
            self._is_after_signature = False
        elif self._is_outside(row):
            return RowKind.FOOTER
        return self._group_kind(row) or self._holder_kind(row)

    def _kind_above(self, row: Row) -> RowKind:
        if row.number >= self._header.row_number:
            return RowKind.HEADER
        return RowKind.BLANK if row.is_blank else RowKind.TITLE

    def _repeats_headings(self, row: Row) -> bool:
        return any(_is_alike(row, headings) for headings in self._heading_rows)

    def _is_whole(self, row: Row) -> bool:
        """A row with its number, its name and more is of the table, wherever it stands."""
        ordinal = clean(self._header.text(row, Meaning.ORDINAL))
        name = clean(self._header.name(row) or self._header.text(row, Meaning.UNIT))
        if not name or _count_filled(row) < _WHOLE_ROW:
            return False
        if self._header.columns_of(Meaning.ORDINAL):
            return bool(_ORDINAL.fullmatch(ordinal))
        return any("@" in cell.text or cell.text[:1].isdecimal() for cell in row.cells) and not is_total(name)

    def _is_outside(self, row: Row) -> bool:
        """Totals stand alone; from the signature block on nothing belongs to the table until a whole row comes."""
        first = next(cell.text for cell in row.cells if cell.text)
        if begins_signature(first):
            self._is_after_signature = True
        return self._is_after_signature or begins_total(first)

    def _group_kind(self, row: Row) -> RowKind | None:
        group = self._group(row)
        if not group:
            return None
        level, name = group
        self._groups = {other: label for other, label in self._groups.items() if other < level} | {level: name}
        return RowKind.UNIT if "@" in self._header.text(row, Meaning.ADDRESS) else RowKind.GROUP

    def _group(self, row: Row) -> tuple[int, str] | None:
        """Return how wide a group the row opens (0 the widest) and its name; None where it opens none."""
        if self._has_evidence_of_person(row):
            return None
        number = clean(self._header.text(row, Meaning.ORDINAL))
        ordinal_columns = self._header.columns_of(Meaning.ORDINAL)
        rest = [cell.text for column, cell in enumerate(row.cells) if cell.text and column not in ordinal_columns]
        if _GROUP_NUMBER.fullmatch(number) and rest:
            return self._level(number), group_name(rest[0])
        if _ORDINAL.fullmatch(number):
            is_unit = (
                self._lists_people
                and rest
                and "@" not in self._header.text(row, Meaning.ADDRESS)
                and unit_reading(rest[0])
            )
            return (_PLAIN_GROUP, group_name(rest[0])) if is_unit else None
        return self._group_alone(row, [number, *rest] if number else rest)

    def _group_alone(self, row: Row, texts: list[str]) -> tuple[int, str] | None:
        """A group written into one cell: merged over the table, numbered, or named like a unit."""
        first, *others = texts
        if any(not re.fullmatch(r"\(?\d+(?: người)?\)?", clean(other)) for other in others):
            return None
        numbered = _NUMBERED_GROUP.fullmatch(clean(first))
        if numbered and (not numbered["number"].isdecimal() or unit_reading(numbered["name"])):
            return self._level(numbered["number"]), group_name(numbered["name"])
        is_group = row.number in self._merged_across or (self._lists_people and unit_reading(first))
        return (_PLAIN_GROUP, group_name(first)) if is_group else None

    def _level(self, number: str) -> int:
        """Letters stand above Roman numbers, those above plain numbers; C is a letter where A or B went before."""
        sign = number.rstrip(".)")
        if sign.isdecimal():
            return _PLAIN_GROUP
        is_roman = re.fullmatch(r"[IVXLC]+", sign) and not (sign == "C" and _LETTER_GROUP in self._groups)
        return _ROMAN_GROUP if is_roman else _LETTER_GROUP

    def _holder_kind(self, row: Row) -> RowKind:
        name = self._header.name(row)
        has_address = "@" in self._header.text(row, Meaning.ADDRESS)
        unit = self._header.text(row, Meaning.UNIT) or self._header.text(row, Meaning.DEPARTMENT)
        if not self._lists_people:
            return RowKind.UNIT if unit or has_address else RowKind.FOOTER
        if name:
            is_unit = has_address and unit_reading(name) and not self._has_evidence_of_person(row)
            return RowKind.UNIT if is_unit else RowKind.PERSON
        if has_address and unit and not self._has_evidence_of_person(row):
            return RowKind.UNIT
        return RowKind.PERSON if has_address or _count_filled(row) >= _WHOLE_ROW else RowKind.FOOTER

    def _has_evidence_of_person(self, row: Row) -> bool:
        return any(self._header.text(row, meaning) for meaning in _EVIDENCE_OF_PERSON)

    def _filled(self, row: Row) -> Row:
        spread = self._spread.get(row.number, {})
        changed = {column: cell for column, cell in spread.items() if not row.text(column)}
        unread = (column for meaning in NEVER_READ for column in self._header.columns_of(meaning))
        changed |= {column: BLANK_CELL for column in unread if row.text(column)}
        if not changed:
            return row
        width = max(len(row.cells), *(column + 1 for column in changed))
        return Row(row.number, tuple(changed.get(column, row.cell(column)) for column in range(width)))


def _heading_rows(sheet: Sheet, header: Header) -> Iterator[dict[int, str]]:
    """The texts of each row of headings by column, the longest first, blanks and capitals taken out."""
    for row in sheet.rows[header.row_number - 1 : header.last_row]:
        texts = {column: _bare(cell.text) for column, cell in enumerate(row.cells) if cell.text}
        if texts:
            yield dict(sorted(texts.items(), key=lambda item: -len(item[1])))


def _is_alike(row: Row, headings: dict[int, str]) -> bool:
    """Most of the headings stand in the row again, the longest among them: few other rows hold even that."""
    longest = next(iter(headings))
    if _bare(row.text(longest)) != headings[longest]:
        return False
    same = sum(_bare(row.text(column)) == heading for column, heading in headings.items())
    return same >= _ALIKE * len(headings)


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _numbers_columns(row: Row) -> bool:
    """The row under the headings of some forms that numbers the columns: (1) (2) (3), or A B 1 2."""
    filled = [clean(cell.text) for cell in row.cells if cell.text]
    return len(filled) >= _WHOLE_ROW and all(map(_PAGE_NUMBERING.fullmatch, filled))


def _spread_cells(sheet: Sheet, header: Header) -> dict[int, dict[int, Cell]]:
    """Row number → column → the cell merged over it from above, for the columns that name units."""
    columns = {column for column, meaning in header.columns.items() if meaning in _SPREAD}
    rows = {row.number: row for row in sheet.rows}
    spread: dict[int, dict[int, Cell]] = {}
    for merged in sheet.merged:
        if merged.left in columns and merged.left == merged.right and merged.top > header.last_row:
            for number in range(merged.top + 1, merged.bottom + 1):
                spread.setdefault(number, {})[merged.left] = rows[merged.top].cell(merged.left)
    return spread


def _count_filled(row: Row) -> int:
    return sum(bool(cell.text) for cell in row.cells)
