"""Files nobody should send: each a name and the bytes, made when a test asks for them."""

from __future__ import annotations

import random
import struct
import zlib
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

LISTS = Path(__file__).parents[1] / "lists"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_WORKBOOK_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_RELATIONS}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets><sheet name="Danh sách" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_RELATIONS}/worksheet"'
        f' Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_RELATIONS}/sharedStrings"'
        ' Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>Họ và tên</t></si></sst>',
}
_GOOD_SHEET = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'


def sheet_part(rows: str, *, dimension: str = "", after: str = "") -> str:
    stated = f'<dimension ref="{dimension}"/>' if dimension else ""
    return f'<worksheet xmlns="{_MAIN}">{stated}<sheetData>{rows}</sheetData>{after}</worksheet>'


def xlsx(rows: str = _GOOD_SHEET, *, after: str = "", **parts: str | bytes | None) -> bytes:
    """Make a workbook of one sheet; a part may be given otherwise under its name, or left out as None."""
    held: dict[str, str | bytes | None] = {**_WORKBOOK_PARTS, "xl/worksheets/sheet1.xml": sheet_part(rows, after=after)}
    return zipped((held | parts).items())


def zipped(parts: Iterable[tuple[str, str | bytes | None]], *, method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in parts:
            if content is not None:
                archive.writestr(name, content)
    return target.getvalue()


def noise(length: int) -> str:
    """A comment that does not pack, so that the ratio of a bomb looks like that of a list."""
    return f"<!--{random.Random(1).randbytes(length // 2).hex()}-->"


def _text_cell(place: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>x</t></is></c>'


def _far_cell(place: str) -> bytes:
    row = "".join(letter for letter in place if letter.isdecimal())
    return xlsx(f'<row r="1">{_text_cell("A1")}</row><row r="{row}">{_text_cell(place)}</row>')


def _billion_laughs() -> bytes:
    entities = ""
    for count in range(1, 12):
        ten_before = f"&l{count - 1};" * 10
        entities += f'<!ENTITY l{count} "{ten_before}">'
    shared = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{entities}]><sst xmlns="{_MAIN}"><si><t>&l11;</t></si></sst>'
    return xlsx(**{"xl/sharedStrings.xml": shared})


def _outside_entity() -> bytes:
    sheet = sheet_part('<row r="1"><c r="A1" t="inlineStr"><is><t>&out;</t></is></c></row>')
    return xlsx(**{"xl/worksheets/sheet1.xml": f'<!DOCTYPE w [<!ENTITY out SYSTEM "file:///etc/hostname">]>{sheet}'})


def _entity_in_utf16() -> bytes:
    """Bytes that spell DOCTYPE only once decoded, in the one part that names a legacy font."""
    styles = f'<!DOCTYPE s [<!ENTITY a "b">]><styleSheet xmlns="{_MAIN}"><fonts><font/></fonts></styleSheet>'
    return xlsx(**{"xl/styles.xml": f'<?xml version="1.0" encoding="UTF-16"?>{styles}'.encode("utf-16")})


def _lying_size() -> bytes:
    """A part that says it holds 1 kB and unpacks to 60 MB."""
    content = xlsx(**{"xl/sharedStrings.xml": b" " * 60_000_000})
    return content.replace(struct.pack("<I", 60_000_000), struct.pack("<I", 1000))


def _repeated_text() -> bytes:
    """One text of 32,000 letters, a million times: 30 GB in a file of a few kB."""
    shared = f'<sst xmlns="{_MAIN}"><si><t>{"ệ" * 32_000}</t></si></sst>'
    row = "<row>" + '<c t="s"><v>0</v></c>' * 20 + "</row>"
    return xlsx(row * 20_000 + noise(200_000), **{"xl/sharedStrings.xml": shared})


def _broken_sum() -> bytes:
    content = bytearray(xlsx(**{"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>abc</t></si></sst>'}))
    place = content.index(b"xl/sharedStrings.xml") + len(b"xl/sharedStrings.xml") + 4
    content[place] ^= 0xFF
    return bytes(content)


def _encrypted_flag() -> bytes:
    content = bytearray(xlsx())
    place = content.index(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    return bytes(content)


def _locked_xls() -> bytes:
    """An old workbook whose second record says that the rest is encrypted (FILEPASS)."""
    content = bytearray((LISTS / "camau-24-2018.xls").read_bytes())
    start = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00") + 20
    content[start : start + 2] = struct.pack("<H", 0x2F)
    return bytes(content)


def _looping_xls() -> bytes:
    """An old workbook whose table of sectors leads every sector to itself."""
    content = bytearray((LISTS / "camau-24-2018.xls").read_bytes())
    table = struct.unpack_from("<I", content, 76)[0]
    for sector in range(128):
        struct.pack_into("<I", content, 512 + table * 512 + sector * 4, sector)
    return bytes(content)


def _ods(content: str, *, manifest: str = "<manifest/>") -> bytes:
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    spaces += ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    spaces += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    body = f"<office:document-content {spaces}><office:body><office:spreadsheet>{content}</office:spreadsheet>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": body + "</office:body></office:document-content>",
        "META-INF/manifest.xml": manifest,
    }
    return zipped(parts.items(), method=ZIP_STORED)


def _repeating_ods() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-cell></table:table-row>'
    return _ods(f'<table:table table:name="A">{row}</table:table>')


def _document(folder: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", f"{folder}/document.xml": "<document/>"}.items())


def _many_merges() -> bytes:
    merges = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(100_000))
    return xlsx(after=f"<mergeCells>{merges}</mergeCells>{noise(60_000)}")


def _twice_named() -> bytes:
    first = [(name, content) for name, content in _WORKBOOK_PARTS.items() if name != "xl/workbook.xml"]
    return zipped([*first, ("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", "<worksheet/>")])


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom-nen.xlsx": (lambda: xlsx(**{"xl/media/a.bin": b"\0" * 150_000_000}), "phình ra"),
    "bom-nen-nho.xlsx": (lambda: xlsx(**{"xl/media/a.bin": b"\0" * 20_000_000}), "phình ra"),
    "khai-gian.xlsx": (_lying_size, "bị hỏng"),
    "nhieu-phan.xlsx": (lambda: xlsx(**{f"xl/x{n}.xml": "<x/>" for n in range(2_100)}), "phần bên trong"),
    "o-xfd1048576.xlsx": (lambda: _far_cell("XFD1048576"), "XFD1048576|bộ nhớ"),
    "o-p1048576.xlsx": (lambda: _far_cell("P1048576"), "P1048576"),
    "o-xfd300.xlsx": (lambda: _far_cell("XFD300"), "XFD300"),
    "ty-tieng-cuoi.xlsx": (_billion_laughs, "khai báo"),
    "thuc-the-ngoai.xlsx": (_outside_entity, "khai báo"),
    "thuc-the-utf16.xlsx": (_entity_in_utf16, "khai báo"),
    "chu-lap-lai.xlsx": (_repeated_text, "bộ nhớ|quá nhiều chữ"),
    "long-sau.xlsx": (lambda: xlsx("<row>" * 200_000 + noise(40_000)), "bị hỏng|không có dòng"),
    "cut.xlsx": (lambda: xlsx()[:-300], "bị hỏng"),
    "sai-tong.xlsx": (_broken_sum, "bị hỏng"),
    "thieu-quan-he.xlsx": (lambda: xlsx(**{"xl/_rels/workbook.xml.rels": None}), "bị hỏng"),
    "thieu-sheet.xlsx": (lambda: xlsx(**{"xl/worksheets/sheet1.xml": None}), "bị hỏng"),
    "chi-so-sai.xlsx": (
        lambda: xlsx('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>'),
        "bị hỏng|không có dòng",
    ),
    "trung-ten.xlsx": (_twice_named, "bị hỏng|không có dòng"),
    "khong-phai-xml.xlsx": (lambda: xlsx(**{"xl/worksheets/sheet1.xml": b"\xff\x00\x13" * 500}), "bị hỏng"),
    "mat-khau.xlsx": ((LISTS / "locked.xlsx").read_bytes, "mật khẩu"),
    "mat-khau-zip.xlsx": (_encrypted_flag, "mật khẩu"),
    "mat-khau.xls": (_locked_xls, "mật khẩu"),
    "mat-khau.ods": (lambda: _ods("", manifest="<m:encryption-data/>"), "mật khẩu"),
    "vong-lap.xls": (_looping_xls, "bị hỏng|bộ nhớ|quá lâu"),
    "cut.xls": (lambda: (LISTS / "camau-24-2018.xls").read_bytes()[:3000], "bị hỏng"),
    "lap-lai.ods": (_repeating_ods, "bộ nhớ|quá lâu|bị hỏng|quá xa"),
    "cut.ods": (lambda: (LISTS / "ninhbinh-2020.ods").read_bytes()[:9000], "bị hỏng"),
    "van-ban.xlsx": (lambda: _document("word"), "Word"),
    "trinh-chieu.xlsx": (lambda: _document("ppt"), "PowerPoint"),
    "nen.xlsx": (lambda: zipped([("a.txt", "a")]), "ZIP"),
    "pdf.xlsx": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "anh.xlsx": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "PNG"),
    "chuong-trinh.xlsx": (lambda: b"MZ\x90\x00" + b"\0" * 500, "chương trình"),
    "trang-web.xls": (lambda: b"\xef\xbb\xbf<html><body><table><tr><td>1</td></tr></table>", "lưu lại dạng .xlsx"),
    "mot-tep.xls": (lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "lưu lại dạng .xlsx"),
    "excel-2003.xls": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "lưu lại dạng .xlsx",
    ),
    "rong.xlsx": (lambda: b"", "rỗng"),
    "so-khong.csv": (lambda: b"\0" * 5000, "không rõ loại"),
    "trong.xlsx": (lambda: xlsx(""), "không có dòng nào"),
    "khoang-trang.csv": (lambda: b" ,\xc2\xa0,\r\n,,\r\n", "không có dòng nào"),
    "o-khong-lo.csv": (lambda: b'A,"' + b"x" * 5_000_000 + b'"\n', "bị hỏng"),
    "trieu-cot.csv": (lambda: b"x," * 1_200_000, "quá 1.000.000 ô"),
    "nhieu-dong.csv": (lambda: b"a,b\n" * 200_001, "quá 200.000 dòng"),
    "nang.csv": (lambda: b"a" * (33 * 1024 * 1024), "nặng hơn 32 MB"),
}
"""File name → how it is made, and what the sentence about it must say."""

TAKEN: dict[str, Callable[[], bytes]] = {
    "nhieu-o-gop.xlsx": _many_merges,
    "macro.xlsm": lambda: xlsx(**{"xl/vbaProject.bin": zlib.compress(b"Sub Auto_Open()")}),
    "duong-dan-leo.xlsx": lambda: xlsx(**{"../../leo.txt": "x", "/etc/leo.txt": "x"}),
}
"""Odd files that hold a list all the same: nothing in them is run or unpacked to disk."""
