"""What was written by another program on the same register."""

from __future__ import annotations

import pytest

from govmail_desk.desk import Desk
from govmail_desk.listings.elsewhere import written_since
from tests.desks import added, founded


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path) as open_desk:
        yield open_desk


@pytest.fixture
def other(desk, tmp_path):
    with Desk.open(tmp_path / "so.govmail", person="Lê Thị Mỹ Hạnh", clock=desk.clock) as open_desk:
        yield open_desk


def test_at_first_only_the_last_number_is_learnt(desk):
    changes = written_since(desk, None)
    assert changes.is_empty
    assert changes.seq == desk.journal_head()[0]


def test_nothing_written_is_an_empty_change(desk):
    head = desk.journal_head()[0]
    assert written_since(desk, head).is_empty


def test_every_act_since_is_gathered_and_the_last_one_named(desk, other):
    head = desk.journal_head()[0]
    people = [added(other, name) for name in ("Nguyễn Văn Thành", "Trần Ánh")]
    changes = written_since(desk, head)
    assert changes.seq == head + 2
    assert changes.ids["person"] == frozenset(people)
    assert "Trần Ánh" in changes.sentence
