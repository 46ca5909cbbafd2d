"""Sheets of a review going out: made once, copied with mail drafts, marked as sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from openpyxl import load_workbook

from govmail_desk.desk import Desk
from govmail_desk.documents.review_answer import read_review_answer
from govmail_desk.documents.spreadsheet import read
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.privacy import Export
from govmail_desk.domain.review import ReviewPaper, ReviewSheet
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.review_sheets import RESULT_NAME, make_sheets, mark_sent
from govmail_desk.operations.reviews import cancel_review
from tests.desks import founded
from tests.request_lives import every
from tests.reviews import TODAY, opened_review, peopled, sheets_of


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        yield desk


class Stop(Exception):
    """Somebody pressed Dừng lại."""


def test_a_sheet_and_a_mail_for_each_department_lie_in_the_folder_with_a_result_list(
    desk: Desk, tmp_path: Path
) -> None:
    peopled(desk)
    review = opened_review(desk)
    told: list[tuple[int, int]] = []
    made = make_sheets(desk, review_id=review.id, folder=tmp_path / "phiếu", tick=lambda *at: told.append(at))
    names = sorted(path.name for path in (tmp_path / "phiếu").iterdir())
    assert made.sheet_count == 3
    assert len([name for name in names if name.endswith(".xlsx")]) == 4
    assert len([name for name in names if name.endswith(".eml")]) == 3
    assert told[-1] == (6, 6)
    page = load_workbook(tmp_path / "phiếu" / RESULT_NAME).active
    assert page is not None
    assert [row[1] for row in page.iter_rows(min_row=2, values_only=True)][1:] == [
        "Phòng Chuyển đổi số",
        "Phòng Kế hoạch - Tài chính",
    ]


def test_sheets_of_a_review_opened_anew_on_the_day_are_not_taken_for_those_of_the_one_cancelled(
    desk: Desk, tmp_path: Path
) -> None:
    peopled(desk)
    first = opened_review(desk)
    make_sheets(desk, review_id=first.id, folder=tmp_path / "phiếu")
    cancel_review(desk, review_id=first.id, reason="Mở nhầm")
    second = opened_review(desk)
    make_sheets(desk, review_id=second.id, folder=tmp_path / "phiếu")
    marks = set()
    for path in (tmp_path / "phiếu").glob("phieu-ra-soat-*.xlsx"):
        said = read_review_answer(read(path))
        assert said is not None
        assert said.mark is not None
        marks.add(said.mark.review_id)
    assert marks == {first.id, second.id}


def test_a_sheet_says_what_was_frozen_and_is_known_again(desk: Desk, tmp_path: Path) -> None:
    known = peopled(desk)
    review = opened_review(desk)
    make_sheets(
        desk, review_id=review.id, folder=tmp_path / "p", sheet_ids=[sheets_of(desk, review)[known["digital"]].id]
    )
    (path,) = (tmp_path / "p").glob("phieu-*.xlsx")
    said = read_review_answer(read(path))
    assert said is not None
    assert said.mark is not None
    assert (said.mark.review_id, said.mark.sheet_id) == (review.id, sheets_of(desk, review)[known["digital"]].id)
    assert [row.address for row in said.rows] == ["lvtam@soctrang.gov.vn", "btyen@soctrang.gov.vn"]
    page = load_workbook(path).worksheets[0]
    assert page.protection.sheet
    assert not page.protection.password
    assert page.data_validations.dataValidation[0].formula1 == '"Giữ,Thay đổi,Hủy,Không rõ"'


def test_the_mail_goes_from_the_units_mailbox_to_the_department_with_the_sheet(desk: Desk, tmp_path: Path) -> None:
    known = peopled(desk)
    address = "phongcds.sotttt@soctrang.gov.vn"
    add_mailbox(desk, address=address, kind="unit", unit_id=known["digital"], since=date(2026, 1, 5))
    review = opened_review(desk)
    make_sheets(desk, review_id=review.id, folder=tmp_path / "p")
    (draft,) = (tmp_path / "p").glob("*phong-chuyen-doi-so.eml")
    mail = message_from_bytes(draft.read_bytes(), policy=default)
    assert (mail["From"], mail["To"], mail["X-Unsent"]) == ("sotttt@soctrang.gov.vn", address, "1")
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == draft.with_suffix(".xlsx").name
    body = mail.get_body()
    assert body is not None
    assert "khoản 2 Điều 11" in body.get_content()


def test_making_them_again_writes_nothing_new_and_a_stop_goes_on(desk: Desk, tmp_path: Path) -> None:
    peopled(desk)
    review = opened_review(desk)

    def stop(done: int, _total: int) -> None:
        if done == 4:  # the sheets are kept, one of three is copied
            raise Stop

    kept: list[object] = []
    with pytest.raises(Stop):
        make_sheets(desk, review_id=review.id, folder=tmp_path / "p", tick=stop, on_kept=kept.append)
    assert len(kept) == 1
    assert len(list((tmp_path / "p").glob("*.eml"))) == 1
    made = make_sheets(desk, review_id=review.id, folder=tmp_path / "p")
    assert made.changes is None
    assert len(list((tmp_path / "p").glob("*.eml"))) == 3
    assert len(every(desk, ReviewPaper, role="sheet")) == 3
    (noted,) = every(desk, Export)
    assert (noted.kind, noted.row_count) == ("review", 6)


def test_a_stop_before_they_are_kept_keeps_nothing(desk: Desk, tmp_path: Path) -> None:
    peopled(desk)
    review = opened_review(desk)

    def stop(_done: int, _total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        make_sheets(desk, review_id=review.id, folder=tmp_path / "p", tick=stop)
    assert not every(desk, ReviewPaper)


def test_sent_is_marked_with_its_day_once(desk: Desk, tmp_path: Path) -> None:
    peopled(desk)
    review = opened_review(desk)
    make_sheets(desk, review_id=review.id, folder=tmp_path / "p")
    ids = [sheet.id for sheet in sheets_of(desk, review).values()]
    mark_sent(desk, review_id=review.id, sheet_ids=ids[:1], on=TODAY)
    mark_sent(desk, review_id=review.id, sheet_ids=ids, on=TODAY)
    assert {sheet.sent_on for sheet in every(desk, ReviewSheet)} == {TODAY}
    with pytest.raises(RuleBroken, match="đều đã ghi"):
        mark_sent(desk, review_id=review.id, sheet_ids=ids, on=TODAY)
    with pytest.raises(RuleBroken, match="chưa tới"):
        mark_sent(desk, review_id=review.id, sheet_ids=ids, on=date(2026, 12, 1))


def test_both_are_taken_back_and_the_export_stays_noted(desk: Desk, tmp_path: Path) -> None:
    peopled(desk)
    review = opened_review(desk)
    make_sheets(desk, review_id=review.id, folder=tmp_path / "p")
    mark_sent(desk, review_id=review.id, sheet_ids=[one.id for one in sheets_of(desk, review).values()], on=TODAY)
    for _ in range(2):
        journals.take_back(desk, journals.plan_take_back(desk))
    assert not every(desk, ReviewPaper)
    assert len(every(desk, Export)) == 1
    assert not journals.verify(desk)
