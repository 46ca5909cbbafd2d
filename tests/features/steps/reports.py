"""Reports: what was recorded of mailboxes before, what the papers of the newest report say, how reports chain."""

from __future__ import annotations

from io import BytesIO

import openpyxl
from pytest_bdd import given, parsers, then, when

from govmail_desk.documents.report_workbook import AGREES
from govmail_desk.domain.report import Report
from govmail_desk.domain.report_figures import Figures
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.report_papers import newest_papers, paper_bytes
from tests.features.office import Office
from tests.features.steps.register import day
from tests.request_lives import every


@given(parsers.parse("hộp thư của {whom} thu hồi ngày {on}"))
@when(parsers.parse("hộp thư của {whom} thu hồi ngày {on}"))
def was_closed(office: Office, whom: str, on: str) -> None:
    record_state(office.desk, mailbox_id=office.mailbox_of(whom).id, state="closed", on=day(on))


@when(parsers.parse("văn thư chọn báo cáo {period}"))
def choose_report(office: Office, period: str) -> None:
    office.hands.choose_row(period)


@then("báo cáo có ghi")
def letter_says(office: Office, datatable: list[list[str]]) -> None:
    text = " ".join(office.letter_of(_paper(office, "letter")).split())
    for (words,) in datatable:
        assert words in text, f"“{words}” is not in:\n{text}"


@then("bảng số liệu khớp đầu kỳ, tăng, giảm và cuối kỳ ở mọi dòng")
def workbook_agrees(office: Office) -> None:
    book = openpyxl.load_workbook(BytesIO(_paper(office, "workbook")))
    rows = [row for name in ("Biến động", "Theo đơn vị") for row in book[name].iter_rows(min_row=5, values_only=True)]
    assert rows
    assert {row[-1] for row in rows} == {AGREES}


@then("đầu kỳ của báo cáo mới bằng cuối kỳ của báo cáo trước")
def chains(office: Office) -> None:
    before, after = (Figures.from_plain(report.figures) for report in every(office.desk, Report))
    assert after.opening_on == before.cut_off_on
    assert after.total().opening == before.total().closing


def _paper(office: Office, role: str) -> bytes:
    newest = every(office.desk, Report)[-1]
    kept = next(paper for paper in newest_papers(office.desk, newest.id) if paper.role == role)
    with office.desk.reading() as connection:
        return paper_bytes(connection, kept.sha256)
