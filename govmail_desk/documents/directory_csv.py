"""An edition of the directory as a .csv: UTF-8 with the mark a spreadsheet knows it by, a line a person or unit, no cell a formula.

What it says is `documents.directory`.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.directory import ADDRESS, PHONE, POST, STATE, state_words

if TYPE_CHECKING:
    from govmail_desk.documents.directory import DirectoryPaper
    from govmail_desk.domain.directory import PlacedLine

_ABOVE: Final = "Đơn vị cấp trên"
_UNIT: Final = "Đơn vị"
_NAME: Final = "Họ và tên"
_AS_OF: Final = "Số liệu đến ngày"
_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TAB: Final = "\t"
_BETWEEN_UNITS: Final = " / "


def directory_csv(paper: DirectoryPaper) -> bytes:
    """Return the .csv; lines end as RFC 4180 has it, every cell stands in quotes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    states = () if paper.is_public else (STATE,)
    writer.writerow((_ABOVE, _UNIT, _NAME, POST, PHONE, ADDRESS, *states, _AS_OF))
    for one in paper.placed:
        states = () if paper.is_public else (state_words(one.line).replace("\n", ", "),)
        told = map(as_text, (*_names(one), one.line.title))
        rest = map(as_text, (one.line.address, *states))
        writer.writerow((*told, _phone(one.line.office_phone), *rest, f"{paper.as_of_on:%d/%m/%Y}"))
    return text.getvalue().encode("utf-8-sig")


def as_text(cell: str) -> str:
    """Keep a text from being read as a formula by a tab before it, which a spreadsheet keeps and reading a list drops.

    A quote mark in its place is lost once the file is saved again (research/peers.md, 7).
    """
    return f"{_TAB}{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell


def _phone(number: str) -> str:
    """Keep a telephone a text, so that its first 0 stays."""
    return f"{_TAB}{number}" if number else ""


def _names(one: PlacedLine) -> tuple[str, str, str]:
    """The units above, the unit itself, and the person where it is one."""
    *above, unit = one.units or ("",)
    return _BETWEEN_UNITS.join(above), unit, one.line.name if one.line.kind == "person" else ""
