"""Copies of a handover's papers on the clerk's disk: the kept bytes, never over a file that says otherwise."""

from __future__ import annotations

import pytest

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.handover import Minutes
from govmail_desk.operations.handover_minutes import make_minutes
from govmail_desk.operations.kept_copies import copy_kept
from tests.desks import founded
from tests.handovers import opened
from tests.request_lives import one


@pytest.fixture
def desk(tmp_path):
    with founded(tmp_path / "so", "camau-24-2018") as desk:
        yield desk


def test_a_second_copy_of_the_same_bytes_is_the_first(desk, tmp_path):
    make_minutes(desk, handover_id=opened(desk).id)
    kept = one(desk, Minutes)
    paths = {copy_kept(desk, Minutes, record_id=kept.id, folder=tmp_path / "ra") for _ in range(2)}
    (path,) = paths
    assert (path.name, len(path.read_bytes())) == (kept.name, kept.byte_count)


def test_what_is_no_longer_there_is_refused_in_one_sentence(desk, tmp_path):
    with pytest.raises(RuleBroken, match="không còn trong sổ"):
        copy_kept(desk, Minutes, record_id=999, folder=tmp_path / "ra")
