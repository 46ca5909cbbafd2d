"""What goes along with a package, and what a late unit is told: the e-mail of each, and the body of the letter (công văn đôn đốc).

The fixed parts of a letter are `domain.letterhead`; making files of these words is `operations.package_export` and
`operations.office_chases`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.letter_text import contact_paragraph
from govmail_desk.domain.paper_date import paper_date


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPackage:
    """A package as the mail that carries it tells of it."""

    unit: str
    to: str
    period: str
    """In words, `quý IV năm 2026`; empty for a whole register."""
    as_of_on: date
    mailbox_count: int
    file_name: str
    mark: str

    @property
    def what(self) -> str:
        """What it holds, in words."""
        return f"số liệu hộp thư điện tử công vụ {self.period}" if self.period else "sổ hộp thư điện tử công vụ"


def package_subject(sent: SentPackage) -> str:
    """Word the subject of the mail that carries a package."""
    return f"{sent.unit}: {sent.what}, chốt đến ngày {sent.as_of_on:%d/%m/%Y}"


def package_body(sent: SentPackage, *, contact: str = "") -> str:
    """Word the mail that carries a package, with the mark that the other desk will show."""
    parts = (
        f"Kính gửi: {sent.to}" if sent.to else "Kính gửi: đầu mối công nghệ thông tin",
        f"{sent.unit} gửi {sent.what}, chốt đến hết {paper_date(sent.as_of_on)}, gồm {sent.mailbox_count} hộp thư, "
        f"trong tệp {sent.file_name} kèm theo thư này.",
        f"Dấu của gói: {sent.mark}",
        "Khi nhận gói vào GovMail Desk, chương trình hiện lại dấu này. Dấu khác đi thì gói không phải gói đơn vị đã lập: "
        "xin đừng nhận và báo lại cho đơn vị.",
        contact_paragraph(contact),
        f"Trân trọng,\n{sent.unit}",
    )
    return "\n\n".join(part for part in parts if part) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTurn:
    """A letter that chased the same unit for the same period before."""

    turn: int
    on: date
    """The day on the letter once it was signed, else the day it was made."""
    number: str = ""
    """With its symbol, as later letters quote it; empty while it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Everything a letter to a late unit says."""

    turn: int
    on: date
    unit: str
    """Who asks."""
    office: str
    """Who is late."""
    period: str
    """In words: `quý IV năm 2026`."""
    due_on: date
    asked_by: str = ""
    """The letter that set the day, where one did: `Công văn số 12/VP`."""
    cite: str | None = None
    """The article that sets the day, where one does."""
    basis: str = ""
    """The regulation in full, as a first citation names it."""
    address: str
    """Where the package is to be sent."""
    earlier: tuple[EarlierTurn, ...] = ()

    @property
    def days_late(self) -> int:
        """How many days have gone by since."""
        return (self.on - self.due_on).days


def late_subject(late: Late) -> str:
    """Word the subject, behind `V/v`."""
    return f"đề nghị gửi số liệu hộp thư điện tử công vụ {late.period} (lần thứ {late.turn})"


def late_mail_subject(late: Late) -> str:
    """Word the subject of its e-mail, which names the asking unit too."""
    return f"{late.unit}: {late_subject(late)}"


def late_letter(late: Late, *, contact: str = "") -> tuple[str, ...]:
    """Word the body of the letter, paragraph by paragraph."""
    return _joined(*_told(late), contact_paragraph(contact), _closing(late))


def late_mail(late: Late, *, file_names: Sequence[str], contact: str = "") -> str:
    """Word the e-mail that carries the letter."""
    parts = _joined(
        f"Kính gửi: {late.office}",
        *_told(late),
        _closing(late),
        "\n".join(("Tệp gửi kèm thư này:", *(f"- {name}" for name in file_names))),
        contact_paragraph(contact),
        f"Trân trọng,\n{late.unit}",
    )
    return "\n\n".join(parts) + "\n"


def _told(late: Late) -> tuple[str, ...]:
    return _joined(_due(late), _earlier(late), _missing(late), _how(late))


def _due(late: Late) -> str:
    what = f"gửi số liệu hộp thư điện tử công vụ {late.period}"
    if late.asked_by:
        return f"Theo {late.asked_by}, các đơn vị {what} chậm nhất {paper_date(late.due_on)}."
    if late.cite and late.basis:
        return (
            f"Theo quy định tại {written_out(late.cite)} {later_citation(late.basis)}, các đơn vị {what} chậm nhất "
            f"{paper_date(late.due_on)}."
        )
    return f"Hạn để các đơn vị {what} là {paper_date(late.due_on)}."


def _earlier(late: Late) -> str:
    if not late.earlier:
        return ""
    told = "; ".join(
        f"lần thứ {one.turn}{f' tại Công văn số {one.number}' if one.number else ''} {paper_date(one.on)}"
        for one in late.earlier
    )
    return f"{late.unit} đã có công văn đề nghị {told}."


def _missing(late: Late) -> str:
    gone = f", đã quá hạn {late.days_late:02d} ngày" if late.days_late > 0 else ""
    return f"Đến {paper_date(late.on)}, {late.unit} chưa nhận được số liệu của {late.office}{gone}."


def _how(late: Late) -> str:
    return (
        f"Số liệu gửi về hộp thư {late.address}: gói dữ liệu do GovMail Desk của đơn vị xuất ra, hoặc báo cáo bằng văn bản "
        "nếu đơn vị chưa dùng chương trình."
    )


def _closing(late: Late) -> str:
    return f"{late.unit} đề nghị {late.office} gửi số liệu trước khi báo cáo tổng hợp được lập."


def _joined(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
