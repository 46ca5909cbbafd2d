"""A rule as one line: what it says, whose it is, and the day it leads to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.regulation import REQUEST_LIMIT_OPERATOR
from govmail_desk.domain.working_days import count
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines, rule_in_words
from govmail_desk.regulations import shipped

KEY = REQUEST_LIMIT_OPERATOR["create"]


@pytest.fixture
def regulation():
    return shipped.find("ninhbinh-2020")


def test_a_rule_says_its_value_and_article(regulation) -> None:
    said = rule_in_words(KEY, regulation.find(KEY))
    assert said == "Thời hạn giải quyết đề nghị cấp mới: 03 ngày làm việc (Đ6.2)"


def test_a_rule_that_was_counted_names_the_day_with_its_weekday(regulation) -> None:
    provision = regulation.find(KEY)
    counting = count(date(2026, 11, 16), provision.value, shipped_calendar(), when_off="moves")
    assert rule_in_words(KEY, provision, counting).endswith("; tính từ 16/11/2026 thì hết Thứ Năm, 19/11/2026")


@pytest.mark.parametrize(
    ("source", "words"), [("suggested", "gợi ý của chương trình"), ("unit", "lựa chọn của đơn vị")]
)
def test_what_is_not_the_regulations_is_called_so(source, words, regulation) -> None:
    provision = replace(regulation.find(KEY), source=source, cite=None)
    assert rule_in_words(KEY, provision).endswith(f"({words})")


def test_the_line_answers_why(qtbot, regulation) -> None:
    line = RuleLine.of(KEY, regulation.find(KEY), regulation)
    qtbot.addWidget(line)
    assert (line.why_button.why.cite, line.why_button.why.set_by) == ("Đ6.2", regulation.short_name)


def test_other_lines_take_the_place_of_those_before(qtbot, regulation) -> None:
    lines = RuleLines()
    qtbot.addWidget(lines)
    lines.show()
    lines.show_lines([RuleLine.of(KEY, regulation.find(KEY), regulation) for _ in range(3)])
    lines.show_lines([RuleLine.of(KEY, regulation.find(KEY), regulation)])
    qtbot.waitUntil(lambda: [line.isVisible() for line in lines.findChildren(RuleLine)].count(True) == 1)
