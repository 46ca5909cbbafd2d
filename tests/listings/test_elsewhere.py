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


def test_what_this_desk_wrote_itself_is_no_news_among_others(desk, other):
    head = desk.journal_head()[0]
    added(desk, "Lê Văn Ấn")
    person_id = added(other, "Nguyễn Văn Thành")
    added(desk, "Trần Ánh")
    changes = written_since(desk, head)
    assert (changes.seq, changes.ids["person"]) == (head + 3, frozenset({person_id}))
    assert "Nguyễn Văn Thành" in changes.sentence


def test_many_acts_of_its_own_are_all_passed_over(desk):
    head = desk.journal_head()[0]
    for name in ("Nguyễn Văn Thành", "Trần Ánh", "Lê Văn Ấn"):
        added(desk, name)
    changes = written_since(desk, head)
    assert (changes.seq, changes.is_empty) == (head + 3, True)
