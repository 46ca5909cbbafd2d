"""A table of results against the request it answers: rows known by place or address, every wrong one named."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.sheet import Cell, Row, Sheet
from govmail_desk.operations.answer_lists import read_answers
from govmail_desk.operations.request_answers import RowAnswer
from govmail_desk.operations.request_withdrawals import withdraw_rows
from govmail_desk.operations.requests import draft_request, plan_request
from tests.desks import added, founded

MONDAY = date(2026, 11, 23)
HEADINGS = ("STT", "Địa chỉ", "Kết quả", "Địa chỉ được cấp", "Ghi chú")
THANH, NGOC, AN = (f"{local}.stttt@ninhbinh.gov.vn" for local in ("thanhnv", "ngocdtb", "anlv"))


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


@pytest.fixture
def request_id(desk):
    ids = [added(desk, name) for name in ("Nguyễn Văn Thành", "Đỗ Thị Bích Ngọc", "Lê Văn Ấn")]
    (drafted,) = draft_request(desk, plan_request(desk, on=MONDAY, people_ids=ids)).ids["request"]
    return drafted


def workbook(*rows):
    made = (Row(number, tuple(map(Cell, cells))) for number, cells in enumerate(rows, start=1))
    return Workbook("kq.xlsx", "", "xlsx", (Sheet("Kết quả", tuple(made)),), ())


def read(desk, request_id, *rows, headings=HEADINGS):
    return read_answers(desk, request_id=request_id, workbook=workbook(headings, *rows))


def test_rows_are_known_by_place_by_address_or_by_both(desk, request_id):
    found = read(
        desk,
        request_id,
        ("01", "", "Đã cấp", "", ""),
        ("", NGOC.upper(), "Đã cấp", "", ""),
        ("3", AN, "Từ chối", "", "Chưa có quyết định"),
    )
    assert found.unnamed == ()
    assert found.answers == {
        1: RowAnswer("granted"),
        2: RowAnswer("granted"),
        3: RowAnswer("refused", note="Chưa có quyết định"),
    }


def test_another_address_given_is_otherwise_whatever_the_result_says(desk, request_id):
    found = read(
        desk, request_id, ("1", "", "Đã cấp", THANH, ""), ("2", "", "Đã cấp", "Ngoc.stttt@ninhbinh.gov.vn", "")
    )
    assert found.answers == {1: RowAnswer("granted"), 2: RowAnswer("otherwise", "ngoc.stttt@ninhbinh.gov.vn")}
    assert found.unnamed == (3,)


def test_an_address_alone_is_an_answer(desk, request_id):
    found = read(
        desk, request_id, (THANH, THANH), (NGOC, "bn@ninhbinh.gov.vn"), headings=("Hộp thư", "Địa chỉ được cấp")
    )
    assert found.answers == {1: RowAnswer("granted"), 2: RowAnswer("otherwise", "bn@ninhbinh.gov.vn")}


def test_groups_totals_and_blank_rows_say_nothing(desk, request_id):
    found = read(
        desk, request_id, ("I", "Phòng A", "", "", ""), (), ("1", "", "x", "", ""), ("Tổng cộng", "", "", "", "")
    )
    assert found.answers == {1: RowAnswer("granted")}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("9", "", "Đã cấp", "", ""), "đề nghị không có STT “9”"),
        (("9" * 5000, "", "Đã cấp", "", ""), "đề nghị không có STT “999"),
        (("1", "la@ninhbinh.gov.vn", "Đã cấp", "", ""), "đề nghị không có địa chỉ “la@ninhbinh.gov.vn”"),
        (("1", NGOC, "Đã cấp", "", ""), "là hai dòng khác nhau"),
        (("", "", "Đã cấp", "", ""), "thiếu STT và địa chỉ"),
        (("1", "", "", "", ""), "chưa ghi kết quả"),
        (("1", "", "Đang xem xét", "", ""), "“Đang xem xét” chưa rõ"),
        (("1", "", "Từ chối", "", ""), "chưa ghi lý do"),
        (("1", "", "Khác đề nghị", "", ""), "chưa ghi địa chỉ được cấp"),
        (("1", "", "Đã cấp", "a@@b", ""), "không phải là địa chỉ thư hợp lệ"),
        (("1", "", "Đã cấp", "=HYPERLINK(1)", ""), "không phải là địa chỉ thư hợp lệ"),
    ],
)
def test_a_wrong_row_is_named_by_its_number_in_the_file(desk, request_id, row, said):
    with pytest.raises(RuleBroken, match="1 dòng chưa đúng: dòng 3: ") as refused:
        read(desk, request_id, ("2", "", "Đã cấp", "", ""), row)
    assert said in refused.value.sentence


def test_a_row_answered_twice_is_refused(desk, request_id):
    with pytest.raises(RuleBroken, match="dòng 3: STT 1 của đề nghị đã có kết quả"):
        read(desk, request_id, ("1", "", "Đã cấp", "", ""), ("", THANH, "Từ chối", "", "x"))


def test_a_withdrawn_row_has_no_answer(desk, request_id):
    withdraw_rows(desk, request_id=request_id, positions=[1], on=MONDAY, reason="Chuyển công tác")
    with pytest.raises(RuleBroken, match="không có STT “1”"):
        read(desk, request_id, ("1", "", "Đã cấp", "", ""))


def test_many_wrong_rows_are_counted(desk, request_id):
    with pytest.raises(RuleBroken, match=r"14 dòng chưa đúng.*và 4 dòng nữa"):
        read(desk, request_id, *((str(number), "", "Đã cấp", "", "") for number in range(10, 24)))


def test_a_file_without_a_table_says_which_headings_it_needs(desk, request_id):
    with pytest.raises(RuleBroken, match="STT hoặc Địa chỉ, Kết quả"):
        read_answers(desk, request_id=request_id, workbook=workbook(("Kính gửi",)))
