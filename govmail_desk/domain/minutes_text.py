"""What the minutes of a handover (biên bản bàn giao) say, from the facts of the handover to the sentences on paper.

The parts follow NĐ 30/2020, Phụ lục III, Mẫu 1.9; that sample is of a meeting, so two parties, the tables and three signatures are our own
arrangement. Filling the form is `documents.minutes`, gathering the facts `operations.handover_minutes`. No password has a place here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from govmail_desk.domain.handover import Absence, Post
from govmail_desk.domain.paper_date import draft_date, paper_date

BLANK: Final = "……"
"""Room for an hour written in by hand."""
MARK_DIGITS: Final = 8
HEAD_DIGITS: Final = 12
SUBJECT: Final = "Bàn giao hộp thư điện tử công vụ"
CLOSING: Final = (
    "Các bên đã đọc lại biên bản, thống nhất nội dung và cùng ký tên dưới đây; mỗi bên giữ một bản, một bản lưu tại văn thư. "
    "Việc bàn giao kết thúc {ended}./."
)
TAKEN_ON: Final = "Bên nhận chịu trách nhiệm quản lý, sử dụng các hộp thư nêu trên kể từ {since}."
GIVEN_UP: Final = (
    "Từ ngày đó bên giao không đăng nhập các hộp thư này nữa và không giữ lại bản sao nào ngoài những gì biên bản ghi."
)
FOR_THE_ABSENT: Final = (
    "Người ký thay bên giao xác nhận những việc bên giao đã làm và chưa làm đúng như biên bản này ghi."
)
NO_REQUESTS: Final = "Đơn vị không có đề nghị nào đang làm dở hoặc chờ trả lời."
_ABSENT: Final[dict[Absence, str]] = {
    "gone": "đã đi khỏi đơn vị nên không có mặt",
    "ill": "ốm đau nên không ký được",
    "dead": "đã mất",
}


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part: name, and post where it is known."""

    name: str
    post: str = ""

    @property
    def told(self) -> str:
        """Name them as the minutes do."""
        return f"ông (bà) {self.name}, chức vụ: {self.post}" if self.post else f"ông (bà) {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxLine:
    """One mailbox handed over."""

    address: str
    whose: str
    """The unit, or the person, it belongs to."""
    state: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One line of the checklist as it stands, in words."""

    title: str
    state: str
    on: date | None = None
    by: str = ""
    told: tuple[str, ...] = ()
    """How it was done, what it asks for beside that, and the note: each a phrase."""

    @property
    def whose(self) -> str:
        """Say when it was done and by whom."""
        return ", ".join(part for part in (f"{self.on:%d/%m/%Y}" if self.on else "", self.by) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContent:
    """Everything one edition of the minutes says."""

    parent_body: str = ""
    body: str
    symbol: str
    """`BB-STTTT`."""
    number: str = ""
    unit: str
    """Whose mailboxes are handed over."""
    post: Post
    effective_on: date
    drafted_on: date
    """Gives a handover whose hour is not told yet its month and year."""
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    place: str
    bases: tuple[str, ...] = ()
    giver: Party | None = None
    """None where nobody held the charge before."""
    absence: Absence = ""
    in_place_of: str = ""
    receiver: Party
    witness: str = ""
    """Name, and behind a comma the post."""
    head: str = ""
    """Who confirms a handover between clerks; empty where the head is a party."""
    mailboxes: tuple[MailboxLine, ...]
    items: tuple[ItemLine, ...]
    requests: tuple[str, ...] = ()
    secrecy: str = ""
    """The duty of secrecy a regulation lays on the giver."""

    @property
    def subject(self) -> str:
        """The line under BIÊN BẢN."""
        return f"{SUBJECT} của {self.unit}"

    @property
    def is_giver_present(self) -> bool:
        """True where the giver signs themselves."""
        return self.giver is not None and not self.absence


def mark_of(text_sha256: str) -> str:
    """Return the short mark of a text as printed in the footer: `1A2B-3C4D`."""
    digits = text_sha256[:MARK_DIGITS].upper()
    return f"{digits[: MARK_DIGITS // 2]}-{digits[MARK_DIGITS // 2 :]}"


def journal_told(seq: int, journal_hash: str) -> str:
    """Name the head of the journal as printed in the footer."""
    return f"{seq}, mã {journal_hash[:HEAD_DIGITS]}"


def opening(content: MinutesContent) -> str:
    """Say when and where; an hour not told yet is left to be written in."""
    return f"Hôm nay, {_moment(content.begun_at, content.drafted_on)}, tại {content.place}, chúng tôi gồm:"


def closing(content: MinutesContent) -> str:
    """The sentence the parties sign under."""
    begun, ended = content.begun_at, content.ended_at
    if ended is not None and begun is not None and ended.date() != begun.date():
        return CLOSING.format(ended=_moment(ended, ended.date()))
    hour = f"vào hồi {_hour(ended)} giờ {_minute(ended)} phút"
    return CLOSING.format(ended=f"{hour} cùng ngày")


def parties(content: MinutesContent) -> tuple[str, ...]:
    """Name who takes part, each on a line."""
    lines = [_giver(content)]
    if not content.is_giver_present:
        lines.append(f"Người ký thay bên giao: {content.in_place_of or BLANK}.")
    lines.append(f"Bên nhận: {content.receiver.told}.")
    if content.witness:
        lines.append(f"Người chứng kiến: {content.witness}.")
    return tuple(f"{place}. {line}" for place, line in enumerate(lines, start=1))


def handed(content: MinutesContent) -> str:
    """The sentence before the table of mailboxes."""
    count = len(content.mailboxes)
    return f"Bên giao đã giao, bên nhận đã nhận {count} hộp thư điện tử công vụ dưới đây, kể từ {paper_date(content.effective_on)}:"


def open_requests(content: MinutesContent) -> tuple[str, ...]:
    """Name the requests the receiver has to follow, each on a line."""
    lines, last = content.requests[:-1], content.requests[-1:]
    return (*(f"- {line};" for line in lines), *(f"- {line}." for line in last)) or (NO_REQUESTS,)


def promises(content: MinutesContent) -> tuple[str, ...]:
    """What both sides agree to, each a paragraph."""
    secrecy = f"{content.secrecy.rstrip('.')}." if content.secrecy else ""
    givers = GIVEN_UP if content.is_giver_present else FOR_THE_ABSENT
    lines = (TAKEN_ON.format(since=paper_date(content.effective_on)), givers, secrecy)
    return tuple(f"{place}. {line}" for place, line in enumerate((line for line in lines if line), start=1))


def giving_side(content: MinutesContent) -> tuple[str, str]:
    """Title and name of the first signature: the giver's, or of whoever signs in their place."""
    if content.giver is not None and content.is_giver_present:
        return "BÊN GIAO", content.giver.name
    return "NGƯỜI KÝ THAY BÊN GIAO", content.in_place_of


def witness_name(content: MinutesContent) -> str:
    """Return what stands under the witness's signature: the name without the post."""
    return content.witness.partition(",")[0].strip()


def _giver(content: MinutesContent) -> str:
    if content.giver is None:
        return "Bên giao: trước đó chưa có người phụ trách."
    absent = f" ({_ABSENT[content.absence]})" if content.absence else ""
    return f"Bên giao: {content.giver.told}{absent}."


def _moment(at: datetime | None, fallback: date) -> str:
    day = paper_date(at.date()) if at else draft_date(fallback)
    return f"hồi {_hour(at)} giờ {_minute(at)} phút, {day}"


def _hour(at: datetime | None) -> str:
    return f"{at.hour:02d}" if at else BLANK


def _minute(at: datetime | None) -> str:
    return f"{at.minute:02d}" if at else BLANK
