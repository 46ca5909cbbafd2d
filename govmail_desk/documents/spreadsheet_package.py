"""The zip around an .xlsx or .ods: what it holds, whether it is safe to unpack, and what only its raw parts tell.

Raw parts tell of formulas never computed and of fonts. For the fonts openpyxl would need 11 times the time of the whole
reading (measured on 10,000 rows), so the style number of each cell is read here, and only where a legacy font is named.
The values of the cells: `spreadsheet_child`.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason
from govmail_desk.documents.spreadsheet_kind import FileKind
from govmail_desk.domain.legacy_fonts import encoding_of_font

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet_limits import Limits

_SMALL_PART: Final = 1_000_000  # a megabyte of equal cells packs well and harms nobody
_ENCRYPTED: Final = 0x1
_UNCOMPUTED: Final = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
_WARN_UNCOMPUTED: Final = (
    "Có {count} ô công thức chưa được tính nên đọc là ô trống; hãy mở tệp bằng Excel, bấm Lưu rồi nhập lại."
)
_WARN_ERRORS: Final = (
    "Có {count} ô báo lỗi công thức (như #N/A) nên đọc là ô trống; nếu cần các ô đó, hãy sửa trong Excel rồi nhập lại."
)
_CELL_NAME: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_OTHER_PACKAGES: Final = {
    "word/": "văn bản Word (.docx)",
    "ppt/": "bản trình chiếu PowerPoint (.pptx)",
    "visio/": "hình vẽ Visio (.vsdx)",
    "xl/workbook.bin": "bảng tính nhị phân (.xlsb)",
}
_OTHER_OPEN_DOCUMENTS: Final = {
    "text": "văn bản LibreOffice (.odt)",
    "presentation": "bản trình chiếu LibreOffice (.odp)",
}

Fonts = dict[str, dict[tuple[int, int], str]]
"""Sheet name → (row number, column from 0) → font name."""


class Package:
    """An .xlsx or .ods opened as the zip it is; nothing is unpacked before the limits are checked."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise NotTaken(Reason.DAMAGED) from error
        self._parts = self._zip.infolist()
        self._refuse_excess(limits)

    def kind(self) -> FileKind:
        """Tell a workbook from what else is kept in a zip; raises `NotTaken` for that."""
        names = {part.filename for part in self._parts}
        if "xl/workbook.xml" in names:
            return FileKind.XLSX
        if "mimetype" in names:
            return self._open_document_kind()
        for start, found in _OTHER_PACKAGES.items():
            if any(name.startswith(start) for name in names):
                reason = Reason.OTHER_SPREADSHEET if start.startswith("xl/") else Reason.WRONG_TYPE
                raise NotTaken(reason, found=found)
        raise NotTaken(Reason.WRONG_TYPE, found="tệp nén ZIP")

    def warnings(self) -> Iterator[str]:
        """Unpack every XML part once: refuse what no office program writes, warn of cells with no value in the file."""
        uncomputed = errors = 0
        for part in self._parts:
            if not part.filename.endswith((".xml", ".rels")):
                continue
            content = self._unpacked(part.filename)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise NotTaken(Reason.ALIEN_XML)
            if part.filename.startswith("xl/worksheets/"):
                uncomputed += len(_UNCOMPUTED.findall(content)) if b"<f" in content else 0
                errors += content.count(b't="e"')
        if uncomputed:
            yield _WARN_UNCOMPUTED.format(count=uncomputed)
        if errors:
            yield _WARN_ERRORS.format(count=errors)

    def legacy_fonts(self) -> Fonts:
        """Return the font of every cell, or nothing where the workbook names no font of TCVN3 or VNI letters."""
        if "xl/styles.xml" not in self._zip.namelist():
            return {}
        fonts = _fonts_of_styles(self._unpacked("xl/styles.xml"))
        if not any(map(encoding_of_font, fonts)):
            return {}
        names = frozenset(self._zip.namelist())
        return {name: self._fonts_of_sheet(part, fonts) for name, part in self._sheet_parts() if part in names}

    def _refuse_excess(self, limits: Limits) -> None:
        if len(self._parts) > limits.part_count:
            raise NotTaken(Reason.TOO_MANY_PARTS, found=len(self._parts), limit=limits.part_count)
        if any(part.flag_bits & _ENCRYPTED for part in self._parts):
            raise NotTaken(Reason.LOCKED)
        if sum(part.file_size for part in self._parts) > limits.unpacked_bytes:
            raise NotTaken(Reason.UNPACKS_TOO_LARGE)
        for part in self._parts:
            if part.file_size > max(_SMALL_PART, part.compress_size * limits.pack_ratio):
                raise NotTaken(Reason.UNPACKS_TOO_LARGE)

    def _open_document_kind(self) -> FileKind:
        flavour = self._unpacked("mimetype").decode("ascii", errors="replace").rpartition(".")[2]
        if flavour.startswith("spreadsheet"):
            if b"encryption-data" in self._unpacked("META-INF/manifest.xml"):
                raise NotTaken(Reason.LOCKED)
            return FileKind.ODS
        raise NotTaken(Reason.WRONG_TYPE, found=_OTHER_OPEN_DOCUMENTS.get(flavour, "một tài liệu LibreOffice"))

    def _unpacked(self, name: str) -> bytes:
        """A part's bytes; zipfile reads no more than the declared size and checks the sum: a lie is damage."""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, OSError, zlib.error) as error:
            raise NotTaken(Reason.DAMAGED) from error

    def _sheet_parts(self) -> Iterator[tuple[str, str]]:
        targets: dict[str, str] = {}
        sheets: list[tuple[str, str]] = []

        def note_target(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                targets[attributes.get("Id", "")] = attributes.get("Target", "")

        def note_sheet(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet":
                sheets.append((attributes.get("name", ""), attributes.get("id", "")))

        _walk(self._unpacked("xl/_rels/workbook.xml.rels"), note_target)
        _walk(self._unpacked("xl/workbook.xml"), note_sheet)
        for name, relation in sheets:
            target = targets.get(relation, "")
            yield name, target[1:] if target.startswith("/") else f"xl/{target}"

    def _fonts_of_sheet(self, part: str, fonts: list[str]) -> dict[tuple[int, int], str]:
        found: dict[tuple[int, int], str] = {}

        def note_cell(tag: str, attributes: dict[str, str]) -> None:
            if tag != "c":
                return
            place = _CELL_NAME.fullmatch(attributes.get("r", ""))
            style = attributes.get("s", "0")
            if place and style.isdecimal() and int(style) < len(fonts):
                found[int(place[2]), _column_index(place[1])] = fonts[int(style)]

        _walk(self._unpacked(part), note_cell)
        return found


def _fonts_of_styles(content: bytes) -> list[str]:
    """The font name of each cell style, in the order cells refer to them."""
    names: list[str] = []
    styles: list[int] = []
    path: list[str] = []

    def note(tag: str, attributes: dict[str, str]) -> None:
        if tag in {"fonts", "cellXfs", "cellStyleXfs", "dxfs", "fills"}:
            path[:] = [tag]
        elif path == ["fonts"] and tag == "font":
            names.append("")
        elif path == ["fonts"] and tag == "name" and names:
            names[-1] = attributes.get("val", "")
        elif path == ["cellXfs"] and tag == "xf":
            styles.append(int(attributes.get("fontId", "0") or 0))

    _walk(content, note)
    return [names[style] if style < len(names) else "" for style in styles]


def _walk(content: bytes, note: Callable[[str, dict[str, str]], None]) -> None:
    """Tell `note` of every element, by its name and attributes without prefixes."""

    def start(tag: str, attributes: dict[str, str]) -> None:
        note(tag.rpartition(":")[2], {name.rpartition(":")[2]: value for name, value in attributes.items()})

    def refuse_doctype(*_: object) -> None:
        raise NotTaken(Reason.ALIEN_XML)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotTaken(Reason.DAMAGED) from error


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
