"""The monthly sheet of checks as a Word file: A4 landscape, an overview to be signed, then a table of days for each mailbox.

What it says is `documents.check_sheet`. The head of the first page follows NĐ 30/2020, Phụ lục I; the sheet itself is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govmail_desk.documents import check_sheet
from govmail_desk.documents.check_sheet import CheckSheet, SheetDay, SheetMailbox
from govmail_desk.documents.sheet_head import fitting_address, sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file

_PAGE: Final = Page()
_HEAD_MM: Final = (110.0, 142.0)
_OVERVIEW_MM: Final = (11.0, 66.0, 61.0, 21.0, 37.0, 18.0, 14.0, 24.0)
_DAYS_MM: Final = (15.0, 13.0, 54.0, 17.0, 22.0, 54.0, 17.0, 22.0, 38.0)
_SIGNED_MM: Final = (126.0, 126.0)
_ROOM_TO_SIGN_MM: Final = 26
_REST: Final = "EDEDED"
_HEAD: Final = Type(size_pt=11, is_bold=True, align="center")
_TEXT: Final = Type(size_pt=11)
_CENTRED: Final = Type(size_pt=11, align="center")
_SMALL: Final = Type(size_pt=11, is_italic=True)
_CENTRED_DAY: Final = {0, 1, 3, 4, 6, 7}
_CENTRED_OVERVIEW: Final = {0, 3, 4, 5, 6, 7}


def check_sheet_docx(sheet: CheckSheet) -> bytes:
    """Return the .docx of the sheet."""
    return word_file("".join(_body(sheet)), _PAGE)


def _body(sheet: CheckSheet) -> Iterator[str]:
    yield sheet_head(sheet.bodies, sheet.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(check_sheet.TITLE, Type(size_pt=14, is_bold=True, align="center", before_pt=12))
    yield paragraph(sheet.heading, Type(size_pt=14, is_bold=True, align="center", after_pt=6))
    for rule_words in sheet.rules:
        yield paragraph(rule_words, Type(size_pt=13, align="both", after_pt=3))
    yield paragraph("", Type(size_pt=4, keeps_with_next=True))
    yield _overview(sheet)
    yield paragraph("Cách đọc bảng", Type(size_pt=11, is_bold=True, before_pt=6, keeps_with_next=True))
    for line in sheet.legend:
        yield paragraph(f"- {line}", _SMALL)
    yield paragraph("", Type(size_pt=8, keeps_with_next=True))
    yield _signed(sheet)
    for mailbox in sheet.mailboxes:
        yield paragraph(
            f"{check_sheet.TITLE.capitalize()}, {sheet.heading.lower()}",
            Type(size_pt=13, is_bold=True, align="center", after_pt=6, begins_page=True, keeps_with_next=True),
        )
        yield _days(mailbox)
        yield paragraph(mailbox.total(), Type(size_pt=12, is_bold=True, before_pt=6))


def _overview(sheet: CheckSheet) -> str:
    head = row(
        (
            CellBox(content=paragraph(words, _HEAD), width_mm=width)
            for words, width in zip(check_sheet.OVERVIEW, _OVERVIEW_MM, strict=True)
        ),
        is_head=True,
    )
    rows = (
        _plain_row(
            (place, fitting_address(address, width_mm=_OVERVIEW_MM[1], size_pt=_TEXT.size_pt), *rest),
            _OVERVIEW_MM,
            centred=_CENTRED_OVERVIEW,
        )
        for place, address, *rest in sheet.overview()
    )
    return table([head, *rows], _OVERVIEW_MM)


def _days(mailbox: SheetMailbox) -> str:
    return table([*_day_heads(mailbox), *map(_day, mailbox.days)], _DAYS_MM)


def _day_heads(mailbox: SheetMailbox) -> Iterator[str]:
    """Three rows printed again on each page: whose mailbox, the halves of the day, and what is told of each."""
    whose = f"Hộp thư: {mailbox.address} - {mailbox.unit}"
    named = paragraph(whose, Type(size_pt=12, is_bold=True, before_pt=2, after_pt=2))
    yield row([CellBox(content=named, width_mm=sum(_DAYS_MM), span=len(_DAYS_MM))], is_head=True)
    day, weekday, *halves, note = _DAYS_MM
    alone = zip(check_sheet.OF_DAY, (day, weekday), strict=True)
    over = [CellBox(content=paragraph(words, _HEAD), width_mm=width, merge="begins") for words, width in alone]
    over += [CellBox(content=paragraph(words, _HEAD), width_mm=sum(halves) / 2, span=3) for words in check_sheet.HALVES]
    over.append(CellBox(content=paragraph(check_sheet.NOTE, _HEAD), width_mm=note, merge="begins"))
    yield row(over, is_head=True)
    empty = paragraph("", _HEAD)
    under = [CellBox(content=empty, width_mm=width, merge="goes-on") for width in (day, weekday)]
    told = zip(check_sheet.OF_HALF * 2, halves, strict=True)
    under += [CellBox(content=paragraph(words, _HEAD), width_mm=width) for words, width in told]
    under.append(CellBox(content=empty, width_mm=note, merge="goes-on"))
    yield row(under, is_head=True)


def _day(day: SheetDay) -> str:
    return _plain_row(day.cells(), _DAYS_MM, centred=_CENTRED_DAY, fill=_REST if day.note and not day.looks else "")


def _plain_row(cells: tuple[str, ...], widths: tuple[float, ...], *, centred: set[int], fill: str = "") -> str:
    return row(
        (
            CellBox(content=paragraph(text, _CENTRED if place in centred else _TEXT), width_mm=widths[place], fill=fill)
            for place, text in enumerate(cells)
        ),
        height_mm=5.4,
    )


def _signed(sheet: CheckSheet) -> str:
    """The block of two signatures on one page: who made the sheet, and the head."""
    blocks = ((check_sheet.MADE_BY,), sheet.made_by), (sheet.signing, sheet.signer)
    boxes = [
        CellBox(content=_signature(lines, name), width_mm=width, stands="top")
        for (lines, name), width in zip(blocks, _SIGNED_MM, strict=True)
    ]
    return table([row(boxes)], _SIGNED_MM, is_ruled=False)


def _signature(lines: tuple[str, ...], name: str) -> str:
    head = Type(size_pt=13, is_bold=True, align="center", keeps_with_next=True)
    said = "".join(paragraph(line, head) for line in lines)
    said += paragraph(check_sheet.SIGN_HERE, Type(size_pt=12, is_italic=True, align="center", keeps_with_next=True))
    room_pt = _ROOM_TO_SIGN_MM * 72 / 25.4
    return said + paragraph(name, Type(size_pt=13, is_bold=True, align="center", before_pt=room_pt))
