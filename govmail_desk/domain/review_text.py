"""What a review says to its departments: the guidance on a sheet, the mail that carries it, the n-th reminder that quotes what went before.

The fixed parts of a paper are `domain.letterhead`; drawing the sheet is `documents.review_sheet`, making the papers
`operations.review_sheets` and `operations.review_reminders`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.domain.chase_text import times
from govmail_desk.domain.letter_text import MAILBOX, contact_paragraph
from govmail_desk.domain.paper_date import paper_date

SHEET_TITLE: Final = f"Phiếu rà soát {MAILBOX}"


def department_name(unit: str, *, is_own: bool) -> str:
    """Name a department as its papers do; what belongs to the asking unit itself and to no section is called so."""
    return f"Bộ phận chung của {unit}" if is_own else unit


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierReminder:
    """A reminder that went before."""

    turn: int
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One department asked to answer its sheet, as all papers of a review speak of it."""

    title: str
    unit: str
    """Who asks."""
    department: str
    row_count: int
    as_of_on: date
    answer_by_on: date
    document: str = ""
    """The plan or letter the review is held under."""
    basis: str = ""
    """The article that wants it, with its regulation; empty where the regulation is silent."""
    back_to: str = ""
    """The address the answer goes to; empty where the unit has no mailbox of its own."""
    sent_on: date | None = None
    on: date
    """The day of the paper."""
    earlier: tuple[EarlierReminder, ...] = ()

    @property
    def turn(self) -> int:
        """Which reminder one made now would be."""
        return len(self.earlier) + 1


def guidance(asked: Asked) -> tuple[str, ...]:
    """Say above the table how to fill it in, by when and where to send it."""
    held = f"{asked.title}, chốt đến ngày {asked.as_of_on:%d/%m/%Y}{_under(asked)}."
    back = f", gửi lại tệp này về {asked.back_to}" if asked.back_to else ", gửi lại tệp này"
    return (
        held,
        "Ở cột Quyết định, bấm vào ô rồi chọn trong danh sách; cần thay đổi gì, hủy vì sao thì ghi ở cột Ghi chú. "
        "Không ghi mật khẩu vào phiếu.",
        f"Trả lời trước hết ngày {asked.answer_by_on:%d/%m/%Y}{back}; giữ nguyên các dòng và tên cột.",
    )


def sheet_subject(asked: Asked) -> str:
    """Word the subject of the mail that carries a sheet."""
    return f"{asked.unit}: đề nghị {asked.department} rà soát {MAILBOX}"


def sheet_mail(asked: Asked, *, file_name: str, contact: str = "") -> str:
    """Word the mail that carries a sheet."""
    return _mail(
        f"Kính gửi: {asked.department}",
        f"{asked.unit} rà soát {MAILBOX}, chốt đến {paper_date(asked.as_of_on)}{_under(asked)}.",
        f"Đề nghị {asked.department} xem {asked.row_count:02d} dòng trong phiếu gửi kèm, chọn quyết định cho từng dòng "
        f"và gửi lại phiếu trước hết {paper_date(asked.answer_by_on)}{_to(asked)}.",
        "Hộp thư hủy, thay đổi hay cấp mới sẽ được lập thành đề nghị gửi nơi quản lý, vận hành; phiếu này chưa làm thay đổi hộp thư nào.",
        f"Tệp gửi kèm thư này:\n- {file_name}",
        contact_paragraph(contact),
        f"Trân trọng,\n{asked.unit}",
    )


def reminder_subject(asked: Asked) -> str:
    """Word the subject of a reminder, behind `V/v` in a letter."""
    return f"đề nghị trả lời phiếu rà soát {MAILBOX} ({times(asked.turn)})"


def reminder_letter(asked: Asked, *, contact: str = "") -> tuple[str, ...]:
    """Word the body of a reminder, paragraph by paragraph."""
    return _joined(
        *_reminded(asked),
        contact_paragraph(contact),
        _request(asked),
    )


def reminder_mail(asked: Asked, *, file_names: Sequence[str], contact: str = "") -> str:
    """Word the mail that carries a reminder, with the sheet once more."""
    return _mail(
        f"Kính gửi: {asked.department}",
        *_reminded(asked),
        _request(asked),
        "\n".join(("Tệp gửi kèm thư này:", *(f"- {name}" for name in file_names))),
        contact_paragraph(contact),
        f"Trân trọng,\n{asked.unit}",
    )


def _reminded(asked: Asked) -> tuple[str, ...]:
    sent = f"{paper_date(asked.sent_on).capitalize()}, {asked.unit}" if asked.sent_on else asked.unit
    return _joined(
        f"{sent} đã gửi {asked.department} phiếu rà soát {MAILBOX} gồm {asked.row_count:02d} dòng, chốt đến "
        f"{paper_date(asked.as_of_on)}{_under(asked)}, đề nghị trả lời trước hết {paper_date(asked.answer_by_on)}.",
        _earlier(asked),
        f"Đến {paper_date(asked.on)}, {asked.unit} chưa nhận được phiếu trả lời.",
    )


def _request(asked: Asked) -> str:
    return f"{asked.unit} đề nghị {asked.department} quan tâm, trả lời phiếu và gửi lại{_to(asked)}."


def _earlier(asked: Asked) -> str:
    if not asked.earlier:
        return ""
    told = "; ".join(f"{times(one.turn)} {paper_date(one.on)}" for one in asked.earlier)
    return f"{asked.unit} đã nhắc {told}."


def _under(asked: Asked) -> str:
    told = [f"theo {asked.document}" if asked.document else "", f"thực hiện {asked.basis}" if asked.basis else ""]
    return "".join(f", {one}" for one in told if one)


def _to(asked: Asked) -> str:
    return f" về hộp thư {asked.back_to}" if asked.back_to else ""


def _mail(*parts: str) -> str:
    return "\n\n".join(_joined(*parts)) + "\n"


def _joined(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
