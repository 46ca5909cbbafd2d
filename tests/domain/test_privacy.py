"""Numbers shown only at their ends, and which of the unit's choices holds on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.privacy import PrivacyChoice, choice_on, masked

DIGITS = st.text(alphabet="0123456789", max_size=20)


@pytest.mark.parametrize(
    ("number", "shown"),
    [("079085001223", "0790••••••23"), ("164123456", "164•••••6"), ("0912000111", "091••••••1"), ("7", "•"), ("", "")],
)
def test_a_number_shows_only_its_beginning_and_end(number, shown):
    assert masked(number) == shown


@given(DIGITS)
def test_never_more_than_half_of_a_number_is_seen(number):
    shown = masked(number)
    assert len(shown) == len(number)
    assert 2 * shown.count("•") >= len(number)
    assert all(one in {"•", two} for one, two in zip(shown, number, strict=True))


@given(DIGITS, DIGITS)
def test_numbers_that_differ_only_where_they_are_covered_look_the_same(number, other):
    shown = masked(number)
    digits = iter(other + number)
    twin = "".join(next(digits) if letter == "•" else letter for letter in shown)
    assert masked(twin) == shown


def test_the_last_choice_begun_by_a_day_holds():
    first = PrivacyChoice(id=1, from_on=date(2026, 1, 5), keep_month_count=12)
    later = PrivacyChoice(id=2, from_on=date(2026, 11, 23), keep_month_count=24, is_id_number_kept=True)
    assert choice_on([first, later], date(2026, 11, 22)) is first
    assert choice_on([later, first], date(2026, 11, 23)) is later
    assert choice_on([first, later], date(2026, 1, 4)) is None
