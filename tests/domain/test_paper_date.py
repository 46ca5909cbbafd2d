"""Dates on paper, against the examples of NĐ 30/2020, Phụ lục I, V."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.paper_date import draft_date, paper_date, place_and_date


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2018, 10, 3), "ngày 03 tháng 10 năm 2018"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
    ],
)
def test_a_zero_stands_before_days_below_ten_and_before_months_one_and_two_only(on: date, words: str) -> None:
    assert paper_date(on) == words


def test_a_draft_leaves_the_day_blank_and_keeps_month_and_year() -> None:
    assert draft_date(date(2026, 11, 22)) == "ngày     tháng 11 năm 2026"


def test_a_draft_without_a_date_leaves_all_three_blank() -> None:
    assert draft_date(None) == "ngày     tháng     năm"


def test_a_comma_stands_between_place_and_date_once() -> None:
    assert place_and_date("Ninh Bình,", "ngày 05 tháng 01 năm 2020") == "Ninh Bình, ngày 05 tháng 01 năm 2020"


@settings(max_examples=100)
@given(st.dates())
def test_the_figures_of_every_date_read_back_as_the_same_date(on: date) -> None:
    figures = [int(word) for word in paper_date(on).split() if word.isdigit()]
    assert figures == [on.day, on.month, on.year]
