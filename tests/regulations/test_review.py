"""The day to answer a review by: a suggestion of ours, called so, counted in working days."""

from __future__ import annotations

from datetime import date

from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.limits import counted
from govmail_desk.regulations.review import answer_period


def test_it_is_ours_and_rests_on_no_article():
    said = answer_period()
    assert (said.source, said.cite, said.value.unit) == ("suggested", None, "working-day")
    assert said.why


def test_days_off_are_not_counted():
    found = counted(answer_period(), date(2026, 4, 24), shipped_calendar())
    assert {day.date for day in found.skipped} >= {date(2026, 4, 25), date(2026, 4, 30), date(2026, 5, 1)}
    assert len(found.counted) == answer_period().value.count
