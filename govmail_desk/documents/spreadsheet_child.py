"""The process that reads a list: `python -m govmail_desk.documents.spreadsheet_child KIND LIMITS`.

The file comes in on stdin, the answer goes out on stdout. It limits its own memory and time before the first byte is
parsed, because calamine ends its whole process on some hostile files (one cell at XFD1048576). It opens no file itself.
Who starts it: `spreadsheet`.
"""

from __future__ import annotations

import gc
import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, Final
from unicodedata import category, is_normalized, normalize

import msgspec
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason, Refused, Taken
from govmail_desk.documents.spreadsheet_kind import FileKind
from govmail_desk.documents.spreadsheet_limits import Limits, limit_this_process
from govmail_desk.documents.spreadsheet_package import Fonts, Package
from govmail_desk.documents.spreadsheet_text import decode, read_rows
from govmail_desk.domain.sheet import BLANK_CELL, Cell, CellKind, MergedRange, Row, Sheet, column_letters

_EXACT_INTEGERS: Final = 1e15  # a spreadsheet keeps 15 digits
_ESCAPED_CONTROL: Final = re.compile(r"_x00[01][0-9A-Fa-f]_")

_FONT_UNKNOWN: Final[dict[tuple[int, int], str]] = {}


def main(arguments: list[str]) -> int:
    """Read the file on stdin; the answer is always one whole document, or nothing when the system ends the process."""
    gc.disable()  # nothing here lives in cycles, and looking for them among a million cells takes half the time
    limits = msgspec.json.decode(arguments[1], type=Limits)
    content = sys.stdin.buffer.read()
    with suppress(OSError):  # the clock of the process that asked still ends this one
        limit_this_process(memory_bytes=limits.memory_bytes, cpu_seconds=limits.seconds_for(len(content)))
    sys.stdout.buffer.write(_answer(content, FileKind(arguments[0]), limits))
    return 0


def _answer(content: bytes, kind: FileKind, limits: Limits) -> bytes:
    refused: NotTaken
    try:
        return msgspec.msgpack.encode(_Reading(limits).taken(content, kind))
    except NotTaken as refusal:
        refused = refusal
    except MemoryError:
        refused = NotTaken(Reason.OUT_OF_MEMORY)
    except BaseException:  # a panic inside calamine is no Exception; whatever a file causes, the file is damaged
        traceback.print_exc()
        refused = NotTaken(Reason.DAMAGED)
    return msgspec.msgpack.encode(Refused(refused.reason.name, refused.details))


class _Reading:
    """One file being read, with what it has taken of its limits so far."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._cell_count = 0
        self._text_length = 0
        self._texts: dict[str, Cell] = {"": BLANK_CELL}

    def taken(self, content: bytes, kind: FileKind) -> Taken:
        """Read the whole file; raises `NotTaken`, or an error of calamine on a file it cannot make out."""
        taken = self._file(content, kind)
        if not any(sheet.rows for sheet in taken.sheets):
            raise NotTaken(Reason.NO_ROWS)
        return taken

    def _file(self, content: bytes, kind: FileKind) -> Taken:
        if kind is FileKind.CSV:
            return self._text_file(content)
        if kind is FileKind.XLS:
            return Taken(tuple(self._workbook(content, {})), ())
        package = Package(content, self._limits)
        is_xlsx = package.kind() is FileKind.XLSX
        warnings = tuple(package.warnings())
        return Taken(tuple(self._workbook(content, package.legacy_fonts() if is_xlsx else {})), warnings)

    def _text_file(self, content: bytes) -> Taken:
        text, warning = decode(content)
        rows = self._rows("CSV", enumerate(read_rows(text), start=1), _FONT_UNKNOWN)
        return Taken((Sheet("CSV", rows),), (warning,) if warning else ())

    def _workbook(self, content: bytes, fonts: Fonts) -> Iterator[Sheet]:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            for about in workbook.sheets_metadata:
                if about.typ is SheetTypeEnum.WorkSheet:
                    sheet = workbook.get_sheet_by_name(about.name)
                    rows = self._sheet_rows(sheet, fonts.get(about.name, _FONT_UNKNOWN))
                    yield Sheet(about.name, rows, _merged(sheet, rows), about.visible is not SheetVisibleEnum.Visible)

    def _sheet_rows(self, sheet: CalamineSheet, fonts: dict[tuple[int, int], str]) -> tuple[Row, ...]:
        if sheet.start is None or sheet.end is None:
            return ()
        self._refuse_far_cell(sheet)
        left = [""] * sheet.start[1]
        whole_rows = (left + values for values in sheet.iter_rows())
        return self._rows(sheet.name, enumerate(whole_rows, start=1), fonts)

    def _refuse_far_cell(self, sheet: CalamineSheet) -> None:
        """A blank-looking cell far away makes calamine's table, which is never sparse, as large as the whole sheet."""
        assert sheet.end is not None
        row, column = sheet.end
        if row >= self._limits.row_count or sheet.height * sheet.width > self._limits.cell_count:
            raise NotTaken(Reason.FAR_CELL, sheet=sheet.name, found=f"{column_letters(column)}{row + 1}")

    def _rows(
        self, sheet: str, numbered: Iterable[tuple[int, list[Any]]], fonts: dict[tuple[int, int], str]
    ) -> tuple[Row, ...]:
        rows: list[Row] = []
        last = 0
        for number, values in numbered:
            if number > self._limits.row_count:
                raise NotTaken(Reason.TOO_MANY_ROWS, sheet=sheet, limit=self._limits.row_count)
            cells = self._cells(values)
            if fonts:
                cells = [cell._replace(font=fonts.get((number, column))) for column, cell in enumerate(cells)]
            rows.append(Row(number, tuple(cells)))
            if cells:
                last = number
        return tuple(rows[:last])

    def _cells(self, values: list[Any]) -> list[Cell]:
        known = self._texts
        cells = [known[value] if type(value) is str and value in known else self._cell(value) for value in values]
        while cells and not cells[-1].text:
            cells.pop()
        self._cell_count += len(cells)
        self._text_length += sum(len(cell.text) for cell in cells)
        if self._cell_count > self._limits.cell_count:
            raise NotTaken(Reason.TOO_MANY_CELLS, limit=self._limits.cell_count)
        if self._text_length > self._limits.text_length:
            raise NotTaken(Reason.TOO_MUCH_TEXT)
        return cells

    def _cell(self, raw: object) -> Cell:
        if not isinstance(raw, str):
            return _CELL_OF[type(raw)](raw)
        text = _plain(raw)
        cell = BLANK_CELL if not text or text.isspace() else Cell(text)
        self._texts[raw] = cell
        return cell


def _plain(text: str) -> str:
    """NFC without control characters; a line break inside a cell stays, and so does U+00AD, the ư of TCVN3."""
    if "_x00" in text:
        text = _ESCAPED_CONTROL.sub("", text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if text.isprintable():
        return text
    spaced = text.replace("\t", " ")
    return "".join(letter for letter in spaced if letter == "\n" or category(letter) not in {"Cc", "Cs"})


def _number(value: float) -> Cell:
    """A number as its digits, without the `.0` of a whole one; no leading zero is invented."""
    is_whole = value.is_integer() and abs(value) < _EXACT_INTEGERS
    return Cell(str(int(value)) if is_whole else repr(value), CellKind.NUMBER)


def _moment(value: datetime) -> Cell:
    """A date as ISO; its time only where it has one."""
    is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
    return Cell(value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="minutes"), CellKind.DATE)


_CELL_OF: Final[dict[type, Callable[[Any], Cell]]] = {
    float: _number,
    int: lambda value: Cell(str(value), CellKind.NUMBER),
    bool: lambda value: Cell("TRUE" if value else "FALSE", CellKind.BOOLEAN),
    date: lambda value: Cell(value.isoformat(), CellKind.DATE),
    datetime: _moment,
    time: lambda value: Cell(value.isoformat(timespec="minutes")),
    timedelta: lambda value: Cell(str(value)),
}


def _merged(sheet: CalamineSheet, rows: tuple[Row, ...]) -> tuple[MergedRange, ...]:
    """The merged ranges that begin within the rows, cut off where the rows end."""
    last, width = len(rows), max((len(row.cells) for row in rows), default=0)
    return tuple(
        MergedRange(top + 1, left, min(bottom + 1, last), min(right, max(width - 1, left)))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < last and left < width
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
