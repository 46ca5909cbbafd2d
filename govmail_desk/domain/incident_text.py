"""What the letter and the e-mail about an incident say: what happened, where, when, who was told, what is asked; of a secret the fact.

The wording is ours: no regulation prints a form for it. The fixed parts of a paper are `domain.letterhead`, making it
`operations.incident_papers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.letter_text import CLOSING_MARKS, MAILBOX, contact_paragraph
from govmail_desk.domain.paper_date import paper_date

if TYPE_CHECKING:
    from govmail_desk.domain.incident import IncidentKind

_SUBJECTS: Final[dict[IncidentKind, str]] = {
    "fault": f"báo sự cố {MAILBOX}",
    "abnormal": f"báo {MAILBOX} có hiện tượng bất thường, mất an toàn",
    "suspicious": f"báo thư lạ, thư có nội dung xấu gửi đến {MAILBOX}",
    "attachment": f"báo lỗi gắn tệp đính kèm của {MAILBOX}",
    "leak": f"báo quên hoặc lộ mật khẩu {MAILBOX}",
    "secret": f"thông báo phát hiện bí mật nhà nước trong {MAILBOX}",
}
_ASKS: Final[dict[IncidentKind, str]] = {
    "fault": "kiểm tra, khắc phục và trả lời",
    "abnormal": "kiểm tra, ngăn chặn, bảo đảm an toàn cho hộp thư và trả lời",
    "suspicious": "kiểm tra, ngăn chặn và hướng dẫn xử lý",
    "attachment": "hướng dẫn, khắc phục và trả lời",
    "leak": "hướng dẫn xử lý để hộp thư không bị người khác lợi dụng",
    "secret": "kịp thời gỡ bỏ khỏi hệ thống và thông báo kết quả",
}
_FACT: Final = "phát hiện tài liệu có nội dung thuộc danh mục bí mật nhà nước trong hộp thư"
_NOTHING_MORE: Final = (
    "Văn bản này không nêu nội dung của tài liệu. Tài liệu không được chuyển tiếp, sao chép, gửi kèm; thông tin thêm trao đổi trực tiếp "
    "với người có trách nhiệm theo quy định của pháp luật về bảo vệ bí mật nhà nước"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """An incident as its papers tell it."""

    kind: IncidentKind
    unit: str
    operator: str
    basis: str = ""
    """The regulation in full; empty where it names nobody to tell."""
    ground: str = ""
    """The articles it is reported by, as a later citation."""
    address: str = ""
    on: date
    at: str = ""
    found_by: str
    content: str = ""
    """Never of a state secret."""
    told: tuple[str, ...] = ()
    """Who was told already, each in words."""


def subject(reported: Reported) -> str:
    """Word the subject of the letter, behind `V/v`."""
    return _SUBJECTS[reported.kind]


def mail_subject(reported: Reported) -> str:
    """Word the subject of the e-mail, which names the reporting unit too."""
    return f"{reported.unit}: {subject(reported)}"


def letter_body(reported: Reported, *, contact: str = "") -> tuple[str, ...]:
    """Word the body of the letter, paragraph by paragraph."""
    return _joined(*_told(reported), contact_paragraph(contact), _request(reported))


def mail_body(reported: Reported, *, file_names: Sequence[str] = (), contact: str = "") -> str:
    """Word the e-mail from the unit's mailbox."""
    parts = _joined(
        f"Kính gửi: {reported.operator}",
        *_told(reported),
        _request(reported),
        "\n".join(("Tệp gửi kèm thư này:", *(f"- {name}" for name in file_names))) if file_names else "",
        contact_paragraph(contact),
        f"Trân trọng,\n{reported.unit}",
    )
    return "\n\n".join(parts) + "\n"


def hour_words(at: str) -> str:
    """Write an hour: `08 giờ 30 phút`."""
    hour, _, minute = at.partition(":")
    return f"{hour} giờ {minute} phút" if minute else ""


def _told(reported: Reported) -> tuple[str, ...]:
    basis = reported.basis.strip(CLOSING_MARKS)
    opening = f"{reported.unit} thông báo {reported.operator} sự việc sau đây:"
    happened = _FACT if reported.kind == "secret" else "; ".join(reported.content.splitlines()).strip(CLOSING_MARKS)
    when = " ".join(filter(None, (hour_words(reported.at), paper_date(reported.on))))
    points = _joined(
        f"Sự việc: {happened}",
        f"Hộp thư liên quan: {reported.address}" if reported.address else "",
        f"Thời điểm phát hiện: {when}; người phát hiện: {reported.found_by}",
        f"Đã báo: {'; '.join(reported.told)}" if reported.told else "",
        _NOTHING_MORE if reported.kind == "secret" else "",
    )
    numbered = (f"{place}. {point}." for place, point in enumerate(points, start=1))
    return (f"Thực hiện {basis}, {opening}" if basis else opening, *numbered)


def _request(reported: Reported) -> str:
    ground = f" theo quy định tại {reported.ground}" if reported.ground else ""
    return f"{reported.unit} đề nghị {reported.operator} {_ASKS[reported.kind]}{ground}."


def _joined(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
