"""What the parts of a provision's value are called where a clerk fills them in, and the words of each choice.

Here: words only. The fields: `gui.rules.value_form`; a whole value in one sentence: `domain.provision_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmail_desk.domain.provision_words import (
    CHANGES,
    CLASSES,
    COLLISIONS,
    EVERY,
    ITEMS,
    LEVELS,
    SLOTS,
    UNITS_OF_TIME,
    WHEN,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "Period": {"count": "Số", "unit": "Đơn vị thời gian"},
    "FixedDate": {
        "day": "Ngày",
        "month": "Tháng (để trống: tháng cuối kỳ)",
        "before": "Phải xong trước ngày ấy",
        "next_year": "Của năm sau",
    },
    "Contact": {"name": "Tên", "address": "Địa chỉ thư", "phone": "Điện thoại"},
    "PasswordStrength": {"length": "Ít nhất bao nhiêu ký tự", "classes": "Gồm các loại ký tự"},
    "FirstLogin": {
        "change": "Đổi khi nào",
        "default_refused": "Không được dùng mật khẩu mặc định",
        "locked_otherwise": "Không đổi thì bị khóa",
    },
    "CheckTimes": {
        "times_a_day": "Ít nhất mấy lần mỗi ngày",
        "slots": "Buổi",
        "at_slot_start": "Vào đầu buổi",
        "by": "Người kiểm tra",
    },
    "AttachmentRule": {"endings": "Đuôi tệp, mỗi đuôi một dòng", "encrypted_only": "Chỉ tệp có đặt mật khẩu"},
    "Forwarding": {"direction": "Chiều bị cấm", "other_side": "Hộp thư phía bên kia"},
    "Channel": {
        "papers": "Giấy tờ",
        "through": "Gửi qua",
        "from_unit_mailbox": "Phải gửi từ hộp thư của đơn vị",
        "to": "Gửi đến (để trống: nơi nhận đề nghị)",
    },
    "Notice": {
        "to": "Báo cho",
        "by": "Người báo",
        "when": "Khi nào",
        "through": "Báo qua",
        "only_if": "Chỉ khi",
        "mailbox": "Chỉ với hộp thư",
    },
    "Parties": {"post": "Khi đổi", "giver": "Bên giao", "receiver": "Bên nhận"},
    "ReportDuty": {
        "every": "Kỳ",
        "by": "Người báo cáo",
        "content": "Nội dung",
        "to": "Gửi",
        "due": "Ngày phải gửi",
        "through": "Gửi qua",
        "on_demand": "Cả khi được yêu cầu",
    },
    "Collision": {"rule": "Cách xử lý", "first": "Số thứ tự đầu tiên"},
    "UnitForm": {
        "form": "Mẫu",
        "level": "Cấp của đơn vị",
        "name": "Riêng cho đơn vị tên",
        "type": "Loại đơn vị",
        "parent": "Tên hộp thư cấp trên",
    },
}
"""The parts of each shape by the shape's name, each with its words."""

_CHOICES: Final[tuple[Mapping[str, str], ...]] = (
    UNITS_OF_TIME,
    CLASSES,
    SLOTS,
    LEVELS,
    COLLISIONS,
    CHANGES,
    WHEN,
    EVERY,
    {"out": "từ hộp thư công vụ ra ngoài", "out-and-in": "cả hai chiều"},
    {"head": "thủ trưởng", "clerk": "văn thư"},
    {"unit": "của đơn vị", "personal": "cá nhân"},
    ITEMS,
)


def choice_words(choices: Sequence[str]) -> Mapping[str, str]:
    """Give the words of a set of choices."""
    return next(words for words in _CHOICES if set(choices) <= set(words))
