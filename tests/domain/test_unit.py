"""The tree of units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmail_desk.domain.unit import stands_under_itself


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
