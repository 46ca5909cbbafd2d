"""The workbook of a report, read back as Excel would."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from govmail_desk.documents.report_workbook import AGREES, MOST_UNITS_IN_CHART, holds_totals, report_workbook
from govmail_desk.domain.report_figures import OfficePart
from govmail_desk.domain.report_text import ReportWords
from tests.report_rows import figures

WORDS = ReportWords(body="Sở", period="quý IV năm 2026", figures=figures(), usage={"activated_count": 35})


def made(words: ReportWords = WORDS) -> bytes:
    return report_workbook(words, title="Báo cáo quý IV năm 2026", notes=(("Nguồn", "Sổ hộp thư"),))


@pytest.fixture(scope="module")
def book():
    return openpyxl.load_workbook(BytesIO(made()))


def test_it_has_a_sheet_for_each_matter(book) -> None:
    assert book.sheetnames == ["Biến động", "Theo đơn vị", "Biểu đồ", "Danh sách", "Sử dụng", "Ghi chú"]


def test_figures_are_numbers_and_the_balance_is_checked(book) -> None:
    last = [cell.value for cell in book["Biến động"][7]]
    assert last == ["Tổng cộng", 36, 5, 0, 0, 1, 0, 40, 2, 3, 1, 0, 1, 40, AGREES]


def test_every_unit_has_a_line_for_each_kind(book) -> None:
    rows = list(book["Theo đơn vị"].iter_rows(min_row=5, values_only=True))
    assert [(row[1], row[2], row[9]) for row in rows[:2]] == [("Văn phòng", "Đơn vị", 2), ("Văn phòng", "Cá nhân", 13)]
    assert rows[-1][2] == "Cả hai loại"


def test_charts_are_excels_own(book) -> None:
    assert [len(sheet._charts) for sheet in book.worksheets] == [0, 0, 3, 0, 0, 0]


def test_what_is_not_known_is_said_so(book) -> None:
    told = {row[0]: row[1] for row in book["Sử dụng"].iter_rows(min_row=5, values_only=True)}
    assert told["Số hộp thư đã kích hoạt"] == 35
    assert told["Số thư gửi"] == "chưa có số liệu"
    assert 0 not in told.values()


@pytest.mark.parametrize("sheet", ["Biến động", "Theo đơn vị", "Biểu đồ", "Danh sách", "Sử dụng", "Ghi chú"])
def test_each_sheet_is_set_for_a_lying_page_with_its_head_repeated(book, sheet) -> None:
    page = book[sheet]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.print_title_rows, page.freeze_panes) == ("$4:$4", "A5")


def test_a_name_that_begins_like_a_formula_stays_a_name() -> None:
    name = replace(figures().names[0], holder="=1+1", address="+cmd@vidu.vn")
    page = openpyxl.load_workbook(BytesIO(made(replace(WORDS, figures=figures(names=(name,))))))["Danh sách"]
    assert [page["E5"].data_type, page["D5"].data_type] == ["s", "s"]
    assert page["E5"].value == "=1+1, Chuyên viên"


def test_it_holds_its_totals_and_no_others() -> None:
    assert holds_totals(made(), WORDS.figures)
    assert not holds_totals(made(), replace(WORDS.figures, lines=WORDS.figures.lines[1:]))


def test_only_the_largest_units_have_bars_of_their_own() -> None:
    line = figures().lines[1]
    many = tuple(replace(line, unit_id=place, unit=f"Phòng {place:02d}") for place in range(MOST_UNITS_IN_CHART + 5))
    page = openpyxl.load_workbook(BytesIO(made(replace(WORDS, figures=figures(lines=many)))))["Biểu đồ"]
    assert "5 đơn vị khác" in [row[0] for row in page.iter_rows(values_only=True)]


def test_without_anything_happening_it_is_made_too() -> None:
    line = replace(figures().lines[0], locked=0, reopened=0)
    quiet = replace(WORDS, figures=figures(lines=(line,), names=()))
    book = openpyxl.load_workbook(BytesIO(made(quiet)))
    assert book["Danh sách"]["C5"].value == "Trong kỳ không có hộp thư nào biến động"


def test_of_units_that_sent_a_package_no_list_of_names_is_told_not_that_nothing_happened() -> None:
    sent, silent = OfficePart(office_id=1, name="Phường 8", package_id=4), OfficePart(office_id=2, name="Phường 9")
    for offices, said in (((sent, silent), "trong báo cáo của từng đơn vị"), ((silent,), "không có hộp thư nào")):
        book = openpyxl.load_workbook(BytesIO(made(replace(WORDS, figures=figures(names=(), offices=offices)))))
        assert said in book["Danh sách"]["C5"].value
