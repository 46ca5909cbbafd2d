"""All that the register holds of one person, as a Word file to hand over and as JSON to take elsewhere; both say the same.

What stands in it is read by `operations.extracts`. The paper's head follows NĐ 30/2020, Phụ lục I; the sheet itself is ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.sheet_head import sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file

TITLE: Final = "Dữ liệu cá nhân trong sổ hộp thư điện tử công vụ"
NOTHING: Final = "không có"
_HEAD_MM: Final = (110.0, 142.0)
_WIDE_MM: Final = 252.0
_FACTS_MM: Final = (70.0, 182.0)
_HEAD: Final = Type(size_pt=12, is_bold=True, align="center")
_CELL: Final = Type(size_pt=12)
_SAID: Final = Type(size_pt=13, align="both", after_pt=3)
_PART: Final = Type(size_pt=13, is_bold=True, before_pt=9, after_pt=3, keeps_with_next=True)


@dataclass(frozen=True, slots=True)
class ExtractPart:
    """One kind of thing the register holds of the person; the shares say how wide each column is."""

    title: str
    headings: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonExtract:
    """The whole extract."""

    bodies: tuple[str, ...]
    place_and_date: str
    full_name: str
    facts: tuple[tuple[str, str], ...]
    """What it is called, and what the register holds; empty where it holds nothing."""
    parts: tuple[ExtractPart, ...]
    rights: tuple[str, ...]
    """What the person may ask for, and how soon it is answered."""
    made_by: str

    @property
    def row_count(self) -> int:
        """How many lines it has beside the facts."""
        return sum(len(part.rows) for part in self.parts)


def extract_docx(extract: PersonExtract) -> bytes:
    """Return the .docx."""
    return word_file("".join(_body(extract)), Page())


def extract_json(extract: PersonExtract) -> bytes:
    """Return the same as JSON in UTF-8, one object a line of each part under its headings."""
    said = {
        "tieu_de": TITLE,
        "ho_ten": extract.full_name,
        "lap_tai": extract.place_and_date,
        "nguoi_lap": extract.made_by,
        "thong_tin": dict(extract.facts),
        "cac_phan": [
            {"ten": part.title, "dong": [dict(zip(part.headings, cells, strict=True)) for cells in part.rows]}
            for part in extract.parts
        ],
        "quyen_cua_nguoi_co_du_lieu": list(extract.rights),
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _body(extract: PersonExtract) -> Iterator[str]:
    yield sheet_head(extract.bodies, extract.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(TITLE.upper(), Type(size_pt=14, is_bold=True, align="center", before_pt=12))
    yield paragraph(f"Người có dữ liệu: {extract.full_name}", Type(size_pt=14, align="center", after_pt=6))
    yield paragraph("Thông tin đang ghi", _PART)
    yield table([_line((words, said or NOTHING), _FACTS_MM) for words, said in extract.facts], _FACTS_MM)
    for part in extract.parts:
        if part.rows:
            yield paragraph(f"{part.title} ({len(part.rows)})", _PART)
            yield _table(part)
    empty = [part.title.lower() for part in extract.parts if not part.rows]
    if empty:
        yield paragraph(f"Sổ không ghi gì về người này ở các phần: {', '.join(empty)}.", Type(size_pt=13, before_pt=9))
    yield paragraph("Quyền của người có dữ liệu", _PART)
    for said in extract.rights:
        yield paragraph(f"- {said}", _SAID)
    yield paragraph(f"Người lập: {extract.made_by}", Type(size_pt=12, is_italic=True, before_pt=8))


def _table(part: ExtractPart) -> str:
    widths = tuple(_WIDE_MM * share / sum(part.shares) for share in part.shares)
    titled = zip(part.headings, widths, strict=True)
    head = row((CellBox(content=paragraph(words, _HEAD), width_mm=width) for words, width in titled), is_head=True)
    return table([head, *(_line(cells, widths) for cells in part.rows)], widths)


def _line(cells: tuple[str, ...], widths: tuple[float, ...]) -> str:
    boxes = zip(cells, widths, strict=True)
    return row(CellBox(content=paragraph(text, _CELL), width_mm=width) for text, width in boxes)
