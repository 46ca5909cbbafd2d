"""The styles of a paper by NĐ 30/2020, Phụ lục I: sizes from the column of examples in its Mục V, kinds and places from Mục II.

Not here: the page they stand on (`drawn_page`), which part of a paper takes which (`drawn_letter`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from govmail_desk.documents.print_width import text_width_mm

FONT: Final = "Times New Roman"
FIRST_LINE_MM: Final = 12.7
ROOM_TO_SIGN_PT: Final = 76
ADDRESS_FROM_MM: Final = 25
BODY_LINES: Final = 1.1
"""Between single and 1.5 lines."""

UNDER_COLON_MM: Final = ADDRESS_FROM_MM + text_width_mm("Kính gửi", size_pt=14)
BEHIND_COLON_MM: Final = ADDRESS_FROM_MM + text_width_mm("Kính gửi: ", size_pt=14)
DASH_MM: Final = text_width_mm("- ", size_pt=14)
SMALL_DASH_MM: Final = text_width_mm("- ", size_pt=11)


@dataclass(frozen=True, kw_only=True)
class Look:
    """One style of a form: its id, the Vietnamese name Word shows, and how its text stands."""

    id: str
    name: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center", "both"] = "center"
    first_line_mm: float = 0
    left_mm: float = 0
    before_pt: float = 0
    after_pt: float = 0
    lines: float = 1
    with_next: bool = False


QUOC_HIEU = Look(id="QuocHieu", name="Quốc hiệu", size_pt=12, bold=True)
TIEU_NGU = Look(id="TieuNgu", name="Tiêu ngữ", size_pt=13, bold=True)
CO_QUAN_CHU_QUAN = Look(id="CoQuanChuQuan", name="Cơ quan chủ quản", size_pt=12)
CO_QUAN = Look(id="CoQuan", name="Cơ quan ban hành", size_pt=12, bold=True)
SO_KY_HIEU = Look(id="SoKyHieu", name="Số ký hiệu", size_pt=13, before_pt=6)
TRICH_YEU_CONG_VAN = Look(id="TrichYeuCongVan", name="Trích yếu công văn", size_pt=12, before_pt=6)
DIA_DANH_NGAY = Look(id="DiaDanhNgay", name="Địa danh và ngày", size_pt=13, italic=True, before_pt=6)
TEN_LOAI = Look(id="TenLoai", name="Tên loại văn bản", size_pt=14, bold=True, before_pt=18, with_next=True)
TRICH_YEU = Look(id="TrichYeu", name="Trích yếu", size_pt=14, bold=True, with_next=True)
KINH_GUI = Look(
    id="KinhGui",
    name="Kính gửi",
    size_pt=14,
    align="left",
    left_mm=BEHIND_COLON_MM,
    first_line_mm=ADDRESS_FROM_MM - BEHIND_COLON_MM,
    before_pt=18,
    with_next=True,
)
NOI_GUI = Look(
    id="NoiGui",
    name="Nơi gửi",
    size_pt=14,
    align="left",
    left_mm=UNDER_COLON_MM + DASH_MM,
    first_line_mm=-DASH_MM,
    with_next=True,
)
CAN_CU = Look(
    id="CanCu",
    name="Căn cứ",
    size_pt=14,
    italic=True,
    align="both",
    first_line_mm=FIRST_LINE_MM,
    before_pt=6,
    lines=BODY_LINES,
)
NOI_DUNG = replace(CAN_CU, id="NoiDung", name="Nội dung", italic=False)
DOAN_CUOI = replace(NOI_DUNG, id="DoanCuoi", name="Đoạn cuối", with_next=True)
NOI_NHAN = Look(id="NoiNhan", name="Nơi nhận", size_pt=12, bold=True, italic=True, align="left")
DONG_NOI_NHAN = Look(
    id="DongNoiNhan",
    name="Dòng nơi nhận",
    size_pt=11,
    align="left",
    left_mm=SMALL_DASH_MM,
    first_line_mm=-SMALL_DASH_MM,
)
QUYEN_HAN = Look(id="QuyenHan", name="Quyền hạn và chức vụ", size_pt=14, bold=True, with_next=True)
HO_TEN = Look(id="HoTen", name="Họ tên người ký", size_pt=14, bold=True, before_pt=ROOM_TO_SIGN_PT)
Y_KIEN = Look(id="YKien", name="Ý kiến lãnh đạo", size_pt=14, bold=True, align="left", before_pt=18)
O_BANG = Look(id="OBang", name="Ô bảng", size_pt=13, align="left", before_pt=2, lines=1.2)
DAU_BANG = replace(O_BANG, id="DauBang", name="Đầu bảng", bold=True, align="center")
MUC = replace(NOI_DUNG, id="Muc", name="Mục", bold=True, with_next=True)
MUC_BANG = replace(MUC, id="MucBang", name="Mục trước bảng", after_pt=6)
TRUOC_BANG = replace(DOAN_CUOI, id="TruocBang", name="Đoạn trước bảng", after_pt=6)
DAU_BAN = Look(id="DauBan", name="Dấu biên bản", size_pt=9)
SO_TRANG = Look(id="SoTrang", name="Số trang", size_pt=13)
DONG_LIEN_HE = Look(id="DongLienHe", name="Dòng liên hệ", size_pt=11)
KHOANG_CACH = Look(id="KhoangCach", name="Khoảng cách", size_pt=1, before_pt=6, align="left", with_next=True)
DONG_HEP = Look(id="DongHep", name="Dòng hẹp", size_pt=1, align="left")

LOOKS: Final = (
    *(QUOC_HIEU, TIEU_NGU, CO_QUAN_CHU_QUAN, CO_QUAN, SO_KY_HIEU, TRICH_YEU_CONG_VAN, DIA_DANH_NGAY, TEN_LOAI),
    *(TRICH_YEU, KINH_GUI, NOI_GUI, CAN_CU, NOI_DUNG, DOAN_CUOI, NOI_NHAN, DONG_NOI_NHAN, QUYEN_HAN, HO_TEN),
    *(Y_KIEN, O_BANG, SO_TRANG, DONG_LIEN_HE, KHOANG_CACH, DONG_HEP),
)
O_CHU = replace(O_BANG, id="OChu", name="Ô chữ của bảng số liệu", size_pt=12, lines=1.1)
O_SO = replace(O_CHU, id="OSo", name="Ô số của bảng số liệu", align="center")
DAU_COT = replace(O_SO, id="DauCot", name="Đầu cột của bảng số liệu", size_pt=10, bold=True)
PHU_LUC = Look(id="PhuLuc", name="Phụ lục", size_pt=14, bold=True, with_next=True)
TEN_PHU_LUC = Look(id="TenPhuLuc", name="Tên phụ lục", size_pt=14, bold=True, with_next=True)
KEM_THEO = Look(id="KemTheo", name="Dòng kèm theo", size_pt=13, italic=True, after_pt=6, with_next=True)
LOOKS_OF_MINUTES: Final = (DAU_BANG, MUC, MUC_BANG, TRUOC_BANG, DAU_BAN)
"""What minutes take beside those of every paper."""
LOOKS_OF_REPORTS: Final = (MUC, MUC_BANG, TRUOC_BANG, O_CHU, O_SO, DAU_COT, PHU_LUC, TEN_PHU_LUC, KEM_THEO)
"""What a report with its appendices takes beside those of every paper."""
