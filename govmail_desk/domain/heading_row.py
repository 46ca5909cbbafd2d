"""Which row of a sheet holds the headings: each row of the first thirty is weighed by the headings it holds.

A heading may take two or three rows, merged downwards or parted into columns. What headings mean: `domain.heading`.
Whether the cells beneath agree: `domain.table_columns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from govmail_desk.domain.heading import Heading, Meaning, understand
from govmail_desk.domain.sheet import MergedRange, Row, Sheet

LAST_ROW_SEARCHED: Final = 30
"""Letterheads and titles above real lists take up to some 15 rows."""

_MOST_HEADING_ROWS: Final = 3
_ANCHORS: Final = {Meaning.FULL_NAME, Meaning.FAMILY_AND_MIDDLE, Meaning.GIVEN, Meaning.UNIT, Meaning.ADDRESS}
_WEIGHT_OF_PART: Final = 0.7
_WEIGHT_OF_ORDINAL: Final = 0.5
_WEIGHT_OF_UNKNOWN: Final = -0.2


def find_heading_row(sheet: Sheet, *, header_row: int | None = None) -> HeadingRow | None:
    """Find the row of headings, or take the row the clerk points to; None where there is none."""
    if header_row is None:
        places = range(min(LAST_ROW_SEARCHED, len(sheet.rows)))
    else:
        places = range(max(header_row - 1, 0), min(header_row, len(sheet.rows)))
    candidates = [HeadingRow(sheet, place) for place in places]
    if header_row is None:
        candidates = [candidate for candidate in candidates if candidate.is_header]
    return max(candidates, key=lambda candidate: (candidate.score, -candidate.depth), default=None)


class HeadingRow:
    """A row that may hold the headings, together with the rows beneath that belong to it."""

    def __init__(self, sheet: Sheet, place: int) -> None:
        self.row = sheet.rows[place]
        self.depth = _depth(sheet, place)
        texts = _texts_by_column(sheet, sheet.rows[place : place + self.depth])
        self.headings = {column: " ".join(" ".join(parts).split()) for column, parts in texts.items()}
        self.understood = {column: _understood(parts) for column, parts in texts.items()}

    @property
    def score(self) -> float:
        known = [heading for heading in self.understood.values() if heading]
        best: dict[Meaning, float] = {}
        for heading in known:
            best[heading.meaning] = max(best.get(heading.meaning, 0), _weight(heading))
        return sum(best.values()) + (len(self.understood) - len(known)) * _WEIGHT_OF_UNKNOWN

    @property
    def is_header(self) -> bool:
        """Two headings at least, one of which says whose list it is; or one that stands alone over a single column."""
        known = {heading.meaning for heading in self.understood.values() if heading}
        if not known & _ANCHORS:
            return False
        is_alone = len(self.headings) == 1 and all(heading and heading.is_exact for heading in self.understood.values())
        return len(known) > 1 or is_alone


def _depth(sheet: Sheet, place: int) -> int:
    """How many rows the headings take: merged downwards, or parted into columns by headings in the next row."""
    row = sheet.rows[place]
    merged_here = [merged for merged in sheet.merged if merged.top == row.number]
    depth = max((merged.bottom - merged.top + 1 for merged in merged_here), default=1)
    below = sheet.rows[place + 1 : place + 2]
    if depth == 1 and below and _parts_headings(row, below[0], merged_here):
        depth = 2
    return min(depth, _MOST_HEADING_ROWS)


def _parts_headings(row: Row, below: Row, merged_here: Sequence[MergedRange]) -> bool:
    """The next row belongs to the headings when all it holds is headings, none of them under a heading of its own."""
    shared = {column for merged in merged_here for column in range(merged.left, merged.right + 1)}
    held = {column: cell.text for column, cell in enumerate(below.cells) if cell.text}
    return bool(held) and all(
        understand(text) and (column in shared or not understand(row.text(column))) for column, text in held.items()
    )


def _texts_by_column(sheet: Sheet, block: Sequence[Row]) -> dict[int, list[str]]:
    """What stands over each column, from top to bottom; a heading shared by columns stands over each of them."""
    last = block[-1].number
    owner = {
        (merged.top, column): merged.left
        for merged in sheet.merged
        if block[0].number <= merged.top < last
        for column in range(merged.left, merged.right + 1)
    }
    width = max(len(row.cells) for row in block)
    texts = {
        column: [text for row in block if (text := row.text(owner.get((row.number, column), column)))]
        for column in range(width)
    }
    return {column: parts for column, parts in texts.items() if parts}


def _understood(parts: Sequence[str]) -> Heading | None:
    """The lowest heading over a column says most; «Nam» under «Ngày sinh» says something only together with it."""
    own = understand(parts[-1])
    if own and own.meaning is not Meaning.IGNORED:
        return own
    return understand(" ".join(parts)) or next(filter(None, map(understand, reversed(parts))), None)


def _weight(heading: Heading) -> float:
    if heading.meaning is Meaning.ORDINAL:
        return _WEIGHT_OF_ORDINAL
    return 1 if heading.is_exact else _WEIGHT_OF_PART
