"""What a form's file may hold: everything a form does not need is told, each with a file that has it."""

from __future__ import annotations

import pytest

from govmail_desk.documents.form_contents import strange_contents
from govmail_desk.documents.package import Parts, unpacked
from tests.documents.made_forms import OFFICE, PACKAGE, WORD, excel_form, paragraph, word_parts
from tests.documents.sample_papers import FORMS

LINKS = "word/_rels/document.xml.rels"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


def relations(kind: str, target: str = "x.xml", place: str = OFFICE) -> bytes:
    link = f'<Relationship Id="rId9" Type="{place}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'.encode()


def word(*body: str, **parts: bytes) -> Parts:
    return word_parts(*body) | {name.replace("__", "/"): content for name, content in parts.items()}


def field(*codes: str) -> str:
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{runs}{end}</w:p>"


def told(parts: Parts, *, is_word: bool = True) -> list[str]:
    return list(strange_contents(parts, is_word=is_word))


@pytest.mark.parametrize("file", sorted(FORMS.rglob("*.*x")), ids=lambda file: file.name)
def test_no_shipped_form_holds_anything_it_does_not_need(file):
    parts = unpacked(file.read_bytes(), name=file.name)
    assert told(parts, is_word=file.suffix == ".docx") == []


SEEDED_RELATIONS = {
    "vbaProject": "có macro",
    "attachedTemplate": "tệp mẫu .dotx",
    "oleObject": "OLE",
    "package": "tệp nhúng",
    "control": "ActiveX",
    "aFChunk": "một tệp khác chèn nguyên vào",
    "subDocument": "tệp con",
    "mailMergeSource": "trộn thư",
    "chart": "biểu đồ",
    "webextensiontaskpanes": "«webextensiontaskpanes»",
    "somethingNew": "«somethingNew»",
}


@pytest.mark.parametrize(("kind", "words"), SEEDED_RELATIONS.items(), ids=SEEDED_RELATIONS)
def test_a_word_form_is_put_together_from_known_parts_only(kind, words):
    found = told(word(paragraph("x")) | {LINKS: relations(kind)})
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize("kind", ["styles", "header", "image", "numbering", "hyperlink"])
def test_what_any_form_is_put_together_from_is_let_through(kind):
    assert told(word(paragraph("x")) | {LINKS: relations(kind)}) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("externalLink", "bảng tính khác"),
        ("connections", "dữ liệu bên ngoài"),
        ("queryTable", "dữ liệu bên ngoài"),
        ("xlMacrosheet", "macro Excel 4.0"),
        ("pivotTable", "PivotTable"),
        ("table", "vùng thường"),
        ("header", "«header»"),
    ],
)
def test_an_excel_form_is_put_together_from_known_parts_only(kind, words):
    parts = unpacked(excel_form([["x"]]), name="x") | {"xl/worksheets/_rels/sheet1.xml.rels": relations(kind)}
    assert [words in sentence for sentence in told(parts, is_word=False)] == [True]


def test_buttons_of_its_own_are_told_of():
    parts = word(paragraph("x"))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="r2" Type="{MICROSOFT}/ui/extensibility" Target="customUI/customUI.xml"/></Relationships>'.encode(),
    )
    assert "nút lệnh riêng" in told(parts)[0]


def test_a_body_that_stands_where_nobody_looks_is_told_of():
    parts = word(paragraph("x"))
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/other.bin")
    assert "chỗ bất thường" in told(parts)[0]


def test_a_part_that_is_xml_by_its_type_alone_is_told_of():
    parts = word(paragraph("x"))
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"/word/document.xml", b"/word/document.bin")
    assert "«/word/document.bin»" in told(parts)[0]


@pytest.mark.parametrize(
    ("element", "words"),
    [
        ('<w:altChunk w:id="r"/>', "chèn nguyên một tệp khác"),
        ("<w:p><w:r><w:object/></w:r></w:p>", "nhúng tệp"),
        ("<w:p><w:r><w:control/></w:r></w:p>", "ActiveX"),
        ('<w:p><w:subDoc w:id="r"/></w:p>', "tệp con"),
        ('<w:p><w:r><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:r></w:p>', "nhúng tệp"),
    ],
)
def test_what_stands_in_the_page_itself_is_told_of(element, words):
    assert words in told(word(element))[0]


def test_a_mail_merge_with_its_query_is_told_of():
    settings = f"<w:settings {WORD}><w:mailMerge><w:query/></w:mailMerge></w:settings>".encode()
    assert "trộn thư" in told(word(paragraph("x"), **{"word__settings.xml": settings}))[0]


@pytest.mark.parametrize(
    "codes",
    [
        ("DATE",),
        ("ASK x",),
        ("QUOTE 68 68 69",),
        ("MERGEFIELD ten",),
        ("FILLIN",),
        ("",),
        ("AUTOTEXT x",),
        ("DA", "TE"),
    ],
)
def test_a_field_of_word_that_is_not_on_the_list_is_told_of(codes):
    assert [sentence.startswith("Trường Word") for sentence in told(word(field(*codes)))] == [True]


@pytest.mark.parametrize("code", ["PAGE", " NUMPAGES \\* MERGEFORMAT", "=2", "PA</w:instrText><w:instrText>GE"])
def test_page_numbers_and_sums_are_let_through(code):
    assert told(word(field(code))) == []


def test_a_field_inside_another_is_looked_at_by_itself():
    inner = field("QUOTE 100 100")[5:-6]
    outer = field("PAGE").replace("<w:r><w:instrText>", inner + "<w:r><w:instrText>")
    assert ["QUOTE" in sentence for sentence in told(word(outer))] == [True]


@pytest.mark.parametrize("target", ["http://example.com/x.png", "file:///c:/x.png", "\\\\server\\x.png", "//server/x"])
def test_a_picture_taken_from_elsewhere_is_told_of(target):
    picture = (
        f'<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="{target}"/></w:pict></w:r></w:p>'
    )
    assert "Có hình lấy từ nơi khác" in told(word(picture))[0]


def test_tracked_changes_are_told_with_their_paragraph():
    changed = "<w:p><w:r><w:t>Kính gửi: </w:t></w:r><w:ins><w:r><w:t>Sở</w:t></w:r></w:ins></w:p>"
    assert told(word(changed)) == [
        "Mẫu còn dấu vết sửa đổi (Track Changes). Hãy chấp nhận hoặc bỏ hết rồi lưu lại. Ở đoạn «Kính gửi: Sở»."
    ]


def test_comments_in_the_margin_are_told_of():
    comments = f"<w:comments {WORD}><w:comment><w:p/></w:comment></w:comments>".encode()
    empty = f"<w:comments {WORD}></w:comments>".encode()
    assert "ghi chú bên lề" in told(word(paragraph("x"), **{"word__comments.xml": comments}))[0]
    assert told(word(paragraph("x"), **{"word__comments.xml": empty})) == []


def test_a_torn_part_stops_no_other_from_being_looked_at():
    parts = word(paragraph("x"), **{"word__settings.xml": b"<w:settings"}) | {LINKS: relations("aFChunk")}
    assert len(told(parts)) == 1
