"""A Word file written from nothing: paragraphs, tables and the page of a sheet that no form stands behind.

Letters and minutes are filled into forms (`documents.form`). The file holds only the parts it needs, and the same content gives the
same bytes on whatever day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from govmail_desk.documents.package import packed

FONT: Final = "Times New Roman"
TWIPS_PER_MM: Final = 1440 / 25.4
_TWIPS_PER_POINT: Final = 20
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LINK: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = ("document.main", "styles", "settings", "header")
_CONTENT_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{part.partition(".")[0]}.xml" ContentType="{_KIND}.{part}+xml"/>' for part in _PARTS
    )
    + "</Types>"
)
_RELATIONS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{place}" Type="{_OFFICE}/relationships/{part}" Target="{part}.xml"/>'
        for place, part in enumerate(("styles", "settings", "header"), start=1)
    )
    + "</Relationships>"
)
_STYLES: Final = (
    f"<w:styles {_WORD}><w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    '<w:color w:val="000000"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style></w:styles>'
)
_SETTINGS: Final = (
    f'<w:settings {_WORD}><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
"""Mode 15 is Word 2013 and after; without it Word opens the paper in compatibility mode."""
_PAGE_NUMBER: Final = (
    f'<w:hdr {_WORD}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)

Align = Literal["left", "center", "both"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """How a paragraph is set."""

    size_pt: float = 13
    is_bold: bool = False
    is_italic: bool = False
    align: Align = "left"
    before_pt: float = 0
    after_pt: float = 0
    keeps_with_next: bool = False
    begins_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CellBox:
    """One cell of a row: its paragraphs, how many columns it spans, whether it goes on from the cell above, its ground."""

    content: str
    width_mm: float
    span: int = 1
    fill: str = ""
    merge: Literal["", "begins", "goes-on"] = ""
    stands: Literal["center", "top"] = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Sizes of the page in millimetres."""

    width: float = 297
    height: float = 210
    top: float = 20
    bottom: float = 15
    left: float = 30
    right: float = 15


def paragraph(text: str, look: Type) -> str:
    """Write a paragraph; line breaks in the text are kept."""
    spacing = f'w:before="{_points(look.before_pt)}" w:after="{_points(look.after_pt)}"'
    marks = "<w:keepNext/>" * look.keeps_with_next + "<w:pageBreakBefore/>" * look.begins_page
    letters = "<w:b/>" * look.is_bold + "<w:i/>" * look.is_italic + f'<w:sz w:val="{round(look.size_pt * 2)}"/>'
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return (
        f'<w:p><w:pPr>{marks}<w:spacing {spacing}/><w:jc w:val="{look.align}"/><w:rPr>{letters}</w:rPr></w:pPr>'
        f"<w:r><w:rPr>{letters}</w:rPr>{runs}</w:r></w:p>"
    )


def row(cells: Iterable[CellBox], *, is_head: bool = False, height_mm: float = 0) -> str:
    """Write a row that no page break tears; a head is printed again on each page."""
    height = f'<w:trHeight w:val="{_twips(height_mm)}"/>' if height_mm else ""
    told = f"<w:cantSplit/>{height}{'<w:tblHeader/>' * is_head}"
    return f"<w:tr><w:trPr>{told}</w:trPr>{''.join(map(_cell, cells))}</w:tr>"


def table(rows: Iterable[str], widths_mm: Sequence[float], *, is_ruled: bool = True, padding_mm: float = 1) -> str:
    """Write a table of fixed columns."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = f"<w:tblBorders>{''.join(f'<w:{side} {line}/>' for side in sides)}</w:tblBorders>" if is_ruled else ""
    margins = "".join(f'<w:{side} w:w="{_twips(padding_mm)}" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths_mm)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_twips(sum(widths_mm))}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def word_file(body: str, page: Page) -> bytes:
    """Return the .docx: the page with its number in the middle of the upper margin from the second page on."""
    is_wide = ' w:orient="landscape"' if page.width > page.height else ""
    margins = " ".join(f'w:{side}="{_twips(getattr(page, side))}"' for side in ("top", "right", "bottom", "left"))
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{_twips(page.width)}" w:h="{_twips(page.height)}"{is_wide}/>'
        f'<w:pgMar {margins} w:header="{_twips(page.top / 2)}" w:footer="{_twips(page.bottom / 2)}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"<w:document {_WORD} {_LINK}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/header.xml": _PAGE_NUMBER,
    }
    return packed({name: (_DECLARATION + content).encode() for name, content in parts.items()})


def _cell(box: CellBox) -> str:
    merge = {"": "", "begins": '<w:vMerge w:val="restart"/>', "goes-on": "<w:vMerge/>"}[box.merge]
    span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{box.fill}"/>' if box.fill else ""
    told = f'<w:tcW w:w="{_twips(box.width_mm)}" w:type="dxa"/>{span}{merge}{fill}<w:vAlign w:val="{box.stands}"/>'
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{box.content}</w:tc>"


def _points(points: float) -> int:
    return round(points * _TWIPS_PER_POINT)


def _twips(millimetres: float) -> int:
    return round(millimetres * TWIPS_PER_MM)
