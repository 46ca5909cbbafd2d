"""What can be done with whom or what is chosen on Người và đơn vị: the acts follow the choice, from nobody to a person to a unit."""

from __future__ import annotations

import pytest

from tests.desks import own_unit_id
from tests.gui.sample_register import peopled
from tests.gui.windows import OpenWindow


@pytest.fixture
def page(qtbot, tmp_path):
    opened = OpenWindow(qtbot, peopled(tmp_path), tmp_path, "people")
    yield opened.page
    opened.close()


def at_foot(page):
    return [offered.text() for offered in page.people_acts.at_foot]


def test_the_acts_at_the_foot_follow_from_a_person_to_their_unit(page):
    page.table.choose(page.table.rows.row_at(0).id)
    page.settle()
    assert "Biến động nhân sự…" in at_foot(page)
    assert "Đổi tên" not in at_foot(page)
    page.tree.choose(own_unit_id(page.desk))
    page.table.clearSelection()
    page.settle()
    assert "Đổi tên" in at_foot(page)
    assert "Biến động nhân sự…" not in at_foot(page)


def test_what_stands_at_the_foot_for_one_is_in_the_menu_of_the_row_too(page):
    page.table.choose(page.table.rows.row_at(0).id)
    page.settle()
    beside_more = [offered for offered in page.people_acts.at_foot if offered is not page.people_acts.about.more]
    assert beside_more
    assert set(beside_more) <= set(page.row_acts)
