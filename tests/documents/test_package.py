"""Office files from elsewhere: taken whole, or refused with a sentence that says what is wrong."""

from __future__ import annotations

import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from govmail_desk.documents.package import MOST_PARTS, XLS_MACROS, packed, refuse_active, unpacked
from govmail_desk.domain.errors import RuleBroken
from tests.documents.made_forms import OFFICE, PACKAGE, WORD, with_parts, word_form, word_parts

FORM = word_form("Kính gửi")


def relations(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    link = f'<Relationship Id="rId9" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'.encode()


def field(*codes: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return packed(word_parts(f"<w:p>{runs}</w:p>"))


LINKS = "word/_rels/document.xml.rels"
HOSTILE = {
    "a macro": with_parts(FORM, {"word/vbaProject.bin": b"x"}),
    "an ActiveX control": with_parts(FORM, {"word/activeX/activeX1.bin": b"x"}),
    "an embedded program's file": with_parts(FORM, {"word/embeddings/oleObject1.bin": b"x"}),
    "a template on a server": with_parts(FORM, {LINKS: relations("attachedTemplate", "http://example.com/x.dotm")}),
    "a template on a share": with_parts(FORM, {LINKS: relations("attachedTemplate", "file://server/x.dotm")}),
    "an OLE link": with_parts(FORM, {LINKS: relations("oleObject", "file:///c:/x.exe")}),
    "a picture from elsewhere": with_parts(FORM, {LINKS: relations("image", "https://example.com/x.png")}),
    "a link to a program": with_parts(FORM, {LINKS: relations("hyperlink", "file:///c:/windows/x.exe")}),
    "a macro's content type": with_parts(FORM, {"[Content_Types].xml": b'<Types a="macroEnabled.12"/>'}),
    "a DDE field": field("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"),
    "a DDE field in two runs": field("DDE", "AUTO cmd"),
    "a field that takes in a file": field("INCLUDETEXT c:\\\\x.docx"),
    "a field that links to a program's file": field("LINK Excel.Sheet.8 c:\\\\x.xls"),
    "a field that asks a database": field("DATABASE \\\\d c:\\\\x.mdb"),
    "a button that runs a macro": field("MACROBUTTON chay Bấm vào đây"),
    "a template that says it is inside": with_parts(
        FORM, {LINKS: relations("attachedTemplate", "//server/x.dotm", "")}
    ),
    "a picture whose mode is misspelt": with_parts(
        FORM, {LINKS: relations("image", "https://example.com/x.png", ' TargetMode="external"')}
    ),
    "a macro's content type in another encoding": with_parts(
        FORM,
        {"[Content_Types].xml": '<?xml version="1.0" encoding="UTF-16"?><Types a="MACROENABLED.12"/>'.encode("utf-16")},
    ),
    "an entity bomb": with_parts(
        FORM, {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'}
    ),
    "a file of this machine": with_parts(
        FORM, {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'}
    ),
    "torn XML": with_parts(FORM, {"word/document.xml": b"<w:document"}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_file_that_could_act_or_is_torn_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(RuleBroken, match=r"«mau\.docx»"):
        unpacked(content, name="mau.docx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", FORM[:200], b"\xd0\xcf\x11\xe0" * 200])
def test_a_damaged_or_password_protected_file_is_refused(content: bytes) -> None:
    with pytest.raises(RuleBroken, match="bị hỏng, có mật khẩu hoặc không phải"):
        unpacked(content, name="mau.docx")


def test_a_file_that_swells_is_refused_before_it_is_unpacked() -> None:
    bomb = with_parts(FORM, {"word/media/image1.png": bytes(8 * 1024 * 1024)})
    with pytest.raises(RuleBroken, match="phình ra bất thường"):
        unpacked(bomb, name="mau.docx")


def test_a_file_of_thousands_of_parts_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for number in range(MOST_PARTS + 1):
            archive.writestr(f"part{number}", b"")
    with pytest.raises(RuleBroken, match="quá lớn"):
        unpacked(target.getvalue(), name="mau.docx")


@pytest.mark.parametrize("twin", ["word/document.xml", "WORD/Document.xml", "word\\x.xml", "word/../word/x.xml"])
def test_a_file_whose_parts_two_programs_may_see_differently_is_refused(twin: str) -> None:
    target = BytesIO(FORM)
    with ZipFile(target, "a") as archive, warnings.catch_warnings(action="ignore"):
        archive.writestr(twin, b"<x/>")
    with pytest.raises(RuleBroken, match="trùng tên hoặc tên phần bất thường"):
        unpacked(target.getvalue(), name="mau.docx")


def test_every_reason_is_told_at_once() -> None:
    content = with_parts(FORM, {"word/vbaProject.bin": b"x", LINKS: relations("image", "https://example.com/x.png")})
    with pytest.raises(RuleBroken) as refused:
        unpacked(content, name="mau.docx")
    assert "chứa macro; tệp có liên kết ra ngoài" in refused.value.sentence


@pytest.mark.parametrize("target", ["mailto:stttt@ninhbinh.gov.vn", "https://mail.ninhbinh.gov.vn"])
def test_a_link_the_reader_clicks_is_let_through(target: str) -> None:
    content = with_parts(FORM, {LINKS: relations("hyperlink", target)})
    assert LINKS in unpacked(content, name="mau.docx")


def test_a_page_number_field_is_let_through() -> None:
    content = packed(word_parts(f'<w:p {WORD}><w:fldSimple w:instr="PAGE"/></w:p>'))
    assert unpacked(content, name="mau.docx")


def test_the_same_parts_make_the_same_bytes_on_any_day() -> None:
    parts = unpacked(FORM, name="mau.docx")
    assert packed(parts) == FORM
    assert packed(dict(parts)) == packed(parts)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("phieu.ods", packed({"content.xml": b"<a/>", "Basic/Standard/Module1.xml": b"<a/>"})),
        ("phieu.ods", packed({"content.xml": b"<a/>", "Scripts/python/a.py": b"pass"})),
        ("phieu.XLS", b"\xd0\xcf\x11\xe0" + bytes(508) + XLS_MACROS),
        ("phieu.xlsx", packed({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b""})),
    ],
)
def test_a_sheet_of_any_kind_that_brings_macros_is_refused(name: str, content: bytes) -> None:
    with pytest.raises(RuleBroken, match="macro"):
        refuse_active(content, name=name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("phieu.ods", packed({"content.xml": b"<a/>", "Pictures/a.png": b""})),
        ("phieu.xls", b"\xd0\xcf\x11\xe0" + bytes(508)),
        ("phieu.csv", b"a;b"),
    ],
)
def test_one_without_is_let_through(name: str, content: bytes) -> None:
    refuse_active(content, name=name)
