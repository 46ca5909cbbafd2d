"""What a department may answer of a row in a review, and the many ways it writes it: `Giữ lại`, `XOÁ`, `đổi`, `khong ro`.

The words offered on the sheet stand in `wording.DECISIONS`; what becomes of an answer is `operations.review_answers`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.vietnamese import search_key

if TYPE_CHECKING:
    from govmail_desk.domain.review import Decision

OF_A_MAILBOX: Final[tuple[Decision, ...]] = ("keep", "change", "close", "unknown")
OF_A_PERSON: Final[tuple[Decision, ...]] = ("create", "keep", "unknown")
"""Whoever has no mailbox may be given one, or stay as they are."""

_WAYS: Final[dict[Decision, tuple[str, ...]]] = {
    "keep": (
        "giu", "giu lai", "giu nguyen", "giu nhu cu", "de lai", "de nguyen", "nhu cu", "tiep tuc", "tiep tuc su dung",
        "tiep tuc dung", "con dung", "con su dung", "dang dung", "dang su dung", "khong doi", "khong thay doi",
        "su dung", "van dung", "van su dung", "khong can cap", "khong cap", "chua can cap", "keep",
    ),
    "change": (
        "thay doi", "doi", "sua", "sua doi", "chinh sua", "dieu chinh", "cap nhat", "thay doi thong tin", "doi thong tin",
        "cap nhat thong tin", "chuyen", "chuyen don vi", "doi nguoi dung", "change",
    ),
    "close": (
        "huy", "huy bo", "xoa", "xoa bo", "thu hoi", "dong", "cham dut", "bo", "huy thu hoi", "khong dung",
        "khong con dung", "khong su dung", "khong con su dung", "khong con nhu cau", "ngung", "ngung su dung", "ngung dung",
        "dung su dung", "thoi dung", "close", "delete",
    ),
    "create": ("cap moi", "cap", "tao", "tao moi", "moi", "cap them", "cap hop thu", "cap moi hop thu", "create"),
    "unknown": ("khong ro", "chua ro", "khong biet", "chua biet", "chua xac dinh", "khong xac dinh", "unknown"),
}  # fmt: skip
"""Folded; what folds alike and means two things (`dùng`, `dừng`) is left out, so that somebody looks."""
_KNOWN: Final = {way: decision for decision, ways in _WAYS.items() for way in ways}
_BEFORE: Final = re.compile(r"^(?:de nghi|xin|can|nen|dong y|thong nhat)\s+")
_AROUND: Final = re.compile(r"[^a-z0-9]+")


def decision_of(text: str) -> Decision | None:
    """Read a decision however it is written; nothing where nothing stands there, None where it is not clear."""
    plain = _AROUND.sub(" ", search_key(text)).strip()
    if not plain:
        return ""
    return _KNOWN.get(plain) or _KNOWN.get(_BEFORE.sub("", plain))


def offered(*, is_mailbox: bool) -> tuple[Decision, ...]:
    """Say which decisions a row can have: of a mailbox there is, or of someone without one."""
    return OF_A_MAILBOX if is_mailbox else OF_A_PERSON
