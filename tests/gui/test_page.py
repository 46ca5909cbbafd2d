"""What a page is."""

from __future__ import annotations

import pytest

from govmail_desk.gui.page import Page
from tests.gui.sample_unit import SamplePage


@pytest.fixture
def page(qtbot) -> SamplePage:
    made = SamplePage()
    qtbot.addWidget(made)
    return made


def test_the_head_hears_of_another_line_and_not_of_the_same(page: SamplePage, qtbot) -> None:
    with qtbot.waitSignal(page.header_changed):
        page.set_subtitle("3 hộp thư")
    with qtbot.assertNotEmitted(page.header_changed):
        page.set_subtitle("3 hộp thư")


def test_an_act_can_be_begun_by_its_key(page: SamplePage) -> None:
    page.start("import")
    page.start("không có")
    assert page.started == ["import"]


def test_an_act_that_cannot_be_done_now_is_not_begun(page: SamplePage) -> None:
    page.acts[0].setEnabled(False)
    page.start("import")
    assert page.started == []


def test_a_page_must_say_how_it_reads(qtbot) -> None:
    page = Page()
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        page.reload(None)
    page.show_item(3)
