"""A paper read: text joined and complete, each look worked out, files of any making taken or refused in words."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.documents.layout.reading import Paper, Paragraph, read_paper
from govmail_desk.documents.letter import made_letter
from govmail_desk.documents.package import packed, unpacked
from govmail_desk.domain.errors import RuleBroken
from tests.documents.layout.seeded import edited, expected, findings, paragraph, rule_gone, word_looks
from tests.documents.sample_papers import CA_MAU, LETTER_FORM, NINH_BINH

REASON = "1. Lý do"


def read(content: bytes) -> Paper:
    return read_paper(content, name="thu.docx")


def starting(paper: Paper, start: str) -> Paragraph:
    return next(one for one in paper.paragraphs if one.said.startswith(start))


def test_runs_that_word_split_are_one_piece_and_another_look_is_another() -> None:
    split = starting(read(edited(CA_MAU, word_looks(REASON, "công chức", no_proof=True))), REASON)
    bold = starting(read(edited(CA_MAU, word_looks(REASON, "công chức", bold=True))), REASON)
    assert len(split.pieces) == 1
    assert [piece.look.is_bold for piece in bold.pieces] == [False, True, False]
    assert split.text == bold.text


def test_text_in_tables_text_boxes_and_links_is_read_and_deleted_or_hidden_text_is_not() -> None:
    def edit(document: Document) -> None:
        extra = (
            '<w:hyperlink w:anchor="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>',
            "<w:del w:id='1' w:author='x'><w:r><w:delText>xóa</w:delText><w:t>bỏ</w:t></w:r></w:del>",
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>",
            "<w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p><w:r><w:t>trong hộp</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></w:pict></w:r>",
        )
        for xml in extra:
            root = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
            paragraph(document, REASON)._p.append(root[0])

    paper = read(edited(CA_MAU, edit))
    assert starting(paper, REASON).text.endswith("công việc.liên kết")
    assert starting(paper, "trong hộp").cell is None
    assert starting(paper, "Số:").cell is not None


def test_a_line_break_a_tab_and_a_bullet_are_text() -> None:
    def edit(document: Document) -> None:
        run = paragraph(document, "- Giám đốc").runs[0]._r
        for mark in ("w:tab", "w:br", "w:noBreakHyphen"):
            run.append(run.makeelement(qn(mark), {}))

    assert starting(read(edited(CA_MAU, edit)), "- Giám đốc").text.endswith("\t\n-")


def test_headers_footers_and_margins_are_read_in_millimetres() -> None:
    sheet = read(made_letter(LETTER_FORM, NINH_BINH)).sheets[0]
    assert round(sheet.width_mm), round(sheet.height_mm) == (210, 297)
    assert {side: round(width) for side, width in sheet.margins_mm.items()} == {
        "top": 20,
        "bottom": 20,
        "left": 30,
        "right": 15,
    }
    assert sheet.headers["default"][0].fields == "PAGE"
    assert sheet.footers["first"][0].said.startswith("Địa chỉ")


def test_a_field_word_wrote_in_pieces_is_one_code() -> None:
    def edit(document: Document) -> None:
        holder = document.sections[0].header.paragraphs[0]._p
        holder.remove(holder.find(qn("w:fldSimple")))
        for code in (" PA", "GE  \\* MERGEFORMAT "):
            holder.append(
                parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve">{code}</w:instrText></w:r>')
            )

    assert read(edited(CA_MAU, edit)).sheets[0].headers["default"][0].fields == "PAGE  \\* MERGEFORMAT"


def test_a_file_with_no_styles_settings_or_headers_is_read_with_words_own_defaults() -> None:
    parts = unpacked(made_letter(LETTER_FORM, CA_MAU), name="x.docx")
    bare = packed({name: content for name, content in parts.items() if "header" not in name and "styles" not in name})
    piece = starting(read(bare), REASON).pieces[0]
    assert (piece.look.font, piece.look.size_pt, piece.look.is_bold) == ("Times New Roman", 10, False)


def test_a_style_based_on_itself_ends() -> None:
    def edit(document: Document) -> None:
        style = document.styles["Nội dung"].element
        style.find(qn("w:basedOn")).set(qn("w:val"), style.get(qn("w:styleId")))

    assert starting(read(edited(CA_MAU, edit)), REASON).pieces[0].look.size_pt == 14


def test_a_spreadsheet_is_no_paper() -> None:
    with pytest.raises(RuleBroken, match=r"thu\.docx"):
        read(packed({"xl/workbook.xml": b"<workbook/>"}))


def test_a_bomb_and_a_macro_are_refused() -> None:
    for name, content in (("word/document.xml", b"0" * 50_000_000), ("word/vbaProject.bin", b"x")):
        parts = unpacked(made_letter(LETTER_FORM, CA_MAU), name="x.docx") | {name: content}
        with pytest.raises(RuleBroken, match=r"thu\.docx"):
            read(packed(parts))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_paper_with_any_value_spoiled_is_still_read_or_refused_in_words(data: st.DataObject) -> None:
    parts = unpacked(made_letter(LETTER_FORM, NINH_BINH), name="x.docx")
    name = data.draw(
        st.sampled_from(sorted(part for part in parts if part.startswith("word/") and part.endswith(".xml")))
    )
    values = [start for start in range(len(parts[name])) if parts[name].startswith(b'="', start)]
    for at in data.draw(st.lists(st.sampled_from(values), max_size=5)) if values else []:
        junk = data.draw(st.sampled_from([b"-1", b"abc", b"", b"99999999999999", b"1e9", "½".encode(), b"0x1F"]))
        end = parts[name].find(b'"', at + 2)
        parts[name] = parts[name][: at + 2] + junk + parts[name][end:]
    try:
        told = findings(packed(parts), expected(12))
    except RuleBroken:
        return
    assert all(one.sentence for one in told)


def test_a_paper_of_many_rows_is_read_in_one_pass() -> None:
    """A list pasted into the paper: cells are found once, not for each paragraph anew."""

    def edit(document: Document) -> None:
        rows = "".join(f"<w:tr><w:tc><w:p><w:r><w:t>dòng {row}</w:t></w:r></w:p></w:tc></w:tr>" for row in range(5_000))
        table = parse_xml(
            f'<w:tbl {nsdecls("w")}><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>{rows}</w:tbl>'
        )
        paragraph(document, REASON)._p.addnext(table)

    paper = read(edited(CA_MAU, edit))
    assert starting(paper, "dòng 4999").cell.row == 4_999  # type: ignore[union-attr]


def test_a_made_letter_is_a_zip_python_docx_reads_too() -> None:
    content = edited(CA_MAU, rule_gone("Độc lập"))
    assert ZipFile(BytesIO(content)).testzip() is None
    assert len(docx.Document(BytesIO(content)).tables) == 2
