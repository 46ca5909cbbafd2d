"""A provision's value in Vietnamese words, as the window, the papers and `regulations show` print it.

One function, `in_words`, chosen by the type of the value. The types themselves: `domain.provision`, `domain.address`.
"""

from __future__ import annotations

from functools import singledispatch
from typing import Final

from govmail_desk.domain.address import Collision, Pattern, UnitForm
from govmail_desk.domain.provision import (
    AttachmentRule,
    Channel,
    CheckTimes,
    Contact,
    FirstLogin,
    FixedDate,
    Forwarding,
    Notice,
    Parties,
    PasswordStrength,
    Period,
    ReportDuty,
    Step,
)

UNITS_OF_TIME: Final = {"day": "ngày", "working-day": "ngày làm việc", "month": "tháng"}
CLASSES: Final = {"upper": "chữ in hoa", "lower": "chữ thường", "digit": "chữ số", "special": "ký tự đặc biệt"}
SLOTS: Final = {"morning": "buổi sáng", "afternoon": "buổi chiều"}
PAPERS: Final = {
    "letter": "công văn",
    "list": "danh sách",
    "email": "thư điện tử",
    "slip": "phiếu yêu cầu",
    "proposal": "phiếu đề xuất",
}
LEVELS: Final = {
    "province": "cơ quan cấp tỉnh",
    "attached": "đơn vị trực thuộc cơ quan cấp tỉnh",
    "section-of-province": "phòng của sở",
    "section-of-district": "phòng của huyện",
    "district": "huyện",
    "commune": "xã",
}
COLLISIONS: Final = {
    "ordinal": "thêm số thứ tự",
    "swap": "đổi thứ tự chữ cái của họ, đệm và tên",
    "operator": "đơn vị vận hành quyết định",
}
CHANGES: Final = {
    "at-first-login": "đổi khi đăng nhập lần đầu",
    "after-issue": "đăng nhập và đổi sau khi được cấp",
    "unstated": "phải đổi, không nêu khi nào",
}
ACTS: Final = {
    "propose": "đề xuất",
    "request": "ký đề nghị",
    "email": "gửi thư điện tử",
    "submit": "trình phiếu yêu cầu",
}
WHEN: Final = {"at-once": "ngay", "in-time": "kịp thời"}
EVERY: Final = {"change": "khi có thay đổi", "quarter": "hằng quý", "half-year": "06 tháng một lần", "year": "hằng năm"}
ITEMS: Final = {
    "mailbox": "hộp thư",
    "password": "mật khẩu",
    "content": "toàn bộ nội dung dữ liệu",
    "reason": "lý do",
    "need": "nhu cầu",
    "request": "yêu cầu cụ thể",
    "create": "cấp mới",
    "change": "thay đổi thông tin",
    "reset": "cấp lại mật khẩu",
    "reopen": "mở lại",
    "close": "hủy, thu hồi",
    **PAPERS,
}
"""The words that lists in provisions are made of; those of papers, handovers and requests do not meet."""


@singledispatch
def in_words(value: object) -> str:
    """Say a provision's value in Vietnamese, without a full stop."""
    return str(value)


@in_words.register
def _(value: bool) -> str:
    return "có" if value else "không"


@in_words.register
def _(value: tuple) -> str:  # type: ignore[type-arg]  # singledispatch knows only the bare class
    return "; ".join(ITEMS.get(part, part) if isinstance(part, str) else in_words(part) for part in value)


@in_words.register
def _(value: Period) -> str:
    return f"{value.count:02d} {UNITS_OF_TIME[value.unit]}"


@in_words.register
def _(value: FixedDate) -> str:
    month = f"/{value.month:02d}" if value.month else " của tháng cuối kỳ"
    year = " năm sau" if value.next_year else ""
    return f"{'trước ngày' if value.before else 'ngày'} {value.day:02d}{month}{year}"


@in_words.register
def _(value: Contact) -> str:
    return ", ".join(part for part in (value.name, value.address, value.phone) if part)


@in_words.register
def _(value: Pattern) -> str:
    return value.form


@in_words.register
def _(value: UnitForm) -> str:
    whose = value.name or LEVELS.get(value.level or "", "mọi đơn vị")
    narrowed = (value.type and f"loại «{value.type}»", value.parent and f"đơn vị cấp trên «{value.parent}»")
    return f"{', '.join([whose, *filter(None, narrowed)])}: {value.form.form}"


@in_words.register
def _(value: Collision) -> str:
    return COLLISIONS[value.rule] + (f", từ {value.first}" if value.first is not None else "")


@in_words.register
def _(value: PasswordStrength) -> str:
    return f"ít nhất {value.length} ký tự, gồm {', '.join(CLASSES[name] for name in value.classes)}"


@in_words.register
def _(value: FirstLogin) -> str:
    refused = "; không dùng mật khẩu mặc định" if value.default_refused else ""
    return CHANGES[value.change] + refused + ("; không đổi thì bị khóa" if value.locked_otherwise else "")


@in_words.register
def _(value: CheckTimes) -> str:
    start = "đầu " if value.at_slot_start else ""
    slots = f" ({', '.join(start + SLOTS[slot] for slot in value.slots)})" if value.slots else ""
    often = f"ít nhất {value.times_a_day:02d} lần mỗi ngày{slots}" if value.times_a_day else "thường xuyên"
    return f"{often}, do {value.by}" if value.by else often


@in_words.register
def _(value: AttachmentRule) -> str:
    return ", ".join(value.endings) + (" có đặt mật khẩu" if value.encrypted_only else "")


@in_words.register
def _(value: Forwarding) -> str:
    back = " hoặc ngược lại" if value.direction == "out-and-in" else ""
    return f"từ hộp thư công vụ đến {value.other_side}{back}"


@in_words.register
def _(value: Channel) -> str:
    papers = ", ".join(PAPERS[paper] for paper in value.papers)
    own = "; gửi từ hộp thư của đơn vị" if value.from_unit_mailbox else ""
    return f"{papers}; {value.through}{own}" + (f"; gửi đến {value.to}" if value.to else "")


@in_words.register
def _(value: Step) -> str:
    return f"{value.by} {ACTS[value.act]}"


@in_words.register
def _(value: Notice) -> str:
    promptly = f" {WHEN[value.when]}" if value.when else ""
    by = f"{value.by} " if value.by else ""
    through = f" ({value.through})" if value.through else ""
    return f"{by}báo{promptly} cho {value.to}{through}" + (f", khi có {value.only_if}" if value.only_if else "")


@in_words.register
def _(value: Parties) -> str:
    return f"{value.giver} bàn giao cho {value.receiver}"


@in_words.register
def _(value: ReportDuty) -> str:
    to = f" {value.to}" if value.to else ""
    through = f" ({value.through})" if value.through else ""
    due = f", {in_words(value.due)}" if value.due else ""
    demand = " hoặc khi được yêu cầu" if value.on_demand else ""
    return f"{value.by} báo cáo{to}{through}: {value.content}; {EVERY[value.every]}{due}{demand}"
