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
MAILBOX_ACTS: Final = {
    "password-changed": "Đổi mật khẩu",
    "used": "Có sử dụng",
    "reason-told": "Báo lý do không sử dụng",
    "notice": "Nhận thông báo tạm dừng",
    "cleaned": "Dọn thư cũ",
}
SLOTS: Final = {"morning": "Sáng", "afternoon": "Chiều"}
SEASONS: Final = {"year": "Cả năm", "summer": "Mùa hè", "winter": "Mùa đông", "part": "Một phần của năm"}
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
DUE_ACTS: Final = {
    "": "Chưa ghi",
    "issued": "Cấp hộp thư",
    "imported": "Nhập danh sách",
    "reset": "Cấp lại mật khẩu",
    "password-changed": "Đổi mật khẩu",
    "used": "Có sử dụng",
    "checked": "Kiểm tra hộp thư",
    "cleaned": "Dọn thư cũ",
    "locked": "Hộp thư bị khóa",
    "suspended": "Hộp thư bị tạm dừng",
    "notice": "Nhận thông báo tạm dừng",
    "sent": "Gửi đề nghị",
    "decided": "Có quyết định về nhân sự",
    "handover": "Thay người phụ trách",
    "founded": "Lập sổ",
    "adopted": "Áp dụng quy chế",
    "reported": "Gửi báo cáo",
    "reviewed": "Rà soát",
    "begun": "Bắt đầu nhắc việc",
    "asked": "Có văn bản yêu cầu",
    "opened": "Mở đợt rà soát",
    "found": "Ghi sự cố",
}
FOLLOW_UPS: Final = {
    "certificate": "Chứng thư số",
    "sso": "Đăng nhập một lần",
    "directory": "Danh bạ",
    "custody": "Người theo dõi",
    "first-login": "Đổi mật khẩu lần đầu",
}
FOLLOW_UP_CHANGES: Final = {
    "create": "Cấp mới",
    "address": "Đổi địa chỉ",
    "holder": "Đổi người dùng",
    "close": "Đóng hộp thư",
}
FOLLOW_UP_OUTCOMES: Final = {"": "Chưa làm", "done": "Đã làm", "dismissed": "Bỏ qua"}
DUE_STATES: Final = {"overdue": "Quá hạn", "today": "Hôm nay", "upcoming": "Sắp tới", "waiting": "Chưa tới ngày"}
SUBJECTS: Final = {
    "mailbox": "Hộp thư",
    "request": "Đề nghị",
    "unit": "Đơn vị",
    "person": "Người",
    "handover": "Bàn giao",
    "report": "Báo cáo",
    "review": "Rà soát",
    "incident": "Sự cố",
}
REPORT_SCOPES: Final = {"unit": "Của đơn vị", "merged": "Tổng hợp nhiều đơn vị"}
REPORT_STATES: Final = {"draft": "Dự thảo", "sent": "Đã gửi", "cancelled": "Đã hủy"}
REPORT_PAPERS: Final = {"letter": "Báo cáo", "workbook": "Bảng số liệu"}
REVIEW_STATES: Final = {"open": "Đang rà soát", "closed": "Đã xong", "cancelled": "Đã hủy"}
DECISIONS: Final = {
    "": "Chưa trả lời",
    "keep": "Giữ",
    "change": "Thay đổi",
    "close": "Hủy",
    "create": "Cấp mới",
    "unknown": "Không rõ",
}
ORPHANS: Final = {
    "": "",
    "no-holder": "Hộp thư không rõ người dùng",
    "no-mailbox": "Người chưa có hộp thư",
    "holder-left": "Người dùng đã thôi việc",
}
REVIEW_PAPERS: Final = {
    "sheet": "Phiếu rà soát",
    "answer": "Phiếu trả lời",
    "reminder": "Văn bản nhắc",
    "evidence": "Hồ sơ rà soát",
}
INCIDENT_KINDS: Final = {
    "fault": "Lỗi hệ thống, hộp thư",
    "abnormal": "Hộp thư bất thường, mất an toàn",
    "suspicious": "Thư lạ, thư có nội dung xấu",
    "attachment": "Lỗi gắn tệp đính kèm",
    "leak": "Quên hoặc lộ mật khẩu",
    "secret": "Phát hiện bí mật nhà nước",
}
INCIDENT_STATES: Final = {"open": "Đang xử lý", "closed": "Đã xong", "cancelled": "Đã hủy"}
INCIDENT_WAYS: Final = {
    "": "Chưa ghi",
    "in-person": "Trực tiếp",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "letter": "Công văn",
    "not-needed": "Không phải báo",
}
DIRECTORY_KINDS: Final = {True: "công khai", False: "nội bộ"}
"""An edition of the directory: for everyone, or for the office itself."""
EXPORT_KINDS: Final = {
    "list": "Danh sách",
    "directory": "Danh bạ",
    "report": "Báo cáo",
    "package": "Gói dữ liệu",
    "extract": "Trích dữ liệu một người",
    "journal": "Nhật ký",
    "notices": "Thư nhắc người dùng",
    "review": "Phiếu rà soát",
    "incidents": "Sổ sự cố",
    "calendar": "Lịch việc",
}
CALENDAR_SUBJECT: Final = "lịch việc đến hạn"
"""What a calendar file is called where it is noted that it went out."""
FILE_FATES: Final = {"taken": "nhận", "known": "đã nhận từ trước", "refused": "không nhận"}
ROW_FATES: Final = {
    "new": "Mới",
    "changed": "Thay đổi",
    "same": "Giữ nguyên",
    "gone": "Không còn",
    "conflict": "Trùng địa chỉ",
}
"""What becomes of a package, and of each mailbox in it, once it is taken in."""
OFFICE_STATES: Final = {"late": "Chậm", "waiting": "Chưa gửi", "sent": "Đã gửi", "ended": "Đã thôi"}
EXPORT_COUNTS: Final = {
    "package": "hộp thư",
    "directory": "người, đơn vị",
    "journal": "việc",
    "notices": "người",
    "incidents": "sự cố",
    "calendar": "việc",
}
"""What the rows of an exported file are, where they are not merely rows."""
CUSTODY_ROLES: Final = {"head": "Thủ trưởng", "custodian": "Người theo dõi", "cover": "Người theo dõi thay"}
CUSTODY_PAPERS: Final = {"assignment": "Giấy phân công", "authorisation": "Giấy ủy quyền"}
PAPERS: Final = {
    **FILE_ROLES,
    "minutes": "Biên bản bàn giao",
    "signed": "Bản đã ký",
    "report": "Báo cáo",
    "workbook": "Bảng số liệu",
    **CUSTODY_PAPERS,
}
"""Every paper that can be looked at."""
HANDOVER_POSTS: Final = {"head": "Thủ trưởng", "clerk": "Văn thư"}
HANDOVER_STATES: Final = {"open": "Đang bàn giao", "closed": "Đã xong", "cancelled": "Đã hủy"}
ABSENCES: Final = {
    "": "Có mặt",
    "gone": "Đã đi khỏi đơn vị",
    "ill": "Ốm đau, không ký được",
    "dead": "Đã mất",
}
ITEM_STATES: Final = {"open": "Chưa làm", "done": "Đã làm", "not-applicable": "Không áp dụng"}
COPY_WAYS: Final = {"scan": "Bản giấy đã ký, quét", "signed-pdf": "Tệp PDF ký số"}
BELONGS: Final = {"yes": "Đúng bản này", "no": "Không phải bản này", "unknown": "Chưa xác định"}
NOTICE_WAYS: Final = {"email": "Thư nhắc", "list": "Danh sách nhắc"}
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
USAGE_SOURCE: Final = "Theo số liệu ngày"
"""How the note of a use begins that the operator's figures told."""
USAGE_OUTCOMES: Final = {
    "new": "Mới",
    "same": "Đã có",
    "unknown": "Ngoài sổ",
    "doubtful": "Cần xem",
    "set_aside": "Để riêng",
}
"""What becomes of the rows of an operator's figures."""
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
