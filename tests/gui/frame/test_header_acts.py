"""The acts in a page's head."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.frame.header_acts import HeaderActs
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import SamplePage


@pytest.fixture
def acts(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    made = HeaderActs(place)
    place.resize(900, 80)
    place.show()
    yield made
    place.close()


@pytest.fixture
def page(qtbot) -> SamplePage:
    made = SamplePage()
    qtbot.addWidget(made)
    return made


def test_the_main_act_stands_last_and_alone_is_main(acts: HeaderActs, page: SamplePage) -> None:
    acts.show_page(page)
    assert [button.property("kind") for button in acts.buttons] == ["plain", "main"]
    acts.buttons[0].click()
    assert page.started == ["import"]


def test_the_same_acts_keep_their_buttons(acts: HeaderActs, page: SamplePage) -> None:
    acts.show_page(page)
    before = acts.buttons
    acts.show_page(page)
    assert acts.buttons == before
    acts.show_page(None)
    assert acts.buttons == []


def test_in_a_narrow_window_lesser_acts_wait_in_a_menu(acts: HeaderActs, page: SamplePage, qtbot) -> None:
    acts.show_page(page)
    acts.be_narrow(is_narrow=True)
    qtbot.waitUntil(lambda: [button.isVisible() for button in acts.buttons] == [False, True])
    assert acts.more.isVisible()
    assert [action.text() for action in acts.more.menu().actions()] == ["Nhập danh sách"]
    assert unnamed_controls(acts) == []
    acts.be_narrow(is_narrow=False)
    qtbot.waitUntil(lambda: [button.isVisible() for button in acts.buttons] == [True, True])
    assert not acts.more.isVisible()
