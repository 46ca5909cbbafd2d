"""The yearly list of incidents as a Word file: A4 landscape, the table, then who made it and the head. What it says is `incident_list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govmail_desk.documents.check_sheet import SIGN_HERE
from govmail_desk.documents.incident_list import HEADINGS, MADE_BY, TITLE, IncidentList
from govmail_desk.documents.sheet_head import fitting_address, sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file

_HEAD_MM: Final = (110.0, 142.0)
_WIDTHS_MM: Final = (10.0, 21.0, 28.0, 42.0, 46.0, 44.0, 35.0, 26.0)
_SIGNED_MM: Final = (126.0, 126.0)
_ROOM_TO_SIGN_PT: Final = 72.0
_MAILBOX: Final = 3
_CENTRED: Final = {0, 1}
_SIZE_PT: Final = 11
_HEAD: Final = Type(size_pt=11, is_bold=True, align="center")


def incident_list_docx(made: IncidentList) -> bytes:
    """Return the .docx of the list."""
    return word_file("".join(_body(made)), Page())


def _body(made: IncidentList) -> Iterator[str]:
    yield sheet_head(made.bodies, made.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(TITLE.upper(), Type(size_pt=14, is_bold=True, align="center", before_pt=12))
    yield paragraph(f"Năm {made.year}", Type(size_pt=14, is_bold=True, align="center", after_pt=6))
    yield paragraph(made.total, Type(size_pt=13, align="both", after_pt=6))
    yield table([_head(), *map(_line, made.rows())], _WIDTHS_MM)
    yield paragraph("", Type(size_pt=8, keeps_with_next=True))
    yield _signed(made)


def _head() -> str:
    titled = zip(HEADINGS, _WIDTHS_MM, strict=True)
    return row((CellBox(content=paragraph(words, _HEAD), width_mm=width) for words, width in titled), is_head=True)


def _line(cells: tuple[str, ...]) -> str:
    fitted = list(cells)
    fitted[_MAILBOX] = fitting_address(cells[_MAILBOX], width_mm=_WIDTHS_MM[_MAILBOX], size_pt=_SIZE_PT)
    return row(
        CellBox(
            content=paragraph(text, Type(size_pt=_SIZE_PT, align="center" if place in _CENTRED else "left")),
            width_mm=_WIDTHS_MM[place],
        )
        for place, text in enumerate(fitted)
    )


def _signed(made: IncidentList) -> str:
    blocks = ((MADE_BY,), made.made_by), (made.signing, made.signer)
    boxes = [
        CellBox(content=_signature(lines, name), width_mm=width, stands="top")
        for (lines, name), width in zip(blocks, _SIGNED_MM, strict=True)
    ]
    return table([row(boxes)], _SIGNED_MM, is_ruled=False)


def _signature(lines: tuple[str, ...], name: str) -> str:
    head = Type(size_pt=13, is_bold=True, align="center", keeps_with_next=True)
    said = "".join(paragraph(line.upper(), head) for line in lines)
    said += paragraph(SIGN_HERE, Type(size_pt=12, is_italic=True, align="center", keeps_with_next=True))
    return said + paragraph(name, Type(size_pt=13, is_bold=True, align="center", before_pt=_ROOM_TO_SIGN_PT))
