"""The Word forms: the letter (NĐ 30/2020, Mẫu 1.5), a section's proposal (laid out like Mẫu 1.4, which names its kind) and its slip."""

from __future__ import annotations

from typing import Final

import looks
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from drawn_page import blank_page, finished, twips
from looks import Look

from govmail_desk.documents.letter_column import LEFT_MM, RIGHT_MM, rule
from govmail_desk.documents.print_width import text_width_mm

QUOC_HIEU: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU: Final = "Độc lập - Tự do - Hạnh phúc"
CELL_AIR_MM: Final = 2
FACTS_MM: Final = (50, LEFT_MM + RIGHT_MM - 50)
SIGNATURE_MM: Final = (72, LEFT_MM + RIGHT_MM - 72)

Holder = Document | _Cell | _Header | _Footer


def letter() -> bytes:
    """Draw the letter."""
    page = blank_page()
    header(page, number=("{{ so_ky_hieu }}", "{{ trich_yeu_cong_van }}"))
    addressees(page)
    body(page)
    signature(page)
    margins(page)
    return finished(page)


def proposal() -> bytes:
    """Draw a section's proposal to the unit's leaders: no number of its own, and room for what they decide."""
    page = blank_page()
    header(page, number=())
    say(page, looks.TEN_LOAI, "PHIẾU TRÌNH")
    say(page, looks.TRICH_YEU, "{{ trich_yeu }}")
    say(page, looks.TRICH_YEU, "{{p gach_trich_yeu }}")
    addressees(page)
    body(page)
    signature(page)
    say(page, looks.Y_KIEN, "Ý KIẾN CỦA LÃNH ĐẠO BAN:")
    margins(page)
    return finished(page)


def slip() -> bytes:
    """Draw the slip a section lays before the unit's leaders for one person's mailbox, with room for their decision."""
    page = blank_page()
    header(page, number=())
    say(page, looks.TEN_LOAI, "PHIẾU YÊU CẦU XÓA HỘP THƯ ĐIỆN TỬ CÔNG VỤ")
    addressees(page)
    say(page, looks.KHOANG_CACH)
    repeat(page, looks.NOI_DUNG, item="doan", of="noi_dung")
    _facts(page)
    say(page, looks.DOAN_CUOI, "{{ doan_cuoi }}")
    signature(page, beside=(looks.QUYEN_HAN, "Ý KIẾN CỦA LÃNH ĐẠO BAN"))
    margins(page)
    return finished(page)


def say(where: Holder, look: Look, text: str = "") -> Paragraph:
    """Add a paragraph in a style."""
    return where.add_paragraph(text, style=look.name)


def repeat(where: Holder, look: Look, *, item: str, of: str) -> None:
    """Add a paragraph printed once for each item of a list field."""
    say(where, look, f"{{%p for {item} in {of} %}}")
    say(where, look, f"{{{{ {item} }}}}")
    say(where, look, "{%p endfor %}")


def header(page: Document, *, number: tuple[str, ...], has_date: bool = True) -> None:
    """Names at the left, national title at the right; below them number and date on one row (ô 1-4, 5b)."""
    table = columns(page, (LEFT_MM, RIGHT_MM), rows=2)
    left, right = cells(table, 0)
    say(left, looks.CO_QUAN_CHU_QUAN, "{%p if co_quan_chu_quan %}")
    say(left, looks.CO_QUAN_CHU_QUAN, "{{ co_quan_chu_quan }}")
    say(left, looks.CO_QUAN_CHU_QUAN, "{%p endif %}")
    say(left, looks.CO_QUAN, "{{ co_quan }}")
    say(left, looks.CO_QUAN, "{{p gach_co_quan }}")
    say(right, looks.QUOC_HIEU, QUOC_HIEU)
    say(right, looks.TIEU_NGU, TIEU_NGU)
    right._tc.append(_drawn_rule(text_width_mm(TIEU_NGU, size_pt=looks.TIEU_NGU.size_pt, is_bold=True)))
    left, right = cells(table, 1)
    for look, text in zip((looks.SO_KY_HIEU, looks.TRICH_YEU_CONG_VAN), number or ("",), strict=False):
        say(left, look, text)
    say(right, looks.DIA_DANH_NGAY, "{{ dia_danh_ngay }}" if has_date else "")


def addressees(page: Document) -> None:
    """One addressee on the line of `Kính gửi`, or each on its own line under the colon (ô 9a)."""
    say(page, looks.KINH_GUI, "Kính gửi: {{ kinh_gui }}")
    repeat(page, looks.NOI_GUI, item="noi", of="noi_gui")


def body(page: Document) -> None:
    say(page, looks.KHOANG_CACH)
    repeat(page, looks.CAN_CU, item="can", of="can_cu")
    repeat(page, looks.NOI_DUNG, item="doan", of="noi_dung")
    say(page, looks.DOAN_CUOI, "{{ doan_cuoi }}")


def _facts(page: Document) -> None:
    """The facts of one mailbox in a ruled table of two columns, a row each."""
    say(page, looks.KHOANG_CACH)
    table = columns(page, FACTS_MM, rows=3, padding_mm=CELL_AIR_MM)
    table._tbl.tblPr.insert_element_before(ruled(), "w:tblLayout", "w:tblCellMar", "w:tblLook")
    for row, texts in enumerate((
        ("{%tr for dong in thong_tin %}", ""),
        ("{{ dong.muc }}", "{{ dong.gia_tri }}"),
        ("{%tr endfor %}", ""),
    )):
        table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(cells(table, row), texts, strict=True):
            say(cell, looks.O_BANG, text)


def signature(page: Document, *, beside: tuple[Look, str] | None = None) -> None:
    """Recipients at the left, authority, room to sign and name at the right (ô 7, 9b), never torn between two pages.

    `beside` stands at the left instead, where the paper stays in the house.
    """
    say(page, looks.KHOANG_CACH)
    table = columns(page, SIGNATURE_MM, rows=1)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = cells(table, 0)
    if beside:
        say(left, *beside)
    else:
        say(left, looks.NOI_NHAN, "Nơi nhận:")
        repeat(left, looks.DONG_NOI_NHAN, item="noi", of="noi_nhan")
        say(left, looks.DONG_HEP)
    repeat(right, looks.QUYEN_HAN, item="dong", of="quyen_han")
    say(right, looks.HO_TEN, "{{ ho_ten }}")
    say(page, looks.DONG_HEP)


def margins(page: Document) -> None:
    """The page number in the top margin from page 2 on; the unit's contact line at the foot of page 1 (ô 13)."""
    section = page.sections[0]
    page_number(section)
    first_paragraph(section.footer, looks.DONG_HEP)
    foot = section.first_page_footer
    first_paragraph(foot, looks.DONG_LIEN_HE).add_run("{%p if dong_lien_he %}")
    line = say(foot, looks.DONG_LIEN_HE, "{{ dong_lien_he }}")
    line._p.get_or_add_pPr().insert_element_before(_top_border(), "w:spacing", "w:ind", "w:jc")
    say(foot, looks.DONG_LIEN_HE, "{%p endif %}")
    say(foot, looks.DONG_HEP)


def page_number(section: Section) -> None:
    """The number of the page in its top margin, from page 2 on."""
    number = first_paragraph(section.header, looks.SO_TRANG)
    number._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'))
    first_paragraph(section.first_page_header, looks.SO_TRANG)


def first_paragraph(holder: _Header | _Footer, look: Look) -> Paragraph:
    paragraph: Paragraph = holder.paragraphs[0]
    paragraph.style = look.name
    return paragraph


def columns(page: Document, widths_mm: tuple[float, ...], *, rows: int, padding_mm: float = 0) -> Table:
    """Add a table without lines, its columns of these widths, together as wide as the text."""
    table: Table = page.add_table(rows=rows, cols=len(widths_mm))
    table.autofit = False
    sides = "".join(f'<w:{side} w:w="{twips(padding_mm)}" w:type="dxa"/>' for side in ("left", "right"))
    padding = parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>")
    table._tbl.tblPr.insert_element_before(padding, "w:tblLook")
    for column, width in zip(table.columns, widths_mm, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def cells(table: Table, row: int) -> tuple[_Cell, ...]:
    """Return the cells of a row, emptied of the paragraph python-docx puts in."""
    found = tuple(table.rows[row].cells)
    for cell in found:
        cell._tc.remove(cell.paragraphs[0]._p)
    return found


def _drawn_rule(length_mm: float) -> BaseOxmlElement:
    xml = str(rule(length_mm, column_mm=RIGHT_MM))
    return parse_xml(xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1))


def ruled() -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return parse_xml(f"<w:tblBorders {nsdecls('w')}>{rules}</w:tblBorders>")


def _top_border() -> BaseOxmlElement:
    return parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>')
