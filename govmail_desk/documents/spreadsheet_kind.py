"""What a file really is, told from its first bytes and never from its name: many "Excel files" are something else.

Only the bytes are looked at; nothing is parsed here. Reading what is a spreadsheet: `spreadsheet_child`.
"""

from __future__ import annotations

import re
import struct
from enum import StrEnum
from typing import Final

from govmail_desk.documents.spreadsheet_answer import NotTaken, Reason

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGIN_OF_WORKBOOK: Final = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_FILEPASS: Final = 0x2F
_FIRST_RECORD_COUNT: Final = 4
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_HEAD_LENGTH: Final = 4096
_OTHER_FILES: Final = {
    b"%PDF": "tệp PDF",
    b"\x89PNG": "ảnh PNG",
    b"\xff\xd8\xff": "ảnh JPEG",
    b"GIF8": "ảnh GIF",
    b"{\\rtf": "văn bản RTF",
    b"Rar!": "tệp nén RAR",
    b"7z\xbc\xaf": "tệp nén 7z",
    b"\x1f\x8b": "tệp nén GZ",
    b"MZ": "một chương trình chạy trên Windows",
    b"SQLite format 3": "một cơ sở dữ liệu SQLite",
}
_OLE_STREAMS: Final = {
    "WordDocument": "văn bản Word (.doc)",
    "PowerPoint Document": "bản trình chiếu PowerPoint (.ppt)",
    "__substg1.0_": "thư Outlook (.msg)",
}
_TEXT_NAMES: Final = (".csv", ".tsv", ".txt")
_WEB_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b", re.IGNORECASE)
_EXCEL_2003_XML: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_CONTROLS_IN_TEXT: Final = b"\t\n\r\x0c\x1a"


class FileKind(StrEnum):
    """The kinds of file a list can be read from."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


def file_kind(content: bytes, file_name: str) -> FileKind:
    """Tell what the file is.

    Raises `NotTaken` when it is empty, locked by a password, or no spreadsheet. Plain text counts as a list only under
    a name that says so (.csv, .tsv, .txt). A zip is told apart later, by its parts: here it is called XLSX or ODS.
    """
    if not content:
        raise NotTaken(Reason.EMPTY_FILE)
    if content.startswith(_ZIP):
        return FileKind.ODS if b"mimetypeapplication/vnd.oasis.opendocument" in content[:256] else FileKind.XLSX
    if content.startswith(_OLE):
        return _ole_kind(content)
    for start, name in _OTHER_FILES.items():
        if content.startswith(start):
            raise NotTaken(Reason.WRONG_TYPE, found=name)
    return _text_kind(content, file_name)


def _ole_kind(content: bytes) -> FileKind:
    """An old Office file holds its streams under names in UTF-16, somewhere in the file."""
    if _utf16("EncryptedPackage") in content:
        raise NotTaken(Reason.LOCKED)
    if _utf16("Workbook") in content or _utf16("Book") in content:
        if _is_locked_workbook(content):
            raise NotTaken(Reason.LOCKED)
        return FileKind.XLS
    for stream, name in _OLE_STREAMS.items():
        if _utf16(stream) in content:
            raise NotTaken(Reason.WRONG_TYPE, found=name)
    raise NotTaken(Reason.DAMAGED)


def _is_locked_workbook(content: bytes) -> bool:
    """A record FILEPASS stands among the first ones after the beginning of the workbook stream ([MS-XLS] 2.1.7.20.3)."""
    place = content.find(_BEGIN_OF_WORKBOOK)
    for _ in range(_FIRST_RECORD_COUNT):
        if not 0 <= place <= len(content) - 4:
            break
        kind, length = struct.unpack_from("<HH", content, place)
        if kind == _FILEPASS:
            return True
        place += 4 + length
    return False


def _text_kind(content: bytes, file_name: str) -> FileKind:
    head = content[:_HEAD_LENGTH]
    if _EXCEL_2003_XML in head:
        raise NotTaken(Reason.OTHER_SPREADSHEET, found="bảng tính dạng XML cũ (Excel 2003)")
    if head.lower().startswith(b"mime-version:"):
        raise NotTaken(Reason.OTHER_SPREADSHEET, found="trang web lưu một tệp (.mht) do phần mềm khác xuất ra")
    if _WEB_PAGE.search(head):
        raise NotTaken(Reason.OTHER_SPREADSHEET, found="trang web (HTML) do phần mềm khác xuất ra")
    if not _reads_as_text(head):
        raise NotTaken(Reason.WRONG_TYPE, found="một tệp không rõ loại")
    if not file_name.lower().endswith(_TEXT_NAMES):
        raise NotTaken(Reason.OTHER_SPREADSHEET, found="tệp văn bản thường")
    return FileKind.CSV


def _reads_as_text(head: bytes) -> bool:
    """Plain text has no control bytes; UTF-16 has a NUL beside each Latin letter, on one side only."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if 0 in head:
        return 0 in (head[0::2].count(0), head[1::2].count(0))
    return not any(byte < ord(" ") and byte not in _CONTROLS_IN_TEXT for byte in head)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
