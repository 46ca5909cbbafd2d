"""What a form of a report is filled with to be looked at, and a form of the unit's own held to it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest

from govmail_desk import paths
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.documents.report import made_report, tells_totals
from govmail_desk.documents.sample_report import sample_report
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Letterhead, Signer
from govmail_desk.operations.own_forms import plan_form, sample_paper, take_in_form
from tests.desks import founded
from tests.documents.edited_forms import edited_letter

PLACE = "chung/bao-cao.docx"
HEAD = Letterhead(from_on=date(2026, 1, 1), parent_body="", body="Sở Nội vụ", place="Ninh Bình", symbol="SNV")


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so") as opened:
        yield opened


def without_column(heading: str) -> bytes:
    """Return the shipped form without one column of the table in its text."""
    page = docx.Document(str(paths.forms() / PLACE))
    table = next(table for table in page.tables if heading in [cell.text for cell in table.rows[0].cells])
    place = [cell.text for cell in table.rows[0].cells].index(heading)
    for row in table.rows:
        row._tr.remove(row._tr.tc_lst[place])
    saved = BytesIO()
    page.save(saved)
    return saved.getvalue()


def test_it_tells_invented_people_and_nothing_it_does_not_know() -> None:
    said = sample_report(
        HEAD, operator="Sở Khoa học và Công nghệ", signer=Signer(full_name="A", post="Giám đốc"), on=date(2026, 12, 5)
    )
    made = made_report((paths.forms() / PLACE).read_bytes(), said)
    text = "\n".join(line.text for line in plain_lines("bao-cao.docx", made))
    assert "Nguyễn Văn Thành" in text
    assert "chưa có số liệu" in text
    assert tells_totals(made, said.words.figures)


def test_the_form_in_use_is_shown_with_it(desk) -> None:
    words = "\n".join(line.text for line in sample_paper(desk, place=PLACE).lines)
    assert "I. TÌNH HÌNH CHUNG" in words
    assert "quý IV năm 2026" in words


def test_a_form_of_the_units_own_is_taken_in_and_used(desk, tmp_path) -> None:
    file = tmp_path / "Báo cáo của sở.docx"
    file.write_bytes(edited_letter("Câu của riêng sở", file=PLACE))
    plan = plan_form(desk, place=PLACE, file=file)
    assert plan.problems == ()
    take_in_form(desk, plan)
    assert any("Câu của riêng sở" in line.text for line in sample_paper(desk, place=PLACE).lines)


def test_a_form_that_leaves_figures_out_is_refused(desk, tmp_path) -> None:
    file = tmp_path / "Thiếu cột.docx"
    file.write_bytes(without_column("Giảm"))
    plan = plan_form(desk, place=PLACE, file=file)
    assert ["tong_hop" in problem for problem in plan.problems] == [True]
    with pytest.raises(RuleBroken):
        take_in_form(desk, plan)


def test_a_form_without_its_tables_is_refused_by_name(desk, tmp_path) -> None:
    file = tmp_path / "Công văn.docx"
    file.write_bytes((paths.forms() / "chung/cong-van.docx").read_bytes())
    plan = plan_form(desk, place=PLACE, file=file)
    assert any("«tong_hop»" in problem for problem in plan.problems)
