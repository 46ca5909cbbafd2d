"""Pages under one another, in the middle of a width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.parts.paper_places import LEAST_ZOOM, MOST_ZOOM_TO_FIT, PaperPlaces

A4, LYING = (595.0, 842.0), (842.0, 595.0)
SIZES = some.lists(some.tuples(some.floats(50, 2000), some.floats(50, 2000)), min_size=1, max_size=12)


def placed(*sizes, room=1000, point=1.0, zoom=None):
    places = PaperPlaces()
    places.arrange(sizes, room_width=room, point=point, zoom=zoom)
    return places


def test_the_widest_page_fills_the_room_and_the_narrower_stand_in_its_middle():
    places = placed(A4, LYING, room=842 + 2 * Space.USUAL)
    assert places.zoom == 1.0
    lying, standing = places.rect(1, room_width=866), places.rect(0, room_width=866)
    assert lying.width() == 842
    assert standing.center().x() == lying.center().x() == 433


def test_a_page_is_as_large_as_paper_at_full_size():
    places = placed(A4, point=96 / 72, zoom=1.0)
    assert places.rect(0, room_width=1000).height() == pytest.approx(842 * 96 / 72)


def test_a_room_too_narrow_or_too_wide_has_its_bounds():
    assert placed(A4, room=3).zoom == LEAST_ZOOM
    assert placed(A4, room=99_999).zoom == MOST_ZOOM_TO_FIT


def test_no_pages_take_no_room():
    places = placed()
    assert (places.whole.height(), places.between(0, 99), places.spot(7)) == (0, [], (0, 0.0))
    assert places.height_of(0, 0.5) == 0.0


@given(sizes=SIZES, zoom=some.floats(0.2, 4))
def test_pages_never_lie_over_one_another_and_all_lie_in_the_whole(sizes, zoom):
    places = placed(*sizes, zoom=zoom)
    rects = [places.rect(page, room_width=700) for page in range(len(sizes))]
    assert all(upper.bottom() < lower.top() for upper, lower in pairwise(rects))
    assert rects[-1].bottom() <= places.whole.height() + 1
    assert places.between(0, places.whole.height()) == list(range(len(sizes)))


@given(sizes=SIZES, part=some.floats(0, 0.99), zooms=some.tuples(some.floats(0.2, 4), some.floats(0.2, 4)))
def test_a_spot_stays_on_its_page_when_pages_grow(sizes, part, zooms):
    before, after = (placed(*sizes, zoom=zoom) for zoom in zooms)
    for page in range(len(sizes)):
        found, down = before.spot(before.height_of(page, part))
        assert (found, down) == (page, pytest.approx(part, abs=1e-6))
        assert after.spot(after.height_of(found, down))[0] == page
