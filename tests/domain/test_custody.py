"""Who answered on which day."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.custody import Custody

FIRST, LAST = date(2026, 1, 5), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("from_on", "to_on", "day", "holds"),
    [
        (FIRST, LAST, date(2026, 1, 4), False),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(2026, 7, 1), False),
        (None, LAST, date(1990, 1, 1), True),
        (FIRST, None, date(2099, 1, 1), True),
        (None, None, FIRST, True),
    ],
)
def test_the_first_and_the_last_day_are_in_it_and_an_open_end_holds_on(from_on, to_on, day, holds):
    custody = Custody(unit_id=1, person_id=2, role="head", from_on=from_on, to_on=to_on)
    assert custody.holds_on(day) is holds
