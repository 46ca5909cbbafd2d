"""Answers to a review: read back from Excel however they come, seen first, taken in with their bytes, or recorded by hand."""

from __future__ import annotations

import random
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from govmail_desk.desk import Desk
from govmail_desk.domain.errors import RuleBroken, SecretTold
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.review import Review, ReviewPaper, ReviewRow, ReviewSheet
from govmail_desk.operations import journals
from govmail_desk.operations.mailboxes import record_state
from govmail_desk.operations.review_answers import AnswerPlan, decide_rows, plan_answer, take_in_answer, take_in_answers
from govmail_desk.operations.review_matching import UnknownSheet
from govmail_desk.operations.reviews import cancel_review
from tests.desks import founded
from tests.request_lives import every, one
from tests.review_answers import ADDRESS, DECISION, HOLDER, MARK, filled, head_row, rows_by_what, sheet_files
from tests.reviews import TODAY, opened_review, peopled, rows_of, sheets_of

TAM, YEN, DAT = "lvtam@soctrang.gov.vn", "btyen@soctrang.gov.vn", "pddat@soctrang.gov.vn"
VIET = "Trần Quốc Việt"
DIGITAL, FINANCE, OWN = (
    "phong-chuyen-doi-so",
    "phong-ke-hoach-tai-chinh",
    "bo-phan-chung-cua-so-thong-tin-va-truyen-thong",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with founded(tmp_path, "soctrang-59-2024") as desk:
        peopled(desk)
        yield desk


@pytest.fixture
def review(desk: Desk) -> Review:
    return opened_review(desk)


@pytest.fixture
def files(desk: Desk, review: Review, tmp_path: Path) -> dict[str, Path]:
    return sheet_files(desk, review, tmp_path / "phiếu")


def outcomes(plan: AnswerPlan) -> dict[str, str]:
    return {line.what: line.outcome for line in plan.lines}


def test_an_answer_is_read_and_taken_in_whole(desk: Desk, review: Review, files: dict[str, Path]) -> None:
    back = filled(files[DIGITAL], {TAM: "Giữ", YEN: ("xóa", "Đã chuyển công tác")})
    plan = plan_answer(desk, back)
    assert (plan.department, outcomes(plan)) == ("Phòng Chuyển đổi số", {TAM: "new", YEN: "new"})
    assert not plan.remarks
    take_in_answer(desk, plan, answered_by="Lý Văn Tâm")
    rows = rows_of(desk, review)
    assert (rows[TAM].decision, rows[YEN].decision, rows[YEN].note) == ("keep", "close", "Đã chuyển công tác")
    sheet = one(desk, ReviewSheet, id=plan.sheet.id)
    assert (sheet.answered_on, sheet.answered_by) == (TODAY, "Lý Văn Tâm")
    paper = one(desk, ReviewPaper, role="answer")
    assert (paper.name, paper.byte_count) == ("tra-loi.xlsx", back.stat().st_size)
    assert {box.state for box in every(desk, Mailbox)} == {"active"}  # a decision changes no mailbox


def test_half_an_answer_leaves_the_department_unanswered(desk: Desk, files: dict[str, Path]) -> None:
    plan = plan_answer(desk, filled(files[DIGITAL], {TAM: "giữ lại"}))
    assert outcomes(plan) == {TAM: "new", YEN: "unsaid"}
    take_in_answer(desk, plan)
    assert one(desk, ReviewSheet, id=plan.sheet.id).answered_on is None


def test_a_person_without_a_mailbox_can_be_given_one(desk: Desk, review: Review, files: dict[str, Path]) -> None:
    plan = plan_answer(desk, filled(files[OWN], {VIET: "CAP MOI", "Lê Thị Mỹ Hạnh": "Không cấp"}))
    take_in_answer(desk, plan)
    rows = rows_of(desk, review)
    assert (rows[VIET].decision, rows["Lê Thị Mỹ Hạnh"].decision) == ("create", "keep")


def test_rows_in_another_order_are_known_by_address_even_without_their_marks(
    desk: Desk, review: Review, files: dict[str, Path]
) -> None:
    def swap(page: Worksheet) -> None:
        first, second = (rows_by_what(page)[what] for what in (TAM, YEN))
        for column in range(ADDRESS, MARK):  # sorted by hand: the hidden column stayed
            one_cell, other = page.cell(first, column), page.cell(second, column)
            one_cell.value, other.value = other.value, one_cell.value

    plan = plan_answer(desk, filled(files[DIGITAL], {TAM: "Giữ", YEN: "Hủy"}, bent=swap))
    take_in_answer(desk, plan)
    rows = rows_of(desk, review)
    assert (rows[TAM].decision, rows[YEN].decision) == ("keep", "close")
    assert any("đổi thứ tự" in remark for remark in plan.remarks)


def test_rows_taken_out_and_rows_added_are_told(desk: Desk, files: dict[str, Path]) -> None:
    def bend(page: Worksheet) -> None:
        row = rows_by_what(page)[YEN]
        page.cell(row, ADDRESS).value = page.cell(row, MARK).value = page.cell(row, HOLDER).value = None
        page.cell(row + 2, ADDRESS).value = "nguoimoi@soctrang.gov.vn"
        page.cell(row + 2, DECISION).value = "Giữ"

    plan = plan_answer(desk, filled(files[DIGITAL], {TAM: "Giữ"}, bent=bend))
    assert outcomes(plan) == {TAM: "new", YEN: "unsaid", "nguoimoi@soctrang.gov.vn": "added"}
    assert plan.remarks == ("1 dòng được thêm vào phiếu", "1 dòng bị bỏ khỏi phiếu")


def test_an_address_edited_in_the_sheet_needs_a_look(desk: Desk, files: dict[str, Path]) -> None:
    def bend(page: Worksheet) -> None:
        page.cell(rows_by_what(page)[YEN], ADDRESS).value = "btyen2@soctrang.gov.vn"

    plan = plan_answer(desk, filled(files[DIGITAL], {YEN: "Giữ"}, bent=bend))
    assert outcomes(plan)[YEN] == "look"


@pytest.mark.parametrize("said", ["hỏi lại", "cấp mới", "giữ / hủy"])
def test_words_that_are_not_clear_need_a_look_and_are_decided_by_the_clerk(
    desk: Desk, review: Review, files: dict[str, Path], said: str
) -> None:
    plan = plan_answer(desk, filled(files[FINANCE], {DAT: said}))
    assert outcomes(plan) == {DAT: "look"}
    with pytest.raises(RuleBroken, match="không có dòng nào mới"):
        take_in_answer(desk, plan)
    assert not every(desk, ReviewPaper, role="answer")
    take_in_answer(desk, plan, chosen={rows_of(desk, review)[DAT].id: "unknown"})
    assert rows_of(desk, review)[DAT].decision == "unknown"


def test_a_later_answer_shows_what_differs_and_the_same_writes_nothing(desk: Desk, files: dict[str, Path]) -> None:
    back = filled(files[DIGITAL], {TAM: "Giữ", YEN: "Giữ"})
    take_in_answer(desk, plan_answer(desk, back))
    again = plan_answer(desk, back)
    assert set(outcomes(again).values()) == {"same"}
    with pytest.raises(RuleBroken, match="không có dòng nào mới"):
        take_in_answer(desk, again)
    other = plan_answer(desk, filled(files[DIGITAL], {TAM: "Giữ", YEN: "Hủy"}, name="lan-2.xlsx"))
    assert outcomes(other) == {TAM: "same", YEN: "changed"}
    assert other.lines[1].remarks == ("Lần trước trả lời: Giữ",)
    take_in_answer(desk, other)
    assert len(every(desk, ReviewPaper, role="answer")) == 2


def test_without_its_mark_the_clerk_says_which_department_it_is(
    desk: Desk, review: Review, files: dict[str, Path]
) -> None:
    def bare(page: Worksheet) -> None:
        page.delete_cols(MARK)
        assert page.parent is not None
        del page.parent["Dau"]

    back = filled(files[FINANCE], {DAT: "Giữ"}, bent=bare)
    with pytest.raises(UnknownSheet):
        plan_answer(desk, back)
    sheet = next(one for one in sheets_of(desk, review).values() if one.position == 3)
    plan = plan_answer(desk, back, sheet_id=sheet.id)
    assert outcomes(plan) == {DAT: "new"}
    assert "Dấu của phiếu đã mất" in plan.remarks[0]


def test_an_edited_mark_is_no_mark(desk: Desk, files: dict[str, Path]) -> None:
    def edited(page: Worksheet) -> None:
        for cell in (page.cell(head_row(page) - 1, MARK), page.parent["Dau"].cell(1, 1)):  # type: ignore[index]
            cell.value = str(cell.value)[:-1] + "?"

    with pytest.raises(UnknownSheet, match="bị sửa"):
        plan_answer(desk, filled(files[FINANCE], {DAT: "Giữ"}, bent=edited))


def test_another_departments_sheet_is_refused_where_one_is_chosen(
    desk: Desk, review: Review, files: dict[str, Path]
) -> None:
    sheet = next(one for one in sheets_of(desk, review).values() if one.position == 2)
    with pytest.raises(RuleBroken, match="bộ phận khác"):
        plan_answer(desk, filled(files[FINANCE], {DAT: "Giữ"}), sheet_id=sheet.id)


def test_another_registers_sheet_is_refused(desk: Desk, review: Review, files: dict[str, Path], tmp_path: Path) -> None:
    back = filled(files[FINANCE], {DAT: "Giữ"})
    (tmp_path / "khac").mkdir()
    with founded(tmp_path / "khac", "soctrang-59-2024", head="Đỗ Thị Bích Ngọc") as other:
        peopled(other)
        opened_review(other)
        with pytest.raises(RuleBroken, match="sổ khác"):
            plan_answer(other, back)


def test_an_answer_to_a_review_that_is_over_is_refused(desk: Desk, review: Review, files: dict[str, Path]) -> None:
    cancel_review(desk, review_id=review.id, reason="Hoãn")
    with pytest.raises(RuleBroken, match="đã hủy"):
        plan_answer(desk, filled(files[FINANCE], {DAT: "Giữ"}))


def test_a_sheet_of_a_review_taken_back_says_so(desk: Desk, review: Review, files: dict[str, Path]) -> None:
    back = filled(files[FINANCE], {DAT: "Giữ"})
    for _ in range(2):
        journals.take_back(desk, journals.plan_take_back(desk))
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        plan_answer(desk, back)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 khong phai", b"\xd0\xcf\x11\xe0" * 40, "Chỉ là chữ".encode()])
def test_a_file_that_is_no_sheet_is_refused_in_one_sentence(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "la.xlsx"
    path.write_bytes(content)
    with pytest.raises(RuleBroken):
        plan_answer(desk, path)


def test_a_workbook_of_something_else_is_refused(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Danh sách cán bộ"
    book.save(tmp_path / "ds.xlsx")
    with pytest.raises(RuleBroken, match="không phải phiếu rà soát"):
        plan_answer(desk, tmp_path / "ds.xlsx")


def test_a_sheet_that_brings_macros_is_refused(desk: Desk, files: dict[str, Path]) -> None:
    back = filled(files[FINANCE], {DAT: "Giữ"})
    with zipfile.ZipFile(back, "a") as book:
        book.writestr("xl/vbaProject.bin", b"\x00" * 64)
    with pytest.raises(RuleBroken, match="macro"):
        plan_answer(desk, back)


def test_a_sheet_damaged_anywhere_is_read_or_refused_and_never_fails_otherwise(
    desk: Desk, files: dict[str, Path]
) -> None:
    back = filled(files[FINANCE], {DAT: "Giữ"})
    whole, chance = back.read_bytes(), random.Random(5)  # the same damages on any day
    for turn in range(12):
        damaged = bytearray(whole)
        for _ in range(1 + turn):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        back.write_bytes(bytes(damaged))
        with suppress(RuleBroken):
            assert plan_answer(desk, back).department == "Phòng Kế hoạch - Tài chính"


def test_a_note_that_holds_a_password_is_left_out_and_told(desk: Desk, files: dict[str, Path]) -> None:
    plan = plan_answer(desk, filled(files[FINANCE], {DAT: ("Giữ", "mật khẩu: hoasen1")}))
    assert (plan.lines[0].outcome, plan.lines[0].note) == ("look", "")
    assert "mật khẩu" in plan.lines[0].remarks[0]


def test_a_mailbox_closed_meanwhile_is_told(desk: Desk, files: dict[str, Path]) -> None:
    (box,) = every(desk, Mailbox, address=DAT)
    record_state(desk, mailbox_id=box.id, state="closed", on=TODAY)
    plan = plan_answer(desk, filled(files[FINANCE], {DAT: "Hủy"}))
    assert plan.lines[0].remarks == ("Hộp thư đã đóng sau khi mở đợt rà soát",)


def test_a_plan_on_an_older_register_is_refused(desk: Desk, review: Review, files: dict[str, Path]) -> None:
    plan = plan_answer(desk, filled(files[FINANCE], {DAT: "Giữ"}))
    decide_rows(desk, row_ids=[rows_of(desk, review)[DAT].id], decision="close")
    with pytest.raises(RuleBroken, match="Sổ vừa có thay đổi"):
        take_in_answer(desk, plan)


def test_many_answers_are_one_act_and_two_of_one_department_are_refused(desk: Desk, files: dict[str, Path]) -> None:
    first = filled(files[DIGITAL], {TAM: "Giữ", YEN: "Giữ"}, name="a.xlsx")
    second = filled(files[FINANCE], {DAT: "Giữ"}, name="b.xlsx")
    shutil.copy(second, second.with_name("c.xlsx"))
    twice = [plan_answer(desk, path) for path in (second, second.with_name("c.xlsx"))]
    with pytest.raises(RuleBroken, match="hai tệp"):
        take_in_answers(desk, twice)
    changes = take_in_answers(desk, [plan_answer(desk, path) for path in (first, second)])
    assert (
        changes.sentence
        == "Nhận phiếu trả lời rà soát: Phòng Chuyển đổi số (2 dòng); Phòng Kế hoạch - Tài chính (1 dòng)"
    )
    journals.take_back(desk, journals.plan_take_back(desk))
    assert not [row for row in every(desk, ReviewRow) if row.decision]
    assert not journals.verify(desk)


def test_rows_are_decided_by_hand_and_taken_back_by_hand(desk: Desk, review: Review) -> None:
    row = rows_of(desk, review)[DAT]
    decide_rows(desk, row_ids=[row.id], decision="close", note="Nghỉ hưu", answered_by="Phạm Đức Đạt")
    sheet = one(desk, ReviewSheet, id=row.review_sheet_id)
    assert (sheet.answered_on, sheet.answered_by) == (TODAY, "Phạm Đức Đạt")
    decide_rows(desk, row_ids=[row.id], decision="")
    assert one(desk, ReviewSheet, id=row.review_sheet_id).answered_on is None
    with pytest.raises(RuleBroken, match="Cấp mới"):
        decide_rows(desk, row_ids=[row.id], decision="create")
    with pytest.raises(SecretTold):
        decide_rows(desk, row_ids=[row.id], decision="keep", note="mật khẩu: hoasen1")
    with pytest.raises(RuleBroken, match="cùng một phiếu"):
        decide_rows(desk, row_ids=[row.id, rows_of(desk, review)[TAM].id], decision="keep")
    assert review.state == "open"
