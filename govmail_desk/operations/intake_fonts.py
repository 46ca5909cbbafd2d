"""Columns of a sheet that seem typed in TCVN3 or VNI fonts: their conversion proposed, and used only once the clerk has accepted it.

Telling and converting such text is `domain.legacy_fonts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from typing import Final, NamedTuple

from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.legacy_fonts import (
    CellProposal,
    Encoding,
    FontedText,
    from_tcvn3,
    from_vni,
    propose_conversion,
)
from govmail_desk.domain.sheet import Cell, column_letters
from govmail_desk.domain.table_columns import Header
from govmail_desk.domain.table_rows import ListRow, RowKind
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.intake_plan import ColumnPlace, Conversion

GROUP_COLUMN: Final = -1
"""Where the names of group rows stand among the conversions: they lie in no one column."""

_CONVERTIBLE: Final = (
    Meaning.FULL_NAME,
    Meaning.FAMILY_AND_MIDDLE,
    Meaning.GIVEN,
    Meaning.POST,
    Meaning.DEPARTMENT,
    Meaning.UNIT,
    Meaning.PARENT_UNIT,
    Meaning.CUSTODIAN,
    Meaning.NOTE,
)


_FONT_OF: Final[dict[Encoding, str]] = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}


class Told(NamedTuple):
    """A text as it may be used, and why the clerk must look at it first, "" where nothing is odd."""

    text: str
    doubt: str = ""


class SheetFonts:
    """The legacy fonts of one sheet, by column."""

    def __init__(self, sheet: str, header: Header, rows: Sequence[ListRow], accepted: Set[ColumnPlace]) -> None:
        self._sheet = sheet
        self._header = header
        self._wanted = {column for name, column in accepted if name == sheet}
        self._cells: dict[int, dict[int, CellProposal]] = {}
        self._groups: dict[str, CellProposal] = {}
        self.conversions = tuple(self._of_columns(rows))
        encodings = {one.proposal.encoding for one in self.conversions if not one.proposal.refusal}
        beside = encodings.pop() if len(encodings) == 1 else None
        if beside:
            self.conversions += tuple(self._of_columns(rows, beside=beside))
        self.conversions += tuple(self._of_groups(rows, beside=beside))
        self._accepted = {conversion.column: conversion for conversion in self.conversions if conversion.is_accepted}

    @property
    def columns(self) -> Set[int]:
        """The columns in which some cell would be converted."""
        return self._cells.keys()

    def told(self, column: int, row: int, text: str) -> Told:
        """Return a cell's text, converted where that is proposed and accepted."""
        proposed = self._cells[column].get(row)
        return self._told(proposed, column) if proposed else Told(text)

    def told_group(self, label: str) -> Told:
        """Return the name of a group, converted where that is proposed and accepted."""
        proposed = self._groups.get(label)
        if proposed is None:
            return Told(label)
        doubt = self._told(proposed, GROUP_COLUMN).doubt
        if label in proposed.after:
            return Told(label, doubt)
        encoding = next(one.proposal.encoding for one in self.conversions if one.column == GROUP_COLUMN)
        return Told(from_tcvn3(label) if encoding == "TCVN3" else from_vni(label), doubt)

    def _told(self, proposed: CellProposal, column: int) -> Told:
        if column in self._accepted:
            return Told(proposed.after, proposed.doubt)
        before = clean(proposed.before)
        return Told(
            proposed.after,
            proposed.doubt or f"«{before}» như gõ bằng phông cũ, đọc là «{proposed.after}»; hãy xem bản chuyển mã.",
        )

    def _of_columns(self, rows: Sequence[ListRow], *, beside: Encoding | None = None) -> Iterable[Conversion]:
        """Propose column by column; `beside` is the encoding of others where these tell nothing by themselves."""
        body = [row.row for row in rows if row.kind.is_imported]
        for meaning in _CONVERTIBLE:
            for column in self._header.columns_of(meaning):
                if column in self._cells:
                    continue
                cells = [row.cell(column) for row in body]
                conversion = self._conversion(column, cells, [row.number for row in body], beside=beside)
                if conversion:
                    self._cells[column] = dict(zip(conversion.rows, conversion.proposal.cells, strict=True))
                    yield conversion

    def _of_groups(self, rows: Sequence[ListRow], *, beside: Encoding | None) -> Iterable[Conversion]:
        groups = [row for row in rows if row.kind is RowKind.GROUP]
        cells = [max(row.row.cells, key=lambda cell: len(cell.text)) for row in groups]
        numbers = [row.row.number for row in groups]
        conversion = beside and self._conversion(GROUP_COLUMN, cells, numbers, beside=beside)
        conversion = conversion or self._conversion(GROUP_COLUMN, cells, numbers)
        if conversion:
            self._groups = {groups[cell.place].unit: cell for cell in conversion.proposal.cells}
            yield conversion

    def _called(self, column: int) -> str:
        if column == GROUP_COLUMN:
            return "Tên nhóm"
        heading = self._header.headings.get(column)
        return f"Cột {column_letters(column)}" + (f" «{heading}»" if heading else "")

    def _conversion(
        self, column: int, cells: Sequence[Cell], rows: Sequence[int], *, beside: Encoding | None = None
    ) -> Conversion | None:
        font = _FONT_OF[beside] if beside else None
        distinct = {(cell.text, font or cell.font) for cell in cells}
        if propose_conversion([FontedText(*text) for text in distinct]) is None:
            return None  # most columns, told from their few different texts
        proposal = propose_conversion([FontedText(cell.text, font or cell.font) for cell in cells])
        assert proposal is not None
        if beside and (proposal.refusal or all(cell.doubt for cell in proposal.cells)):
            return None  # what reads well as it stands is no legacy text for standing beside some
        if beside:
            proposal = replace(proposal, evidence="sequences", why=f"Các cột khác của trang gõ bằng phông {beside}.")
        return Conversion(
            sheet=self._sheet,
            column=column,
            heading=self._called(column),
            proposal=proposal,
            rows=tuple(rows[cell.place] for cell in proposal.cells),
            is_accepted=column in self._wanted and not proposal.refusal,
        )
