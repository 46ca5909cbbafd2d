"""An Office file (.docx, .xlsx) as its parts: opened with care, written the same way every time.

A file made elsewhere may be damaged, a bomb, or carry macros and links that act when it is opened; such a file is
refused with its reason. Not here: what the parts mean (`documents.form`, `documents.list_form`).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from govmail_desk.domain.errors import RuleBroken

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 100 * 1024 * 1024
MOST_SWELLING: Final = 100
"""How many times larger than the whole file one part may be: text packs to a tenth, a bomb to a thousandth."""

SMALLEST_BOMB: Final = 1024 * 1024
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The day a ZIP file begins to count from: the same parts make the same bytes on any day."""

LINK_KINDS: Final = ("/hyperlink",)
LINK_STARTS: Final = ("mailto:", "http://", "https://")
ELSEWHERE: Final = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|\\\\|//)", re.IGNORECASE)
"""How a target begins that lies outside the file: a scheme (`file:`), a share (`\\\\server`)."""
ACTIVE: Final = {
    "vbaproject": "chứa macro",
    "activex": "chứa điều khiển ActiveX",
    "embeddings/": "nhúng tệp của chương trình khác",
    "externallinks/": "liên kết tới bảng tính khác",
}
ACTIVE_FIELDS: Final = frozenset({
    *("DDE", "DDEAUTO", "LINK", "EMBED", "IMPORT", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "DATABASE", "RD"),
    *("MACROBUTTON", "PRINT"),
})
"""Fields of Word that fetch something from elsewhere or start something."""
ODS_MACROS: Final = ("basic/", "scripts/")
"""Where an OpenDocument file keeps its macros (ODF 1.3 part 2)."""
XLS_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
"""The name of the stream an .xls keeps its macros in ([MS-OVBA] 2.2.1), as its directory of streams spells it."""
RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CHOOSE: Final = "Hãy chọn tệp khác."
MEND: Final = "Hãy mở tệp bằng Word hoặc Excel, bỏ phần đó rồi lưu lại."

Parts = dict[str, bytes]


def parsed(content: bytes) -> etree._Element:
    """Parse one part: no DTD, no entities, no network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def unpacked(content: bytes, *, name: str) -> Parts:
    """Open an Office file and return its parts; `name` is the file's, for the sentence. Raises `RuleBroken`."""
    parts = opened(content, name=name)
    reasons = dangers(parts)
    if reasons:
        raise _refused(name, "; ".join(f"tệp {reason}" for reason in reasons), MEND)
    return parts


def refuse_active(content: bytes, *, name: str) -> None:
    """Refuse a sheet of any kind that acts when it is opened, before its bytes are kept: .xlsx whole, .ods and .xls for their macros."""
    kind = name.lower().rpartition(".")[2]
    if kind in {"xlsx", "xlsm"}:
        unpacked(content, name=name)
    in_ods = kind == "ods" and any(part.lower().startswith(ODS_MACROS) for part in opened(content, name=name))
    if in_ods or (kind == "xls" and XLS_MACROS in content):
        raise _refused(name, "tệp chứa macro", MEND)


def opened(content: bytes, *, name: str) -> Parts:
    """Open an Office file that is whole and no bomb, whatever it carries; for a check that tells everything at once."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            _refuse_bomb(archive, len(content), name)
            _refuse_double(archive, name)
            return {part.filename: archive.read(part) for part in archive.infolist() if not part.is_dir()}
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        reason = "tệp bị hỏng, có mật khẩu hoặc không phải .docx, .xlsx"
        raise _refused(name, reason, CHOOSE) from error


def dangers(parts: Parts) -> tuple[str, ...]:
    """Name everything in an Office file that could act, or fetch something, when it is opened; each once."""
    return tuple(dict.fromkeys(_reasons_against(parts)))


def packed(parts: Parts) -> bytes:
    """Write parts as one file; equal parts give equal bytes."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            part = ZipInfo(name, FIRST_DAY)
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, content)
    return target.getvalue()


def _refuse_bomb(archive: ZipFile, byte_count: int, name: str) -> None:
    """Judge by the sizes the file declares; `zipfile` reads no part beyond what it declares."""
    sizes = [part.file_size for part in archive.infolist()]
    if len(sizes) > MOST_PARTS or sum(sizes) > MOST_BYTES:
        raise _refused(name, "tệp quá lớn so với một biểu mẫu", CHOOSE)
    if sum(sizes) > max(SMALLEST_BOMB, MOST_SWELLING * byte_count):
        raise _refused(name, "tệp phình ra bất thường khi mở, giống tệp phá hoại", CHOOSE)


def _refuse_double(archive: ZipFile, name: str) -> None:
    """Refuse parts of one name: which of them Word opens and which of them we check need not be the same."""
    names = [part.filename.lower() for part in archive.infolist()]
    if len(names) != len(set(names)) or any("\\" in part or ".." in part.split("/") for part in names):
        raise _refused(name, "tệp có hai phần trùng tên hoặc tên phần bất thường", CHOOSE)


def _reasons_against(parts: Parts) -> Iterator[str]:
    for part, content in parts.items():
        low = part.lower()
        yield from (reason for mark, reason in ACTIVE.items() if mark in low)
        if low.endswith((".xml", ".rels", ".vml")):
            yield from _reasons_against_xml(low, content)


def _reasons_against_xml(part: str, content: bytes) -> Iterator[str]:
    try:
        root = parsed(content)
    except etree.XMLSyntaxError:
        yield f"bị hỏng ở phần {part}"
        return
    if root.getroottree().docinfo.internalDTD is not None:
        yield f"có phần {part} khai báo DTD"
    if part.endswith(".rels"):
        yield from (
            f"có liên kết ra ngoài tới «{link.get('Target')}»" for link in root.iter(RELATION) if not _is_harmless(link)
        )
    if part == "[content_types].xml" and any("macroenabled" in str(value).lower() for value in _values(root)):
        yield "là tệp có macro"
    for code in field_codes(root):
        if _is_active(code):
            yield f"có trường tự lấy nội dung từ nơi khác «{' '.join(code.split())[:40]}»"


def field_codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of each field of Word in a part: split over runs as it may be, those inside it left out."""
    yield from (field.get(f"{WORD}instr", "") for field in root.iter(f"{WORD}fldSimple"))
    opened_codes: list[list[str]] = []
    for element in root.iter(f"{WORD}fldChar", f"{WORD}instrText"):
        kind = element.get(f"{WORD}fldCharType")
        if kind == "begin" or (element.tag == f"{WORD}instrText" and not opened_codes):
            opened_codes.append([])
        if element.tag == f"{WORD}instrText":
            opened_codes[-1].append(element.text or "")
        elif kind == "end" and opened_codes:
            yield "".join(opened_codes.pop())
    yield from ("".join(code) for code in opened_codes)


def _is_active(code: str) -> bool:
    word = code.split(maxsplit=1)[0] if code.split() else ""
    return word.upper() in ACTIVE_FIELDS or "DDE" in code.upper().split()


def _values(root: etree._Element) -> Iterator[object]:
    for element in root.iter():
        yield from element.attrib.values()


def _is_harmless(link: etree._Element) -> bool:
    """A link a reader clicks is harmless; anything Word fetches by itself on opening is not."""
    target = link.get("Target", "")
    is_inside = link.get("TargetMode", "Internal") == "Internal" and not ELSEWHERE.match(target)
    is_clicked = link.get("Type", "").endswith(LINK_KINDS) and target.startswith(LINK_STARTS)
    return is_inside or is_clicked


def _refused(name: str, reason: str, advice: str) -> RuleBroken:
    return RuleBroken(f"Không dùng được tệp «{name}»: {reason}. {advice}")
