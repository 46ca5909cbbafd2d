"""What may be written of a state secret found in a mailbox: the fact, where, when, who found it and who was told; nothing of it.

Measures, lessons and reasons are chosen from fixed sentences, names are names: there is no place a description could go. The steps to take
are `domain.incident_duties`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.vietnamese import clean

WARNING: Final = (
    "Chỉ ghi là đã phát hiện, ở hộp thư nào, lúc nào, do ai. "
    "Không mô tả nội dung, không chuyển tiếp, không sao chép, không đính kèm tài liệu ấy."
)
MEASURES: Final = (
    "Đã gỡ tài liệu khỏi hộp thư theo hướng dẫn của cơ quan có thẩm quyền.",
    "Đã ngừng dùng máy tính, hộp thư liên quan để cơ quan có thẩm quyền kiểm tra.",
    "Đã giao cơ quan có thẩm quyền xử lý.",
)
LESSONS: Final = (
    "Quán triệt lại quy định về bảo vệ bí mật nhà nước cho người dùng hộp thư.",
    "Kiểm tra độ mật của tài liệu trước khi gửi qua hộp thư điện tử công vụ.",
    "Nhắc nơi gửi không gửi tài liệu mật qua hộp thư điện tử công vụ.",
)
PASSED_REASONS: Final = (
    "Người phát hiện là thủ trưởng.",
    "Tài liệu do chính đơn vị gửi đi.",
    "Không xác định được nơi gửi.",
    "Cơ quan có thẩm quyền đã biết và đang chỉ đạo xử lý.",
)
CANCEL_REASONS: Final = (
    "Ghi nhầm loại sự cố.",
    "Ghi trùng với dòng khác.",
    "Cơ quan có thẩm quyền xác định không phải bí mật nhà nước.",
)
LONGEST_NAME: Final = 120
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W_]|[ .,'’()/-])*")
_WORDS_A_CAPITAL: Final = 4
"""`Cơ quan điều tra` has one capital in four words; no name of a Vietnamese body has fewer."""
_NUMBER: Final = re.compile(r"\d{1,6}[\w.]{0,4}(?:/[\w.-]{1,24}){0,3}")
_WHY: Final = "Mô tả bí mật nhà nước vào sổ, thư hay công văn là làm lộ thêm một lần nữa."


def refuse_description(*texts: str) -> None:
    """Refuse any free text about a state secret."""
    if any(clean(text) for text in texts):
        raise RuleBroken(f"Với bí mật nhà nước không ghi nội dung. {WARNING}", why=_WHY)


def refuse_unless_fixed(text: str, allowed: Sequence[str]) -> None:
    """Refuse what is not put together of the sentences to choose from, a line each."""
    if any(line not in allowed for line in text.splitlines()):
        raise RuleBroken("Với bí mật nhà nước chỉ chọn câu có sẵn, không gõ thêm. Hãy chọn trong danh sách.", why=_WHY)


def refuse_unless_name(text: str) -> None:
    """Refuse what is no name of a person or a body: whoever found it, whoever was told."""
    if text and not _is_name(text):
        raise RuleBroken(
            "Với bí mật nhà nước chỉ ghi tên người hoặc tên cơ quan ở chỗ này. Hãy bỏ phần còn lại.", why=_WHY
        )


def _is_name(text: str) -> bool:
    """Say whether a text may be a name: short, letters and figures, and capitals as names have and sentences have not."""
    words = text.split()
    capital_count = sum(word[:1].isupper() for word in words)
    fits = len(text) <= LONGEST_NAME and _NAME.fullmatch(text) is not None
    return fits and capital_count * _WORDS_A_CAPITAL >= len(words)


def refuse_unless_number(text: str) -> None:
    """Refuse what is no number of a document, such as `12/BC-STTTT`."""
    if text and not _NUMBER.fullmatch(text):
        raise RuleBroken("Với bí mật nhà nước chỉ ghi số, ký hiệu văn bản ở chỗ này, ví dụ 12/BC-STTTT.", why=_WHY)
