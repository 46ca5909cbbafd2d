"""A paper as it now is: its paragraphs in order with their text, look and place, its sheets, headers and footers.

Runs that Word split are joined where they look alike; text in tables, text boxes and fields is there, deleted and hidden
text is not. Not here: which paragraph is which part of a paper (`layout.components`), lines drawn as shapes
(`layout.drawn_lines`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from posixpath import dirname, join, normpath
from typing import Final

from lxml import etree

from govmail_desk.documents.layout.cells import Cell, Tables, table_of
from govmail_desk.documents.layout.drawn_lines import DrawnLine, edge_line, shapes_in
from govmail_desk.documents.layout.markup import MM_PER_TWIP, Element, Properties, child, number, part_root
from govmail_desk.documents.layout.styles import LetterLook, ParagraphLook, Styles, read_styles
from govmail_desk.documents.package import RELATION, WORD, Parts, unpacked
from govmail_desk.domain.errors import RuleBroken

RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WORDS: Final = {f"{WORD}tab": "\t", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-"}
SHEET_TWIPS: Final = {"w": 12240.0, "h": 15840.0}
"""Word's own sheet, where a file names none."""

UNSETTLED: Final = tuple(f"{WORD}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
REMARKS: Final = f"{WORD}commentReference"
MOST_PARAGRAPHS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one look."""

    text: str
    look: LetterLook

    @property
    def shown(self) -> str:
        """The text as the eye sees it, in capitals where the look makes them."""
        return self.text.upper() if self.look.is_capital else self.text


@dataclass(frozen=True)
class Paragraph:
    """One paragraph as it stands on paper."""

    place: int
    pieces: tuple[Piece, ...]
    look: ParagraphLook
    width_mm: float
    """Of the column it stands in."""
    cell: Cell | None = None
    lines: tuple[DrawnLine, ...] = ()
    """Lines drawn in or around it."""
    fields: str = ""
    """The codes of its fields: `PAGE`."""

    @cached_property
    def text(self) -> str:
        """The text, its bullet in front."""
        return self.look.bullet + "".join(piece.shown for piece in self.pieces)

    @cached_property
    def said(self) -> str:
        """The text on one line, blanks around it left out."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of one section, in millimetres."""

    width_mm: float
    height_mm: float
    margins_mm: dict[str, float]
    has_own_first_page: bool
    has_own_even_pages: bool
    number_format: str
    first_number: int
    headers: dict[str, tuple[Paragraph, ...]]
    """By kind: `default`, `first`, `even`."""
    footers: dict[str, tuple[Paragraph, ...]]

    @property
    def text_mm(self) -> float:
        """The width between the margins."""
        return self.width_mm - self.margins_mm["left"] - self.margins_mm["right"]


@dataclass(frozen=True)
class Paper:
    """A whole paper, read."""

    paragraphs: tuple[Paragraph, ...]
    sheets: tuple[Sheet, ...]
    change_count: int
    remark_count: int

    @property
    def margins(self) -> tuple[Paragraph, ...]:
        """Every paragraph of headers and footers."""
        kinds = [kind for sheet in self.sheets for kind in (*sheet.headers.values(), *sheet.footers.values())]
        return tuple(paragraph for kind in kinds for paragraph in kind)


def read_paper(docx: bytes, *, name: str) -> Paper:
    """Open a .docx and read it; `name` is the file's. Raises `RuleBroken` for a hostile or damaged file."""
    parts = unpacked(docx, name=name)
    main = _main_part(parts)
    root = part_root(parts, main)
    body = child(root, "body")
    if root is None or body is None:
        raise RuleBroken(f"Không dùng được tệp «{name}»: tệp không phải văn bản Word (.docx). Hãy chọn tệp khác.")
    reader = _Reader(parts, main)
    sheets = tuple(reader.sheet(one) for one in body.iter(f"{WORD}sectPr")) or (
        reader.sheet(etree.Element(f"{WORD}sectPr")),
    )
    paragraphs = tuple(reader.paragraphs(body, sheets[0].text_mm))
    return Paper(paragraphs, sheets, sum(1 for _ in body.iter(*UNSETTLED)), sum(1 for _ in body.iter(REMARKS)))


def _main_part(parts: Parts) -> str:
    for link in _links(parts, ""):
        if link.get("Type", "").endswith("/officeDocument"):
            return str(link.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _links(parts: Parts, part: str) -> Iterator[Element]:
    root = part_root(parts, join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels"))
    if root is not None:
        yield from root.iter(RELATION)


class _Reader:
    """One file in the reading: its styles and links."""

    def __init__(self, parts: Parts, main: str) -> None:
        self.parts = parts
        self.folder = dirname(main)
        self.styles: Styles = read_styles(parts, self.folder)
        self.has_own_even_pages = _is_set(part_root(parts, f"{self.folder}/settings.xml"), "evenAndOddHeaders")
        self.targets = {link.get("Id", ""): link.get("Target", "") for link in _links(parts, main)}

    def sheet(self, section: Element) -> Sheet:
        """Read one section's paper and what stands in its margins."""
        size, edges, numbers = (child(section, name) for name in ("pgSz", "pgMar", "pgNumType"))
        width, height = (_length(size, side, SHEET_TWIPS[side]) for side in ("w", "h"))
        margins = {side: abs(_length(edges, side, 1440.0)) for side in ("top", "bottom", "left", "right")}
        text_mm = width - margins["left"] - margins["right"]
        first = None if numbers is None else numbers.get(f"{WORD}start")
        return Sheet(
            width_mm=width,
            height_mm=height,
            margins_mm=margins,
            has_own_first_page=_is_set(section, "titlePg"),
            has_own_even_pages=self.has_own_even_pages,
            number_format="decimal" if numbers is None else numbers.get(f"{WORD}fmt", "decimal"),
            first_number=int(number(first, 1)),
            headers=self._around(section, "headerReference", text_mm),
            footers=self._around(section, "footerReference", text_mm),
        )

    def paragraphs(self, holder: Element, width_mm: float) -> Iterator[Paragraph]:
        """Read every paragraph below a holder, in order."""
        places = Tables(holder)
        for place, paragraph in enumerate(_paragraphs_of(holder), start=1):
            if place > MOST_PARAGRAPHS:
                raise RuleBroken("Văn bản có quá nhiều đoạn nên không kiểm tra được. Hãy xem lại tệp.")
            cell = places.cell_of(paragraph)
            yield self._paragraph(paragraph, place, cell, places.width_of(paragraph, width_mm))

    def _paragraph(self, element: Element, place: int, cell: Cell | None, width_mm: float) -> Paragraph:
        table_style = _table_style(element)
        pieces = tuple(self._pieces(element, table_style))
        sizes = [piece.look.size_pt for piece in pieces if piece.text.strip()]
        size = max(sizes, default=self.styles.paragraph_mark(element).size_pt)
        look = self.styles.paragraph(element, size_pt=size, table_style=table_style)
        around = [
            edge_line(edge.kind, width_mm - look.left_mm - look.right_mm, look.left_mm - look.right_mm)
            for edge in look.edges
        ]
        return Paragraph(place, pieces, look, width_mm, cell, (*around, *shapes_in(element)), _field_codes(element))

    def _pieces(self, paragraph: Element, table_style: str) -> Iterator[Piece]:
        """Join neighbouring runs of one look; Word splits runs as it likes."""
        text, look = "", None
        for run in _runs_of(paragraph):
            said = _text_of(run)
            if not said:
                continue
            its = self.styles.letters(run, paragraph, table_style)
            if its.is_hidden:
                continue
            if look is not None and its != look:
                yield Piece(text, look)
                text = ""
            text, look = text + said, its
        if text and look is not None:
            yield Piece(text, look)

    def _around(self, section: Element, reference: str, width_mm: float) -> dict[str, tuple[Paragraph, ...]]:
        found: dict[str, tuple[Paragraph, ...]] = {}
        for link in section.iter(f"{WORD}{reference}"):
            target = self.targets.get(link.get(f"{RELATIONSHIPS}id", ""), "")
            root = part_root(self.parts, normpath(join(self.folder, target)) if target[:1] != "/" else target[1:])
            if root is not None:
                found[link.get(f"{WORD}type", "default")] = tuple(self.paragraphs(root, width_mm))
        return found


def _paragraphs_of(holder: Element) -> Iterator[Element]:
    """Every paragraph once: what stands in a drawing twice, for old programs too, is read from its new form."""
    for paragraph in holder.iter(f"{WORD}p"):
        if next(paragraph.iterancestors(f"{COMPATIBILITY}Fallback"), None) is None:
            yield paragraph


def _runs_of(paragraph: Element) -> Iterator[Element]:
    for run in paragraph.iter(f"{WORD}r"):
        if next(run.iterancestors(f"{WORD}p"), None) is paragraph and not _is_struck(run, paragraph):
            yield run


def _is_struck(run: Element, paragraph: Element) -> bool:
    for holder in run.iterancestors():
        if holder is paragraph:
            return False
        if holder.tag in {f"{WORD}del", f"{WORD}moveFrom", f"{COMPATIBILITY}Fallback"}:
            return True
    return False


def _text_of(run: Element) -> str:
    said = []
    for element in run:
        if element.tag == f"{WORD}t":
            said.append(element.text or "")
        elif element.tag == f"{WORD}br" and element.get(f"{WORD}type") in {"page", "column"}:
            continue
        else:
            said.append(WORDS.get(str(element.tag), ""))
    return "".join(said)


def _field_codes(paragraph: Element) -> str:
    simple = [field.get(f"{WORD}instr", "") for field in paragraph.iter(f"{WORD}fldSimple")]
    return " ".join((*simple, "".join(code.text or "" for code in paragraph.iter(f"{WORD}instrText")))).strip()


def _table_style(paragraph: Element) -> str:
    style = child(child(table_of(paragraph), "tblPr"), "tblStyle")
    return "" if style is None else style.get(f"{WORD}val", "")


def _length(holder: Element | None, name: str, missing: float) -> float:
    said = None if holder is None else holder.get(f"{WORD}{name}")
    return number(said, missing) * MM_PER_TWIP


def _is_set(holder: Properties, name: str) -> bool:
    found = child(holder, name)
    return found is not None and found.get(f"{WORD}val", "1") not in {"0", "false", "off"}
