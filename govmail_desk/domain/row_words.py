"""What the words of a row in a unit's list say: a unit's name, a total, the beginning of the signature block.

What the row is by all its cells and its place: `domain.table_rows`.
"""

from __future__ import annotations

import re
from typing import Final

from govmail_desk.domain.heading import readings
from govmail_desk.domain.vietnamese import clean

_UNIT_WORD: Final = re.compile(
    r"(?:phòng|ban|sở|trung tâm|chi cục|cục|văn phòng|thanh tra|ubnd|ub mttq|[uủ]ỷ? ?ban nhân dân|[uủ][ỷy] ban|hđnd"
    r"|hội đồng|hội|xã|phường|thị trấn|huyện|thị xã|thành phố|quận|khoa|tổ|đội|trường|bệnh viện|trạm|đơn vị|cơ quan"
    r"|bộ phận|lãnh đạo|khối|đảng [uủ][ỷy]|công an|chi nhánh|hạt|viện|quỹ|công ty|mặt trận|mttq|đoàn thanh niên"
    r"|đoàn tncs|liên đoàn)\b",
    re.IGNORECASE,
)
"""How units and groups begin, with their marks: «Ban» is a unit, «Bàn» a surname."""

_GROUP_DRESS: Final = re.compile(r"\s*(?:[:;.]|\(\s*\d+[^()]*\))\s*$")
_TOTAL: Final = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng)\s*(?:$|[:\d(]|danh sách)|(?:danh sách|bảng)(?: này)? (?:gồm|có)\b|trang\s*\d"
    r"|(?:ghi chú|lưu ý|chú thích)\s*:",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(
    r"(?:người lập|người tổng hợp|lập biểu|cán bộ lập|thủ trưởng|xác nhận|nơi nhận|kt\.|tm\.|tl\.|tuq\.|q\.|giám đốc$"
    r"|phó giám đốc$|chủ tịch$|phó chủ tịch$|chánh văn phòng$|trưởng phòng$|người đề nghị|\(ký|\(đã ký|ký tên"
    r"|(?:[^,\d]{2,40},\s*)?ngày\s*[\d.…]*\s*tháng\b)",
    re.IGNORECASE,
)


def unit_reading(text: str) -> str:
    """Return the text as it reads as a unit's name, "" where it is none."""
    return next((reading for reading in readings(text) if _UNIT_WORD.match(reading)), "")


def group_name(text: str) -> str:
    """Return the name of a group without its count and marks."""
    name = unit_reading(text) or clean(text)
    return _GROUP_DRESS.sub("", name)


def begins_signature(text: str) -> bool:
    """Say whether a text begins the block of signatures below a table, in any of its readings."""
    return any(map(_SIGNATURE.match, readings(text)))


def begins_total(text: str) -> bool:
    """Say whether a text is a total or a note around the table, in any of its readings."""
    return any(map(is_total, readings(text)))


def is_total(text: str) -> bool:
    """Say whether a text as it stands is a total or a note."""
    return _TOTAL.match(text) is not None
