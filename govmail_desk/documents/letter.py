"""The letter to the operator (công văn, NĐ 30/2020 Mẫu 1.5), a section's proposal and its slip for one person, filled into their forms.

All take one content; the form decides the layout. Here are the fields a letter's form may use. Not here: the wording
(`domain.letterhead`, `domain.letter_text`), breaks and rules in its columns (`documents.letter_column`), sizes and styles,
which are the form's (`packaging/forms` draws the shipped ones).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from govmail_desk.documents.form import read_form
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.letter_column import LEFT_MM, TEXT_MM, margin_beside, rule_under
from govmail_desk.domain import letterhead
from govmail_desk.domain.letterhead import Signature
from govmail_desk.domain.paper_date import draft_date, paper_date, place_and_date

HEADING_PT: Final = 12
TITLE_PT: Final = 14

FIELDS: Final = FormFields(
    texts=frozenset({
        *("co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu_cong_van", "trich_yeu"),
        *("kinh_gui", "doan_cuoi", "ho_ten", "dong_lien_he"),
    }),
    lists={name: frozenset[str]() for name in ("noi_gui", "can_cu", "noi_dung", "quyen_han", "noi_nhan")}
    | {"thong_tin": frozenset({"muc", "gia_tri"})},
    drawn=frozenset({"gach_co_quan", "gach_trich_yeu"}),
    margins={name: f"le_{name}" for name in ("co_quan_chu_quan", "co_quan", "trich_yeu_cong_van")},
    required=frozenset({"co_quan", "noi_dung", "doan_cuoi", "quyen_han", "ho_ten"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """What one letter says, as plain text; sizes and places are the form's."""

    parent_body: str = ""
    """The body above (cơ quan chủ quản); empty for a UBND and others that have none."""
    body: str
    """The issuing body; a line break in it is kept."""
    place: str
    on: date | None = None
    """The day it is signed; None on a draft."""
    drafted_on: date | None = None
    """Gives a draft its month and year; None leaves them blank too."""
    symbol: str
    number: str = ""
    subject: str
    """`đề nghị cấp mới hộp thư điện tử công vụ`."""
    addressees: tuple[str, ...]
    bases: tuple[str, ...] = ()
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    """What a slip tells of its one mailbox, each behind its name: `("Họ và tên", "Lê Thị Mỹ Hạnh")`."""
    signature: Signature
    other_recipients: tuple[str, ...] = ()
    """Who else gets it, between `Như trên` and `Lưu`."""
    filing: str = ""
    drafter_code: str = ""
    copies_count: int | None = None
    foot_line: str = ""
    """Address, e-mail and telephone at the foot of the first page (ô 13), where the unit wants them."""


def made_letter(form: bytes, content: LetterContent, *, form_name: str = "cong-van.docx") -> bytes:
    """Return the .docx of a letter, proposal or slip. Raises `RuleBroken` where the form cannot be filled."""
    facts = tuple({"muc": name, "gia_tri": value} for name, value in content.facts)
    return read_form(form, name=form_name, fields=FIELDS).filled({**printed_values(content), "thong_tin": facts})


def printed_values(content: LetterContent) -> dict[str, str | tuple[str, ...]]:
    """Return the text of every field a letter's form may use; the facts of a slip are no text."""
    return {**_header(content), **_addressed(content), **_body(content), **_foot(content)}


def _header(content: LetterContent) -> dict[str, str]:
    parent, body = letterhead.abbreviated(content.parent_body).upper(), content.body.upper()
    subject = letterhead.subject_line(content.subject)
    on = paper_date(content.on) if content.on else draft_date(content.drafted_on)
    return {
        "co_quan_chu_quan": parent,
        "co_quan": body,
        "so_ky_hieu": letterhead.number_line(content.symbol, content.number),
        "trich_yeu_cong_van": subject,
        "dia_danh_ngay": place_and_date(content.place, on),
        "gach_co_quan": rule_under(body, column_mm=LEFT_MM, size_pt=HEADING_PT),
        "le_co_quan_chu_quan": margin_beside(parent, column_mm=LEFT_MM, size_pt=HEADING_PT),
        "le_co_quan": margin_beside(body, column_mm=LEFT_MM, size_pt=HEADING_PT, is_bold=True),
        "le_trich_yeu_cong_van": margin_beside(subject, column_mm=LEFT_MM, size_pt=HEADING_PT),
    }


def _addressed(content: LetterContent) -> dict[str, str | tuple[str, ...]]:
    """One addressee stands on the line of `Kính gửi`, several on a line each below it (NĐ 30/2020, PL I, II.9d)."""
    several = len(content.addressees) > 1
    return {
        "kinh_gui": "" if several else "".join(content.addressees),
        "noi_gui": letterhead.addressee_lines(content.addressees) if several else (),
    }


def _body(content: LetterContent) -> dict[str, str | tuple[str, ...]]:
    """The last paragraph is a field of its own: its form keeps it on the page of the signature."""
    about = letterhead.titled_subject(content.subject)
    *paragraphs, last = letterhead.ended(content.paragraphs) or ("./.",)
    return {
        "trich_yeu": about,
        "gach_trich_yeu": rule_under(about, column_mm=TEXT_MM, size_pt=TITLE_PT),
        "can_cu": letterhead.base_lines(content.bases),
        "noi_dung": tuple(paragraphs),
        "doan_cuoi": last,
    }


def _foot(content: LetterContent) -> dict[str, str | tuple[str, ...]]:
    recipients = letterhead.recipient_lines(
        content.other_recipients,
        filing=content.filing,
        drafter_code=content.drafter_code,
        copies_count=content.copies_count,
    )
    return {
        "quyen_han": content.signature.lines,
        "ho_ten": content.signature.name,
        "noi_nhan": recipients,
        "dong_lien_he": content.foot_line,
    }
