"""The tree of units, and the names they bear."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.unit import UnitName, names_on, stands_under_itself


@pytest.mark.parametrize(
    ("unit_id", "parents", "does"),
    [
        (1, {1: None}, False),
        (1, {1: 1}, True),
        (1, {1: 2, 2: None}, False),
        (1, {1: 2, 2: 3, 3: 1}, True),
        (4, {1: 2, 2: 1, 4: 1}, False),
        (9, {}, False),
    ],
)
def test_a_unit_stands_under_itself_where_the_way_up_comes_back_to_it(unit_id, parents, does):
    assert stands_under_itself(unit_id, parents) is does


@given(st.dictionaries(st.integers(1, 8), st.none() | st.integers(1, 8)), st.integers(1, 8))
def test_the_way_up_always_ends(parents, unit_id):
    above, reached = parents.get(unit_id), []
    for _ in range(20):
        if above is None:
            break
        reached.append(above)
        above = parents.get(above)
    assert stands_under_itself(unit_id, parents) is (unit_id in reached)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2025, 2, 28), "Sở TT&TT"),
        (date(2025, 3, 1), "Sở KH&CN"),
        (date(2030, 1, 1), "Sở KH&CN"),
        (date(1990, 1, 1), "Sở KH&CN"),
    ],
)
def test_a_unit_bears_the_name_of_the_day_and_else_its_open_ended_one(day, name):
    names = [
        UnitName(id=1, unit_id=7, name="Sở KH&CN", from_on=date(2025, 3, 1)),
        UnitName(id=2, unit_id=7, name="Sở TT&TT", from_on=date(2008, 1, 1), to_on=date(2025, 2, 28)),
    ]
    assert names_on(names, day) == {7: name}
