"""The last sheet of a report's workbook: of a merged one it tells each unit's own days, and who sent nothing."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from govmail_desk.domain.report import ReportPaper
from govmail_desk.operations.offices import add_office
from govmail_desk.operations.packages import plan_packages, take_in_packages
from govmail_desk.operations.report_papers import make_papers, paper_bytes
from govmail_desk.operations.report_plan import plan_report
from govmail_desk.operations.reports import draft_report
from tests.packages import box, contents, office_desk, written
from tests.request_lives import one


@pytest.fixture
def desk(tmp_path):
    with office_desk(tmp_path) as desk:
        yield desk


def test_each_unit_is_told_with_the_days_its_package_tells_of(desk, tmp_path):
    package = contents([box("hanhltm")], period="2026-Q4", as_of_on=date(2026, 12, 4))
    take_in_packages(desk, plan_packages(desk, [written(tmp_path, package)]))
    add_office(desk, name="Phòng Y tế")
    (report_id,) = draft_report(desk, plan_report(desk, period="2026-Q4", scope="merged")).ids["report"]
    make_papers(desk, report_id=report_id)
    paper = one(desk, ReportPaper, role="workbook")
    with desk.reading() as connection:
        content = paper_bytes(connection, paper.sha256)
    page = openpyxl.load_workbook(BytesIO(content))["Ghi chú"]
    told = [row[1] for row in page.iter_rows(min_row=5, values_only=True) if row[0] == "Số liệu của đơn vị"]
    assert told == ["Ủy ban nhân dân Phường 1: từ sau ngày 30/09/2026 đến hết ngày 04/12/2026"]
    assert [row[1] for row in page.iter_rows(values_only=True) if row[0] == "Chưa gửi số liệu"] == ["Phòng Y tế"]
