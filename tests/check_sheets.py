"""A monthly sheet for tests: two mailboxes, a day with every mark a look can have. No test."""

from __future__ import annotations

from datetime import date
from typing import Final

from govmail_desk.documents.check_sheet import CheckSheet, SheetDay, SheetLook, SheetMailbox

LATE: Final = SheetLook(by="Trần Ánh", mail_count=None, is_reported=False, is_late=True)
REPORTED: Final = SheetLook(by="Ngô Thị Kim Uyên", mail_count=4, is_reported=True, is_late=False)
SHEET: Final = CheckSheet(
    parent_body="Ủy ban nhân dân tỉnh Khánh Hòa",
    body="Ban Quản lý dự án đầu tư xây dựng các công trình Giao thông",
    place_and_date="Khánh Hòa, ngày 04 tháng 01 năm 2027",
    month=date(2026, 12, 1),
    rules=("Việc kiểm tra phải làm: ít nhất 02 lần mỗi ngày (Đ6).",),
    mailboxes=(
        SheetMailbox(
            address="bqlctgt@khanhhoa.gov.vn",
            unit="Ban Quản lý dự án",
            days=(
                SheetDay(on=date(2026, 12, 1), morning=(REPORTED,), afternoon=(LATE,), note="Mất điện"),
                SheetDay(on=date(2026, 12, 2)),
            ),
            missing="2 buổi",
        ),
        SheetMailbox(address="=1+1@khanhhoa.gov.vn", unit="Văn phòng", days=()),
    ),
    legend=("Ô để trống: chưa có ai ghi đã kiểm tra.",),
    made_by="Ngô Thị Kim Uyên",
    signing=("GIÁM ĐỐC",),
    signer="Lê Thị Mỹ Hạnh",
)
