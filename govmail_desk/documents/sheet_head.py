"""What sheets of ours share in Word: the issuing body at the left, the national title at the right, place and day below; addresses.

After NĐ 30/2020, Phụ lục I, ô 1, 2 and 4. Letters and minutes have theirs in their forms (`documents.letter`); the rest of a sheet is its
own (`documents.check_sheet_docx`, `documents.notice_list_docx`).
"""

from __future__ import annotations

from collections.abc import Sequence

from govmail_desk.documents.check_sheet import QUOC_HIEU, TIEU_NGU
from govmail_desk.documents.letter_column import COLUMN_AIR_MM, rule, rule_under
from govmail_desk.documents.print_width import balanced_lines, text_width_mm
from govmail_desk.documents.word_xml import CellBox, Type, paragraph, row, table


def sheet_head(bodies: Sequence[str], place_and_date: str, *, widths_mm: tuple[float, float]) -> str:
    """Write the two columns; the last of the bodies is the issuing one, a line under it a third as long as its name."""
    *parents, body = bodies
    left = "".join(paragraph(parent, Type(size_pt=12, align="center")) for parent in parents)
    lines = balanced_lines(body, width_mm=widths_mm[0] - COLUMN_AIR_MM, size_pt=12, is_bold=True)
    left += paragraph("\n".join(lines), Type(size_pt=12, is_bold=True, align="center"))
    left += str(rule_under(body, column_mm=widths_mm[0], size_pt=12))
    right = paragraph(QUOC_HIEU, Type(size_pt=12, is_bold=True, align="center"))
    right += paragraph(TIEU_NGU, Type(size_pt=13, is_bold=True, align="center"))
    motto_mm = text_width_mm(TIEU_NGU, size_pt=13, is_bold=True)
    right += str(rule(motto_mm, column_mm=widths_mm[1]))
    right += paragraph(place_and_date, Type(size_pt=13, is_italic=True, align="center", before_pt=3))
    boxes = [
        CellBox(content=content, width_mm=width, stands="top")
        for content, width in zip((left, right), widths_mm, strict=True)
    ]
    return table([row(boxes)], widths_mm, is_ruled=False, padding_mm=0)


def fitting_address(address: str, *, width_mm: float, size_pt: float) -> str:
    """Break an address too long for its column before the sign all addresses have, not in the middle of a name."""
    fits = text_width_mm(address, size_pt=size_pt) < width_mm - COLUMN_AIR_MM
    return address if fits else address.replace("@", "\n@")
