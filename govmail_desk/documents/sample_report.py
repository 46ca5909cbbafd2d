"""What a form of a report is filled with to be looked at: invented figures under the unit's own head.

Other papers are `documents.sample_paper`.
"""

from __future__ import annotations

from datetime import date

from govmail_desk.documents.letter import LetterContent
from govmail_desk.documents.report import ReportContent
from govmail_desk.documents.sample_paper import ROWS
from govmail_desk.domain import letterhead, report_text
from govmail_desk.domain.report_figures import ChangeLine, Figures, NameLine
from govmail_desk.domain.report_period import period_of
from govmail_desk.domain.report_text import ReportWords
from govmail_desk.domain.settings import Letterhead, Signer


def sample_report(head: Letterhead, *, operator: str, signer: Signer, on: date) -> ReportContent:
    """Return a report on a few invented mailboxes, its figures of use not known."""
    collective = letterhead.collective_name(head.body) if head.is_collective else ""
    return ReportContent(
        letter=LetterContent(
            parent_body=head.parent_body,
            body=head.body,
            place=head.place,
            drafted_on=on,
            symbol=report_text.symbol(head.symbol),
            subject="",
            addressees=(operator,),
            bases=("Căn cứ quy chế quản lý, sử dụng hộp thư điện tử công vụ",),
            paragraphs=(),
            signature=letterhead.signature(signer, collective=collective),
            filing=head.filing,
            foot_line=head.foot_line,
        ),
        words=ReportWords(body=head.body, period=period_of("quarter", on).words, figures=_figures(on)),
    )


def _figures(on: date) -> Figures:
    names = tuple(
        NameLine(
            what="created",
            on_date=on,
            unit_id=1,
            unit=ROWS[0]["phong_ban"],
            kind="personal",
            address=row["dia_chi"],
            holder=row["ho_ten"],
            post=row["chuc_vu"],
        )
        for row in ROWS
    )
    lines = (
        ChangeLine(unit_id=1, unit=ROWS[0]["phong_ban"], kind="unit", opening=1, closing=1),
        ChangeLine(
            unit_id=1, unit=ROWS[0]["phong_ban"], kind="personal", opening=9, created=len(ROWS), closed=1, closing=10
        ),
    )
    eve_on = period_of("quarter", on).eve_on
    return Figures(opening_on=eve_on, cut_off_on=on, lines=lines, names=names, people_count=len(names))
