"""What one line of a paper is by its words alone: a typed rule, a body's name, a post, a person's name.

Not here: which part of the paper it is by its place too (`layout.components`).
"""

from __future__ import annotations

import re
from typing import Final

TYPED_RULE: Final = re.compile(r"[_\-–—=.…*⎯─]{3,}")
POST: Final = re.compile(
    r"^(?:\S{1,4}[./]\s*)?(?:phó|chánh|quyền|tổng|bí thư|cục|vụ|viện|hội đồng|[uủ][ỷy] ban|uỷ ban|ban|bộ|sở)\b"
    r"|trưởng|giám đốc|chủ tịch|chủ nhiệm",
    re.IGNORECASE,
)
ABBREVIATED: Final = re.compile(
    r"^(?:T\s*[./]?\s*M|K\s*[./]?\s*T|T\s*[./]?\s*L|T\s*\.?U\.?Q|Q)(?:\s*[./]|\s)", re.IGNORECASE
)
BODIES: Final = re.compile(
    r"^(?:SỞ|PHÒNG|BAN|CHI CỤC|CỤC|TỔNG CỤC|VỤ|TRUNG TÂM|VĂN PHÒNG|THANH TRA|[UỦ][ỶY] BAN|UỶ BAN|UBND|HĐND|HỘI|TRƯỜNG|BỆNH VIỆN"
    r"|VIỆN|BỘ|CÔNG AN|BÁO|ĐÀI|TRẠM|ĐỘI|HẠT|TỔ|KHO BẠC|TÒA|ĐOÀN)\b"
)
NAME_WORD: Final = re.compile(r"[^\W\d_a-zà-ỹđ][^\W\d_]*")
MOST_OF_A_NAME: Final = 9
"""Words of the longest name met, with the longest title before it."""


def is_typed_rule(text: str) -> bool:
    """Whether a text is nothing but signs typed to look like a rule."""
    return bool(TYPED_RULE.fullmatch(text.replace(" ", "")))


def is_post(text: str) -> bool:
    """Whether a line names a post or an authority rather than a person."""
    return bool(POST.search(text) or ABBREVIATED.match(text))


def is_name(text: str) -> bool:
    """Whether a line may be a person's name, a title before it or not: it ends in two words with capitals and no sign."""
    words = text.split()
    return (
        1 < len(words) <= MOST_OF_A_NAME and not is_post(text) and all(NAME_WORD.fullmatch(word) for word in words[-2:])
    )


def names_a_body(text: str) -> bool:
    """Whether a line begins like the name of a body; one that does not goes on with the name above it."""
    return bool(BODIES.match(text.upper()))
