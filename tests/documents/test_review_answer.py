"""A sheet that came back, read without judging it: where its columns and marks were moved to."""

from __future__ import annotations

from govmail_desk.documents.review_answer import read_review_answer
from govmail_desk.documents.review_sheet import HEADINGS
from govmail_desk.documents.spreadsheet import Workbook
from govmail_desk.domain.review_mark import SheetMark
from govmail_desk.domain.sheet import Cell, Row, Sheet

MARK = SheetMark.of("ab" * 32, 7, 9)
OTHER = SheetMark.of("ab" * 32, 7, 10)


def book(*rows: tuple[str, ...], hidden: str = MARK.text) -> Workbook:
    def sheet(name: str, lines: tuple[tuple[str, ...], ...], *, is_hidden: bool = False) -> Sheet:
        told = tuple(Row(number, tuple(map(Cell, cells))) for number, cells in enumerate(lines, start=1))
        return Sheet(name, told, is_hidden=is_hidden)

    sheets = (sheet("Phiếu", rows), sheet("Dau", ((hidden,),), is_hidden=True))
    return Workbook("phieu.xlsx", "", "xlsx", sheets, ())  # type: ignore[arg-type]


def test_columns_are_found_wherever_they_were_moved():
    said = read_review_answer(
        book(
            ("Quyết định", "Dấu", "ĐỊA CHỈ HỘP THƯ", "Ghi chú", "Người dùng"),
            ("Giữ", MARK.row_text(3), "A@soctrang.gov.vn", "ổn", "Lý Văn Tâm"),
        )
    )
    assert said is not None
    (row,) = said.rows
    assert (row.number, row.address, row.decision, row.note, row.holder, row.mark) == (
        2,
        "a@soctrang.gov.vn",
        "Giữ",
        "ổn",
        "Lý Văn Tâm",
        MARK.row_text(3),
    )


def test_a_file_without_the_headings_is_no_answer():
    assert read_review_answer(book(("STT", "Họ và tên"), ("1", "Lý Văn Tâm"))) is None


def test_two_marks_of_different_sheets_are_no_mark():
    said = read_review_answer(book((*HEADINGS, MARK.text), hidden=OTHER.text))
    assert said is not None
    assert (said.mark, said.is_mark_edited) == (None, True)


def test_a_lost_mark_is_not_called_edited():
    said = read_review_answer(book(HEADINGS, hidden=""))
    assert said is not None
    assert (said.mark, said.is_mark_edited) == (None, False)


def test_blank_lines_titles_and_signatures_are_passed_over():
    said = read_review_answer(
        book(
            HEADINGS,
            ("1", "a@soctrang.gov.vn", "Lý Văn Tâm"),
            ("Người hoặc hộp thư chưa có trong phiếu (nếu có)",),
            (),
            ("Người lập phiếu trả lời", "", "", "", "Trưởng bộ phận"),
            ("(Ký, ghi rõ họ tên)",),
        )
    )
    assert said is not None
    assert [row.address for row in said.rows] == ["a@soctrang.gov.vn"]
