"""One line of Hôm nay: its day in words, and how it gives way in a narrow window."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from govmail_desk.gui.look.why_card import Why, WhyButton
from govmail_desk.gui.parts.today_line import WORDS, TodayLine
from govmail_desk.listings.today_row import Act, TodayRow

TODAY = date(2026, 11, 23)


def made(qtbot, width=1000, **facts):
    given = {"section": "overdue", "title": "Hủy hộp thư", "detail": "nampv.stttt", "act": "open_mailbox"}
    line = TodayLine(TodayRow(**given | facts), TODAY, lambda row: Why(row.why, row.cite))
    qtbot.addWidget(line)
    line.resize(width, 60)
    line.show()
    return line


@pytest.mark.parametrize(
    ("due_on", "act_by", "said"),
    [
        (date(2026, 11, 16), date(2026, 11, 16), "Thứ Hai, 16/11/2026 · quá 7 ngày"),
        (TODAY, TODAY, "Thứ Hai, 23/11/2026 · hôm nay"),
        (date(2026, 11, 29), date(2026, 11, 27), "Thứ Sáu, 27/11/2026 · còn 4 ngày, hạn 29/11/2026"),
        (None, None, ""),
    ],
)
def test_the_day_to_act_by_is_said_and_the_stated_day_where_it_is_another(qtbot, due_on, act_by, said):
    assert made(qtbot, due_on=due_on, act_by=act_by).day_words == said


def test_in_a_narrow_window_the_day_stands_under_the_words(qtbot):
    line = made(qtbot, due_on=TODAY, act_by=TODAY)
    assert (line._days_beside.isVisible(), line._days_below.isVisible()) == (True, False)
    line.resize(560, 110)
    assert (line._days_beside.isVisible(), line._days_below.isVisible()) == (False, True)


def test_a_line_that_is_narrow_from_the_start_and_one_made_wide_again_show_their_day(qtbot):
    line = made(qtbot, width=560, due_on=TODAY, act_by=TODAY)
    assert (line._days_beside.isVisible(), line._days_below.isVisible()) == (False, True)
    line.resize(1000, 60)
    assert (line._days_beside.isVisible(), line._days_below.isVisible()) == (True, False)


def test_in_a_narrow_window_the_reason_stands_under_the_words_and_leaves_them_their_width(qtbot):
    line = made(qtbot, due_on=TODAY, act_by=TODAY, cite="Đ6.3", why="Để người khác không biết mật khẩu.")
    button = line.findChild(WhyButton)
    assert left_of(line, button) > left_of(line, line._days_beside)
    line.resize(560, 110)
    line.layout().activate()
    assert left_of(line, button) < line.width() / 2
    assert line.height() >= line.heightForWidth(560)


def test_days_stand_under_each_other_however_long_they_are_and_with_or_without_an_article(qtbot):
    lines = [
        made(qtbot, due_on=TODAY, act_by=TODAY),
        made(qtbot, due_on=date(2026, 11, 29), act_by=date(2026, 11, 27), cite="Đ6.3", why="Vì thế."),
        made(qtbot, due_on=TODAY, act_by=TODAY, cite="Đ11.2, Đ4.2", why="Vì thế.", act="record_report"),
    ]
    assert len({left_of(line, line._days_beside) for line in lines}) == 1


def left_of(line, part):
    return part.mapTo(line, part.rect().topLeft()).x()


def test_the_button_says_its_act_and_names_what_it_is_about(qtbot):
    line = made(qtbot, act="request_people")
    assert line.button.text() == "Lập đề nghị"
    assert line.button.accessibleName() == "Lập đề nghị: Hủy hộp thư, nampv.stttt"
    with qtbot.waitSignal(line.asked) as asked:
        line.button.click()
    assert asked.args == [line.row]


def test_every_act_has_its_words():
    assert set(WORDS) == set(get_args(Act))
