"""Moving what stands below the rows of a list."""

from __future__ import annotations

import pytest
from lxml import etree

from govmail_desk.documents import list_sheet
from govmail_desk.documents.list_form import MAIN


def sheet(inner: str) -> etree._Element:
    return etree.fromstring(f'<worksheet xmlns="{MAIN[1:-1]}">{inner}</worksheet>')


@pytest.mark.parametrize(
    ("reference", "moved"),
    [
        ("A1", "A1"),
        ("A6", "A6"),
        ("A7", "A16"),
        ("$A$1:$H$6", "$A$1:$H$15"),
        ("A1:H1", "A1:H1"),
        ("A8:B9", "A17:B18"),
        ("AA7", "AA16"),
    ],
)
def test_references_below_the_row_move_and_a_range_ending_on_it_grows(reference: str, moved: str) -> None:
    assert list_sheet.moved(reference, sample=6, by=9) == moved


@pytest.mark.parametrize(("letters", "number"), [("A", 1), ("H", 8), ("Z", 26), ("AA", 27), ("XFD", 16384)])
def test_columns_are_numbered_as_excel_does(letters: str, number: int) -> None:
    assert list_sheet.column_number(letters) == number


def test_one_column_of_a_group_is_widened_and_the_others_stay() -> None:
    page = sheet('<cols><col min="1" max="3" width="10" customWidth="1"/></cols>')
    list_sheet.widen(page, {2: 25})
    assert list_sheet.column_widths(page) == {1: 10.0, 2: 25.0, 3: 10.0}


def test_a_column_is_never_narrowed() -> None:
    page = sheet('<cols><col min="1" max="1" width="30"/></cols>')
    list_sheet.widen(page, {1: 5})
    assert list_sheet.column_widths(page) == {1: 30.0}


def test_the_mark_for_digits_stands_in_its_place_before_what_must_follow_it() -> None:
    page = sheet("<sheetData/><pageSetup/><drawing/><tableParts/>")
    list_sheet.trust_numbers(page, "A1:B2")
    assert [part.tag.removeprefix(MAIN) for part in page] == [
        "sheetData", "pageSetup", "ignoredErrors", "drawing", "tableParts"
    ]  # fmt: skip


def test_a_row_is_as_high_as_its_longest_text_and_never_lower_than_its_form() -> None:
    one = list_sheet.row_height([("Lý", 10)], size_pt=12)
    three = list_sheet.row_height([("Lý", 10), ("Một hai ba bốn năm sáu bảy tám", 8)], size_pt=12)
    assert three > 2 * one
    assert list_sheet.row_height([("Lý", 10)], size_pt=12, least_pt=40) == 40
