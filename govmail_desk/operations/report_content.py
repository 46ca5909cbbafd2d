"""What a report's papers are made of: the frozen figures of its row, the unit's letterhead and signer, the articles that ask for it.

Nothing is counted here. Wording is `domain.report_text`, making and keeping the papers `operations.report_papers`, counting
`operations.report_figures`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.report import ReportContent
from govmail_desk.domain import letterhead, report_text
from govmail_desk.domain.citation import later_citation, written_out
from govmail_desk.domain.regulation import REQUEST_BASIS, REQUEST_BASIS_SHORT
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_figures import Figures
from govmail_desk.domain.report_period import read_period
from govmail_desk.domain.report_tables import MOST_NAMES_ON_PAPER
from govmail_desk.domain.report_text import ADDRESSEE, ReportWords, Supplemented
from govmail_desk.domain.settings import Operator
from govmail_desk.operations.paper_settings import letterhead_of, recipients_of, signer_of
from govmail_desk.operations.report_dues import asking_rule
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Provision, ReportDuty
    from govmail_desk.domain.settings import Letterhead, Signer

THROUGH: Final = "qua "
"""How a regulation names the body a report passes through: `qua Sở Thông tin và Truyền thông`."""
_NOBODY: Final = "Đơn vị quản lý, vận hành hệ thống thư điện tử"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a report goes to, and who says so."""

    name: str
    source: Literal["chosen", "regulation", "operator"]
    cite: str | None = None


def addressee_of(desk: Desk, report: Report) -> Addressee:
    """Say whom it goes to: whom the clerk chose, else whom the article names, else the operator."""
    if chosen := report.remarks.get(ADDRESSEE, "").strip():
        return Addressee(chosen, "chosen")
    duty = asking_rule(desk, report)
    if duty is not None and duty.value.to:
        through = duty.value.through or ""
        passed = f" ({through})" if through.startswith(THROUGH) else ""
        return Addressee(f"{duty.value.to}{passed}", "regulation", duty.cite)
    operator = desk.valid(Operator, desk.today())
    return Addressee(operator.name if operator and operator.name else _NOBODY, "operator")


def report_content(desk: Desk, report: Report) -> ReportContent:
    """Put together what the letter of a report says, as its row has it. Raises `RuleBroken` where the letterhead is missing."""
    on = report.sent_on or desk.today()
    head = letterhead_of(desk, on)
    return ReportContent(letter=_letter(desk, report, head), words=_words(desk, report, head))


def _letter(desk: Desk, report: Report, head: Letterhead) -> LetterContent:
    on = report.sent_on or desk.today()
    return fixed_parts(
        head,
        signer_of(desk, on),
        LetterContent(
            body=head.body,
            place=head.place,
            on=report.sent_on,
            drafted_on=on,
            symbol=report_text.symbol(head.symbol),
            number=_bare_number(report.number),
            subject="",
            addressees=(addressee_of(desk, report).name,),
            bases=_bases(desk, report),
            paragraphs=(),
            signature=letterhead.Signature((), "", ""),
            other_recipients=recipients_of(desk, on),
        ),
    )


def fixed_parts(head: Letterhead, signer: Signer, letter: LetterContent) -> LetterContent:
    """Put head and foot of the unit's papers around what one letter says."""
    collective = letterhead.collective_name(head.body) if head.is_collective else ""
    return replace(
        letter,
        parent_body=head.parent_body,
        signature=letterhead.signature(signer, collective=collective),
        filing=head.filing,
        foot_line=head.foot_line,
    )


def _bare_number(number: str) -> str:
    """Give the number alone: the clerk may have typed its symbol after it."""
    return number.partition("/")[0].strip()


def _bases(desk: Desk, report: Report) -> tuple[str, ...]:
    basis = desk.regulation(report.cut_off_on).find(REQUEST_BASIS, report.cut_off_on)
    return (f"Căn cứ {basis.value}",) if basis else ()


def _words(desk: Desk, report: Report, head: Letterhead) -> ReportWords:
    duty, figures = asking_rule(desk, report), Figures.from_plain(report.figures)
    return ReportWords(
        body=head.body,
        period=read_period(report.period).words,
        about=duty.value.content if duty is not None else report_text.ABOUT,
        article=_article(desk, report, duty),
        asked_by=report.asked_by,
        asked_on=report.asked_on,
        figures=figures,
        usage=report.usage,
        remarks=report.remarks,
        supplements=_supplemented(desk, report, head),
        is_list_on_paper=len(figures.names) <= MOST_NAMES_ON_PAPER,
    )


def _article(desk: Desk, report: Report, duty: Provision[ReportDuty] | None) -> str:
    short = desk.regulation(report.cut_off_on).find(REQUEST_BASIS_SHORT, report.cut_off_on)
    if duty is None or not duty.cite or short is None:
        return ""
    return f"{written_out(duty.cite)} {later_citation(short.value)}"


def _supplemented(desk: Desk, report: Report, head: Letterhead) -> Supplemented | None:
    if report.supplements_id is None:
        return None
    with desk.reading() as connection:
        before = Transaction(connection).get(Report, report.supplements_id)
    number = letterhead.numbered(report_text.symbol(head.symbol), _bare_number(before.number)) if before.number else ""
    return Supplemented(number, before.sent_on, Figures.from_plain(before.figures))
