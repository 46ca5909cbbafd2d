"""Which period packages are asked for on a day, under each regulation."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk import paths
from govmail_desk.desk import shipped_calendar
from govmail_desk.domain.exchange_due import asked_period
from govmail_desk.regulations import loader


@pytest.mark.parametrize(
    ("regulation_id", "on", "period"),
    [
        ("quan4-03-2013", date(2026, 12, 4), "2026-Q3"),
        ("quan4-03-2013", date(2026, 12, 5), "2026-Q4"),
        ("quan4-03-2013", date(2027, 1, 1), "2026-Q4"),
        ("camau-24-2018", date(2026, 12, 31), "2026-H1"),  # no day is stated: the last half-year that is over
        ("camau-24-2018", date(2027, 1, 1), "2026-H2"),
        ("ninhbinh-2020", date(2026, 12, 13), "2025"),
        ("ninhbinh-2020", date(2026, 12, 14), "2026"),
        ("soctrang-59-2024", date(2026, 7, 1), "2026-H1"),  # only the Sở's own report is stated
        ("khanhhoa-dagt-2021", date(2026, 7, 1), "2026-Q2"),  # the regulation knows no report
    ],
)
def test_it_is_the_last_whose_day_has_come(regulation_id, on, period):
    regulation = loader.load(paths.regulations() / f"{regulation_id}.toml")
    assert str(asked_period(regulation, on, shipped_calendar())) == period
