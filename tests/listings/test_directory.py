"""The table of editions, and one of them with what changed since the one before of its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from govmail_desk.listings import directory
from govmail_desk.operations.people import edit_person
from tests.directories import TODAY, person, published, staffed
from tests.gui.statements import counted_statements


@pytest.fixture
def desk(tmp_path):
    with staffed(tmp_path) as opened:
        yield opened


def test_the_newest_stands_first_and_the_kinds_stand_apart(desk):
    first, office = published(desk), published(desk, is_public=False)
    an = person(desk, "Trần Thị An")
    edit_person(desk, person=an, corrected=replace(an, post="Văn thư"))
    second = published(desk)
    rows = directory.editions(desk, is_public=True)
    assert [(row.id, row.number, row.as_of_on) for row in rows] == [(second, 2, TODAY), (first, 1, TODAY)]
    assert [row.id for row in directory.editions(desk, is_public=False)] == [office]
    facts = directory.pane(desk, second)
    assert facts is not None
    assert (facts.before, len(facts.change.changed), len(facts.change.added)) == (1, 1, 0)
    earlier = directory.pane(desk, first)
    assert earlier is not None
    assert (earlier.before, len(earlier.change.added)) == (None, len(earlier.lines))


def test_an_edition_is_read_in_one_statement_and_one_that_is_gone_is_none(desk):
    edition_id = published(desk)
    with counted_statements(desk) as sent:
        directory.pane(desk, edition_id)
        directory.editions(desk, is_public=True)
    assert len([one for one in sent if one.startswith("SELECT")]) <= 2
    assert directory.pane(desk, 999_999) is None
