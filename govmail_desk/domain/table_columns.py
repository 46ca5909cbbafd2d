"""Where the headings of a unit's list stand, and what each column holds.

Once the row of headings is found, the cells beneath are asked whether they agree, since a column shifted by one imports
without a murmur. What a heading means by its words: `domain.heading`. Which row it is: `domain.heading_row`. What each
row is: `domain.table_rows`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from govmail_desk.domain.column_cells import (
    Problem,
    holds_addresses,
    holds_given_names,
    holds_public_mail,
    problems_of,
    sampled,
)
from govmail_desk.domain.heading import NEVER_READ, Meaning, names_official_mail, signature, understand
from govmail_desk.domain.heading_row import LAST_ROW_SEARCHED, HeadingRow, find_heading_row
from govmail_desk.domain.sheet import Row, Sheet, column_letters


@dataclass(frozen=True, kw_only=True)
class Header:
    """The headings of one list and what their columns hold.

    Columns are counted from 0. `confidence` is the share of headings understood, halved where a problem stands in the
    way of importing; `evidence` and `problems` are Vietnamese sentences for the clerk. A meaning may stand over several
    columns: the first that is filled counts.
    """

    row_number: int
    rows_spanned: int
    headings: Mapping[int, str]
    columns: Mapping[int, Meaning]
    evidence: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def last_row(self) -> int:
        return self.row_number + self.rows_spanned - 1

    @property
    def confidence(self) -> float:
        understood = sum(bool(understand(heading)) for heading in self.headings.values())
        return understood / max(len(self.headings), 1) / (2 if self.is_blocked else 1)

    @property
    def is_blocked(self) -> bool:
        return any(problem.is_blocking for problem in self.problems)

    @property
    def signature(self) -> str:
        """What the clerk's reading of these headings is remembered under."""
        return signature([self.headings.get(column, "") for column in range(max(self.headings, default=-1) + 1)])

    @cached_property
    def _by_meaning(self) -> dict[Meaning, tuple[int, ...]]:
        return {
            meaning: tuple(column for column, held in self.columns.items() if held is meaning)
            for meaning in set(self.columns.values())
        }

    def columns_of(self, meaning: Meaning) -> tuple[int, ...]:
        return self._by_meaning.get(meaning, ())

    def text(self, row: Row, meaning: Meaning) -> str:
        """Return the cell of that meaning as it was read, "" where the list has none."""
        for column in self._by_meaning.get(meaning, ()):
            if text := row.text(column):
                return text
        return ""

    def name(self, row: Row) -> str:
        """Return the person's whole name, put together where the list parts họ đệm from tên."""
        parts = (self.text(row, meaning) for meaning in (Meaning.FAMILY_AND_MIDDLE, Meaning.GIVEN))
        return self.text(row, Meaning.FULL_NAME) or " ".join(filter(None, parts))

    def remembered(self) -> dict[str, str]:
        """Return the reading of the columns as it is kept under the signature; `recall` takes it."""
        return {str(column): meaning.value for column, meaning in self.columns.items()}


def find_header(sheet: Sheet, *, header_row: int | None = None) -> Header | None:
    """Find the row of headings, or read the row the clerk points to; None where no row of the sheet is one."""
    found = find_heading_row(sheet, header_row=header_row)
    return _read(sheet, found) if found else None


def with_meanings(sheet: Sheet, header: Header, meanings: Mapping[int, Meaning]) -> Header:
    """Let the clerk say what columns hold; a column that is never read stays unread whatever is asked."""
    asked = dict(header.columns)
    for column, meaning in meanings.items():
        if asked.get(column) not in NEVER_READ:
            asked[column] = meaning
    columns = dict(sorted(asked.items()))
    return replace(header, columns=columns, problems=problems_of(sheet, columns, header.headings, header.last_row))


def recall(sheet: Sheet, header: Header, remembered: Mapping[str, str]) -> Header:
    """Read the columns the way they were read for an earlier list with the same signature."""
    return with_meanings(sheet, header, {int(column): Meaning(meaning) for column, meaning in remembered.items()})


def _read(sheet: Sheet, found: HeadingRow) -> Header:
    reading = _Reading(sheet, found)
    reading.ask_the_cells()
    columns = dict(sorted(reading.columns.items()))
    last_row = found.row.number + found.depth - 1
    return Header(
        row_number=found.row.number,
        rows_spanned=found.depth,
        headings=found.headings,
        columns=columns,
        evidence=tuple(_evidence(found, columns)) + tuple(reading.evidence),
        problems=problems_of(sheet, columns, found.headings, last_row),
    )


def _evidence(found: HeadingRow, columns: Mapping[int, Meaning]) -> Iterator[str]:
    known = {column: heading for column, heading in found.understood.items() if heading}
    yield f"Dòng {found.row.number} là dòng tiêu đề: hiểu được {len(known)} trên {len(found.headings)} tiêu đề."
    for column, heading in known.items():
        yield f"Cột {column_letters(column)} «{heading.text}» là {columns[column].label}."


class _Reading:
    """The meanings of the columns by their headings, made surer by the cells; what the cells decided is told."""

    def __init__(self, sheet: Sheet, found: HeadingRow) -> None:
        self._headings = found.headings
        last_row = found.row.number + found.depth - 1
        width = max((len(row.cells) for row in sheet.rows[: last_row + LAST_ROW_SEARCHED]), default=0)
        self._cells = {column: sampled(sheet, column, last_row) for column in range(width)}
        self.columns = {
            column: heading.meaning if heading else Meaning.IGNORED for column, heading in found.understood.items()
        }
        self.evidence: list[str] = []

    def ask_the_cells(self) -> None:
        self._part_official_from_other_mail()
        self._find_unnamed_addresses()
        self._find_split_names()
        if not self._columns_of(Meaning.FULL_NAME) and not self._columns_of(Meaning.FAMILY_AND_MIDDLE):
            for column in self._columns_of(Meaning.GIVEN)[:1]:
                self.columns[column] = Meaning.FULL_NAME

    def _part_official_from_other_mail(self) -> None:
        """Beside a column that says it is the official mail, a plain «Email» is another; so is one full of gmail."""
        addresses = self._columns_of(Meaning.ADDRESS)
        official = [column for column in addresses if names_official_mail(self._headings[column])]
        for column in addresses:
            if column not in official and (official or holds_public_mail(self._cells.get(column, []))):
                self._decide(column, Meaning.OTHER_ADDRESS)

    def _find_unnamed_addresses(self) -> None:
        """A column full of @ under no heading, or under «Địa chỉ», holds addresses."""
        for column, texts in self._cells.items():
            if self.columns.get(column, Meaning.IGNORED) is Meaning.IGNORED and holds_addresses(texts):
                is_other = holds_public_mail(texts) or self._columns_of(Meaning.ADDRESS)
                self._decide(column, Meaning.OTHER_ADDRESS if is_other else Meaning.ADDRESS)

    def _find_split_names(self) -> None:
        """«Họ và tên» is often drawn over two columns, họ đệm and tên."""
        for column in self._columns_of(Meaning.FULL_NAME):
            has_own_heading = self._headings.get(column + 1, self._headings[column]) != self._headings[column]
            if not has_own_heading and holds_given_names(self._cells.get(column + 1, [])):
                self._decide(column, Meaning.FAMILY_AND_MIDDLE)
                self._decide(column + 1, Meaning.GIVEN)

    def _columns_of(self, meaning: Meaning) -> list[int]:
        return [column for column, held in self.columns.items() if held is meaning]

    def _decide(self, column: int, meaning: Meaning) -> None:
        self.columns[column] = meaning
        self.evidence.append(f"Cột {column_letters(column)} được hiểu là {meaning.label} theo nội dung các ô.")
