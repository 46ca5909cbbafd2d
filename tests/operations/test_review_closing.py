"""The end of a review: what is open is told, the file of it kept, what was due settled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken, SecretTold
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.domain.review import Review, ReviewPaper
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.requests import draft_request, plan_about
from govmail_desk.operations.review_answers import decide_rows, plan_answer, take_in_answer
from govmail_desk.operations.review_closing import close_review, copy_review_paper, keep_evidence, plan_closing
from govmail_desk.operations.review_reminders import plan_reminders, remind
from govmail_desk.operations.review_requests import link_requests, open_decisions
from govmail_desk.operations.review_sheets import make_sheets, mark_sent
from govmail_desk.operations.settings import choose_rule
from tests.desks import asks_the_operator_of_today, founded
from tests.request_lives import every, go_on_to, one
from tests.review_answers import filled
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

TAM, YEN, DAT = "lvtam@soctrang.gov.vn", "btyen@soctrang.gov.vn", "pddat@soctrang.gov.vn"
LATER = date(2026, 12, 4)
HALF_A_YEAR = {"count": 6, "unit": "month"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        asks_the_operator_of_today(desk)
        peopled(desk)
        yield desk


def answered(desk: Desk, review: Review) -> None:
    """Let every department answer: keep all."""
    for sheet in sheets_of(desk, review).values():
        rows = [row for row in rows_of(desk, review).values() if row.review_sheet_id == sheet.id]
        decide_rows(desk, row_ids=[row.id for row in rows], decision="keep")


def test_with_departments_that_have_not_answered_it_needs_a_reason_and_names_them(desk: Desk) -> None:
    review = opened_review(desk)
    plan = plan_closing(desk, review_id=review.id)
    assert plan.unanswered[1] == "Phòng Chuyển đổi số"
    with pytest.raises(RuleBroken, match="Phòng Kế hoạch - Tài chính"):
        close_review(desk, review_id=review.id)
    with pytest.raises(SecretTold):
        close_review(desk, review_id=review.id, reason="mật khẩu: hoasen1")
    close_review(desk, review_id=review.id, reason="Hai phòng vừa sáp nhập")
    assert (one(desk, Review).state, one(desk, Review).note) == ("closed", "Hai phòng vừa sáp nhập")


def test_once_all_have_answered_it_ends_and_what_was_due_is_settled(desk: Desk) -> None:
    review = opened_review(desk)
    answered(desk, review)
    close_review(desk, review_id=review.id)
    assert one(desk, Due, subject_kind="review").settled_on == TODAY
    with pytest.raises(RuleBroken, match="đã xong"):
        close_review(desk, review_id=review.id)


def test_a_review_of_all_units_is_the_review_the_unit_owes(desk: Desk) -> None:
    choose_rule(desk, rule="inactivity.review.every", value=HALF_A_YEAR, why="Sở yêu cầu", from_on=TODAY)
    review = opened_review(desk)
    answered(desk, review)
    changes = close_review(desk, review_id=review.id)
    first, second = every(desk, Due, rule="inactivity.review.every")
    assert (first.settled_on, second.settled_on, second.begun_by) == (TODAY, None, "reviewed")
    assert f"lần sau hạn {second.due_on:%d/%m/%Y}" in changes.sentence


def test_a_review_of_one_department_is_not(desk: Desk) -> None:
    choose_rule(desk, rule="inactivity.review.every", value=HALF_A_YEAR, why="Sở yêu cầu", from_on=TODAY)
    (finance,) = [sheet.unit_id for sheet in sheets_of(desk, opened_review(desk)).values() if sheet.position == 3]
    review = opened_review(desk, units=[finance], title="Riêng phòng Tài chính")
    answered(desk, review)
    assert "Phòng Chuyển đổi số" in plan_closing(desk, review_id=review.id).skipped_units
    close_review(desk, review_id=review.id)
    assert one(desk, Due, rule="inactivity.review.every").settled_on is None


def whole_life(desk: Desk, folder: Path) -> Review:
    """Hold a review from sheet to request: one department answers, one is reminded."""
    review = opened_review(desk, document="Kế hoạch số 15/KH-STTTT")
    make_sheets(desk, review_id=review.id, folder=folder)
    mark_sent(desk, review_id=review.id, sheet_ids=[one.id for one in sheets_of(desk, review).values()], on=TODAY)
    (sheet,) = folder.glob("*phong-chuyen-doi-so.xlsx")
    take_in_answer(desk, plan_answer(desk, filled(sheet, {TAM: "Hủy", YEN: "không rõ"})), answered_by="Lý Văn Tâm")
    go_on_to(desk, LATER)
    remind(desk, plan_reminders(desk, review_id=review.id), folder=folder)
    (group,) = open_decisions(desk, review_id=review.id).groups
    draft_request(desk, plan_about(desk, kind="close", mailbox_ids=group.subject_ids, on=LATER))
    link_requests(desk, review_id=review.id)
    return review


def test_its_file_holds_summary_list_and_every_paper(desk: Desk, tmp_path: Path) -> None:
    review = whole_life(desk, tmp_path / "p")
    close_review(desk, review_id=review.id, reason="Đã quá hạn, sẽ rà soát bổ sung")
    paper = one(desk, ReviewPaper, role="evidence")
    copied = copy_review_paper(desk, paper_id=paper.id, folder=tmp_path / "hồ sơ")
    with zipfile.ZipFile(copied) as pack:
        names = pack.namelist()
        summary = plain_lines("tong-hop.docx", pack.read("1-tong-hop.docx"))
        listed = plain_lines("danh-sach.xlsx", pack.read("2-danh-sach-va-quyet-dinh.xlsx"))
    assert len([name for name in names if name.startswith("3-phieu-gui-di/")]) == 3
    assert [name for name in names if name.startswith("4-")] == ["4-phieu-tra-loi/tra-loi.xlsx"]
    assert len([name for name in names if name.startswith("5-van-ban-nhac/")]) == 4
    said = "\n".join(line.text for line in summary)
    assert "theo Kế hoạch số 15/KH-STTTT" in said
    assert "Đã trả lời đủ: 1/3 bộ phận." in said
    assert "lần 1: 04/12/2026" in said
    assert "Lý do kết thúc: Đã quá hạn, sẽ rà soát bổ sung." in said
    assert "1 dòng trả lời không rõ" in said
    (tam,) = [line for line in listed if TAM in line.cells]
    assert tam.cells[-1] == "Hủy, thu hồi lập ngày 04/12/2026"


def test_it_may_be_made_again_once_requests_have_numbers(desk: Desk, tmp_path: Path) -> None:
    review = whole_life(desk, tmp_path / "p")
    with pytest.raises(RuleBroken, match="chưa kết thúc"):
        keep_evidence(desk, review_id=review.id)
    close_review(desk, review_id=review.id, reason="Đã quá hạn")
    keep_evidence(desk, review_id=review.id)
    names = [paper.name for paper in every(desk, ReviewPaper, role="evidence")]
    assert names == ["ho-so-ra-soat-20261123.zip", "ho-so-ra-soat-20261123-ban-2.zip"]


def test_ending_it_is_taken_back_whole(desk: Desk) -> None:
    choose_rule(desk, rule="inactivity.review.every", value=HALF_A_YEAR, why="Sở yêu cầu", from_on=TODAY)
    review = opened_review(desk)
    answered(desk, review)
    close_review(desk, review_id=review.id)
    journals.take_back(desk, journals.plan_take_back(desk))
    assert one(desk, Review).state == "open"
    assert one(desk, Due, subject_kind="review").settled_on is None
    assert one(desk, Due, rule="inactivity.review.every").settled_on is None
    assert not every(desk, ReviewPaper, role="evidence")
    assert not journals.verify(desk)


def test_answers_from_one_name_are_told_apart_in_the_file(desk: Desk, tmp_path: Path) -> None:
    review = opened_review(desk)
    make_sheets(desk, review_id=review.id, folder=tmp_path)
    (sheet,) = tmp_path.glob("*tai-chinh.xlsx")
    for said in ("Giữ", "Hủy"):
        take_in_answer(desk, plan_answer(desk, filled(sheet, {DAT: said})))
    close_review(desk, review_id=review.id, reason="Gấp")
    paper = one(desk, ReviewPaper, role="evidence")
    content = copy_review_paper(desk, paper_id=paper.id, folder=tmp_path / "h").read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as pack:
        assert len([name for name in pack.namelist() if name.startswith("4-")]) == 2


def test_a_unit_whose_own_mailbox_is_closed_can_still_end_its_review(desk: Desk, tmp_path: Path) -> None:
    review = opened_review(desk)
    (own,) = every(desk, Mailbox, kind="unit")
    record_state(desk, mailbox_id=own.id, state="closed", on=TODAY)
    make_sheets(desk, review_id=review.id, folder=tmp_path / "p")
    assert not list((tmp_path / "p").glob("*.eml"))  # a mail has no sender; the sheets are there all the same
    close_review(desk, review_id=review.id, reason="Đơn vị giải thể")
    assert one(desk, Review).state == "closed"
