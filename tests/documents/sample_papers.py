"""Contents of papers under the five regulations, with invented people; shared by the tests of letters, lists and looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.list import ListContent
from govmail_desk.domain import letter_text
from govmail_desk.domain.letter_text import Asked
from govmail_desk.domain.letterhead import attached_to, collective_name, signature
from govmail_desk.domain.paper_date import draft_date
from govmail_desk.domain.settings import Signer, SignerAuthority

FORMS: Final = Path(__file__).parents[2] / "forms"
LETTER_FORM: Final = (FORMS / "chung/cong-van.docx").read_bytes()
PROPOSAL_FORM: Final = (FORMS / "khanhhoa-dagt-2021/phieu-trinh.docx").read_bytes()
PERSONS_FORM: Final = (FORMS / "chung/danh-sach-cap-moi-ca-nhan.xlsx").read_bytes()

DRAFTED_ON: Final = date(2026, 11, 22)
CONTACT: Final = "Lê Thị Mỹ Hạnh, chuyên viên Văn phòng, điện thoại 0900 000 001"


def signer(name: str, post: str, authority: SignerAuthority = "head", head_post: str = "") -> Signer:
    return Signer(full_name=name, post=post, authority=authority, head_post=head_post)


def letter(asked: Asked, **parts: object) -> LetterContent:
    """Put a letter together as an operation does: wording from what is asked, the rest from the unit's letterhead."""
    usual: dict[str, object] = {
        "body": asked.unit,
        "drafted_on": DRAFTED_ON,
        "subject": letter_text.subject(asked),
        "addressees": (asked.operator,),
        "paragraphs": letter_text.letter_body(asked, contact=CONTACT),
    }
    return LetterContent(**(usual | parts))  # type: ignore[arg-type]


CA_MAU: Final = letter(
    Asked(
        kind="create",
        unit="Sở Tài nguyên và Môi trường",
        operator="Sở Thông tin và Truyền thông tỉnh Cà Mau",
        basis="Quyết định số 24/2018/QĐ-UBND ngày 03 tháng 10 năm 2018 của Ủy ban nhân dân tỉnh Cà Mau ban hành Quy chế quản lý, "
        "sử dụng Hệ thống thư điện tử công vụ trong hoạt động của các cơ quan nhà nước trên địa bàn tỉnh Cà Mau",
        reason="đơn vị tiếp nhận công chức mới trong quý IV năm 2026, chưa có hộp thư để trao đổi công việc",
        personal_count=5,
    ),
    parent_body="UBND tỉnh Cà Mau",
    place="Cà Mau",
    symbol="STNMT-VP",
    signature=signature(signer("Đỗ Văn Lý", "Phó Giám đốc", "deputy", "Giám đốc")),
    other_recipients=("Giám đốc Sở (để báo cáo)",),
    filing="VP",
)

QUAN_4: Final = letter(
    Asked(
        kind="create",
        unit="Ủy ban nhân dân Phường 12",
        operator="Văn phòng Ủy ban nhân dân Quận 4",
        basis="Quyết định số 03/2013/QĐ-UBND ngày 24 tháng 6 năm 2013 của Ủy ban nhân dân Quận 4 ban hành Quy chế về sử dụng "
        "thư điện tử công vụ",
        reason="tuyển mới 02 công chức",
        personal_count=2,
    ),
    body="Ủy ban nhân dân\nPhường 12",
    place="Phường 12",
    symbol="UBND-VP",
    signature=signature(
        signer("Trần Thị Ánh Nguyệt", "Phó Chủ tịch", "deputy", "Chủ tịch"),
        collective=collective_name("Ủy ban nhân dân Phường 12"),
    ),
    other_recipients=("TT. UBND Phường 12",),
    filing="VP",
    drafter_code="nthh",
    copies_count=3,
)

NINH_BINH: Final = letter(
    Asked(
        kind="create",
        unit="Sở Xây dựng",
        operator="Sở Thông tin và Truyền thông tỉnh Ninh Bình",
        basis="Quy chế quản lý, vận hành và sử dụng Hệ thống thư điện tử công vụ trong các cơ quan nhà nước tỉnh Ninh Bình",
        reason="thành lập phòng chuyên môn mới và bổ nhiệm công chức",
        personal_count=11,
        unit_count=1,
    ),
    parent_body="UBND tỉnh Ninh Bình",
    place="Ninh Bình",
    on=date(2026, 1, 5),
    number="7",
    symbol="SXD-VP",
    addressees=("Sở Thông tin và Truyền thông tỉnh Ninh Bình", "Văn phòng Ủy ban nhân dân tỉnh Ninh Bình"),
    signature=signature(signer("Phạm Quốc Nam", "Giám đốc")),
    filing="VP",
    foot_line="Địa chỉ: số 01 đường Mẫu, thành phố Ninh Bình; điện thoại: 0900 000 002; thư điện tử: sxd@ninhbinh.gov.vn",
)

KHANH_HOA_UNIT: Final = "Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông tỉnh Khánh Hòa"
KHANH_HOA_ASKED: Final = Asked(
    kind="create",
    unit=KHANH_HOA_UNIT,
    operator="Trung tâm Công nghệ thông tin và Truyền thông, Sở Thông tin và Truyền thông tỉnh Khánh Hòa",
    basis="Quy định về việc sử dụng thư điện tử công vụ của Ban",
    reason="bổ nhiệm Trưởng phòng Kế toán",
    personal_count=1,
)
KHANH_HOA: Final = letter(
    KHANH_HOA_ASKED,
    parent_body="UBND tỉnh Khánh Hòa",
    place="Khánh Hòa",
    symbol="DAGT-KHTH",
    signature=signature(signer("Võ Minh Trí", "Giám đốc")),
    filing="KH-TH",
)
KHANH_HOA_PROPOSAL: Final = replace(
    KHANH_HOA,
    parent_body=KHANH_HOA_UNIT,
    body="Phòng Kế hoạch - Tổng hợp",
    addressees=("Lãnh đạo Ban",),
    paragraphs=letter_text.proposal_body(
        KHANH_HOA_ASKED, proposer="Phòng Kế hoạch - Tổng hợp", leaders="lãnh đạo Ban", contact=CONTACT
    ),
    signature=signature(signer("Huỳnh Ngọc Bích", "Trưởng phòng")),
)

SOC_TRANG: Final = letter(
    Asked(
        kind="create",
        unit="Phòng Văn hóa và Thông tin huyện Mỹ Xuyên",
        operator="Sở Thông tin và Truyền thông tỉnh Sóc Trăng",
        basis="Quyết định số 59/2024/QĐ-UBND ngày 20 tháng 12 năm 2024 của Ủy ban nhân dân tỉnh Sóc Trăng ban hành Quy chế quản lý, "
        "sử dụng Hệ thống thư điện tử tỉnh Sóc Trăng",
        reason="điều động, tiếp nhận viên chức",
        personal_count=3,
    ),
    parent_body="UBND huyện Mỹ Xuyên",
    body="Phòng Văn hóa và Thông tin",
    place="Mỹ Xuyên",
    symbol="VHTT",
    signature=signature(signer("Thạch Sa Rươl", "Trưởng phòng", "acting")),
    filing="",
)

BY_REGULATION: Final = {
    "camau-24-2018": CA_MAU,
    "quan4-03-2013": QUAN_4,
    "ninhbinh-2020": NINH_BINH,
    "khanhhoa-dagt-2021": KHANH_HOA,
    "soctrang-59-2024": SOC_TRANG,
}

TWO_PAGES: Final = replace(
    CA_MAU,
    bases=(
        "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023",
        "Căn cứ Luật An toàn thông tin mạng ngày 19 tháng 11 năm 2015",
    ),
    paragraphs=CA_MAU.paragraphs[:1] + CA_MAU.paragraphs[1:2] * 16 + CA_MAU.paragraphs[2:],
)

PERSONS: Final = (
    {
        "ho_ten": "Lê Thị Mỹ Hạnh",
        "ngay_sinh": "05/01/1990",
        "chuc_vu": "Chuyên viên",
        "phong_ban": "Văn phòng",
        "so_dien_thoai": "0900000001",
        "dia_chi": "hanhltm.stttt@ninhbinh.gov.vn",
        "ghi_chu": "Cấp mới",
    },
    {
        "ho_ten": "Đỗ Văn Lý",
        "ngay_sinh": "20/10/1985",
        "chuc_vu": "Phó Trưởng phòng",
        "phong_ban": "Phòng Chuyển đổi số và An toàn thông tin",
        "so_dien_thoai": "+84900000002",
        "dia_chi": "lydv.stttt@ninhbinh.gov.vn",
        "ghi_chu": "",
    },
)
LIST: Final = ListContent(
    title="DANH SÁCH ĐỀ NGHỊ CẤP MỚI HỘP THƯ ĐIỆN TỬ CÔNG VỤ CỦA CÁ NHÂN",
    attached_to=attached_to(symbol="SXD-VP", date_words=draft_date(DRAFTED_ON), body="Sở Xây dựng"),
    unit="Sở Xây dựng",
    rows=PERSONS,
)
