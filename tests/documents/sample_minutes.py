"""Minutes of invented handovers: a short one, one with many mailboxes and long names, one whose giver has died."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Final

from govmail_desk.domain.minutes_text import ItemLine, MailboxLine, MinutesContent, Party

FORM: Final = (Path(__file__).parents[2] / "forms/chung/bien-ban-ban-giao.docx").read_bytes()
DAY: Final = date(2026, 11, 23)

SHORT: Final = MinutesContent(
    parent_body="Ủy ban nhân dân tỉnh Cà Mau",
    body="Sở Thông tin và Truyền thông",
    symbol="BB-STTTT",
    unit="Sở Thông tin và Truyền thông",
    post="head",
    effective_on=DAY,
    drafted_on=DAY,
    place="trụ sở Sở Thông tin và Truyền thông",
    bases=("Căn cứ Quyết định số 512/QĐ-UBND ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh Cà Mau",),
    giver=Party("Nguyễn Văn Thành", "Giám đốc"),
    receiver=Party("Lê Thị Mỹ Hạnh", "Giám đốc"),
    witness="Đỗ Văn Lý, Chánh Văn phòng",
    mailboxes=(MailboxLine(address="stttt@camau.gov.vn", whose="Sở Thông tin và Truyền thông", state="Đang dùng"),),
    items=(
        ItemLine(title="Giao hộp thư", state="Đã làm", on=DAY, by="Nguyễn Văn Thành"),
        ItemLine(
            title="Giao mật khẩu", state="Đã làm", on=DAY, by="Nguyễn Văn Thành", told=("trao trực tiếp giữa hai bên",)
        ),
        ItemLine(title="Giao danh bạ, chữ ký thư và quy tắc lọc thư", state="Chưa làm"),
    ),
    requests=("Cấp mới, 3 hộp thư, lập ngày 12/11/2026, số 15/STTTT-VP: Đã gửi, hạn trả lời 17/11/2026",),
)
LONG: Final = replace(
    SHORT,
    parent_body="",
    body="Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông tỉnh Khánh Hòa",
    symbol="BB-DAGT",
    post="clerk",
    head="Lê Thị Mỹ Hạnh",
    begun_at=datetime(2026, 11, 23, 8, 30),  # noqa: DTZ001  (the hour on the wall of the room, as the paper tells it)
    ended_at=datetime(2026, 11, 23, 10, 5),  # noqa: DTZ001
    mailboxes=tuple(
        MailboxLine(
            address=f"phongquanlyduan{number}.bqlctgt@khanhhoa.gov.vn",
            whose=f"Phòng Quản lý dự án và Giám sát thi công số {number}",
            state="Đang dùng",
        )
        for number in range(1, 31)
    ),
    items=tuple(
        ItemLine(
            title=f"Giao thư đã lưu ngoài máy chủ, kho số {number}",
            state="Đã làm",
            on=DAY,
            by="Tôn Nữ Thị Hoàng Ngọc Bích Phượng",
            told=("chép vào ổ cứng hoặc USB của đơn vị", f"Mã SHA-256 của tệp: {'9f86d081884c7d65' * 4}"),
        )
        for number in range(1, 15)
    ),
    secrecy="Người giao bảo đảm bí mật nhà nước và nội dung dữ liệu hộp thư theo quy định",
)
OF_THE_DEAD: Final = replace(
    SHORT, absence="dead", in_place_of="Tổ bàn giao do Phó Giám đốc Đỗ Văn Lý làm tổ trưởng", witness=""
)
