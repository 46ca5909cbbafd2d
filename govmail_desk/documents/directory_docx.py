"""An edition of the directory as a Word file to print: A4 landscape, the head of a paper by NĐ 30/2020, heads of columns on each page.

What it says is `documents.directory`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govmail_desk.documents.directory import TITLE
from govmail_desk.documents.sheet_head import fitting_address, sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.documents.directory import DirectoryPaper
    from govmail_desk.domain.directory import DirectoryLine

_HEAD_MM: Final = (110.0, 142.0)
_PUBLIC_MM: Final = (13.0, 76.0, 54.0, 36.0, 73.0)
_OFFICE_MM: Final = (13.0, 66.0, 46.0, 32.0, 67.0, 28.0)
_SIZE_PT: Final = 12
_STEP: Final = "\u2003"
"""What a name stands in by for each level: a blank as wide as a letter is high."""
_DEEPEST: Final = 5
_UNIT_GROUND: Final = "E8EEF4"
_HEAD: Final = Type(size_pt=_SIZE_PT, is_bold=True, align="center")
_ADDRESSES_AT: Final = 4


def directory_docx(paper: DirectoryPaper) -> bytes:
    """Return the .docx."""
    return word_file("".join(_body(paper)), Page())


def _body(paper: DirectoryPaper) -> Iterator[str]:
    widths = _PUBLIC_MM if paper.is_public else _OFFICE_MM
    yield sheet_head(paper.bodies, paper.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(TITLE.upper(), Type(size_pt=14, is_bold=True, align="center", before_pt=12))
    yield paragraph(paper.edition, Type(size_pt=13, is_italic=True, align="center", after_pt=8))
    heads = zip(paper.headings, widths, strict=True)
    head = row((CellBox(content=paragraph(words, _HEAD), width_mm=width) for words, width in heads), is_head=True)
    yield table([head, *(_row(line, cells, widths) for line, cells in paper.rows())], widths)
    yield paragraph("", Type(size_pt=4))


def _row(line: DirectoryLine, cells: Sequence[str], widths: Sequence[float]) -> str:
    is_unit = line.kind == "unit"
    fill = _UNIT_GROUND if is_unit else ""
    return row(
        CellBox(content=paragraph(text, _type(place, is_bold=is_unit)), width_mm=widths[place], fill=fill)
        for place, text in enumerate(_fitted(line, cells, widths))
    )


def _fitted(line: DirectoryLine, cells: Sequence[str], widths: Sequence[float]) -> Iterator[str]:
    number, name, post, phone, addresses, *rest = cells
    yield number
    yield f"{_STEP * min(line.level, _DEEPEST)}{name}"
    yield from (post, phone)
    width = widths[_ADDRESSES_AT]
    yield "\n".join(fitting_address(one, width_mm=width, size_pt=_SIZE_PT) for one in addresses.split("\n"))
    yield from rest


def _type(place: int, *, is_bold: bool) -> Type:
    return Type(size_pt=_SIZE_PT, is_bold=is_bold, align="left" if place else "center", before_pt=1, after_pt=1)
