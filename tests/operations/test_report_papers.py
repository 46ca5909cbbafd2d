"""The papers of a report: made from its frozen figures, edition by edition, and clean before they are signed."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.report import Report, ReportPaper
from govmail_desk.operations import journals
from govmail_desk.operations.report_content import addressee_of
from govmail_desk.operations.report_papers import (
    make_papers,
    newest_papers,
    paper_bytes,
    planned_papers,
    report_of,
    review_report,
)
from govmail_desk.operations.settings import set_operator
from govmail_desk.store.transaction import Transaction
from tests.desks import UNITS, asks_the_operator_of_today, founded
from tests.report_rows import PERIODS, drafted, figures, names, report_row


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path, "quan4-03-2013") as opened:
        yield opened


def said(desk, report_id) -> str:
    letter = newest_papers(desk, report_id)[0]
    with desk.reading() as connection:
        content = paper_bytes(connection, letter.sha256)
    return "\n".join(line.text for line in plain_lines(letter.name, content))


def edit(desk, report_id, **about) -> None:
    with desk.transaction("edit", "Sửa báo cáo để thử") as act:
        act.transaction.put(replace(act.transaction.get(Report, report_id), **about))


def test_letter_and_workbook_are_made_and_kept_byte_for_byte(desk) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    letter, workbook = newest_papers(desk, made)
    assert (letter.name, workbook.name) == ("bao-cao-2026-Q4.docx", "bang-so-lieu-2026-Q4.xlsx")
    with desk.reading() as connection:
        for paper in (letter, workbook):
            content = paper_bytes(connection, paper.sha256)
            assert (len(content), hashlib.sha256(content).hexdigest()) == (paper.byte_count, paper.sha256)


def test_the_letter_says_who_asks_and_which_days(desk) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    text = said(desk, made)
    assert "Kính gửi: Văn phòng Ủy ban nhân dân Quận 4" in text
    assert "khoản 2 Điều 14" in text
    assert "Số liệu chốt đến ngày 05 tháng 12 năm 2026" in text
    assert "Thực hiện khoản 2 Điều 14" in text


@pytest.mark.parametrize("regulation_id", UNITS)
def test_the_letter_of_each_regulation_is_clean_before_it_is_signed(tmp_path, regulation_id) -> None:
    with founded(tmp_path, regulation_id) as desk:
        asks_the_operator_of_today(desk)
        usage = {} if regulation_id == "soctrang-59-2024" else {"mailbox_count": 40, "activated_count": 35}
        made = drafted(desk, regulation_id, usage=usage, remarks={"assessment": "Hộp thư được dùng hằng ngày."})
        make_papers(desk, report_id=made)
        found = review_report(desk, report_id=made)
        assert [one.sentence for one in found if "đã kết thúc" not in one.sentence] == []


@pytest.mark.parametrize("regulation_id", UNITS)
def test_the_one_written_to_is_the_regulations_and_else_the_operator(tmp_path, regulation_id) -> None:
    with founded(tmp_path, regulation_id) as desk:
        asks_the_operator_of_today(desk)
        to = addressee_of(desk, report_row(regulation_id))
        names_one = regulation_id in {"quan4-03-2013", "ninhbinh-2020", "soctrang-59-2024"}
        assert to.source == ("regulation" if names_one else "operator")
        assert names_one or to.name == "Sở Khoa học và Công nghệ"


def test_the_clerks_choice_goes_before_the_regulations(desk) -> None:
    to = addressee_of(desk, report_row(remarks={"addressee": "Phòng Văn hóa - Xã hội"}))
    assert (to.name, to.source) == ("Phòng Văn hóa - Xã hội", "chosen")


def test_the_same_papers_are_not_made_twice(desk) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    with pytest.raises(RuleBroken, match="giống hệt"):
        make_papers(desk, report_id=made)


def test_after_other_remarks_only_the_letter_has_another_edition(desk) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    edit(desk, made, remarks={"proposal": "Đề nghị tập huấn"})
    make_papers(desk, report_id=made)
    assert [(paper.role, paper.edition) for paper in newest_papers(desk, made)] == [("letter", 2), ("workbook", 1)]
    assert "Kiến nghị: Đề nghị tập huấn" in said(desk, made)


def test_making_them_can_be_taken_back(desk) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    journals.take_back(desk, journals.plan_take_back(desk))
    with desk.reading() as connection:
        assert Transaction(connection).find(ReportPaper, report_id=made) == []
    assert journals.verify(desk) == []


@pytest.mark.parametrize("state", ["sent", "cancelled"])
def test_papers_of_a_report_that_is_no_draft_are_fixed(desk, state) -> None:
    made = drafted(desk, state=state)
    with pytest.raises(RuleBroken, match="báo cáo bổ sung"):
        make_papers(desk, report_id=made)


def test_a_supplement_names_what_it_supplements_and_tells_the_difference(desk) -> None:
    before = drafted(desk, state="sent", number="07/BC-UBND", sent_on=figures().cut_off_on)
    line = replace(figures().lines[-1], created=6, closing=25)
    later = figures(lines=(*figures().lines[:-1], line), names=names(6))
    made = drafted(desk, counted=later, supplements_id=before)
    make_papers(desk, report_id=made)
    text = said(desk, made)
    assert "Bổ sung Báo cáo số 07/BC-" in text
    assert "cấp mới 5 nay là 6" in text
    assert newest_papers(desk, made)[0].name == "bao-cao-2026-Q4-bo-sung.docx"


def test_a_figure_changed_in_the_letter_is_found(desk, tmp_path) -> None:
    made = drafted(desk)
    make_papers(desk, report_id=made)
    edit(desk, made, figures=figures(lines=(replace(figures().lines[0], opening=3, closing=3),)).to_plain())
    found = review_report(desk, report_id=made)
    assert [one.where for one in found if one.severity == "wrong"][:1] == ["Bảng số liệu"]


def test_a_long_list_of_names_stands_in_the_workbook_alone(desk) -> None:
    many = figures(names=names(401))
    report = report_of(desk, drafted(desk, counted=many))
    letter, workbook = planned_papers(desk, report)
    text = "\n".join(line.text for line in plain_lines(letter.name, letter.content))
    assert "401 trường hợp ở Bảng số liệu" in text
    assert "Phụ lục II" not in text
    assert len(workbook.content) > 0


def test_an_asking_letter_is_cited(tmp_path) -> None:
    with founded(tmp_path, "khanhhoa-dagt-2021") as desk:
        set_operator(desk, name="Trung tâm Chuyển đổi số", address="", from_on=desk.today())
        made = drafted(desk, "khanhhoa-dagt-2021", asked_by="Công văn số 15/SKHCN-CĐS của Sở Khoa học và Công nghệ")
        make_papers(desk, report_id=made)
        text = said(desk, made)
        assert "Thực hiện Công văn số 15/SKHCN-CĐS của Sở Khoa học và Công nghệ" in text
        assert "Kính gửi: Trung tâm Chuyển đổi số" in text


def test_every_period_is_one_a_report_can_be_about() -> None:
    assert all(report_row(regulation_id).period == period for regulation_id, (period, _) in PERIODS.items())
