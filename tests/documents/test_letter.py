"""The letter against NĐ 30/2020, Phụ lục I, component by component: the made .docx is opened again and read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from govmail_desk.documents.letter import LetterContent, made_letter
from govmail_desk.documents.letter_column import COLUMN_AIR_MM, LEFT_MM, RIGHT_MM, TEXT_MM
from govmail_desk.documents.package import unpacked
from govmail_desk.documents.print_width import balanced_lines, text_width_mm
from govmail_desk.domain.letterhead import Signature
from tests.documents.printing import Printed, printed
from tests.documents.sample_papers import (
    BY_REGULATION,
    CA_MAU,
    KHANH_HOA,
    KHANH_HOA_PROPOSAL,
    LETTER_FORM,
    NINH_BINH,
    PROPOSAL_FORM,
    QUAN_4,
    TWO_PAGES,
)

CENTRE, LEFT, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Look:
    """How a paragraph of a made paper stands, with all it inherits worked out."""

    size_pt: float
    bold: bool
    italic: bool
    align: WD_ALIGN_PARAGRAPH


def opened(content: LetterContent, form: bytes = LETTER_FORM) -> Document:
    return docx.Document(BytesIO(made_letter(form, content)))


def everything(document: Document) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables included, in the order of the page."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)  # type: ignore[arg-type]


def said(document: Document) -> list[str]:
    return [paragraph.text for paragraph in everything(document) if paragraph.text]


def paragraph(document: Document, start: str) -> Paragraph:
    return next(one for one in everything(document) if one.text.startswith(start))


def look(document: Document, start: str) -> Look:
    style = document.styles[style_name(document, paragraph(document, start))]
    assert style.font.size is not None
    return Look(style.font.size.pt, bool(style.font.bold), bool(style.font.italic), style.paragraph_format.alignment)


def style_name(document: Document, one: Paragraph) -> str:
    return next(style.name for style in document.styles if style.style_id == one._p.pPr.pStyle.val)


COMPONENTS = [
    ("CỘNG HÒA XÃ HỘI", Look(12, True, False, CENTRE)),
    ("Độc lập - Tự do", Look(13, True, False, CENTRE)),
    ("UBND TỈNH NINH BÌNH", Look(12, False, False, CENTRE)),
    ("SỞ XÂY DỰNG", Look(12, True, False, CENTRE)),
    ("Số: 07/SXD-VP", Look(13, False, False, CENTRE)),
    ("V/v đề nghị", Look(12, False, False, CENTRE)),
    ("Ninh Bình, ngày 05 tháng 01 năm 2026", Look(13, False, True, CENTRE)),
    ("Kính gửi:", Look(14, False, False, LEFT)),
    ("- Sở Thông tin và Truyền thông", Look(14, False, False, LEFT)),
    ("Căn cứ Luật", Look(14, False, True, BOTH)),
    ("Thực hiện", Look(14, False, False, BOTH)),
    ("Sở Xây dựng trân trọng", Look(14, False, False, BOTH)),
    ("Nơi nhận:", Look(12, True, True, LEFT)),
    ("- Như trên;", Look(11, False, False, LEFT)),
    ("- Lưu: VT, VP.", Look(11, False, False, LEFT)),
    ("GIÁM ĐỐC", Look(14, True, False, CENTRE)),
    ("Phạm Quốc Nam", Look(14, True, False, CENTRE)),
]


@pytest.mark.parametrize(("start", "wanted"), COMPONENTS, ids=[start for start, _ in COMPONENTS])
def test_each_component_has_the_size_and_style_of_the_decree(start: str, wanted: Look) -> None:
    content = replace(NINH_BINH, bases=("Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023",))
    assert look(opened(content), start) == wanted


def test_every_letter_is_times_new_roman_in_black() -> None:
    styles = opened(CA_MAU).styles.element
    fonts = styles.find(f".//{qn('w:rFonts')}")
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    assert styles.find(f".//{qn('w:color')}").get(qn("w:val")) == "000000"
    made = opened(CA_MAU).element.body
    assert not list(made.iter(qn("w:rFonts"))) + list(made.iter(qn("w:color")))


def test_the_page_is_a4_with_margins_inside_the_decrees_bounds() -> None:
    section = opened(CA_MAU).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    bounds = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}
    for side, (least, most) in bounds.items():
        assert least <= round(getattr(section, f"{side}_margin").mm, 1) <= most
    assert round(section.page_width.mm - section.left_margin.mm - section.right_margin.mm) == TEXT_MM


def test_the_body_is_indented_and_spaced_as_the_decree_allows() -> None:
    style = opened(CA_MAU).styles["Nội dung"].paragraph_format
    assert round(style.first_line_indent.mm, 1) == 12.7
    assert style.space_before.pt >= 6
    assert 1 <= style.line_spacing <= 1.5


def test_the_subject_stands_six_points_under_the_number() -> None:
    assert opened(CA_MAU).styles["Trích yếu công văn"].paragraph_format.space_before.pt == 6


def test_no_rule_is_made_of_underscores_or_dashes() -> None:
    for content in (*BY_REGULATION.values(), TWO_PAGES):
        assert not [text for text in said(opened(content)) if "__" in text or "--" in text or "……" in text]


def rules(document: Document) -> list[float]:
    """The lengths of the rules drawn in the header, in millimetres, left column first."""
    lengths = []
    for column, width in zip(document.tables[0].rows[0].cells, (LEFT_MM, RIGHT_MM), strict=True):
        for drawn in column._tc.iter(qn("w:pBdr")):
            indent = drawn.getparent().find(qn("w:ind"))
            lengths.append(width - (int(indent.get(qn("w:left"))) + int(indent.get(qn("w:right")))) / TWIPS_PER_MM)
            assert drawn.find(qn("w:top")).get(qn("w:val")) == "single"
    return lengths


def test_the_rule_under_the_motto_is_as_long_as_its_text() -> None:
    motto = text_width_mm("Độc lập - Tự do - Hạnh phúc", size_pt=13, is_bold=True)
    assert rules(opened(CA_MAU))[1] == pytest.approx(motto, abs=0.1)


@pytest.mark.parametrize("content", BY_REGULATION.values(), ids=BY_REGULATION.keys())
def test_the_rule_under_the_issuing_body_is_a_third_to_a_half_of_its_text(content: LetterContent) -> None:
    document = opened(content)
    name = next(one for one in everything(document) if one.text and style_name(document, one) == "Cơ quan ban hành")
    lines = balanced_lines(name.text, width_mm=LEFT_MM - COLUMN_AIR_MM, size_pt=12, is_bold=True)
    widest = max(text_width_mm(line, size_pt=12, is_bold=True) for line in lines)
    assert widest / 3 <= rules(document)[0] <= widest / 2


def test_a_long_name_stays_one_text_and_margins_break_it_evenly() -> None:
    name = paragraph(opened(KHANH_HOA), "BAN QUẢN LÝ")
    assert name.text == KHANH_HOA.body.upper()
    margins = name.paragraph_format
    assert margins.left_indent == margins.right_indent
    assert 0 < margins.left_indent.mm < 10


def test_a_short_name_has_the_whole_column() -> None:
    assert paragraph(opened(NINH_BINH), "SỞ XÂY DỰNG").paragraph_format.left_indent == 0


def test_the_body_above_is_written_with_its_usual_abbreviation() -> None:
    above = replace(CA_MAU, parent_body="Ủy ban nhân dân tỉnh Cà Mau")
    assert said(opened(above))[:2] == ["UBND TỈNH CÀ MAU", "SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG"]


def test_a_body_with_none_above_it_stands_first_and_is_broken_where_the_clerk_did() -> None:
    assert said(opened(QUAN_4))[0] == "ỦY BAN NHÂN DÂN\nPHƯỜNG 12"


def test_a_draft_leaves_number_and_day_blank() -> None:
    texts = said(opened(CA_MAU))
    assert "Số:      /STNMT-VP" in texts
    assert "Cà Mau, ngày     tháng 11 năm 2026" in texts


def test_a_draft_may_leave_month_and_year_blank_too() -> None:
    assert "Cà Mau, ngày     tháng     năm" in said(opened(replace(CA_MAU, drafted_on=None)))


def test_a_signed_letter_bears_its_number_and_date() -> None:
    texts = said(opened(replace(CA_MAU, number="9", on=date(2026, 11, 3))))
    assert "Số: 09/STNMT-VP" in texts
    assert "Cà Mau, ngày 03 tháng 11 năm 2026" in texts


def test_number_and_date_stand_on_one_row() -> None:
    left, right = opened(CA_MAU).tables[0].rows[1].cells
    assert left.text.startswith("Số:")
    assert right.text.startswith("Cà Mau, ngày")


def test_one_addressee_stands_on_the_line_of_kinh_gui() -> None:
    assert "Kính gửi: Sở Thông tin và Truyền thông tỉnh Cà Mau" in said(opened(CA_MAU))


def test_several_addressees_stand_below_with_dashes_under_the_colon() -> None:
    document = opened(NINH_BINH)
    texts = said(document)
    assert texts[texts.index("Kính gửi: ") + 1 :][:2] == [
        "- Sở Thông tin và Truyền thông tỉnh Ninh Bình;",
        "- Văn phòng Ủy ban nhân dân tỉnh Ninh Bình.",
    ]
    first, each = (document.styles[name].paragraph_format for name in ("Kính gửi", "Nơi gửi"))
    start, dash = (one.left_indent.mm + one.first_line_indent.mm for one in (first, each))
    assert dash - start == pytest.approx(text_width_mm("Kính gửi", size_pt=14), abs=0.1)


def test_the_letter_ends_with_stop_stroke_stop() -> None:
    texts = said(opened(CA_MAU))
    assert texts[texts.index("Nơi nhận:") - 1].endswith("giải quyết./.")
    assert sum(text.endswith("./.") for text in texts) == 1


def test_the_signature_block_names_whom_is_signed_for() -> None:
    right = opened(QUAN_4).tables[-1].rows[0].cells[1]
    assert [one.text for one in right.paragraphs if one.text] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Thị Ánh Nguyệt",
    ]


def test_recipients_begin_level_with_the_authority_to_sign() -> None:
    left, right = opened(QUAN_4).tables[-1].rows[0].cells
    assert left.paragraphs[0].text == "Nơi nhận:"
    assert right.paragraphs[0].text == "TM. ỦY BAN NHÂN DÂN"
    assert [one.text for one in left.paragraphs[1:] if one.text] == [
        "- Như trên;",
        "- TT. UBND Phường 12;",
        "- Lưu: VT, VP. NTHH.(03)",
    ]


def test_there_is_room_to_sign_above_the_name() -> None:
    assert opened(CA_MAU).styles["Họ tên người ký"].paragraph_format.space_before.pt >= 60


def test_the_signature_is_never_torn_from_the_last_paragraph() -> None:
    document = opened(TWO_PAGES)
    assert document.styles["Đoạn cuối"].paragraph_format.keep_with_next
    row = document.tables[-1].rows[0]._tr
    assert row.trPr.find(qn("w:cantSplit")) is not None


def test_the_page_number_is_in_the_top_margin_and_not_on_page_one() -> None:
    document = opened(TWO_PAGES)
    section = document.sections[0]
    assert section.different_first_page_header_footer
    number = section.header.paragraphs[0]
    assert number._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"
    assert number.style.font.size.pt == 13
    assert number.style.paragraph_format.alignment == CENTRE
    assert section.header_distance < section.top_margin
    assert not section.first_page_header.paragraphs[0].text


def test_the_contact_line_stands_at_the_foot_of_page_one_under_a_full_rule() -> None:
    foot = opened(NINH_BINH).sections[0].first_page_footer
    (line,) = [one for one in foot.paragraphs if one.text]
    assert line.text.startswith("Địa chỉ: số 01 đường Mẫu")
    assert line.style.font.size.pt == 11
    assert line._p.pPr.find(qn("w:pBdr")) is not None


def test_without_a_contact_line_there_is_no_rule_at_the_foot() -> None:
    foot = opened(CA_MAU).sections[0].first_page_footer
    assert not [one for one in foot.paragraphs if one._p.pPr.find(qn("w:pBdr")) is not None]


def test_names_with_the_letters_of_xml_come_through() -> None:
    odd = replace(
        CA_MAU,
        parent_body="UBND <tỉnh> & huyện",
        addressees=("Sở A & B <C>",),
        signature=Signature((), "GIÁM ĐỐC", "Đỗ 'Văn' \"Lý\" & <Con>"),
    )
    texts = said(opened(odd))
    assert "Kính gửi: Sở A & B <C>" in texts
    assert "Đỗ 'Văn' \"Lý\" & <Con>" in texts


def test_the_proposal_names_its_kind_its_subject_and_leaves_room_for_the_decision() -> None:
    document = opened(KHANH_HOA_PROPOSAL, PROPOSAL_FORM)
    texts = said(document)
    assert texts[texts.index("PHIẾU TRÌNH") + 1] == "Về việc đề nghị cấp mới hộp thư điện tử công vụ"
    assert "Kính gửi: Lãnh đạo Ban" in texts
    assert "TRƯỞNG PHÒNG" in texts
    assert texts[-1] == "Ý KIẾN CỦA LÃNH ĐẠO BAN:"
    assert not [text for text in texts if text.startswith("Số:")]


def test_the_rule_under_the_proposals_subject_is_a_third_to_a_half_of_it() -> None:
    document = opened(KHANH_HOA_PROPOSAL, PROPOSAL_FORM)
    drawn = paragraph(document, "Về việc")._p.getnext()
    indent = int(drawn.pPr.find(qn("w:ind")).get(qn("w:left"))) / TWIPS_PER_MM
    subject = text_width_mm("Về việc đề nghị cấp mới hộp thư điện tử công vụ", size_pt=14, is_bold=True)
    assert subject / 3 <= TEXT_MM - 2 * indent <= subject / 2


def test_the_paper_says_nothing_of_where_its_layout_comes_from() -> None:
    for content in BY_REGULATION.values():
        assert not [text for text in said(opened(content)) if "GovMail" in text or "chương trình" in text]


def test_the_file_names_no_author_and_no_date_of_making() -> None:
    properties = opened(CA_MAU).core_properties
    assert (properties.author, properties.last_modified_by, properties.created) == ("", "", None)


ORDERS = {
    "pPr": "pStyle keepNext keepLines pBdr tabs spacing ind jc rPr sectPr",
    "rPr": "rFonts b i color sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg docGrid",
    "style": "name basedOn next uiPriority qFormat pPr rPr tblPr",
    "pBdr": "top left bottom right",
}
"""The order the standard (ECMA-376, 17) gives; LibreOffice reads any, Word may call the file damaged."""


@pytest.mark.parametrize("holder", ORDERS)
def test_properties_stand_in_the_order_word_demands(holder: str) -> None:
    order = ORDERS[holder].split()
    for form, content in ((LETTER_FORM, NINH_BINH), (PROPOSAL_FORM, KHANH_HOA_PROPOSAL)):
        for name, part in unpacked(made_letter(form, content), name="made.docx").items():
            if name.startswith("word/"):
                for element in etree.fromstring(part).iter(qn(f"w:{holder}")):
                    places = [order.index(etree.QName(child).localname) for child in element]
                    assert places == sorted(places)


@pytest.fixture(scope="module")
def on_paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    papers = {f"{name}.docx": made_letter(LETTER_FORM, content) for name, content in BY_REGULATION.items()}
    papers["two.docx"] = made_letter(LETTER_FORM, TWO_PAGES)
    papers["proposal.docx"] = made_letter(PROPOSAL_FORM, KHANH_HOA_PROPOSAL)
    return printed(tmp_path_factory.mktemp("letters"), papers)


@pytest.mark.parametrize("name", [*BY_REGULATION, "proposal"])
def test_an_ordinary_letter_prints_on_one_page(on_paper: dict[str, Printed], name: str) -> None:
    assert len(on_paper[f"{name}.docx"].pages) == 1


def test_every_font_on_paper_is_times(on_paper: dict[str, Printed]) -> None:
    for paper in on_paper.values():
        assert paper.fonts
        assert all(font.startswith("LiberationSerif") for font in paper.fonts)


def test_a_long_letter_numbers_its_second_page_at_the_top_and_signs_with_its_last_paragraph(
    on_paper: dict[str, Printed],
) -> None:
    first, second = on_paper["two.docx"].pages
    assert second.split()[0] == "2"
    assert "CỘNG HÒA XÃ HỘI" in first.split("\n")[0]
    assert "giải quyết./." in second
    assert "Đỗ Văn Lý" in second


def test_long_names_break_on_paper_where_they_were_meant_to(on_paper: dict[str, Printed]) -> None:
    for file, content in (("khanhhoa-dagt-2021.docx", KHANH_HOA), ("camau-24-2018.docx", CA_MAU)):
        lines = balanced_lines(content.body.upper(), width_mm=LEFT_MM - COLUMN_AIR_MM, size_pt=12, is_bold=True)
        assert len(lines) > 1
        for line in lines:
            assert line in on_paper[file].pages[0]
