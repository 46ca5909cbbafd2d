"""The Word forms of handing over: minutes (parts of NĐ 30/2020, Mẫu 1.9, arranged for two parties) and the papers that give a charge."""

from __future__ import annotations

from typing import Final

import looks
from docx.document import Document
from docx.oxml import OxmlElement
from docx.table import Table
from drawn_letter import body, cells, columns, header, margins, page_number, repeat, ruled, say, signature
from drawn_page import blank_page, finished
from looks import Look

from govmail_desk.documents.letter_column import TEXT_MM

MAILBOX_COLUMNS: Final = (
    (11, "TT", "{{ dong.stt }}"),
    (60, "Địa chỉ hộp thư", "{{ dong.dia_chi }}"),
    (44, "Hộp thư của", "{{ dong.cua }}"),
    (26, "Tình trạng", "{{ dong.trang_thai }}"),
    (24, "Ghi chú", "{{ dong.ghi_chu }}"),
)
ITEM_COLUMNS: Final = (
    (11, "TT", "{{ dong.stt }}"),
    (52, "Việc", "{{ dong.ten }}"),
    (24, "Kết quả", "{{ dong.ket_qua }}"),
    (34, "Ngày, người làm", "{{ dong.ai_khi_nao }}"),
    (44, "Cách làm, ghi chú", "{{ dong.cach_lam }}"),
)
THREE_MM: Final = (TEXT_MM / 3,) * 3
TWO_MM: Final = (TEXT_MM * 0.4, TEXT_MM * 0.6)
CELL_AIR_MM: Final = 1.5
Sketch = tuple[tuple[float, str, str], ...]


def minutes() -> bytes:
    """Draw the minutes of a handover."""
    page = blank_page(also=looks.LOOKS_OF_MINUTES)
    header(page, number=("{{ so_ky_hieu }}",), has_date=False)
    title(page, "BIÊN BẢN")
    say(page, looks.KHOANG_CACH)
    repeat(page, looks.CAN_CU, item="can", of="can_cu")
    say(page, looks.NOI_DUNG, "{{ mo_dau }}")
    _part(page, "I. THÀNH PHẦN", of="thanh_phan")
    say(page, looks.MUC, "II. HỘP THƯ BÀN GIAO")
    say(page, looks.TRUOC_BANG, "{{ ban_giao }}")
    _rows(page, MAILBOX_COLUMNS, of="hop_thu")
    say(page, looks.MUC_BANG, "III. VIỆC ĐÃ LÀM KHI BÀN GIAO")
    _rows(page, ITEM_COLUMNS, of="viec")
    _part(page, "IV. ĐỀ NGHỊ CỦA ĐƠN VỊ ĐANG LÀM", of="de_nghi")
    _part(page, "V. CAM KẾT", of="cam_ket")
    say(page, looks.DOAN_CUOI, "{{ doan_cuoi }}")
    _three_signatures(page)
    _confirmation(page)
    _stamped_margins(page)
    return finished(page)


def assignment() -> bytes:
    """Draw the notice of an assignment (thông báo), laid out like Mẫu 1.4."""
    return _charge("THÔNG BÁO")


def authorisation() -> bytes:
    """Draw the authorisation (giấy ủy quyền), laid out like Mẫu 1.4; the decree prints no sample of one."""
    return _charge("GIẤY ỦY QUYỀN")


def _charge(kind: str) -> bytes:
    page = blank_page()
    header(page, number=("{{ so_ky_hieu }}",))
    title(page, kind)
    body(page)
    signature(page)
    margins(page)
    return finished(page)


def title(page: Document, kind: str) -> None:
    say(page, looks.TEN_LOAI, kind)
    say(page, looks.TRICH_YEU, "{{ trich_yeu }}")
    say(page, looks.TRICH_YEU, "{{p gach_trich_yeu }}")


def _part(page: Document, heading: str, *, of: str) -> None:
    say(page, looks.MUC, heading)
    repeat(page, looks.NOI_DUNG, item="dong", of=of)


def _rows(page: Document, sketch: Sketch, *, of: str) -> None:
    """A ruled table whose head stands again on each page, a row for each item of a list field.

    It follows its heading at once: LibreOffice 7.4 lets a heading further down stand alone where an empty line comes between.
    """
    table = columns(page, tuple(width for width, _, _ in sketch), rows=4, padding_mm=CELL_AIR_MM)
    table._tbl.tblPr.insert_element_before(ruled(), "w:tblLayout", "w:tblCellMar", "w:tblLook")
    _fill(table, 0, looks.DAU_BANG, [heading for _, heading, _ in sketch])
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    opening = [f"{{%tr for dong in {of} %}}", *[""] * (len(sketch) - 1)]
    closing = ["{%tr endfor %}", *[""] * (len(sketch) - 1)]
    for row, texts in ((1, opening), (2, [tag for _, _, tag in sketch]), (3, closing)):
        _fill(table, row, looks.O_BANG, texts)
    say(page, looks.DONG_HEP)


def _fill(table: Table, row: int, look: Look, texts: list[str]) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, text in zip(cells(table, row), texts, strict=True):
        say(cell, look, text)


def _three_signatures(page: Document) -> None:
    """The giving side, the witness where there is one, and the receiving side, on the page of the last sentence."""
    say(page, looks.KHOANG_CACH)
    table = columns(page, THREE_MM, rows=2)
    _sign(table, 0, looks.QUYEN_HAN, ("{{ vai_ben_giao }}", "NGƯỜI CHỨNG KIẾN", "BÊN NHẬN"))
    _sign(table, 1, looks.HO_TEN, ("{{ ten_ben_giao }}", "{{ ten_chung_kien }}", "{{ ten_ben_nhan }}"))


def _sign(table: Table, row: int, look: Look, texts: tuple[str, str, str]) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    giving, between, receiving = cells(table, row)
    say(giving, look, texts[0])
    say(between, looks.DONG_HEP, "{%p if ten_chung_kien %}")
    say(between, look, texts[1])
    say(between, looks.DONG_HEP, "{%p endif %}")
    say(between, looks.DONG_HEP)
    say(receiving, look, texts[2])


def _confirmation(page: Document) -> None:
    """Who gets the minutes, and the head's confirmation where the handover is between clerks."""
    say(page, looks.KHOANG_CACH)
    table = columns(page, TWO_MM, rows=1)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    left, right = cells(table, 0)
    say(left, looks.NOI_NHAN, "Nơi nhận:")
    repeat(left, looks.DONG_NOI_NHAN, item="noi", of="noi_nhan")
    say(left, looks.DONG_HEP)
    say(right, looks.QUYEN_HAN, "{%p if ten_thu_truong %}")
    say(right, looks.QUYEN_HAN, "XÁC NHẬN CỦA THỦ TRƯỞNG")
    say(right, looks.HO_TEN, "{{ ten_thu_truong }}")
    say(right, looks.QUYEN_HAN, "{%p endif %}")
    say(right, looks.DONG_HEP)
    say(page, looks.DONG_HEP)


def _stamped_margins(page: Document) -> None:
    """The page number above from page 2 on; mark, edition and the journal's head small at the foot of every page."""
    section = page.sections[0]
    page_number(section)
    for foot in (section.first_page_footer, section.footer):
        foot.paragraphs[0].style = looks.DAU_BAN.name
        foot.paragraphs[0].add_run(
            "Dấu biên bản: {{ dau_bien_ban }}. Bản thứ {{ ban_thu }}. Nhật ký sổ: dòng {{ nhat_ky }}."
        )
