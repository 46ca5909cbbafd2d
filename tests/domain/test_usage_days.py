"""The days of last use as exports write them: every form read, none guessed, the whole column asked which part is the month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govmail_desk.domain.sheet import Cell, CellKind
from govmail_desk.domain.usage_days import find_order, read_last_use, stated_day

SUNDAY = date(2026, 11, 22)
DAYS = st.dates(min_value=date(1996, 1, 1), max_value=date(2099, 12, 31))
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read(text, order=None):
    return read_last_use(Cell(text), order)


@pytest.mark.parametrize(
    "text",
    [
        "22/11/2026",
        "22.11.2026 08:15",
        "22-11-26",
        "08:15 22/11/2026",
        "22/11/2026 08h15",
        "22/11/2026 08:15:33 SA",
        "Chủ nhật, 22/11/2026",
        "ngày 22 tháng 11 năm 2026",
        "11/22/2026 8:15:33 AM",
        "Nov 22, 2026 8:15 AM",
        "Sunday, November 22nd, 2026",
        "22-Nov-2026",
        "Sun Nov 22 08:15:33 ICT 2026",
        "2026-11-22",
        "2026-11-22 08:15",
        "2026/11/22 08:15:33",
        "2026-11-22T08:15:33.123Z",
        "2026-11-21T20:15:33-05:00",
        "20261122",
        "20261122081533Z",
        "20261121181533.123Z",
        "46348",
        "46348.34375",
        "1795310133",
        "1795310133000",
    ],
)
def test_a_day_is_read_in_every_form_exports_have(text):
    assert read(text).on == SUNDAY


@pytest.mark.parametrize(
    "text",
    [
        "Never",
        "Never logged in",
        "Chưa đăng nhập",
        "chưa đăng nhập lần nào",
        "Chưa sử dụng",
        "0",
        "01/01/1970",
        "1601-01-01",
    ],
)
def test_never_is_told_from_a_day(text):
    assert read(text).is_never


@pytest.mark.parametrize("text", ["", " ", "-", "N/A", "null", "Không rõ", "Chưa có số liệu"])
def test_a_cell_that_says_nothing_says_nothing(text):
    assert read(text) == read("")


@pytest.mark.parametrize(
    "text",
    ["không", "hôm qua", "31/02/2026", "22/13/2026", "2026", "9" * 500, "22/11/1802", "=TODAY()", "１２", "x" * 9999],
)
def test_what_is_no_day_is_said_and_never_guessed(text):
    use = read(text)
    assert (use.on, use.is_never) == (None, False)
    assert "không đọc được" in use.doubt


def test_a_moment_in_utc_is_the_day_it_was_in_vietnam():
    assert read("20261122170000Z").on == date(2026, 11, 23)
    assert read("20261122165959Z").on == SUNDAY


def test_a_day_read_both_ways_is_not_read_until_the_column_tells():
    assert read("05/12/2026").on is None
    assert read("05/12/2026", "day-first").on == date(2026, 12, 5)
    assert read("05/12/2026", "month-first").on == date(2026, 5, 12)
    assert read("05/05/2026").on == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("texts", "order", "is_asked", "is_mixed"),
    [
        (["05/12/2026", "22/11/2026"], "day-first", False, False),
        (["05/12/2026", "11/22/2026"], "month-first", False, False),
        (["05/12/2026", "06/11/2026"], None, True, False),
        (["05/12/2026", "22/11/2026", "11/22/2026"], None, True, True),
        (["22/11/2026", "11/22/2026"], None, False, True),
        (["05/05/2026", "2026-11-22", "Never"], None, False, False),
        ([], None, False, False),
    ],
)
def test_the_whole_column_says_which_part_is_the_month(texts, order, is_asked, is_mixed):
    found = find_order([Cell(text) for text in texts])
    assert (found.order, found.is_asked, found.is_mixed) == (order, is_asked, is_mixed)


def test_a_column_a_spreadsheet_turned_round_in_part_is_noticed():
    cells = [Cell("2026-05-12", CellKind.DATE), Cell("11/22/2026"), Cell("2026-03-04", CellKind.DATE)]
    assert find_order(cells).is_swapped
    assert "đảo ngày và tháng" in read_last_use(cells[0], "month-first", is_swapped=True).doubt
    assert not find_order([*cells, Cell("2026-05-22", CellKind.DATE)]).is_swapped


def test_a_title_names_the_day_of_the_figures():
    assert stated_day("(Số liệu tính đến ngày 05/11/2026)") == date(2026, 11, 5)
    assert stated_day("Ninh Bình, ngày 05 tháng 11 năm 2026") == date(2026, 11, 5)
    assert stated_day("Quý IV năm 2026") is None
    assert stated_day("ngày 45/45/2026") is None


@given(DAYS)
@settings(max_examples=60)
def test_a_day_written_in_any_unmistakable_form_is_read_back(day):
    stamp = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    forms = (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day:%Y%m%d}050000Z",
        f"{day:%Y/%m/%d 08:15}",
        f"{day.day} tháng {day.month} năm {day.year}",
        f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
        stamp.isoformat(),
        str((day - date(1899, 12, 30)).days),
    )
    assert {read(form).on for form in forms} == {day}
    assert read(f"{day:%d/%m/%Y}", "day-first").on == read(f"{day:%m/%d/%Y 1:02 PM}", "month-first").on == day


@given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
@settings(max_examples=60)
def test_a_column_is_read_rightly_or_asked_about_never_wrongly(days, form):
    cells = [Cell(f"{day:{form}}") for day in days]
    found = find_order(cells)
    read_back = [read_last_use(cell, found.order).on for cell in cells]
    assert all(on in {day, None} for on, day in zip(read_back, days, strict=True))
    assert found.is_asked == (None in read_back)


@given(st.text(max_size=80))
@settings(max_examples=100)
def test_any_text_at_all_is_a_day_or_never_or_nothing_or_a_doubt(text):
    use = read(text, "day-first")
    assert (use.on is not None) + use.is_never + bool(use.doubt) <= 1
    assert use.on is None or date(1995, 1, 1) <= use.on <= date(2100, 12, 31)


@given(st.datetimes(min_value=datetime(2001, 9, 10), max_value=datetime(2099, 1, 1)))  # noqa: DTZ001  (Hypothesis wants bounds without a zone)
@settings(max_examples=60)
def test_every_program_s_own_count_of_moments_is_the_day_in_vietnam(moment):
    at = moment.replace(tzinfo=UTC, microsecond=0)
    day = (at + timedelta(hours=7)).date()
    assert read(str(int(at.timestamp()))).on == day
    assert read(str(int(at.timestamp() * 1000))).on == day
    assert read(f"{at:%Y%m%d%H%M%S}Z").on == day
