"""The columns of each list that goes with a request, in their order: what the shipped Excel forms are drawn from.

The unit may change its own forms; their headings then stand in the form, and only the names of the columns matter here. No
list has a column for passwords, and a form with one is refused (`documents.list_form`). Not here: what stands in the cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ListKind = Literal["create-personal", "create-personal-8", "create-unit", "change", "reset", "reopen", "close"]
"""`create-personal-8` is the eight-column list met in practice, which some operators ask for."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the name its tag has in a form, its heading, its width on paper and how its text stands."""

    name: str
    heading: str
    width_mm: int
    is_centred: bool = False


STT: Final = Column("stt", "STT", 12, is_centred=True)
NOTE: Final = Column("ghi_chu", "Ghi chú", 26)
PERSON: Final = Column("ho_ten", "Họ và tên", 44)
HOLDER: Final = Column("ten", "Họ và tên / đơn vị", 44)
BIRTH: Final = Column("ngay_sinh", "Ngày sinh", 24, is_centred=True)
POST: Final = Column("chuc_vu", "Chức vụ", 34)
PHONE: Final = Column("so_dien_thoai", "Số điện thoại", 27, is_centred=True)
WANTED: Final = Column("dia_chi", "Tên hộp thư đề nghị", 52)
ADDRESS: Final = Column("dia_chi", "Địa chỉ hộp thư", 52)
BASIS: Final = Column("can_cu", "Căn cứ (quyết định số, ngày)", 34)

COLUMNS: Final[dict[ListKind, tuple[Column, ...]]] = {
    "create-personal": (STT, PERSON, BIRTH, POST, Column("phong_ban", "Phòng / bộ phận", 33), PHONE, WANTED, NOTE),
    "create-personal-8": (
        *(STT, PERSON, BIRTH, Column("so_dien_thoai", "Di động", 27, is_centred=True)),
        Column("so_cccd", "Số CCCD", 32, is_centred=True),
        *(Column("don_vi", "Đơn vị công tác", 51), POST, Column("ghi_chu", "Ghi chú", 28)),
    ),
    "create-unit": (
        *(STT, Column("ten_don_vi", "Tên cơ quan, đơn vị", 50), Column("co_quan_chu_quan", "Cơ quan chủ quản", 36)),
        *(Column("nguoi_quan_ly", "Người được giao quản lý", 36), Column("chuc_vu", "Chức vụ", 26), PHONE),
        *(Column("dia_chi", "Tên hộp thư đề nghị", 45), Column("ghi_chu", "Ghi chú", 20)),
    ),
    "change": (
        *(STT, Column("ten", "Họ và tên (đơn vị)", 38), Column("dia_chi", "Địa chỉ hộp thư", 48)),
        *(Column("noi_dung", "Nội dung thay đổi", 30), Column("thong_tin_cu", "Thông tin cũ", 36)),
        *(Column("thong_tin_moi", "Thông tin mới", 36), BASIS, Column("ghi_chu", "Ghi chú", 18)),
    ),
    "reset": (
        *(STT, HOLDER, POST, ADDRESS, Column("so_dien_thoai", "Số điện thoại nhận", 28, is_centred=True)),
        *(Column("ly_do", "Lý do", 54), Column("ghi_chu", "Ghi chú", 28)),
    ),
    "reopen": (
        *(STT, HOLDER, ADDRESS, Column("ngay_khoa", "Ngày bị khóa", 26, is_centred=True)),
        *(Column("ly_do_khoa", "Lý do khóa", 44), Column("ly_do", "Lý do đề nghị mở lại", 48), NOTE),
    ),
    "close": (
        *(STT, Column("ten", "Họ và tên / đơn vị", 36), Column("chuc_vu", "Chức vụ", 27)),
        *(Column("dia_chi", "Địa chỉ hộp thư", 48), Column("ly_do", "Lý do", 28), BASIS),
        Column("ngay_hieu_luc", "Ngày có hiệu lực", 24, is_centred=True),
        *(Column("du_lieu", "Xử lý dữ liệu", 25), Column("ghi_chu", "Ghi chú", 18)),
    ),
}

NAMES: Final = frozenset(column.name for columns in COLUMNS.values() for column in columns)
"""Every name a tag of a list's row may have."""

REQUIRED: Final[dict[ListKind, frozenset[str]]] = {
    "create-personal": frozenset({"ho_ten"}),
    "create-personal-8": frozenset({"ho_ten", "so_cccd"}),
    "create-unit": frozenset({"ten_don_vi"}),
    "change": frozenset({"dia_chi", "thong_tin_moi"}),
    "reset": frozenset({"dia_chi"}),
    "reopen": frozenset({"dia_chi"}),
    "close": frozenset({"dia_chi"}),
}
"""The columns without which a list does not say what is asked for whom, whatever else the unit's own form leaves out."""
