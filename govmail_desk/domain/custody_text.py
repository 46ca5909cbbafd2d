"""What the papers that give a charge over mailboxes say: the notice of an assignment (thông báo) and the authorisation (giấy ủy quyền).

Both are kinds of paper NĐ 30/2020 names (Đ7), but neither it nor any of the regulations prints a sample, and which of the two an office
uses is its own custom: the wording is ours. Filling the form is `documents.custody_letter`, drafting `operations.custody_papers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.custody import CustodyPaperKind
from govmail_desk.domain.minutes_text import Party
from govmail_desk.domain.paper_date import paper_date

SYMBOLS: Final[dict[CustodyPaperKind, str]] = {"assignment": "TB", "authorisation": "GUQ"}
"""The decree's abbreviations of the two kinds (NĐ 30/2020, PL III, I)."""
SUBJECTS: Final[dict[CustodyPaperKind, str]] = {
    "assignment": "phân công theo dõi hộp thư điện tử công vụ",
    "authorisation": "ủy quyền quản lý, sử dụng hộp thư điện tử công vụ",
}
MOST_NAMED: Final = 5
"""More mailboxes than this are told by their number."""
_KEEPS: Final = (
    "Người được giao giữ bí mật mật khẩu, không cho người khác dùng, kiểm tra hộp thư đúng quy chế, báo cáo thủ trưởng nội dung nhận được "
    "và bàn giao lại khi thôi việc này."
)
_WITHIN: Final = (
    "Người được ủy quyền chỉ làm những việc nêu trên, chịu trách nhiệm về việc mình làm, không ủy quyền lại cho người khác và bàn giao lại "
    "khi hết thời hạn."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A charge as its paper tells it."""

    body: str
    """Who issues the paper."""
    giver: Party
    """The head who gives the charge."""
    receiver: Party
    unit: str
    """Whose mailboxes they are."""
    addresses: tuple[str, ...]
    from_on: date | None
    to_on: date | None = None
    is_lead: bool = False
    stands_in_for: str = ""
    """The person whose place is taken during an absence."""


def symbol(kind: CustodyPaperKind, unit_symbol: str) -> str:
    """Write what follows the number of a paper with a name: `TB-STTTT` for a unit whose letters bear `STTTT-VP`."""
    return f"{SYMBOLS[kind]}-{unit_symbol.partition('-')[0].strip()}"


def paragraphs(kind: CustodyPaperKind, charge: Charge) -> tuple[str, ...]:
    """Say what the paper says, each a paragraph."""
    return _assigned(charge) if kind == "assignment" else _authorised(charge)


def recipients(filing: str) -> tuple[str, ...]:
    """The lines under `Nơi nhận`: nobody is written to but the one who gets the charge."""
    section = f", {filing.strip()}" if filing.strip() else ""
    return ("- Ông (bà) có tên trên;", f"- Lưu: VT{section}.")


def _assigned(charge: Charge) -> tuple[str, ...]:
    lead = ", là người phụ trách chính" if charge.is_lead else ""
    stands_in = f" trong thời gian ông (bà) {charge.stands_in_for} vắng mặt" if charge.stands_in_for else ""
    given = (
        f"{charge.body} phân công {charge.receiver.told}, theo dõi, kiểm tra {_named(charge.addresses)} của {charge.unit}"
        f"{stands_in}{lead}."
    )
    return (given, f"Thời gian: {_time(charge)}.", _KEEPS)


def _authorised(charge: Charge) -> tuple[str, ...]:
    stands_in = f" thay ông (bà) {charge.stands_in_for} trong thời gian vắng mặt" if charge.stands_in_for else ""
    return (
        f"1. Người ủy quyền: {charge.giver.told}.",
        f"2. Người được ủy quyền: {charge.receiver.told}.",
        f"3. Nội dung ủy quyền: quản lý, sử dụng {_named(charge.addresses)} của {charge.unit} để nhận, gửi văn bản, thông tin công việc"
        f"{stands_in}.",
        f"4. Thời hạn ủy quyền: {_time(charge)}.",
        f"5. {_WITHIN}",
    )


def _named(addresses: Sequence[str]) -> str:
    if not 0 < len(addresses) <= MOST_NAMED:
        count = f"{len(addresses)} " if addresses else "các "
        return f"{count}hộp thư điện tử công vụ"
    return f"hộp thư điện tử công vụ {', '.join(addresses)}"


def _time(charge: Charge) -> str:
    begins = f"từ {paper_date(charge.from_on)}" if charge.from_on else "từ ngày ký"
    ends = f"đến hết {paper_date(charge.to_on)}" if charge.to_on else "đến khi có văn bản khác thay thế"
    return f"{begins} {ends}"
