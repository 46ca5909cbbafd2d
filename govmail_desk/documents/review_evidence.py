"""The file of a review (hồ sơ rà soát): one .zip with a summary for Word, the whole list for Excel, and every paper as it went or came.

What stands in it is gathered by `operations.review_evidence`. The same content gives the same bytes on whatever day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from govmail_desk.documents.package import packed
from govmail_desk.documents.result_list import plain_book
from govmail_desk.documents.sheet_head import sheet_head
from govmail_desk.documents.word_xml import CellBox, Page, Type, paragraph, row, table, word_file

SUMMARY_NAME: Final = "1-tong-hop.docx"
LIST_NAME: Final = "2-danh-sach-va-quyet-dinh.xlsx"
FOLDERS: Final = {"sheet": "3-phieu-gui-di", "answer": "4-phieu-tra-loi", "reminder": "5-van-ban-nhac"}
LIST_COLUMNS: Final = {
    "STT": 5,
    "Bộ phận": 26,
    "Địa chỉ hộp thư": 32,
    "Người dùng": 22,
    "Chức vụ": 17,
    "Trạng thái": 17,
    "Lần dùng gần nhất được biết": 12,
    "Điều cần xem": 22,
    "Quyết định": 11,
    "Ghi chú": 22,
    "Đề nghị": 20,
}
_TITLE: Final = "Kết quả rà soát hộp thư điện tử công vụ"
_HEAD_MM: Final = (110.0, 142.0)
_SAID: Final = Type(size_pt=13, align="both", after_pt=3)
_PART: Final = Type(size_pt=13, is_bold=True, before_pt=9, after_pt=3, keeps_with_next=True)
_CELL: Final = Type(size_pt=12)
_CENTRED: Final = Type(size_pt=12, align="center")
_COLUMN_HEAD: Final = Type(size_pt=12, is_bold=True, align="center")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of the summary."""

    title: str
    width_mm: float
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the summary under its heading; said in words where it has no row."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    when_empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceContent:
    """What the summary says."""

    bodies: tuple[str, ...]
    place_and_date: str
    title: str
    facts: tuple[str, ...]
    """The plan, the population, the counts, each a sentence."""
    tables: tuple[Table, ...]
    remarks: tuple[str, ...]
    """What stays open, and why it was closed so."""
    made_by: str


def evidence_pack(
    content: EvidenceContent, rows: Sequence[Sequence[object]], papers: Mapping[tuple[str, str], bytes]
) -> bytes:
    """Return the .zip; `papers` are keyed by their role and the name they have in it."""
    parts = {SUMMARY_NAME: evidence_docx(content), LIST_NAME: plain_book("Rà soát", LIST_COLUMNS, rows)}
    parts |= {f"{FOLDERS[role]}/{name}": said for (role, name), said in papers.items()}
    return packed(parts)


def evidence_docx(content: EvidenceContent) -> bytes:
    """Return the .docx of the summary."""
    return word_file("".join(_body(content)), Page())


def _body(content: EvidenceContent) -> Iterator[str]:
    yield sheet_head(content.bodies, content.place_and_date, widths_mm=_HEAD_MM)
    yield paragraph(_TITLE.upper(), Type(size_pt=14, is_bold=True, align="center", before_pt=12))
    yield paragraph(content.title, Type(size_pt=14, is_bold=True, align="center", after_pt=6))
    for words in content.facts:
        yield paragraph(words, _SAID)
    for one in content.tables:
        yield paragraph(one.title, _PART)
        yield _table(one) if one.rows else paragraph(one.when_empty, _SAID)
    if content.remarks:
        yield paragraph("Việc còn lại", _PART)
    for words in content.remarks:
        yield paragraph(f"- {words}", _SAID)
    yield paragraph(f"Người lập: {content.made_by}", Type(size_pt=12, is_italic=True, before_pt=9))


def _table(one: Table) -> str:
    widths = [column.width_mm for column in one.columns]
    head = row(
        (
            CellBox(content=paragraph(column.title, _COLUMN_HEAD), width_mm=column.width_mm, fill="EDEDED")
            for column in one.columns
        ),
        is_head=True,
    )
    rows = (
        row(
            CellBox(content=paragraph(text, _CENTRED if column.is_centred else _CELL), width_mm=column.width_mm)
            for column, text in zip(one.columns, cells, strict=True)
        )
        for cells in one.rows
    )
    return table([head, *rows], widths)
