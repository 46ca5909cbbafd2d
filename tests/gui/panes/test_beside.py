"""A list with its pane: both where there is room, one at a time where there is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from govmail_desk.gui.panes.beside import Beside
from govmail_desk.gui.panes.pane import Pane


@pytest.fixture
def beside(qtbot):
    beside = Beside(QLineEdit(), Pane("Người"))
    qtbot.addWidget(beside)
    beside.resize(1100, 400)
    beside.show()
    return beside


def seen(beside):
    return beside.listed.isVisible(), beside.pane.isVisible()


def test_the_list_has_the_whole_width_until_something_is_chosen(beside) -> None:
    assert seen(beside) == (True, False)
    beside.show_chosen(has_chosen=True)
    assert seen(beside) == (True, True)
    beside.show_chosen(has_chosen=False)
    assert seen(beside) == (True, False)


def test_a_narrow_one_shows_the_pane_alone_and_goes_back(beside) -> None:
    alone = []
    beside.pane_alone.connect(alone.append)
    beside.resize(500, 400)
    beside.show_chosen(has_chosen=True)
    assert seen(beside) == (True, False)
    beside.open_pane()
    assert seen(beside) == (False, True)
    assert alone[-1] is True
    QTest.keyClick(beside.pane, Qt.Key.Key_Escape)
    assert seen(beside) == (True, False)
    assert alone[-1] is False


def test_the_way_back_is_only_offered_where_the_pane_stands_alone(beside) -> None:
    beside.show_chosen(has_chosen=True)
    assert not beside.pane.back_button.isVisible()
    beside.resize(500, 400)
    beside.open_pane()
    assert beside.pane.back_button.isVisible()
    beside.resize(1100, 400)
    assert seen(beside) == (True, True)
