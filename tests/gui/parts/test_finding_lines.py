"""Findings as lines and as text."""

from __future__ import annotations

import pytest

from govmail_desk.domain.layout import Finding
from govmail_desk.gui.parts.finding_lines import PaperFindings, findings_as_text, paper_name
from govmail_desk.operations.paper_review import Reviewed
from tests.gui.named_controls import unnamed_controls

MARGIN = Finding("Lề trái", "Lề trái đang là 10 mm.", "NĐ 30/2020, PL I, I.3", "wrong", None, "Chừa lề để đóng tập.")
COUNT = Finding("Số lượng", "Nội dung chưa ghi số lượng.", "", "look", 7)


def reviewed(*findings, role="letter", is_copy=False):
    return Reviewed(file_id=3, role=role, name="cong-van.docx", edition=2, is_copy=is_copy, findings=findings)


@pytest.fixture
def shown(qtbot):
    def show(paper, most=40):
        asked = []
        part = PaperFindings(paper, lambda: asked.append(paper.file_id), most=most)
        qtbot.addWidget(part)
        part.asked = asked
        return part

    return show


def test_a_finding_says_how_grave_it_is_where_and_by_which_article(shown):
    part = shown(reviewed(MARGIN, COUNT))
    assert [line.accessibleName() for line in part.lines] == [
        "Phải sửa, Lề trái: Lề trái đang là 10 mm.",
        "Cần xem, Số lượng: Nội dung chưa ghi số lượng.",
    ]
    assert part.lines[0].why_button.why.sentence == "Chừa lề để đóng tập."
    assert part.lines[1].why_button is None
    assert unnamed_controls(part) == []


def test_no_more_lines_than_a_person_reads_and_the_rest_is_counted(shown):
    part = shown(reviewed(*[COUNT] * 12), most=5)
    assert len(part.lines) == 5
    assert any("Còn 7 điểm nữa" in label.text() for label in part.findChildren(type(part.lines[0].sentence)))


def test_the_paper_is_opened_from_its_heading(shown):
    part = shown(reviewed(MARGIN))
    part.opening.click()
    assert part.asked == [3]


def test_a_paper_is_named_by_what_was_read():
    assert paper_name(reviewed()) == "Công văn, bản 2"
    assert paper_name(reviewed(is_copy=True)) == "Công văn, bản đang sửa trong Word"
    assert paper_name(reviewed(role="slip")) == "Phiếu yêu cầu cong-van.docx, bản 2"


def test_everything_stands_in_the_text_that_is_copied():
    assert findings_as_text([reviewed(MARGIN, COUNT), reviewed()]).splitlines() == [
        "Công văn, bản 2 (cong-van.docx)",
        "- Phải sửa: Lề trái. Lề trái đang là 10 mm. (NĐ 30/2020, PL I, I.3)",
        "- Cần xem: Số lượng. Nội dung chưa ghi số lượng.",
        "Công văn, bản 2 (cong-van.docx)",
        "- Không có điểm nào.",
    ]
