"""The parts of a paper are known by words and place, whatever has been done to their looks."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from docx.document import Document

from govmail_desk.documents.layout.components import Components, take_apart
from govmail_desk.documents.layout.reading import read_paper
from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.domain.layout import ComponentKey, PaperKind
from tests.documents.layout.seeded import Edit, added, edited, expected, gone, looks, paragraph, says, twice
from tests.documents.sample_papers import (
    CA_MAU,
    KHANH_HOA,
    KHANH_HOA_PROPOSAL,
    LETTER_FORM,
    NINH_BINH,
    PROPOSAL_FORM,
    QUAN_4,
    TWO_PAGES,
)


def apart(content: LetterContent, *edits: Edit, kind: PaperKind = "letter", body: str = "") -> Components:
    form = LETTER_FORM if kind == "letter" else PROPOSAL_FORM
    paper = edited(content, *edits, form=form) if edits else made_letter(form, content)
    return take_apart(read_paper(paper, name="thu.docx"), replace(expected(1, kind), body=body))


def texts(found: Components, key: ComponentKey) -> list[str]:
    return [one.said for one in found.of(key)]


def unframed(document: Document) -> None:
    """Take every paragraph out of its table, as a paper laid out with blanks and tabs is."""
    for table in list(document.tables):
        for row in table.rows:
            for cell in row.cells:
                for one in cell.paragraphs:
                    table._tbl.addprevious(deepcopy(one._p))
        table._tbl.getparent().remove(table._tbl)


def test_every_part_of_a_letter_is_known() -> None:
    found = apart(NINH_BINH)
    assert texts(found, "parent_body") == ["UBND TỈNH NINH BÌNH"]
    assert texts(found, "body") == ["SỞ XÂY DỰNG"]
    assert texts(found, "number") == ["Số: 07/SXD-VP"]
    assert texts(found, "addressee")[1:] == [
        "- Sở Thông tin và Truyền thông tỉnh Ninh Bình;",
        "- Văn phòng Ủy ban nhân dân tỉnh Ninh Bình.",
    ]
    assert len(texts(found, "text")) == 7
    assert texts(found, "authority") == ["GIÁM ĐỐC"]
    assert texts(found, "signer") == ["Phạm Quốc Nam"]
    assert texts(found, "recipient") == ["- Như trên;", "- Lưu: VT, VP."]
    assert texts(found, "contact")[0].startswith("Địa chỉ")


def test_bases_are_apart_from_the_text() -> None:
    assert [text[:10] for text in texts(apart(TWO_PAGES), "basis")] == ["Căn cứ Luậ", "Căn cứ Luậ"]


def test_a_proposal_has_a_title_and_a_subject_and_no_number() -> None:
    found = apart(KHANH_HOA_PROPOSAL, kind="proposal")
    assert texts(found, "title") == ["PHIẾU TRÌNH"]
    assert texts(found, "subject") == ["Về việc đề nghị cấp mới hộp thư điện tử công vụ"]
    assert texts(found, "number") == []
    assert texts(found, "signer") == ["Huỳnh Ngọc Bích"]


def test_a_paper_without_tables_is_known_by_its_words() -> None:
    found = apart(CA_MAU, unframed)
    assert texts(found, "national_title") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert texts(found, "body") == ["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"]
    assert texts(found, "parent_body") == ["UBND TỈNH CÀ MAU"]
    assert texts(found, "recipient")[-1] == "- Lưu: VT, VP."
    assert texts(found, "authority") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
    assert texts(found, "signer") == ["Đỗ Văn Lý"]


def test_a_body_on_two_lines_is_told_from_the_body_above_by_its_name() -> None:
    def split(document: Document) -> None:
        says("BAN QUẢN LÝ", "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG")(document)
        first = paragraph(document, "BAN QUẢN LÝ")._p
        first.addnext(deepcopy(first))
        found = paragraph(document, "BAN QUẢN LÝ")
        copied = type(found)(found._p.getnext(), found._parent)
        copied.runs[0].text = "CÁC CÔNG TRÌNH GIAO THÔNG"

    found = apart(KHANH_HOA, split)
    assert texts(found, "parent_body") == ["UBND TỈNH KHÁNH HÒA"]
    assert texts(found, "body") == ["BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", "CÁC CÔNG TRÌNH GIAO THÔNG"]


def test_the_body_known_to_the_register_settles_where_its_name_begins() -> None:
    found = apart(CA_MAU, says("UBND TỈNH", "BAN MẪU"), says("SỞ TÀI", "TỔ MẪU"), body="Ban Mẫu Tổ Mẫu")
    assert texts(found, "body") == ["BAN MẪU", "TỔ MẪU"]


def test_looks_do_not_decide_what_a_part_is() -> None:
    found = apart(CA_MAU, looks("SỞ TÀI", bold=False, size=9), looks("KT. GIÁM", italic=True))
    assert texts(found, "body") == ["SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"]
    assert texts(found, "authority") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def test_without_recipients_the_signature_is_still_found() -> None:
    found = apart(QUAN_4, gone("Nơi nhận"))
    assert texts(found, "authority") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert texts(found, "signer") == ["Trần Thị Ánh Nguyệt"]


def test_a_sentence_below_the_signature_is_set_apart_in_tables_and_without() -> None:
    below = "Ngoài ra đề nghị cấp thêm 02 hộp thư cho Giám đốc Sở"
    for edits in ((added(below),), (twice("Đỗ Văn Lý", below),), (unframed, added(below))):
        found = apart(CA_MAU, *edits)
        assert [one.said for one in found.below] == [below]
        assert texts(found, "authority") == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]
        assert texts(found, "signer") == ["Đỗ Văn Lý"]


def test_a_row_added_to_the_table_of_the_signature_is_set_apart() -> None:
    def with_row(document: Document) -> None:
        document.tables[-1].add_row().cells[0].paragraphs[0].add_run("Đề nghị trả lời trong tuần")

    found = apart(CA_MAU, with_row)
    assert [one.said for one in found.below] == ["Đề nghị trả lời trong tuần"]
    assert texts(found, "recipient")[-1] == "- Lưu: VT, VP."


def test_a_list_in_a_table_and_an_appendix_are_nothing_below_the_signature() -> None:
    def with_list(document: Document) -> None:
        document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Họ và tên"
        for text in ("Phụ lục", "Danh sách đề nghị cấp hộp thư"):
            document.add_paragraph(text)

    assert apart(CA_MAU, with_list).below == ()


def test_what_stands_behind_the_word_appendix_is_no_text_of_the_letter() -> None:
    def with_appendix(document: Document) -> None:
        for text in ("Phụ lục I", "DANH SÁCH", "(Kèm theo Công văn số 12/STNMT-VP)", "Phụ lục II"):
            document.add_paragraph(text)

    found = apart(CA_MAU, with_appendix)
    assert texts(found, "appendix") == ["Phụ lục I", "Phụ lục II"]
    assert len(texts(found, "appendix_note")) == 1
    assert len(texts(found, "text")) == 7
