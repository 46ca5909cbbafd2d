"""The empty A4 page every Word form is drawn on: margins and styles of NĐ 30/2020, Phụ lục I, and nothing else in the file.

It is written as its few parts rather than taken from python-docx's own blank document, which brings 400 KB of styles that no
paper of an office uses.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

import docx
from docx.document import Document
from docx.shared import Mm
from looks import FONT, LOOKS, Look

from govmail_desk.documents.package import packed, unpacked

PAGE_MM: Final = (210, 297)
HEADER_MM: Final = 10
MARGINS_MM: Final = {"top": 20, "bottom": 20, "left": 30, "right": 15}
TWIPS_PER_MM: Final = 1440 / 25.4
TWIPS_PER_POINT: Final = 20
SINGLE_LINE: Final = 240

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES: Final = f"""<Types xmlns="{PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{KIND}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{KIND}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{KIND}.settings+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

RELATIONS: Final = f"""<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>"""

DOCUMENT_RELATIONS: Final = f"""<Relationships xmlns="{PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{OFFICE}/relationships/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{OFFICE}/relationships/settings" Target="settings.xml"/>\
</Relationships>"""

CORE: Final = f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"/>'
APP: Final = f'<Properties xmlns="{OFFICE}/extended-properties"/>'
BODY: Final = f"<w:document {WORD}><w:body><w:sectPr/></w:body></w:document>"

SETTINGS: Final = f"""<w:settings {WORD}><w:defaultTabStop w:val="720"/><w:compat>\
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat></w:settings>"""
"""Mode 15 is Word 2013 and after; without it Word opens the paper in compatibility mode."""

DEFAULTS: Final = f"""<w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>\
<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>\
</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>"""


def blank_page(*, also: tuple[Look, ...] = ()) -> Document:
    """Return an empty A4 page in portrait with the decree's margins and styles, and what this paper needs `also`."""
    styles = f"<w:styles {WORD}>{DEFAULTS}{''.join(map(_style, (*LOOKS, *also)))}</w:styles>"
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "docProps/core.xml": CORE,
        "word/document.xml": BODY,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": styles,
        "word/settings.xml": SETTINGS,
    }
    encoded = {name: (DECLARATION + content).encode() for name, content in parts.items()}
    page = docx.Document(BytesIO(packed(encoded)))
    _set_out(page)
    return page


def finished(page: Document) -> bytes:
    """Return the page as a file whose bytes do not depend on the day it was drawn."""
    saved = BytesIO()
    page.save(saved)
    return packed(unpacked(saved.getvalue(), name="form.docx"))


def twips(millimetres: float) -> int:
    """Return a length as Word counts it."""
    return round(millimetres * TWIPS_PER_MM)


def _set_out(page: Document) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = map(Mm, PAGE_MM)
    for side, width in MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(width))
    section.header_distance = section.footer_distance = Mm(HEADER_MM)
    section.different_first_page_header_footer = True


def _style(look: Look) -> str:
    first = "firstLine" if look.first_line_mm >= 0 else "hanging"
    after = f' w:after="{round(look.after_pt * TWIPS_PER_POINT)}"' if look.after_pt else ""
    spacing = f'w:before="{round(look.before_pt * TWIPS_PER_POINT)}"{after} w:line="{round(look.lines * SINGLE_LINE)}"'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{look.id}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{"<w:keepNext/>" if look.with_next else ""}'
        f'<w:spacing {spacing} w:lineRule="auto"/>'
        f'<w:ind w:left="{twips(look.left_mm)}" w:{first}="{twips(abs(look.first_line_mm))}"/>'
        f'<w:jc w:val="{look.align}"/></w:pPr>'
        f"<w:rPr>{'<w:b/>' if look.bold else ''}{'<w:i/>' if look.italic else ''}"
        f'<w:sz w:val="{round(look.size_pt * 2)}"/><w:szCs w:val="{round(look.size_pt * 2)}"/></w:rPr></w:style>'
    )
