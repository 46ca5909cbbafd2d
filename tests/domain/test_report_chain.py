"""Reports of one kind follow each other without a gap and without a day told twice."""

from __future__ import annotations

from datetime import date

from govmail_desk.domain.report import Report
from govmail_desk.domain.report_chain import chained, goes_on_from, last_before, opening_of, sent_after
from govmail_desk.domain.report_period import read_period

SEPTEMBER, DECEMBER = date(2026, 9, 5), date(2026, 12, 5)


def report(period: str, opening_on: date, cut_off_on: date, **about) -> Report:
    told = {"scope": "unit", "rule": "report.unit", "regulation_id": "quan4-03-2013", "made_on": cut_off_on}
    return Report(period=period, opening_on=opening_on, cut_off_on=cut_off_on, **(told | about))


THIRD = report("2026-Q3", date(2026, 6, 5), SEPTEMBER, id=1, state="sent", number="7")
FOURTH = report("2026-Q4", SEPTEMBER, DECEMBER, id=2, state="sent", number="12")


def test_a_report_chains_with_those_of_its_length_that_were_neither_given_up_nor_supplements():
    others = [
        report("2026", date(2025, 12, 31), DECEMBER, id=3),
        report("2026-Q2", date(2026, 3, 5), date(2026, 6, 5), id=4, state="cancelled"),
        report("2026-Q3", date(2026, 6, 5), SEPTEMBER, id=5, supplements_id=1),
    ]
    assert chained([THIRD, *others, FOURTH], read_period("2027-Q1")) == [THIRD, FOURTH]


def test_it_opens_where_the_last_was_cut_off_and_the_first_on_the_eve_of_its_period():
    assert last_before([THIRD, FOURTH], DECEMBER) == THIRD
    assert opening_of([THIRD, FOURTH], read_period("2027-Q1"), date(2027, 3, 5)) == DECEMBER
    assert opening_of([THIRD], read_period("2026-Q3"), SEPTEMBER) == date(2026, 6, 30)


def test_it_ends_where_one_on_a_later_period_that_was_sent_opens():
    assert sent_after([FOURTH], read_period("2026-Q3")) == FOURTH
    assert sent_after([FOURTH], read_period("2026-Q4")) is None
    assert sent_after([report("2026-Q4", SEPTEMBER, DECEMBER)], read_period("2026-Q3")) is None
    assert "quý IV năm 2026 số 12 đã gửi, tính từ sau ngày 05/09/2026" in goes_on_from(FOURTH)
