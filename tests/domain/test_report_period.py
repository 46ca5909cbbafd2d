from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision import FixedDate, ReportDuty
from govmail_desk.domain.report_period import PeriodKind, ReportPeriod, period_due, period_of, read_period

PERIODS = st.one_of(
    st.builds(ReportPeriod, st.just("quarter"), st.integers(1900, 2200), st.integers(1, 4)),
    st.builds(ReportPeriod, st.just("half-year"), st.integers(1900, 2200), st.integers(1, 2)),
    st.builds(ReportPeriod, st.just("year"), st.integers(1900, 2200)),
)


def _duty(every: str, due: FixedDate | None) -> ReportDuty:
    return ReportDuty(every=every, by="đơn vị", content="số hộp thư", due=due)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "first", "last", "words"),
    [
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "quý IV năm 2026"),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31), "quý I năm 2026"),
        ("2026-H1", date(2026, 1, 1), date(2026, 6, 30), "06 tháng đầu năm 2026"),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31), "06 tháng cuối năm 2026"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
    ],
)
def test_a_period_is_read_with_its_days_and_said_in_words(written: str, first: date, last: date, words: str) -> None:
    period = read_period(written)
    assert (str(period), period.first_on, period.last_on, period.words) == (written, first, last, words)


@pytest.mark.parametrize("text", ["", "2026-Q5", "2026-Q0", "2026-H3", "Q4-2026", "26-Q1", "2026-", "0026", "2026-Q4x"])
def test_what_is_no_period_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(RuleBroken, match="2026-Q4"):
        read_period(text)


@given(PERIODS)
def test_every_period_is_read_back_as_it_is_written_in_any_case(period: ReportPeriod) -> None:
    assert read_period(f" {str(period).lower()} ") == period


@given(PERIODS)
def test_periods_follow_each_other_without_a_gap(period: ReportPeriod) -> None:
    assert period.following.first_on == period.last_on + timedelta(days=1)
    assert period.following.preceding == period == period.preceding.following
    assert period.eve_on == period.preceding.last_on


@given(st.sampled_from(["quarter", "half-year", "year"]), st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_day_lies_in_the_period_named_after_it(kind: PeriodKind, day: date) -> None:
    period = period_of(kind, day)
    assert period.kind == kind
    assert period.first_on <= day <= period.last_on


@pytest.mark.parametrize(
    ("duty", "due_on", "period"),
    [
        (_duty("quarter", FixedDate(day=5)), date(2026, 12, 5), "2026-Q4"),
        (_duty("quarter", FixedDate(day=10)), date(2026, 3, 10), "2026-Q1"),
        (_duty("half-year", FixedDate(day=20, month=7, before=True)), date(2026, 7, 19), "2026-H1"),
        (_duty("year", FixedDate(day=20, month=1, before=True, next_year=True)), date(2027, 1, 19), "2026"),
        (_duty("year", FixedDate(day=15, month=12, before=True)), date(2026, 12, 14), "2026"),
        (_duty("half-year", FixedDate(day=1, month=7, before=True)), date(2026, 6, 30), "2026-H1"),
    ],
)
def test_a_due_date_says_which_period_it_is_about(duty: ReportDuty, due_on: date, period: str) -> None:
    assert str(period_due(duty, due_on)) == period


def test_a_duty_that_follows_each_change_has_no_period() -> None:
    assert period_due(_duty("change", None), date(2026, 12, 5)) is None
