"""Which sheets of a workbook are lists of people or mailboxes: old copies, forms and notes lie beside them in one file.

How one sheet is read: `domain.table_columns`, `domain.table_rows`. Reading files: `documents.spreadsheet`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.heading_row import LAST_ROW_SEARCHED
from govmail_desk.domain.sheet import Sheet
from govmail_desk.domain.table_columns import Header, find_header
from govmail_desk.domain.table_rows import ListRow, RowKind, classify


@dataclass(frozen=True, slots=True)
class SheetReading:
    """A sheet that is a list: its headings and what each of its rows is."""

    sheet: Sheet
    header: Header
    rows: tuple[ListRow, ...]

    @property
    def imported_count(self) -> int:
        return sum(row.kind.is_imported for row in self.rows)

    @property
    def set_aside_counts(self) -> Counter[RowKind]:
        """How many rows of each kind are not imported."""
        return Counter(row.kind for row in self.rows if not row.kind.is_imported)

    @property
    def score(self) -> float:
        """How likely this is the list meant: many people under headings well understood, on a sheet one can see."""
        return self.imported_count * self.header.confidence * (not self.sheet.is_hidden)


def read_sheet(sheet: Sheet, *, header_row: int | None = None) -> SheetReading | None:
    """Read one sheet as a list; None where no row of it holds headings."""
    header = find_header(sheet, header_row=header_row)
    return SheetReading(sheet, header, classify(sheet, header)) if header else None


def people_sheets(sheets: Sequence[Sheet]) -> tuple[SheetReading, ...]:
    """Return the sheets that are lists with someone on them, the likeliest first."""
    readings = [reading for sheet in sheets if (reading := read_sheet(sheet)) and reading.imported_count]
    return tuple(sorted(readings, key=lambda reading: -reading.score))


def choose_sheet(sheets: Sequence[Sheet], *, name: str | None = None, header_row: int | None = None) -> SheetReading:
    """Return the sheet asked for, or the likeliest list; `header_row` is the clerk's word where the headings are odd.

    Raises `RuleBroken` when there is no such sheet, no row of headings, or nobody under it.
    """
    if name is None and header_row is None:
        found = people_sheets(sheets)
        if found:
            return found[0]
        raise RuleBroken(_no_list(sheets))
    asked = next((sheet for sheet in sheets if sheet.name == name or name is None), None)
    if asked is None:
        names = ", ".join(f"«{sheet.name}»" for sheet in sheets)
        raise RuleBroken(f"Không có sheet «{name}» trong tệp; các sheet là: {names}.")
    reading = read_sheet(asked, header_row=header_row)
    if reading is None or not reading.imported_count:
        raise RuleBroken(_no_list([asked]))
    return reading


def _no_list(sheets: Sequence[Sheet]) -> str:
    names = ", ".join(f"«{sheet.name}»" for sheet in sheets)
    return (
        f"Không tìm thấy bảng danh sách trong {LAST_ROW_SEARCHED} dòng đầu của sheet {names}: cần một dòng tiêu đề có"
        " «Họ và tên», «Cơ quan, đơn vị» hoặc «Địa chỉ hộp thư» và các dòng bên dưới; hãy chỉ rõ sheet hoặc dòng tiêu đề."
    )
