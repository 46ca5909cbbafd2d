"""Sheets written down in a test as lines of text, cells parted by `|`."""

from __future__ import annotations

from openpyxl.utils import range_boundaries

from govmail_desk.domain.sheet import BLANK_CELL, Cell, MergedRange, Row, Sheet


def sheet(*lines: str, merged: tuple[str, ...] = (), name: str = "Danh sách", is_hidden: bool = False) -> Sheet:
    """Make a sheet; `merged` are ranges as Excel writes them (`B1:C1`)."""
    rows = tuple(row(number, line) for number, line in enumerate(lines, start=1))
    return Sheet(name, rows, tuple(map(merged_range, merged)), is_hidden)


def row(number: int, line: str) -> Row:
    texts = [text.strip(" ") for text in line.split("|")]
    while texts and not texts[-1]:
        texts.pop()
    return Row(number, tuple(Cell(text) if text else BLANK_CELL for text in texts))


def merged_range(place: str) -> MergedRange:
    left, top, right, bottom = range_boundaries(place)
    assert left is not None
    assert top is not None
    assert right is not None
    assert bottom is not None
    return MergedRange(top, left - 1, bottom, right - 1)
