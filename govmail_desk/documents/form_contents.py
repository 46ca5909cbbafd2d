"""What the file of a form may be made of: an allow-list of parts and fields, and nothing left in it that should not go out.

`documents.package` refuses what could act in any Office file; a form is filled and sent again and again, so what it does not need is
refused as well. Not here: what its tags may say (`documents.form_fields`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from govmail_desk.documents.package import ELSEWHERE, RELATION, WORD, Parts, field_codes, parsed

COMMON: Final = frozenset({
    *("officeDocument", "extended-properties", "core-properties", "custom-properties", "thumbnail"),
    *("customXml", "customXmlProps", "theme", "styles", "image", "hyperlink", "classificationlabels"),
})
WORD_PARTS: Final = COMMON | {
    *("stylesWithEffects", "settings", "webSettings", "fontTable", "font", "numbering", "header", "footer"),
    *("footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
    *("glossaryDocument", "intelligence"),
}
EXCEL_PARTS: Final = COMMON | {
    *("worksheet", "sharedStrings", "calcChain", "drawing", "vmlDrawing", "comments", "threadedComment", "person"),
    *("printerSettings", "sheetMetadata"),
}
"""What a form's file is put together from: the last word of each relation's type."""

KNOWN_PARTS: Final = {
    "vbaProject": "macro",
    "attachedTemplate": "liên kết tới một tệp mẫu .dotx, .dotm (trong Word: Developer, Document Template)",
    "oleObject": "tệp nhúng của chương trình khác (OLE)",
    "package": "tệp nhúng của chương trình khác",
    "control": "điều khiển ActiveX",
    "aFChunk": "một tệp khác chèn nguyên vào",
    "subDocument": "một tệp con",
    "mailMergeSource": "nguồn dữ liệu trộn thư",
    "externalLink": "liên kết tới bảng tính khác",
    "externalLinkPath": "liên kết tới bảng tính khác",
    "connections": "kết nối tới dữ liệu bên ngoài",
    "queryTable": "kết nối tới dữ liệu bên ngoài",
    "xlMacrosheet": "macro Excel 4.0",
    "extensibility": "nút lệnh riêng trên thanh công cụ",
    "chart": "biểu đồ kèm bảng tính nhúng",
    "table": "bảng kiểu Excel (Table); hãy chuyển thành vùng thường",
    "pivotTable": "bảng tổng hợp (PivotTable)",
}
WORD_FIELDS: Final = frozenset({
    *(
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "HYPERLINK",
        "REF",
        "PAGEREF",
        "STYLEREF",
        "SEQ",
        "TOC",
        "SYMBOL",
        "=",
    ),
})
NOT_IN_A_FORM: Final = {
    f"{WORD}altChunk": "chèn nguyên một tệp khác",
    f"{WORD}subDoc": "chèn một tệp con",
    f"{WORD}object": "nhúng tệp của chương trình khác",
    f"{WORD}control": "chứa điều khiển ActiveX",
    f"{WORD}mailMerge": "nối tới nguồn dữ liệu trộn thư; hãy tắt trộn thư (Mail Merge) rồi lưu lại",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "nhúng tệp của chương trình khác",
}
REVISED: Final = frozenset(f"{WORD}{word}" for word in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
MARGINAL: Final = re.compile(r"(word|xl)/(comments|threadedComments/).*\.xml", re.IGNORECASE)
COMMENT: Final = re.compile(rb"<(\w+:)?(comment|threadedComment)[ >]")
XML_ENDINGS: Final = (".xml", ".rels")
MAIN_PARTS: Final = {"word": "word/document.xml", "xl": "xl/workbook.xml"}
SHOWN_LENGTH: Final = 60


def strange_contents(parts: Parts, *, is_word: bool) -> Iterator[str]:
    """Name everything in a form's file that a form does not need, each in one sentence; parts that cannot be read are left out."""
    readable = {name: root for name, content in parts.items() if (root := _root(name, content)) is not None}
    yield from _strange_types(readable)
    allowed = WORD_PARTS if is_word else EXCEL_PARTS
    for name, root in readable.items():
        if name.endswith(".rels"):
            yield from _strange_relations(name, root, allowed, MAIN_PARTS["word" if is_word else "xl"])
        else:
            yield from _strange_elements(root)
            yield from _pictures_from_elsewhere(name, root)
    yield from _left_behind(parts, readable)


def _root(name: str, content: bytes) -> etree._Element | None:
    if not name.lower().endswith((*XML_ENDINGS, ".vml")):
        return None
    try:
        return parsed(content)
    except etree.XMLSyntaxError:
        return None


def _strange_types(readable: dict[str, etree._Element]) -> Iterator[str]:
    """A part that is XML by its type and not by its name would be opened by Word and looked at by nobody."""
    types = readable.get("[Content_Types].xml")
    for kind in () if types is None else types:
        part = kind.get("PartName", f".{kind.get('Extension', '')}") if isinstance(kind.tag, str) else ".xml"
        if kind.get("ContentType", "").endswith("+xml") and not part.lower().endswith(XML_ENDINGS):
            yield f"Tệp có phần «{part}» đặt tên bất thường. Hãy mở bằng Word hoặc Excel rồi lưu lại."


def _strange_relations(name: str, root: etree._Element, allowed: frozenset[str], main: str) -> Iterator[str]:
    for link in root.iter(RELATION):
        kind = link.get("Type", "").rpartition("/")[2]
        if kind not in allowed:
            yield f"Tệp có {KNOWN_PARTS.get(kind, f'phần «{kind}»')}, biểu mẫu không được có phần này. Hãy bỏ đi rồi lưu lại."
        if name == "_rels/.rels" and kind == "officeDocument" and link.get("Target", "").lstrip("/") != main:
            yield "Thân của tệp đặt ở chỗ bất thường. Hãy mở bằng Word hoặc Excel rồi lưu lại."


def _strange_elements(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*NOT_IN_A_FORM):
        yield f"Tệp {NOT_IN_A_FORM[str(element.tag)]}. Hãy bỏ đi rồi lưu lại.{_at(element)}"
    for code in field_codes(root):
        word = (code.split(maxsplit=1) or [""])[0].upper()
        if word not in WORD_FIELDS and not word.startswith("="):
            shown = f"«{' '.join(code.split())[:SHOWN_LENGTH]}»" if word else "không có tên"
            yield f"Trường Word {shown} không dùng được trong mẫu. Hãy thay bằng chữ thường hoặc thẻ của chương trình."


def _pictures_from_elsewhere(name: str, root: etree._Element) -> Iterator[str]:
    if name.startswith(("word/", "xl/")):
        for element in root.iter():
            for attribute, value in element.attrib.items():
                if str(attribute).rpartition("}")[2] in {"href", "src"} and ELSEWHERE.match(str(value)):
                    yield f"Có hình lấy từ nơi khác «{str(value)[:SHOWN_LENGTH]}». Hãy chèn hình vào tệp."


def _left_behind(parts: Parts, readable: dict[str, etree._Element]) -> Iterator[str]:
    """What would go out unseen with every paper: tracked changes, comments."""
    for root in readable.values():
        revised = next(root.iter(*REVISED), None)
        if revised is not None:
            yield f"Mẫu còn dấu vết sửa đổi (Track Changes). Hãy chấp nhận hoặc bỏ hết rồi lưu lại.{_at(revised)}"
    for name, content in parts.items():
        if MARGINAL.fullmatch(name) and COMMENT.search(content):
            yield "Mẫu còn ghi chú bên lề (Comment). Hãy xóa hết ghi chú rồi lưu lại."


def _at(element: etree._Element) -> str:
    """Say in which paragraph an element stands, where it has words around it."""
    paragraph = next(element.iterancestors(f"{WORD}p"), None)
    words = () if paragraph is None else (text.text or "" for text in paragraph.iter(f"{WORD}t", f"{WORD}delText"))
    text = " ".join("".join(words).split())
    if not text:
        return ""
    return f" Ở đoạn «{text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + '…'}»."
