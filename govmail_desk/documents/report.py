"""The letter of a report (báo cáo, NĐ 30/2020 Mẫu 1.4) with its appendices, filled into its form, and the rows read back out of it.

Here are the fields a report's form may use. What it says is `domain.report_text`, its tables `domain.report_tables`; the workbook beside it
is `documents.report_workbook`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from govmail_desk.documents.form import Values, read_form
from govmail_desk.documents.form_check import BODY
from govmail_desk.documents.form_fields import FormFields
from govmail_desk.documents.letter import TITLE_PT, LetterContent, printed_values
from govmail_desk.documents.letter_column import TEXT_MM, rule_under
from govmail_desk.documents.package import WORD, parsed, unpacked
from govmail_desk.domain import letterhead, report_tables, report_text
from govmail_desk.domain.paper_date import draft_date, paper_date
from govmail_desk.domain.report_text import ReportWords

if TYPE_CHECKING:
    from govmail_desk.domain.report_figures import Figures

FORM: Final = "bao-cao.docx"
_BY_KIND: Final = frozenset({
    *("loai", "dau_ky", "tang", "giam", "cuoi_ky", "thay_doi", "cap_lai", "khoa", "mo_lai"),
})
_NAMES: Final = frozenset({"stt", "ngay", "viec", "dia_chi", "cua", "don_vi", "can_cu"})
FIELDS: Final = FormFields(
    texts=frozenset({
        *("co_quan_chu_quan", "co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu", "kinh_gui", "doan_cuoi", "ho_ten"),
        *("dong_lien_he", "phu_luc_mot", "ten_phu_luc_mot", "ten_phu_luc_hai", "kem_theo"),
    }),
    lists={
        **{
            name: frozenset[str]()
            for name in (
                *("noi_gui", "can_cu", "mo_dau", "tinh_hinh", "ket_qua", "theo_don_vi", "danh_gia"),
                *("quyen_han", "noi_nhan"),
            )
        },
        "tong_hop": _BY_KIND,
        "bang": frozenset({"stt", "don_vi", "loai", *report_tables.FIELDS.values()}),
        "danh_sach": _NAMES,
    },
    drawn=frozenset({"gach_co_quan", "gach_trich_yeu"}),
    margins={name: f"le_{name}" for name in ("co_quan_chu_quan", "co_quan")},
    required=frozenset({
        *("co_quan", "trich_yeu", "tinh_hinh", "ket_qua", "tong_hop", "bang", "danh_gia", "doan_cuoi"),
        *("quyen_han", "ho_ten", "kem_theo"),
    }),
)
FIRST_TITLE: Final = "BIẾN ĐỘNG HỘP THƯ THEO ĐƠN VỊ"
SECOND_TITLE: Final = "DANH SÁCH HỘP THƯ CÓ BIẾN ĐỘNG"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """What one report says: the fixed parts of a letter, and the report's own words and figures."""

    letter: LetterContent
    """Its subject and paragraphs are left empty: the report says them itself."""
    words: ReportWords


def made_report(form: bytes, content: ReportContent, *, form_name: str = FORM) -> bytes:
    """Return the .docx. Raises `RuleBroken` where the form cannot be filled."""
    return read_form(form, name=form_name, fields=FIELDS).filled(_values(content))


def tells_totals(docx: bytes, figures: Figures, *, name: str = FORM) -> bool:
    """Read a made report back and say whether the table in its text tells the figures by kind, all of them."""
    body = parsed(unpacked(docx, name=name)[BODY])
    told = [{_said(cell) for cell in row.iter(f"{WORD}tc")} for row in body.iter(f"{WORD}tr")]
    return all(any(set(row.values()) <= cells for cells in told) for row in report_tables.rows_by_kind(figures))


def told_rows(words: ReportWords) -> tuple[tuple[str, ...], ...]:
    """Give the rows of figures a report must tell, cell by cell: those by kind, then those by unit."""
    rows = (*report_tables.rows_by_kind(words.figures), *report_tables.rows_by_unit(words.figures))
    return tuple(tuple(row.values()) for row in rows)


def _said(cell: etree._Element) -> str:
    return " ".join("".join(text.text or "" for text in cell.iter(f"{WORD}t")).split())


def _values(content: ReportContent) -> Values:
    words, letter = content.words, content.letter
    fixed = printed_values(letter)
    subject = report_text.subject(words)
    (last,) = letterhead.ended([report_text.closing(words)])
    return {
        **{name: fixed[name] for name in (FIELDS.texts | FIELDS.lists.keys() | FIELDS.values) & fixed.keys()},
        "trich_yeu": subject,
        "gach_trich_yeu": rule_under(subject, column_mm=TEXT_MM, size_pt=TITLE_PT),
        "mo_dau": report_text.opening_words(words),
        "tinh_hinh": report_text.general(words),
        "ket_qua": report_text.results(words),
        "tong_hop": report_tables.rows_by_kind(words.figures),
        "theo_don_vi": report_text.by_unit(words),
        "danh_gia": report_text.assessment(words),
        "doan_cuoi": last,
        **_appendices(content),
    }


def _appendices(content: ReportContent) -> Values:
    words, letter = content.words, content.letter
    listed = report_tables.rows_of_names(words.figures.names) if words.is_list_on_paper else ()
    on = paper_date(letter.on) if letter.on else draft_date(letter.drafted_on)
    return {
        "phu_luc_mot": "Phụ lục I" if listed else "Phụ lục",
        "ten_phu_luc_mot": f"{FIRST_TITLE} {words.period.upper()}",
        "ten_phu_luc_hai": f"{SECOND_TITLE} {words.period.upper()}",
        "kem_theo": letterhead.attached_to(
            body=letter.body, date_words=on, symbol=letter.symbol, number=letter.number, paper="Báo cáo"
        ),
        "bang": report_tables.rows_by_unit(words.figures),
        "danh_sach": listed,
    }
