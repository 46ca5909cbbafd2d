"""Whether the cells of a column look like what its heading says: addresses with @, telephones of digits, names.

A column that shifted by one, or a heading that means something else here, shows in the cells only. What the headings
say: `domain.table_columns`. Single cells: `domain.list_cell`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from govmail_desk.domain.heading import Meaning
from govmail_desk.domain.list_cell import is_bare_local_part, is_public_mail, read_day
from govmail_desk.domain.sheet import Sheet, column_letters
from govmail_desk.domain.vietnamese import clean, fold

_SAMPLED_ROW_COUNT: Final = 200
_MOST: Final = 0.6
_FEW: Final = 0.3
_SHIFTED_COLUMN_COUNT: Final = 2
_SHORT_ORDINAL: Final = re.compile(r"\d{1,5}[.)]?|[IVXLC]+[.)]?")
_PHONE: Final = re.compile(r"[+\d][\d\s.()/;,-]{7,}")
_ID_NUMBER: Final = re.compile(r"(?:\d\s?){8,12}")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_GIVEN_NAME: Final = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_NO_ADDRESS: Final = {"", "-", "x", "khong", "khong co", "chua co", "chua cap", "cap moi"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What speaks against a reading of the columns, as a sentence; while a blocking one stands nothing is imported."""

    sentence: str
    column: int | None = None
    is_blocking: bool = True


def sampled(sheet: Sheet, column: int, last_row: int) -> list[str]:
    """Return what stands in a column under the headings, in the first rows that hold more than one cell."""
    rows = sheet.rows[last_row : last_row + _SAMPLED_ROW_COUNT]
    return [
        clean(text) for row in rows if (text := row.text(column)) and sum(bool(cell.text) for cell in row.cells) > 1
    ]


def share(texts: list[str], is_such: Callable[[str], object]) -> float:
    """Return how many of the texts are such, from 0 to 1; 0 where there are none."""
    return sum(bool(is_such(text)) for text in texts) / len(texts) if texts else 0


def holds_addresses(texts: list[str]) -> bool:
    return share(texts, has_at) >= _MOST


def holds_public_mail(texts: list[str]) -> bool:
    return share([text for text in texts if has_at(text)], is_public_mail) >= _MOST


def holds_given_names(texts: list[str]) -> bool:
    """Tell the second of two columns under one heading «Họ và tên»: a single word in each cell."""
    return share(texts, _GIVEN_NAME.fullmatch) >= _MOST


def has_at(text: str) -> bool:
    return "@" in text


def problems_of(
    sheet: Sheet, columns: Mapping[int, Meaning], headings: Mapping[int, str], last_row: int
) -> tuple[Problem, ...]:
    """Ask the cells whether the columns are read right; a shift of the whole table explains more than they do."""
    cells = {column: sampled(sheet, column, last_row) for column in range(max(columns, default=-1) + 2)}
    shift = _shift(columns, cells)
    if shift:
        return (shift,)
    return tuple(_missing_columns(columns)) + tuple(_disagreements(columns, headings, cells))


def _missing_columns(columns: Mapping[int, Meaning]) -> Iterator[Problem]:
    held = set(columns.values())
    if not held & {Meaning.FULL_NAME, Meaning.GIVEN, Meaning.UNIT, Meaning.ADDRESS}:
        yield Problem("Chưa có cột nào là «Họ và tên», «Cơ quan, đơn vị» hay «Địa chỉ hộp thư»; hãy chỉ cột đó.")
    if Meaning.FAMILY_AND_MIDDLE in held and not held & {Meaning.GIVEN, Meaning.FULL_NAME}:
        yield Problem("Có cột họ và đệm mà không có cột tên; hãy chỉ cột tên.")


def _disagreements(
    columns: Mapping[int, Meaning], headings: Mapping[int, str], cells: Mapping[int, list[str]]
) -> Iterator[Problem]:
    for column, meaning in columns.items():
        called = f"Cột {column_letters(column)} «{headings.get(column, '')}»"
        if meaning is Meaning.ADDRESS:
            yield from _address_problems(column, called, cells[column])
        elif meaning in {Meaning.FULL_NAME, Meaning.FAMILY_AND_MIDDLE, Meaning.GIVEN}:
            if share(cells[column], _DIGIT.search) > _FEW:
                yield Problem(f"{called} được hiểu là tên người nhưng chứa nhiều chữ số; hãy chọn lại cột tên.", column)
        elif meaning is Meaning.PHONE and share(cells[column], _LETTER.search) > _FEW:
            yield Problem(
                f"{called} được hiểu là số điện thoại nhưng chứa nhiều chữ; hãy xem lại.", column, is_blocking=False
            )


def _address_problems(column: int, called: str, cells: list[str]) -> Iterator[Problem]:
    filled = [text for text in cells if fold(text) not in _NO_ADDRESS]
    if filled and not any(map(has_at, filled)):
        if share(filled, is_bare_local_part) >= _MOST:
            sentence = f"{called} chỉ ghi phần đầu của địa chỉ, thiếu «@» và tên miền; các dòng đó sẽ để riêng."
            yield Problem(sentence, column, is_blocking=False)
        else:
            yield Problem(f"{called} được hiểu là địa chỉ hộp thư nhưng không ô nào có «@»; hãy chọn lại cột.", column)
    elif holds_public_mail(filled):
        sentence = f"{called} chứa thư riêng (gmail, yahoo…), không phải hộp thư công vụ; hãy xem lại."
        yield Problem(sentence, column, is_blocking=False)


def _shift(columns: Mapping[int, Meaning], cells: Mapping[int, list[str]]) -> Problem | None:
    """Find the headings whose cells stand in the next column, all to the same side."""
    for step, side in ((1, "phải"), (-1, "trái")):
        shifted = [
            column
            for column, meaning in columns.items()
            if meaning in _LOOKS and not _fits(meaning, cells[column]) and _fits(meaning, cells.get(column + step, []))
        ]
        if len(shifted) >= _SHIFTED_COLUMN_COUNT:
            names = ", ".join(f"«{columns[column].label}»" for column in shifted)
            return Problem(f"Dữ liệu lệch một cột về bên {side} so với tiêu đề (thấy ở {names}); hãy sửa lại bảng.")
    return None


def _fits(meaning: Meaning, cells: list[str]) -> bool:
    return share(cells, _LOOKS[meaning]) >= _MOST


def _is_name(text: str) -> bool:
    return " " in text and not _DIGIT.search(text) and "@" not in text


_LOOKS: Final[Mapping[Meaning, Callable[[str], object]]] = {
    Meaning.ORDINAL: _SHORT_ORDINAL.fullmatch,
    Meaning.FULL_NAME: _is_name,
    Meaning.BIRTH_ON: lambda text: read_day(text).day,
    Meaning.PHONE: _PHONE.fullmatch,
    Meaning.ID_NUMBER: _ID_NUMBER.fullmatch,
    Meaning.ADDRESS: has_at,
}
"""What the cells of a column look like, where that can be told at all."""
