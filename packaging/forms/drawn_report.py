"""The Word form of a report (NĐ 30/2020, Mẫu 1.4, with `Kính gửi` as PL I, II.9b asks of one to a superior) and its appendices.

Each appendix is a section of its own, lying, its pages numbered from 1 (PL I, I.7); the second stands only where names are listed.
"""

from __future__ import annotations

from typing import Final

import looks
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from drawn_handover import title
from drawn_letter import addressees, cells, columns, first_paragraph, header, margins, repeat, ruled, say, signature
from drawn_page import MARGINS_MM, PAGE_MM, blank_page, finished
from looks import Look

CELL_AIR_MM: Final = 0.7
COUNT_MM: Final = 15.75
LYING_COUNT_MM: Final = 14
Sketch = tuple[tuple[float, str, str], ...]

BY_KIND: Final[Sketch] = (
    (39, "Loại hộp thư", "loai"),
    (COUNT_MM, "Đầu kỳ", "dau_ky"),
    (COUNT_MM, "Tăng", "tang"),
    (COUNT_MM, "Giảm", "giam"),
    (COUNT_MM, "Cuối kỳ", "cuoi_ky"),
    (COUNT_MM, "Thay đổi", "thay_doi"),
    (COUNT_MM, "Cấp lại", "cap_lai"),
    (COUNT_MM, "Khóa, dừng", "khoa"),
    (COUNT_MM, "Mở lại", "mo_lai"),
)
BY_UNIT: Final[Sketch] = (
    (9, "TT", "stt"),
    (54, "Cơ quan, đơn vị", "don_vi"),
    (21, "Loại hộp thư", "loai"),
    (LYING_COUNT_MM, "Đầu kỳ", "dau_ky"),
    (LYING_COUNT_MM, "Cấp mới", "cap_moi"),
    (LYING_COUNT_MM, "Đưa vào sổ", "bo_sung"),
    (LYING_COUNT_MM, "Chuyển đến", "chuyen_den"),
    (LYING_COUNT_MM, "Thu hồi", "thu_hoi"),
    (LYING_COUNT_MM, "Chuyển đi", "chuyen_di"),
    (LYING_COUNT_MM, "Cuối kỳ", "cuoi_ky"),
    (LYING_COUNT_MM, "Thay đổi", "thay_doi"),
    (LYING_COUNT_MM, "Cấp lại", "cap_lai"),
    (LYING_COUNT_MM, "Khóa", "khoa"),
    (LYING_COUNT_MM, "Tạm dừng", "tam_dung"),
    (LYING_COUNT_MM, "Mở lại", "mo_lai"),
)
NAMES: Final[Sketch] = (
    (11, "TT", "stt"),
    (24, "Ngày", "ngay"),
    (62, "Nội dung", "viec"),
    (56, "Địa chỉ hộp thư", "dia_chi"),
    (44, "Hộp thư của", "cua"),
    (35, "Đơn vị", "don_vi"),
    (20, "Căn cứ", "can_cu"),
)
IN_WORDS: Final = frozenset({"loai", "don_vi", "viec", "dia_chi", "cua", "can_cu"})
"""Columns that keep to the left; all others hold figures."""


def report() -> bytes:
    """Draw the report."""
    page = blank_page(also=looks.LOOKS_OF_REPORTS)
    header(page, number=("{{ so_ky_hieu }}",))
    title(page, "BÁO CÁO")
    addressees(page)
    _body(page)
    signature(page)
    margins(page)
    _appendix(page, "{{ phu_luc_mot }}", "{{ ten_phu_luc_mot }}")
    _rows(page, BY_UNIT, of="bang")
    say(page, looks.DONG_HEP, "{%p if danh_sach %}")
    _appendix(page, "Phụ lục II", "{{ ten_phu_luc_hai }}")
    _rows(page, NAMES, of="danh_sach")
    say(page, looks.DONG_HEP, "{%p endif %}")
    say(page, looks.DONG_HEP)
    return finished(page)


def _body(page: Document) -> None:
    say(page, looks.KHOANG_CACH)
    repeat(page, looks.CAN_CU, item="can", of="can_cu")
    repeat(page, looks.NOI_DUNG, item="doan", of="mo_dau")
    say(page, looks.MUC, "I. TÌNH HÌNH CHUNG")
    repeat(page, looks.NOI_DUNG, item="doan", of="tinh_hinh")
    say(page, looks.MUC, "II. KẾT QUẢ TRONG KỲ")
    repeat(page, looks.TRUOC_BANG, item="doan", of="ket_qua")
    _rows(page, BY_KIND, of="tong_hop")
    repeat(page, looks.NOI_DUNG, item="doan", of="theo_don_vi")
    say(page, looks.MUC, "III. ĐÁNH GIÁ VÀ KIẾN NGHỊ")
    repeat(page, looks.NOI_DUNG, item="doan", of="danh_gia")
    say(page, looks.DOAN_CUOI, "{{ doan_cuoi }}")


def _appendix(page: Document, name: str, heading: str) -> None:
    """Begin a lying section with the name of the appendix, its title, and which paper it goes with."""
    section = page.add_section(WD_SECTION.NEW_PAGE)
    page.paragraphs[-1].style = looks.DONG_HEP.name
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_height, section.page_width = map(Mm, PAGE_MM)
    for side, width in MARGINS_MM.items():
        setattr(section, f"{side}_margin", Mm(width))
    section.different_first_page_header_footer = True
    for numbering in section._sectPr.findall(f"{{{nsdecls('w')[9:-1]}}}pgNumType"):
        section._sectPr.remove(numbering)
    section._sectPr.insert_element_before(
        parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'), "w:cols", "w:titlePg", "w:docGrid"
    )
    section.first_page_footer.is_linked_to_previous = False
    first_paragraph(section.first_page_footer, looks.DONG_HEP)
    say(page, looks.PHU_LUC, name)
    say(page, looks.TEN_PHU_LUC, heading)
    say(page, looks.KEM_THEO, "{{ kem_theo }}")


def _rows(page: Document, sketch: Sketch, *, of: str) -> None:
    """A ruled table whose head stands again on each page, a row for each item of a list field; no row is torn between pages."""
    table = columns(page, tuple(width for width, _, _ in sketch), rows=4, padding_mm=CELL_AIR_MM)
    table._tbl.tblPr.insert_element_before(ruled(), "w:tblLayout", "w:tblCellMar", "w:tblLook")
    blank = [""] * (len(sketch) - 1)
    lines: tuple[list[tuple[Look, str]], ...] = (
        [(looks.DAU_COT, heading) for _, heading, _ in sketch],
        [(looks.O_CHU, text) for text in (f"{{%tr for dong in {of} %}}", *blank)],
        [(_look(name), f"{{{{ dong.{name} }}}}") for _, _, name in sketch],
        [(looks.O_CHU, text) for text in ("{%tr endfor %}", *blank)],
    )
    for row, line in enumerate(lines):
        table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, (look, text) in zip(cells(table, row), line, strict=True):
            say(cell, look, text)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    say(page, looks.DONG_HEP)


def _look(name: str) -> Look:
    return looks.O_CHU if name in IN_WORDS else looks.O_SO
