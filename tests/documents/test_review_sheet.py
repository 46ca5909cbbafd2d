"""The sheet of a review: what it says, what may be written in, the marks it hides."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from govmail_desk.documents.review_answer import read_review_answer
from govmail_desk.documents.review_sheet import (
    HEADINGS,
    MARK_SHEET,
    MORE,
    ReviewSheetContent,
    SheetLine,
    review_sheet,
)
from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.domain.review_mark import SheetMark, read_row_mark
from govmail_desk.domain.sheet import Cell, Row, Sheet
from govmail_desk.domain.vietnamese import clean

MARK = SheetMark.of("ab" * 32, 7, 9)


def content(*lines: tuple[str, str]) -> ReviewSheetContent:
    return ReviewSheetContent(
        bodies=("UBND TỈNH SÓC TRĂNG", "SỞ NỘI VỤ"),
        place_and_date="Sóc Trăng, ngày 23 tháng 11 năm 2026",
        title="Phiếu rà soát hộp thư điện tử công vụ",
        unit="Phòng Công chức",
        guidance=("Trả lời trước hết ngày 03/12/2026.",),
        lines=tuple(
            SheetLine(
                said=(address, holder, "Chuyên viên", "Đang dùng từ 05/01/2026", "", ""),
                is_mailbox=bool(address),
                mark=MARK.row_text(place),
            )
            for place, (address, holder) in enumerate(lines, start=1)
        ),
        mark=MARK.text,
    )


def opened(made: bytes):
    return load_workbook(io.BytesIO(made))


def as_read(made: bytes) -> Workbook:
    """Read the file's cells as the reading process would, without starting one."""
    sheets = tuple(
        Sheet(
            page.title,
            tuple(
                Row(number, tuple(Cell(clean(str(cell)) if cell is not None else "") for cell in row))
                for number, row in enumerate(page.iter_rows(values_only=True), start=1)
            ),
            is_hidden=page.sheet_state != "visible",
        )
        for page in opened(made).worksheets
    )
    return Workbook("phieu.xlsx", "", "xlsx", sheets, ())  # type: ignore[arg-type]


def head_of(page) -> int:
    return next(row for row in range(1, 40) if page.cell(row, 2).value == HEADINGS[1])


def test_only_decision_and_note_can_be_written_in_and_no_password_guards_the_rest():
    page = opened(review_sheet(content(("lvtam@soctrang.gov.vn", "Lý Văn Tâm")))).worksheets[0]
    row = head_of(page) + 1
    open_columns = [column for column in range(1, 11) if not page.cell(row, column).protection.locked]
    assert open_columns == [HEADINGS.index("Quyết định") + 1, HEADINGS.index("Ghi chú") + 1]
    assert page.protection.sheet
    assert page.protection.password is None


def test_a_mailbox_and_a_person_without_one_are_offered_their_own_decisions():
    made = review_sheet(content(("a@soctrang.gov.vn", "Lý Văn Tâm"), ("", "Bùi Thị Yến"), ("b@soctrang.gov.vn", "")))
    page = opened(made).worksheets[0]
    row = head_of(page) + 1
    offers = {offer.formula1: str(offer.sqref) for offer in page.data_validations.dataValidation}
    assert offers == {
        '"Giữ,Thay đổi,Hủy,Không rõ"': f"H{row} H{row + 2}",
        '"Cấp mới,Không cấp,Không rõ"': f"H{row + 1}",
    }


def test_the_marks_are_out_of_sight():
    book = opened(review_sheet(content(("a@soctrang.gov.vn", "Lý Văn Tâm"))))
    assert book.worksheets[0].column_dimensions["J"].hidden
    assert book[MARK_SHEET].sheet_state == "hidden"


def test_a_name_that_begins_like_a_formula_stays_a_name():
    page = opened(review_sheet(content(("a@soctrang.gov.vn", "=HYPERLINK(1)")))).worksheets[0]
    cell = page.cell(head_of(page) + 1, 3)
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_there_is_room_for_whoever_is_missing():
    page = opened(review_sheet(content(("a@soctrang.gov.vn", "Lý Văn Tâm")))).worksheets[0]
    row = head_of(page) + 2
    assert page.cell(row, 1).value == MORE
    assert not page.cell(row + 1, 2).protection.locked


NAMES = (
    st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxy ABCĐ-.'="), min_size=1, max_size=30).map(clean).filter(bool)
)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "x"]), NAMES), min_size=1, max_size=6))
def test_every_sheet_is_read_back_row_by_row(lines):
    told = [(f"hop{place}@soctrang.gov.vn" if has else "", name) for place, (has, name) in enumerate(lines)]
    said = read_review_answer(as_read(review_sheet(content(*told))))
    assert said is not None
    assert said.mark == MARK
    assert [(row.address, row.holder) for row in said.rows] == told
    assert [read_row_mark(row.mark, MARK) for row in said.rows] == list(range(1, len(told) + 1))
