"""The list of whom a unit reminds as a Word file: A4 landscape, what to do above, who below. What it says is `documents.notice_list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.notice_list import HEADINGS, NoticeList
from govmail_desk.documents.sheet_head import fitting_address, sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file
from govmail_desk.domain.staff_notice import ASK_FOR_DAY, LIST_TITLE

_HEAD_MM: Final = (110.0, 142.0)
_WIDTHS_MM: Final = (11.0, 46.0, 52.0, 62.0, 39.0, 42.0)
_CENTRED: Final = {0}
_SIZE_PT: Final = 12
_HEAD: Final = Type(size_pt=12, is_bold=True, align="center")
_SAID: Final = Type(size_pt=13, align="both", after_pt=3)


def notice_list_docx(made: NoticeList) -> bytes:
    """Return the .docx of the list."""
    return word_file("".join(_body(made)), Page())


def _body(made: NoticeList) -> Iterator[str]:
    yield sheet_head(made.bodies, made.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(LIST_TITLE.upper(), Type(size_pt=14, is_bold=True, align="center", before_pt=12, after_pt=6))
    for task in made.tasks:
        yield paragraph(task, _SAID)
    for words in made.password_lines:
        yield from (paragraph(line, _SAID) for line in words.split("\n"))
    yield paragraph(ASK_FOR_DAY, Type(size_pt=13, is_bold=True, align="both", after_pt=6))
    yield table([_head(), *map(_line, made.rows())], _WIDTHS_MM)
    yield paragraph(f"Người lập danh sách: {made.made_by}", Type(size_pt=12, is_italic=True, before_pt=8))


def _head() -> str:
    titled = zip(HEADINGS, _WIDTHS_MM, strict=True)
    return row((CellBox(content=paragraph(words, _HEAD), width_mm=width) for words, width in titled), is_head=True)


def _line(cells: tuple[str, ...]) -> str:
    number, full_name, unit, mailboxes, *rest = cells
    addresses = (fitting_address(one, width_mm=_WIDTHS_MM[3], size_pt=_SIZE_PT) for one in mailboxes.split(", "))
    return row(
        CellBox(
            content=paragraph(text, Type(size_pt=_SIZE_PT, align="center" if place in _CENTRED else "left")),
            width_mm=_WIDTHS_MM[place],
        )
        for place, text in enumerate((number, full_name, unit, "\n".join(addresses), *rest))
    )
