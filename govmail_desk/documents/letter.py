"""The letter to the operator (công văn, NĐ 30/2020 Mẫu 1.5) and a section's proposal, filled into their forms.

Both take one content; the form decides the layout. Here are the fields a letter's form may use, line breaks that suit the
columns, and rules drawn to the length of their text. Not here: the wording (`domain.letterhead`, `domain.letter_text`),
sizes and styles, which are the form's (`packaging/forms` draws the shipped ones).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from govmail_desk.documents.form import read_form
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.print_width import balanced_lines, text_width_mm
from govmail_desk.domain import letterhead
from govmail_desk.domain.letterhead import Signature
from govmail_desk.domain.paper_date import draft_date, paper_date, place_and_date

LEFT_MM: Final = 67
RIGHT_MM: Final = 98
TEXT_MM: Final = LEFT_MM + RIGHT_MM
"""The header's two columns, together the width between the margins; the decree's own sample has 67.9 and 95.3 mm."""

COLUMN_AIR_MM: Final = 5
"""Left free beside a broken line, so that a printer's slightly wider letters do not break it again."""

RULE_SHARE: Final = 0.42
"""A rule is from a third to a half of the text above it (NĐ 30/2020, PL I, II.2b, II.5b)."""

HEADING_PT: Final = 12
TITLE_PT: Final = 14
TWIPS_PER_MM: Final = 1440 / 25.4
RULE_XML: Final = (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
    '<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)

FIELDS: Final = FormFields(
    texts=frozenset({
        *("co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu_cong_van", "trich_yeu"),
        *("kinh_gui", "doan_cuoi", "ho_ten", "dong_lien_he"),
    }),
    lists={name: frozenset() for name in ("noi_gui", "can_cu", "noi_dung", "quyen_han", "noi_nhan")},
    drawn=frozenset({"gach_co_quan", "gach_trich_yeu"}),
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
    signature: Signature
    other_recipients: tuple[str, ...] = ()
    """Who else gets it, between `Như trên` and `Lưu`."""
    filing: str = ""
    drafter_code: str = ""
    copies_count: int | None = None
    foot_line: str = ""
    """Address, e-mail and telephone at the foot of the first page (ô 13), where the unit wants them."""


def made_letter(form: bytes, content: LetterContent, *, form_name: str = "cong-van.docx") -> bytes:
    """Return the .docx of a letter or proposal. Raises `RuleBroken` where the form cannot be filled."""
    return read_form(form, name=form_name, fields=FIELDS).filled(printed_values(content))


def printed_values(content: LetterContent) -> dict[str, str | tuple[str, ...]]:
    """Return the text of every field a letter's form may use."""
    return {**_header(content), **_addressed(content), **_body(content), **_foot(content)}


def _header(content: LetterContent) -> dict[str, str]:
    body = _in_column(content.body.upper(), is_bold=True)
    return {
        "co_quan_chu_quan": "\n".join(_in_column(content.parent_body.upper())),
        "co_quan": "\n".join(body),
        "gach_co_quan": _rule_under(body, size_pt=HEADING_PT, column_mm=LEFT_MM),
        "so_ky_hieu": letterhead.number_line(content.symbol, content.number),
        "dia_danh_ngay": place_and_date(
            content.place, paper_date(content.on) if content.on else draft_date(content.drafted_on)
        ),
        "trich_yeu_cong_van": "\n".join(_in_column(letterhead.subject_line(content.subject))),
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
        "gach_trich_yeu": _rule_under((about,), size_pt=TITLE_PT, column_mm=TEXT_MM),
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


def _in_column(text: str, *, is_bold: bool = False) -> tuple[str, ...]:
    return balanced_lines(text, width_mm=LEFT_MM - COLUMN_AIR_MM, size_pt=HEADING_PT, is_bold=is_bold)


def _rule_under(lines: Sequence[str], *, size_pt: float, column_mm: float) -> Markup:
    """Draw a rule under bold text, centred in its column: the border of an empty paragraph, indented on both sides."""
    widest = max((text_width_mm(line, size_pt=size_pt, is_bold=True) for line in lines), default=0)
    return rule(RULE_SHARE * min(widest, column_mm), column_mm=column_mm)


def rule(length_mm: float, *, column_mm: float) -> Markup:
    """Return the XML of a paragraph that is nothing but a solid rule of this length in the middle of a column."""
    indent = round((column_mm - length_mm) / 2 * TWIPS_PER_MM)
    return Markup(RULE_XML.format(indent=indent))  # noqa: S704  (one whole number of ours goes in)
