"""Lists kept as plain text (.csv): which letters the bytes stand for, what parts the cells, which quotes are not data.

Spreadsheet files proper: `spreadsheet_child`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final
from unicodedata import normalize

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason

_DELIMITERS: Final = ",;\t"
_SNIFFED_LINE_COUNT: Final = 20
_LONGEST_CELL: Final = 32_767  # Excel's own limit; the csv module refuses more by it
_MARKS_OF_1258: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_DELIMITER_LINE: Final = re.compile(r"sep=(.)\r?\n?")
_FORMULA_TEXT: Final = re.compile(r'="([^"]*)"')
_GUARDED: Final = re.compile(r"'[=+\-@\t\r]")

WARN_1258: Final = "Tệp không ghi theo UTF-8, đã đọc theo bảng mã Windows-1258; hãy xem kỹ dấu khi xem trước."
WARN_1252: Final = (
    "Tệp không ghi theo UTF-8, đã đọc theo bảng mã Windows-1252 (thường là phông cũ TCVN3, VNI);"
    " hãy xem kỹ dấu khi xem trước."
)


def decode(content: bytes) -> tuple[str, str | None]:
    """Return the text and, where the letters had to be guessed, the sentence that says so."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16"), None
    if 0 in content:
        return _decoded(content, "utf-16-le" if 0 in content[1::2] else "utf-16-be"), None
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return _guessed(content)


def read_rows(text: str) -> Iterator[list[str]]:
    """Yield the cells of each line; a spreadsheet's guard before a formula sign (`'+84…`, `="0912…"`) is taken off.

    Raises `NotTaken` on a cell longer than Excel allows.
    """
    csv.field_size_limit(_LONGEST_CELL)
    hint = _DELIMITER_LINE.match(text)
    delimiter = hint[1] if hint else _sniffed(text)
    lines = StringIO(text[hint.end() :] if hint else text, newline="")
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            yield [_unguarded(cell) for cell in cells]
    except csv.Error as error:
        raise NotTaken(Reason.DAMAGED) from error


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTaken(Reason.DAMAGED) from error


def _guessed(content: bytes) -> tuple[str, str]:
    try:
        text = content.decode("cp1258")
    except UnicodeDecodeError:
        text = ""
    if _has_tones_on_vowels(text):
        return text, WARN_1258
    return content.decode("cp1252", errors="replace"), WARN_1252


def _has_tones_on_vowels(text: str) -> bool:
    """Windows-1258 writes a tone after its vowel; in any other reading its bytes fall on consonants too."""
    carriers = [text[place - 1 : place] for place, letter in enumerate(text) if letter in _MARKS_OF_1258]
    return bool(carriers) and all(normalize("NFC", carrier).lower() in _VOWELS for carrier in carriers)


def _sniffed(text: str) -> str:
    """The delimiter that parts the most of the first lines into the same number of cells."""
    lines = [line for line in text.splitlines()[:_SNIFFED_LINE_COUNT] if line.strip()]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    try:
        counts = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1]
    except csv.Error:  # a cell too long: this character parts nothing here
        return (0, 0)
    return (max((counts.count(count) for count in counts), default=0), sum(counts))


def _unguarded(cell: str) -> str:
    formula = _FORMULA_TEXT.fullmatch(cell)
    if formula:
        return formula[1]
    return cell[1:] if _GUARDED.match(cell) else cell
