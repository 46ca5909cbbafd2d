"""The unit's own dated choices."""

from __future__ import annotations

from datetime import date

import pytest

from govmail_desk.domain.settings import Signer

FIRST, LAST = date(2026, 1, 5), date(2026, 6, 30)


@pytest.mark.parametrize(
    ("from_on", "to_on", "day", "may"),
    [
        (FIRST, LAST, date(2026, 1, 4), False),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, date(2026, 7, 1), False),
        (None, None, FIRST, True),
    ],
)
def test_an_authority_to_sign_holds_on_its_first_and_its_last_day(from_on, to_on, day, may):
    assert Signer(full_name="Lê An", post="Giám đốc", from_on=from_on, to_on=to_on).may_sign_on(day) is may
