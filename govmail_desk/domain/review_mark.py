"""The marks by which a sheet of a review is known again when it comes back, and each of its rows, wherever it was sorted to.

A mark names the register, the review and the sheet and checks itself: one copied by hand or edited is told from a true one. It is no
secret and protects nothing; it only keeps an answer from being taken for another. Where marks stand is `documents.review_sheet`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

_OPENING: Final = "GMRS"
_CHECK_LENGTH: Final = 6
_REGISTER_LENGTH: Final = 8
_SHEET: Final = re.compile(r"GMRS-(?P<register>[0-9a-f]{8})-(?P<review>[0-9]{1,15})-(?P<sheet>[0-9]{1,15})-[0-9a-f]{6}")
_ROW: Final = re.compile(r"R(?P<row>[0-9]{1,15})-[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class SheetMark:
    """Which sheet of which review in which register."""

    register: str
    """The first letters of the hash the register's journal begins with."""
    review_id: int
    sheet_id: int

    @classmethod
    def of(cls, genesis: str, review_id: int, sheet_id: int) -> SheetMark:
        """Mark a sheet of the register whose journal begins with this hash."""
        return cls(genesis[:_REGISTER_LENGTH], review_id, sheet_id)

    @property
    def text(self) -> str:
        """The mark as the sheet carries it."""
        said = f"{_OPENING}-{self.register}-{self.review_id}-{self.sheet_id}"
        return f"{said}-{_check(said)}"

    def row_text(self, row_id: int) -> str:
        """The mark of one row of the sheet."""
        return f"R{row_id}-{_check(f'{self.text} {row_id}')}"


def read_sheet_mark(text: str) -> SheetMark | None:
    """Read a sheet's mark; None where it is none, or was edited."""
    found = _SHEET.fullmatch(text.strip())
    if found is None:
        return None
    mark = SheetMark(found["register"], int(found["review"]), int(found["sheet"]))
    return mark if mark.text == text.strip() else None


def read_row_mark(text: str, sheet: SheetMark) -> int | None:
    """Read the number of a row of this sheet; None where the mark is none, was edited, or is another sheet's."""
    found = _ROW.fullmatch(text.strip())
    row_id = int(found["row"]) if found else None
    return row_id if row_id is not None and sheet.row_text(row_id) == text.strip() else None


def seems_a_mark(text: str) -> bool:
    """Say whether a text is, or once was, a sheet's mark."""
    return text.strip().startswith(f"{_OPENING}-")


def _check(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:_CHECK_LENGTH]
