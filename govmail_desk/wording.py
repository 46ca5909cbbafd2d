"""The words for states, kinds and sources, one each, in the window, on the command line and in the journal.

Sentences stand where they are shown; a refusal's sentence stands where the refusal is made.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

MAILBOX_STATES: Final = {
    "proposed": "Đề xuất",
    "requested": "Đã đề nghị",
    "active": "Đang dùng",
    "locked": "Bị khóa",
    "suspended": "Tạm dừng",
    "closed": "Đã đóng",
}
MAILBOX_KINDS: Final = {"personal": "Cá nhân", "unit": "Đơn vị"}
REQUEST_STATES: Final = {
    "draft": "Nháp",
    "signed": "Đã ký",
    "sent": "Đã gửi",
    "overdue": "Quá hạn",
    "answered": "Đã trả lời",
    "applied": "Đã áp dụng",
    "cancelled": "Đã hủy",
}
REQUEST_KINDS: Final = {
    "create": "Cấp mới",
    "change": "Thay đổi thông tin",
    "reset": "Cấp lại mật khẩu",
    "reopen": "Mở lại",
    "close": "Hủy, thu hồi",
}
FILE_ROLES: Final = {
    "letter": "Công văn",
    "list": "Danh sách",
    "email": "Thư nháp",
    "proposal": "Phiếu trình",
    "slip": "Phiếu yêu cầu",
    "chase": "Công văn đôn đốc",
    "answer": "Văn bản trả lời",
}
FILE_ORIGINS: Final = {"made": "Chương trình lập", "edited": "Đã sửa bên ngoài", "attached": "Đính kèm"}
FINDING_SEVERITIES: Final = {"wrong": "Phải sửa", "look": "Cần xem"}
REQUEST_ACTS: Final = {
    "signed": "Đã ký",
    "number-cancelled": "Hủy số",
    "sent": "Đã gửi",
    "chased": "Đôn đốc",
    "answered": "Trả lời",
    "applied": "Cập nhật sổ",
    "withdrawn": "Rút bớt dòng",
    "cancelled": "Hủy đề nghị",
}
WAYS: Final = {
    "": "Chưa ghi",
    "document-system": "Hệ thống văn bản và điều hành",
    "email": "Thư điện tử",
    "paper": "Bản giấy",
}
ROW_RESULTS: Final = {
    "": "Chưa có trả lời",
    "granted": "Được như đề nghị",
    "otherwise": "Được nhưng khác đề nghị",
    "refused": "Bị từ chối",
    "withdrawn": "Đã rút",
}
PERSONNEL_KINDS: Final = {
    "joined": "Mới vào đơn vị",
    "transferred": "Chuyển đơn vị trong sổ",
    "renamed": "Đổi họ tên",
    "promoted": "Đổi chức vụ",
    "retired": "Nghỉ hưu",
    "resigned": "Thôi việc",
    "died": "Đã mất",
    "left": "Chuyển công tác ra ngoài",
}
LOCK_CAUSES: Final = {
    "": "Chưa rõ",
    "first-login": "Không đổi mật khẩu lần đầu",
    "inactivity": "Lâu không dùng",
    "violation": "Vi phạm quy chế",
    "other": "Lý do khác",
}
FOLLOW_UPS: Final = {
    "certificate": "Chứng thư số",
    "sso": "Đăng nhập một lần",
    "directory": "Danh bạ",
    "custody": "Người theo dõi",
}
FOLLOW_UP_OUTCOMES: Final = {"": "Chưa làm", "done": "Đã làm", "dismissed": "Bỏ qua"}
DUE_STATES: Final = {"overdue": "Quá hạn", "today": "Hôm nay", "upcoming": "Sắp tới", "waiting": "Chưa tới ngày"}
SUBJECTS: Final = {"mailbox": "Hộp thư", "request": "Đề nghị", "unit": "Đơn vị", "person": "Người"}
CUSTODY_ROLES: Final = {"head": "Thủ trưởng", "custodian": "Người theo dõi"}
SIGNER_AUTHORITIES: Final = {
    "head": "Thủ trưởng ký",
    "deputy": "Ký thay (KT.)",
    "acting": "Quyền (Q.)",
    "by-order": "Thừa lệnh (TL.)",
    "by-authorisation": "Thừa ủy quyền (TUQ.)",
}
OUTCOMES: Final = {
    "new": "Mới",
    "changed": "Thay đổi",
    "same": "Đã có",
    "doubtful": "Cần xem",
    "set_aside": "Để riêng",
}
SOURCES: Final = {
    "regulation": "Quy chế",
    "suggested": "Gợi ý của chương trình, quy chế không nêu",
    "unit": "Lựa chọn của đơn vị",
}
WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day_words(day: date) -> str:
    """Say a day as on screen, with its weekday: `Thứ Hai, 23/11/2026`."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def days_left(day: date, today: date) -> str:
    """Say how far off a day is, in calendar days."""
    distance = (day - today).days
    if distance == 0:
        return "hôm nay"
    return f"còn {distance} ngày" if distance > 0 else f"quá {-distance} ngày"


def moment_words(at: str) -> str:
    """Say a UTC stamp as on screen, in this machine's own time: `23/11/2026 15:30`."""
    return f"{datetime.fromisoformat(at).astimezone():%d/%m/%Y %H:%M}"
