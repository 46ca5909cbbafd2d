"""Departments that have not answered are reminded for the n-th time, all at once, quoting what went before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from govmail_desk.desk import Desk
from govmail_desk.documents.plain_text import plain_lines
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.review import Review, ReviewPaper, ReviewReminder
from govmail_desk.operations import journals
from govmail_desk.operations.review_answers import decide_rows
from govmail_desk.operations.review_reminders import RESULT_NAME, plan_reminders, remind
from govmail_desk.operations.review_sheets import make_sheets, mark_sent
from tests.desks import founded
from tests.request_lives import every, go_on_to
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

DAT = "pddat@soctrang.gov.vn"
FIRST, SECOND = date(2026, 12, 4), date(2026, 12, 9)
OWN_UNIT = "Bộ phận chung của Sở Thông tin và Truyền thông"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        peopled(desk)
        yield desk


@pytest.fixture
def review(desk: Desk, tmp_path: Path) -> Review:
    review = opened_review(desk)
    make_sheets(desk, review_id=review.id, folder=tmp_path / "phiếu")
    mark_sent(desk, review_id=review.id, sheet_ids=[one.id for one in sheets_of(desk, review).values()], on=TODAY)
    return review


def test_all_who_have_not_answered_are_reminded_at_once(desk: Desk, review: Review, tmp_path: Path) -> None:
    decide_rows(desk, row_ids=[rows_of(desk, review)[DAT].id], decision="keep")
    go_on_to(desk, FIRST)
    plan = plan_reminders(desk, review_id=review.id)
    assert [one.asked.department for one in plan.reminders] == [OWN_UNIT, "Phòng Chuyển đổi số"]
    changes = remind(desk, plan, folder=tmp_path / "nhắc")
    assert changes.sentence.startswith("Nhắc 2 bộ phận trả lời rà soát hộp thư điện tử công vụ")
    assert changes.sentence.endswith("lần thứ 1")
    names = sorted(path.suffix for path in (tmp_path / "nhắc").iterdir())
    assert names == [".docx", ".docx", ".eml", ".eml", ".xlsx"]
    assert (tmp_path / "nhắc" / RESULT_NAME).exists()
    assert len(every(desk, ReviewPaper, role="reminder")) == 4


def test_the_second_quotes_the_first_and_carries_the_sheet_again(desk: Desk, review: Review, tmp_path: Path) -> None:
    for day in (FIRST, SECOND):
        go_on_to(desk, day)
        remind(desk, plan_reminders(desk, review_id=review.id), folder=tmp_path / f"{day}")
    (letter,) = (tmp_path / f"{SECOND}").glob("nhac-lan-2-*phong-chuyen-doi-so.docx")
    said = "\n".join(line.text for line in plain_lines(letter.name, letter.read_bytes()))
    assert "(lần thứ 2)" in said
    assert "đã nhắc lần thứ 1 ngày 04 tháng 12 năm 2026" in said
    assert "Ngày 23 tháng 11 năm 2026, Sở Thông tin và Truyền thông đã gửi Phòng Chuyển đổi số phiếu" in said
    mail = message_from_bytes(letter.with_suffix(".eml").read_bytes(), policy=default)
    names = [part.get_filename() or "" for part in mail.iter_attachments()]
    assert [name.rpartition(".")[2] for name in names] == ["docx", "xlsx"]
    assert [one.turn for one in every(desk, ReviewReminder)] == [1, 1, 1, 2, 2, 2]


def test_one_is_reminded_once_a_day_and_never_before_the_sheet_went_out(
    desk: Desk, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(RuleBroken, match="phiếu mới gửi"):
        plan_reminders(desk, review_id=review.id)
    go_on_to(desk, FIRST)
    remind(desk, plan_reminders(desk, review_id=review.id), folder=tmp_path / "nhắc")
    with pytest.raises(RuleBroken, match="đã nhắc lần thứ 1"):
        plan_reminders(desk, review_id=review.id)
    unsent = opened_review(desk, title="Đợt khác")
    with pytest.raises(RuleBroken, match="chưa ghi ngày gửi"):
        plan_reminders(desk, review_id=unsent.id)


def test_a_plan_is_refused_where_somebody_else_reminded_or_answered_meanwhile(
    desk: Desk, review: Review, tmp_path: Path
) -> None:
    go_on_to(desk, FIRST)
    plan = plan_reminders(desk, review_id=review.id)
    remind(desk, plan, folder=tmp_path / "một")
    with pytest.raises(RuleBroken, match="vừa được nhắc"):
        remind(desk, plan, folder=tmp_path / "hai")
    go_on_to(desk, SECOND)
    later = plan_reminders(desk, review_id=review.id)
    decide_rows(desk, row_ids=[rows_of(desk, review)[DAT].id], decision="keep")
    with pytest.raises(RuleBroken, match="vừa trả lời"):
        remind(desk, later, folder=tmp_path / "ba")
    assert len(every(desk, ReviewReminder)) == 3


def test_reminding_is_taken_back_with_its_number(desk: Desk, review: Review, tmp_path: Path) -> None:
    go_on_to(desk, FIRST)
    remind(desk, plan_reminders(desk, review_id=review.id), folder=tmp_path / "một")
    journals.take_back(desk, journals.plan_take_back(desk))
    assert not every(desk, ReviewReminder)
    assert plan_reminders(desk, review_id=review.id).reminders[0].asked.turn == 1
    assert not journals.verify(desk)


def test_nobody_is_left_once_all_have_answered(desk: Desk, review: Review) -> None:
    for sheet in sheets_of(desk, review).values():
        ids = [row.id for row in rows_of(desk, review).values() if row.review_sheet_id == sheet.id]
        decide_rows(desk, row_ids=ids, decision="unknown")
    with pytest.raises(RuleBroken, match="đều đã trả lời"):
        plan_reminders(desk, review_id=review.id)
