"""What a chase letter says (công văn đôn đốc, lần thứ N): the first letter quoted, the limit that ran out, the chases before it.

It asks again in the first letter's own words (`domain.letter_text`); the fixed parts of a paper are `domain.letterhead`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.letter_text import CLOSING_MARKS, HOLDERS, MAILBOX, contact_paragraph
from govmail_desk.domain.paper_date import paper_date

if TYPE_CHECKING:
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.provision import Period

MOST_NAMED: Final = 5
"""More mailboxes than these are left to the list that went with the first letter."""
PERIOD_UNITS: Final = {"day": "ngày", "working-day": "ngày làm việc", "month": "tháng"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOut:
    """The limit that ran out without an answer."""

    period: Period
    due_on: date
    cite: str | None = None
    """Its article; None where it is the unit's own choice, which binds nobody else."""
    basis: str = ""
    """The regulation in full, as a first citation names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierChase:
    """A chase letter that went before."""

    time: int
    on: date
    number: str = ""
    """Number and symbol; empty where it went without one, or nobody wrote it down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chased:
    """Everything a chase letter says of the request it is about."""

    time: int
    """1 for the first chase letter, 2 for the second."""
    on: date
    unit: str
    operator: str
    act: str
    """What was asked for, as the first letter has it: `cấp mới hộp thư điện tử công vụ`."""
    verb: str
    mailbox_kind: MailboxKind
    row_count: int
    reason: str
    named: tuple[str, ...]
    """Each mailbox still waited for, in words."""
    letter: str = ""
    """Number and symbol of the first letter; empty where an e-mail alone was sent."""
    signed_on: date | None = None
    sent_on: date
    sent_from: str
    run_out: RunOut | None = None
    earlier: tuple[EarlierChase, ...] = ()


def subject(chased: Chased) -> str:
    """Word the subject of the chase letter, behind `V/v`; what the first letter was about stands in the body."""
    quoted = _paper(chased) if chased.letter else f"thư điện tử {_dated(chased)}"
    return f"đề nghị trả lời {quoted} ({times(chased.time)})"


def mail_subject(chased: Chased) -> str:
    """Word the subject of its e-mail, which names the asking unit too."""
    return f"{chased.unit}: {subject(chased)}"


def times(time: int) -> str:
    """Say which chase it is: `lần thứ 2`."""
    return f"lần thứ {time}"


def letter_body(chased: Chased, *, contact: str = "") -> tuple[str, ...]:
    """Word the body of the chase letter, paragraph by paragraph."""
    return _joined(
        *_told(chased),
        contact_paragraph(contact),
        f"{chased.unit} trân trọng đề nghị {chased.operator} quan tâm, giải quyết và trả lời.",
    )


def mail_body(chased: Chased, *, file_names: Sequence[str], contact: str = "") -> str:
    """Word the e-mail that carries the chase letter and the first letter's files."""
    parts = _joined(
        f"Kính gửi: {chased.operator}",
        *_told(chased),
        f"{chased.unit} trân trọng đề nghị {chased.operator} quan tâm, giải quyết và trả lời.",
        "\n".join(("Tệp gửi kèm thư này:", *(f"- {name}" for name in file_names))),
        contact_paragraph(contact),
        f"Trân trọng,\n{chased.unit}",
    )
    return "\n\n".join(parts) + "\n"


def _told(chased: Chased) -> tuple[str, ...]:
    return _joined(
        _first_letter(chased),
        f"Nội dung đã đề nghị: {chased.verb} {chased.row_count:02d} {MAILBOX} {HOLDERS[chased.mailbox_kind]}"
        f"{_names(chased.named)}. Lý do: {chased.reason.strip(CLOSING_MARKS)}.",
        _limit(chased.run_out),
        _earlier(chased),
        f"Đến {paper_date(chased.on)}, {chased.unit} chưa nhận được trả lời.",
    )


def _first_letter(chased: Chased) -> str:
    """Quote the first letter: number and date, subject, when and from where it was sent."""
    sent = f"gửi {paper_date(chased.sent_on)} từ hộp thư {chased.sent_from}"
    if chased.letter:
        return f"{chased.unit} đã có {_paper(chased)} {_dated(chased)} về việc đề nghị {chased.act}, {sent} đến {chased.operator}."
    return f"{chased.unit} đã có thư điện tử {sent} đến {chased.operator} về việc đề nghị {chased.act}."


def _paper(chased: Chased) -> str:
    return f"Công văn số {chased.letter}"


def _dated(chased: Chased) -> str:
    return paper_date(chased.signed_on or chased.sent_on)


def _names(named: Sequence[str]) -> str:
    return f", gồm {'; '.join(named)}" if 0 < len(named) <= MOST_NAMED else ", theo danh sách đã gửi"


def _limit(run_out: RunOut | None) -> str:
    if run_out is None:
        return ""
    length = f"{run_out.period.count:02d} {PERIOD_UNITS[run_out.period.unit]}"
    article = written_out(run_out.cite) if run_out.cite else ""
    by = f"Theo quy định tại {article} {later_citation(run_out.basis)}, thời" if article and run_out.basis else "Thời"
    return f"{by} hạn giải quyết là {length}, đã hết {paper_date(run_out.due_on)}."


def _earlier(chased: Chased) -> str:
    if not chased.earlier:
        return ""
    letters = "; ".join(
        f"{times(one.time)}{f' tại Công văn số {one.number}' if one.number else ''} {paper_date(one.on)}"
        for one in chased.earlier
    )
    return f"{chased.unit} đã đề nghị trả lời {letters}."


def _joined(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
