"""Giờ làm việc of Thiết lập: what holds, what comes, what holds no more."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.sections.office_hours import season_words
from govmail_desk.operations.settings import set_office_hours
from tests.desks import founded
from tests.gui.windows import OpenWindow


def hours(from_on, season=("", "")):
    return OfficeHours(
        from_on=from_on,
        morning_from="07:00",
        morning_to="11:30",
        afternoon_from="13:30",
        afternoon_to="17:00",
        season_from=season[0],
        season_to=season[1],
    )


@pytest.fixture
def standing(qtbot, tmp_path):
    """Say how hours that were set stand today, the latest begun first."""
    opened = []

    def show(*found):
        desk = founded(tmp_path)
        for one in found:
            set_office_hours(desk, hours=one)
        opened.append(OpenWindow(qtbot, desk, tmp_path, "settings"))
        opened[-1].page.show_section("office_hours")
        return [card.state.word for card in opened[-1].page.section.cards]

    yield show
    for window in opened:
        window.close()


@pytest.mark.parametrize(
    ("season", "words"),
    [
        (("", ""), "Cả năm"),
        (("04-16", "10-15"), "Mùa hè, 16/04 đến 15/10"),
        (("10-16", "04-15"), "Mùa đông, 16/10 đến 15/04"),
    ],
)
def test_a_season_is_named_with_its_days(season, words):
    assert season_words(hours(date(2026, 1, 1), season)) == words


def test_hours_that_others_took_the_place_of_are_said_to_hold_no_more(standing):
    assert standing(hours(date(2025, 1, 1)), hours(date(2026, 1, 1))) == [
        "Đặt từ 01/01/2026, đang dùng",
        "Đặt từ 01/01/2025, không còn dùng",
    ]


def test_hours_to_come_say_from_which_day_even_where_that_is_29_february(standing):
    assert standing(hours(date(2026, 1, 1)), hours(date(2028, 2, 29), ("04-16", "10-15"))) == [
        "Đặt từ 29/02/2028, sẽ dùng từ 16/04/2028",
        "Đặt từ 01/01/2026, đang dùng",
    ]
