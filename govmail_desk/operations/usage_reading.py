"""What each row of an operator's export says, before the register is asked: its sheet chosen, its columns understood, its cells read.

Whose a row is and what would become of it is `operations.usage_matching`. What columns mean is `domain.usage_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.row_words import begins_signature, begins_total
from govmail_desk.domain.sheet import column_letters
from govmail_desk.domain.usage_columns import LAST_USES, QUOTAS, USED, UsageHeader, UsageMeaning, find_usage_header
from govmail_desk.domain.usage_days import ColumnOrder, LastUse, find_order, read_last_use, stated_day
from govmail_desk.domain.usage_sizes import Size, SizeUnit, read_size, unit_in_heading
from govmail_desk.domain.usage_states import ServerState, activated_by_state, read_activated, read_state
from govmail_desk.domain.vietnamese import clean
from govmail_desk.operations.usage_plan import UsageColumns, UsageFacts

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.domain.sheet import Row, Sheet
    from govmail_desk.operations.usage_plan import UsageReadingWish

_LONGEST_ADDRESS: Final = 254  # RFC 5321 §4.5.3.1.3, less the angle brackets
_WRAPPED: Final = re.compile(r"(?:.*<)?\s*(?:smtp:|mailto:)?([^<>\s]+)\s*>?", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\(?\d{1,2}\)?|[a-z]|\([a-z]\)", re.IGNORECASE)
_MOST_TOLD: Final = 3


class ReadRow(NamedTuple):
    """One row as it stands in the export."""

    row: int
    address: str
    facts: UsageFacts = UsageFacts()
    state: ServerState | None = None
    doubts: tuple[str, ...] = ()
    """Why the row cannot be taken as it stands."""
    remarks: tuple[str, ...] = ()
    """What could not be read beside what was."""
    set_aside: str = ""
    """Why the row is none of a mailbox; empty for all others."""


class ReadSheet(NamedTuple):
    """The export read: its columns, its rows."""

    columns: UsageColumns
    rows: tuple[ReadRow, ...]


def read_export(workbook: Workbook, wish: UsageReadingWish, remembered: Mapping[str, Mapping[str, str]]) -> ReadSheet:
    """Read the sheet asked for, else the one that tells the most. Raises `RuleBroken` where the file has no such sheet."""
    sheet, header = _chosen(workbook, wish)
    if header is None or header.address is None:
        return ReadSheet(_without_headings(sheet, header, wish), ())
    known = remembered.get(header.signature)
    if known:
        header = header.recall(known)
    if wish.meanings:
        header = header.with_meanings(wish.meanings)
    reading = _Reading(sheet, header)
    columns = UsageColumns(
        sheet=sheet.name,
        header_row=header.row_number,
        headings=header.headings,
        meanings=header.columns,
        signature=header.signature,
        problems=tuple(reading.problems()),
        undecided=frozenset(column for column, order in reading.orders.items() if order.is_asked),
        is_chosen=bool(wish.meanings) and header.remembered() != known,
        is_remembered=bool(known) and not wish.meanings,
    )
    return ReadSheet(columns, tuple(reading.rows()))


def stated_on(workbook: Workbook) -> date | None:
    """Find the day the titles above the table say the figures are of; None where none does."""
    for sheet in workbook.sheets:
        header = find_usage_header(sheet)
        above = sheet.rows[: header.row_number - 1] if header else ()
        days = (stated_day(cell.text) for row in above for cell in row.cells if cell.text)
        if (found := next(filter(None, days), None)) is not None:
            return found
    return None


def _chosen(workbook: Workbook, wish: UsageReadingWish) -> tuple[Sheet, UsageHeader | None]:
    """Choose the sheet asked for, else the shown one with the most headings that tell something."""
    shown = [sheet for sheet in workbook.sheets if sheet.rows and not sheet.is_hidden] or list(workbook.sheets)
    if wish.sheet is not None:
        name = clean(wish.sheet)
        shown = [sheet for sheet in workbook.sheets if clean(sheet.name) == name]
        if not shown:
            names = ", ".join(f"«{sheet.name}»" for sheet in workbook.sheets)
            raise RuleBroken(f"Tệp «{workbook.file_name}» không có trang «{name}»; các trang là: {names}.")
    found = [(sheet, find_usage_header(sheet, header_row=wish.header_row)) for sheet in shown]
    return max(found, key=lambda pair: len(pair[1].columns) if pair[1] else -1)


def _without_headings(sheet: Sheet, header: UsageHeader | None, wish: UsageReadingWish) -> UsageColumns:
    if header is None or wish.header_row is None:
        sentence = (
            f"Trang «{sheet.name}» không có dòng tiêu đề nào vừa nêu địa chỉ hộp thư vừa nêu việc sử dụng "
            "(ví dụ «Email», «Đăng nhập lần cuối»); hãy chỉ dòng tiêu đề."
        )
        return UsageColumns(sheet=sheet.name, problems=(sentence,))
    sentence = (
        f"Dòng {header.row_number} của trang «{sheet.name}» chưa có cột nào là «Địa chỉ hộp thư»; hãy chọn cột đó."
    )
    return UsageColumns(
        sheet=sheet.name,
        header_row=header.row_number,
        headings=header.headings,
        meanings=header.columns,
        signature=header.signature,
        problems=(sentence,),
    )


class _Reading:
    """The rows of one sheet under its headings."""

    def __init__(self, sheet: Sheet, header: UsageHeader) -> None:
        self._header = header
        self._below = sheet.rows[header.last_row :]
        self._name = sheet.name
        self._last_uses = header.columns_of(*LAST_USES)
        self._used = self._sized(USED)
        self._quotas = self._sized(QUOTAS)
        self.orders = {column: self._order(column) for column in self._last_uses}

    def problems(self) -> Iterator[str]:
        """Say why nothing can be taken as the columns are read now."""
        if not (
            self._last_uses or self._used or self._quotas or self._columns(UsageMeaning.ACTIVATED, UsageMeaning.STATUS)
        ):
            yield (
                f"Trang «{self._name}» chưa có cột nào nêu việc sử dụng (lần dùng gần nhất, đã kích hoạt, dung lượng); "
                "hãy chọn cột đó."
            )
        for column, order in self.orders.items():
            if order.is_asked:
                yield self._asked(column, order)

    def rows(self) -> Iterator[ReadRow]:
        """Read every row that holds anything."""
        has_ended = False
        for row in self._below:
            if row.is_blank:
                continue
            first = next(cell.text for cell in row.cells if cell.text)
            has_ended = has_ended or (self._address(row) == "" and begins_signature(first))
            aside = "Phần ký tên cuối bảng." if has_ended else self._why_aside(row, first)
            yield ReadRow(row.number, "", set_aside=aside) if aside else self._read(row)

    def _why_aside(self, row: Row, first: str) -> str:
        if self._header.is_repeated_by(row):
            return "Dòng tiêu đề lặp lại."
        address = self._address(row)
        if not address:
            return "Dòng tổng cộng hoặc ghi chú." if begins_total(first) else "Dòng không có địa chỉ hộp thư."
        return "Dòng đánh số cột." if _NUMBERED.fullmatch(address) and "@" not in address else ""

    def _address(self, row: Row) -> str:
        assert self._header.address is not None
        text = row.text(self._header.address)
        found = _WRAPPED.fullmatch(clean(text[:_LONGEST_ADDRESS]))
        return (found[1] if found else clean(text[:_LONGEST_ADDRESS])).lower()

    def _read(self, row: Row) -> ReadRow:
        uses = [self._last_use(row, column) for column in self._last_uses]
        used, quota = self._size(row, self._used), self._size(row, self._quotas)
        state = [row.cell(column) for column in self._columns(UsageMeaning.STATUS)]
        last = max((use.on for use in uses if use.on), default=None)
        facts = UsageFacts(
            last_used_on=last,
            is_activated=True if last else self._activated(row, uses),
            used_mb=used.mb,
            quota_mb=quota.mb or None,
        )
        return ReadRow(
            row.number,
            self._address(row),
            facts,
            next(filter(None, map(read_state, state)), None),
            tuple(use.doubt for use in uses if use.doubt),
            tuple(size.doubt for size in (used, quota) if size.doubt),
        )

    def _activated(self, row: Row, uses: Sequence[LastUse]) -> bool | None:
        """Say whether a mailbox without a day of use was activated: by its own column, else by «never logged in»."""
        said = [read_activated(row.cell(column)) for column in self._columns(UsageMeaning.ACTIVATED)]
        said += [activated_by_state(row.cell(column)) for column in self._columns(UsageMeaning.STATUS)]
        told = next((one for one in said if one is not None), None)
        if told is None and any(use.is_never for use in uses):
            return False
        return told

    def _last_use(self, row: Row, column: int) -> LastUse:
        order = self.orders[column]
        chosen = LAST_USES[self._header.columns[column]] or order.order
        return read_last_use(row.cell(column), chosen, is_swapped=order.is_swapped)

    def _order(self, column: int) -> ColumnOrder:
        """Let the column decide; what the clerk said of it is not asked again."""
        found = find_order([row.cell(column) for row in self._below])
        is_said = LAST_USES[self._header.columns[column]] is not None
        return found if not is_said else ColumnOrder(LAST_USES[self._header.columns[column]])

    def _asked(self, column: int, order: ColumnOrder) -> str:
        called = f"Cột {column_letters(column)} «{self._header.headings.get(column, '')}»"
        why = (
            "có ô ghi ngày trước, có ô ghi tháng trước"
            if order.is_mixed
            else "đọc được cả hai cách, ngày trước hay tháng trước"
        )
        examples = [row.text(column) for row in self._below if read_last_use(row.cell(column), None).doubt][:_MOST_TOLD]
        return f"{called} {why} (ví dụ {', '.join(examples)}); hãy chọn cách đọc của cột."

    def _size(self, row: Row, columns: Mapping[int, SizeUnit | None]) -> Size:
        """Take the first of these columns that is filled."""
        for column, unit in columns.items():
            if row.text(column):
                return read_size(row.cell(column), unit)
        return Size()

    def _sized(self, meanings: Mapping[UsageMeaning, SizeUnit | None]) -> dict[int, SizeUnit | None]:
        """Give each column of a size with its unit: as the clerk said, else as its heading says."""
        return {
            column: meanings[self._header.columns[column]] or unit_in_heading(self._header.headings.get(column, ""))
            for column in self._columns(*meanings)
        }

    def _columns(self, *meanings: UsageMeaning) -> tuple[int, ...]:
        return self._header.columns_of(*meanings)
