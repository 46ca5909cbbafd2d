"""What the columns and cells of an operator's table of results mean: place or address, result, address given, remark.

Words are folded, so that capitals, diacritics and old fonts do not matter. Whom a row means and what follows from it is
`operations.answer_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.domain.heading import NEVER_READ, Meaning, plain_heading, readings, understand
from govmail_desk.domain.heading_row import LAST_ROW_SEARCHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.request import RowResult
    from govmail_desk.domain.sheet import Row, Sheet

AnswerPart = Literal["ordinal", "address", "result", "given", "note"]

_ADDRESS: Final = re.compile(r"\b(dia chi|hop thu|e ?mail|mail|thu dien tu|tai khoan)\b")
_GIVEN: Final = re.compile(r"\b(duoc cap|da cap|moi cap|cap moi|thuc cap|cap lai|chinh thuc|moi)\b")
_ASKED: Final = re.compile(r"\b(de nghi|yeu cau)\b")
_RESULT: Final = re.compile(r"\b(ket qua|tinh trang|trang thai|y kien|giai quyet|xu ly|thuc hien)\b")
_REMARK: Final = re.compile(r"\b(ly do|ghi chu|chu thich|dien giai)\b")
_KNOWN: Final[dict[Meaning, AnswerPart]] = {
    Meaning.ORDINAL: "ordinal",
    Meaning.ADDRESS: "address",
    Meaning.NOTE: "note",
}
_UNCLEAR: Final = re.compile(r"\b(chua|dang|cho|xem xet)\b")
_OTHERWISE: Final = re.compile(r"\b(khac|dieu chinh|otherwise)\b")
_REFUSED: Final = re.compile(r"\b(khong|tu choi|bac|refused|no)\b")
_GRANTED: Final = re.compile(
    r"\b(duoc|da|dong y|chap thuan|thong nhat|giai quyet|xong|hoan thanh|duyet|dat|co|cap|x|ok|yes|granted|dung|nhu de nghi)\b"
)


@dataclass(frozen=True, slots=True)
class AnswerColumns:
    """Where a table of results holds what: its rows below the headings, and the column of each part it has."""

    sheet: str
    rows: tuple[Row, ...]
    columns: Mapping[AnswerPart, int]

    def text(self, row: Row, part: AnswerPart) -> str:
        """Return what a row says of a part; empty where the table has no such column."""
        return row.text(self.columns[part]).strip() if part in self.columns else ""


def find_columns(sheets: Sequence[Sheet]) -> AnswerColumns | None:
    """Find the table: the first row that says of whom its rows are and what became of them; None where there is none."""
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:LAST_ROW_SEARCHED]):
            columns = _columns(row)
            if columns.keys() & {"ordinal", "address"} and columns.keys() & {"result", "given"}:
                return AnswerColumns(sheet.name, sheet.rows[place + 1 :], columns)
    return None


def part_of(heading: str) -> AnswerPart | None:
    """Say what a column holds by its heading; None for any other, and for what is never read."""
    known = understand(heading)
    if not heading or (known and known.meaning in NEVER_READ):
        return None
    for plain in map(plain_heading, readings(heading)):
        if found := _of_answers(plain):
            return found
    return _KNOWN.get(known.meaning) if known else None


def result_of(text: str) -> RowResult | None:
    """Read a result as an operator writes it: `Đã cấp`, `Được nhưng khác đề nghị`, `Từ chối`; None where it says nothing clear."""
    plain = plain_heading(text)
    if not plain or _UNCLEAR.search(plain):
        return None
    if _OTHERWISE.search(plain) and not _REFUSED.search(plain):
        return "otherwise"
    if _REFUSED.search(plain):
        return "refused"
    return "granted" if _GRANTED.search(plain) else None


def _of_answers(plain: str) -> AnswerPart | None:
    """Tell the parts only an answer has; `Địa chỉ được cấp` is an address too, and `Lý do` a remark whatever else it names."""
    if _REMARK.search(plain):
        return "note"
    if _ADDRESS.search(plain):
        return "given" if _GIVEN.search(plain) and not _ASKED.search(plain) else "address"
    return "result" if _RESULT.search(plain) else None


def _columns(row: Row) -> dict[AnswerPart, int]:
    """Take each part from the first column that has it."""
    found: dict[AnswerPart, int] = {}
    for column, cell in enumerate(row.cells):
        part = part_of(cell.text)
        if part is not None:
            found.setdefault(part, column)
    return found
