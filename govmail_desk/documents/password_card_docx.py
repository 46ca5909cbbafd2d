"""The password card as a Word file: one A5 page to hang beside a desk. What it says is `domain.password_card`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final, Literal

from govmail_desk.documents.print_width import balanced_lines
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file
from govmail_desk.domain.password_card import OURS_HEADING, PARTS, TITLE, CardLine, PasswordCard

_PAGE: Final = Page(width=148, height=210, top=11, bottom=10, left=12, right=12)
_WIDTHS_MM: Final = (33.0, 67.0, 24.0)
_PART: Final = Type(size_pt=11, is_bold=True, before_pt=1, after_pt=1, keeps_with_next=True)
_TEXT: Final = Type(size_pt=10.5, before_pt=1, after_pt=1)
_SHADE: Final = "EDEDED"


def password_card_docx(card: PasswordCard, *, unit: str) -> bytes:
    """Return the .docx of the card, the unit's name at its head."""
    return word_file("".join(_body(card, unit)), _PAGE)


def _body(card: PasswordCard, unit: str) -> Iterator[str]:
    lines = balanced_lines(unit.upper(), width_mm=sum(_WIDTHS_MM), size_pt=10, is_bold=True)
    yield paragraph("\n".join(lines), Type(size_pt=10, is_bold=True, align="center"))
    yield paragraph(TITLE.upper(), Type(size_pt=13, is_bold=True, align="center", before_pt=3))
    yield paragraph(f"Theo {card.regulation}", Type(size_pt=10, is_italic=True, align="center", after_pt=4))
    yield table(_rows(card), _WIDTHS_MM)
    for note in card.notes:
        yield paragraph(f"Lưu ý: {note}", Type(size_pt=10, is_italic=True, before_pt=3))
    yield paragraph(OURS_HEADING, Type(size_pt=11, is_bold=True, before_pt=5, keeps_with_next=True))
    for words in card.advice:
        yield paragraph(f"- {words}", Type(size_pt=10.5, before_pt=1))


def _rows(card: PasswordCard) -> Iterator[str]:
    for part, heading in PARTS.items():
        box = CellBox(content=paragraph(heading, _PART), width_mm=sum(_WIDTHS_MM), span=3, fill=_SHADE)
        yield row([box])
        for label, lines in groupby(card.of(part), key=lambda line: line.label):
            for place, line in enumerate(lines):
                yield _line(label if place == 0 else "", line)


def _line(label: str, line: CardLine) -> str:
    """One rule; several under one label stand under it without naming it again."""
    look = replace(_TEXT, is_italic=line.ground == "silent")
    cells = ((label, _TEXT), (line.words, look), (line.source, _TEXT))
    merged: Literal["begins", "goes-on"] = "begins" if label else "goes-on"
    return row(
        CellBox(
            content=paragraph(text, type_),
            width_mm=_WIDTHS_MM[place],
            merge="" if place else merged,
            stands="top" if place == 0 else "center",
        )
        for place, (text, type_) in enumerate(cells)
    )
