"""Where a scrolled content stands while it is built anew."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSlider, QScrollBar

from govmail_desk.gui.panes.kept_place import KeptPlace


@pytest.fixture
def bar(qtbot):
    bar = QScrollBar()
    qtbot.addWidget(bar)
    bar.setRange(0, 1000)
    return bar


def test_the_place_is_gone_back_to_however_late_and_in_however_many_steps_the_content_grows(bar):
    bar.setRange(0, 0)
    KeptPlace(bar).keep(300)
    for height, reached in ((0, 0), (120, 120), (40, 40), (900, 300), (200, 200), (1000, 300)):
        bar.setRange(0, height)
        assert bar.value() == reached


def test_whoever_scrolls_is_not_pulled_back(bar):
    KeptPlace(bar).keep(300)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    bar.setRange(0, 2000)
    assert bar.value() == 1000


def test_where_the_focus_moved_the_content_it_stays(bar):
    KeptPlace(bar).keep(300)
    bar.setValue(450)
    bar.setRange(0, 2000)
    assert bar.value() == 450


def test_nothing_is_gone_back_to_once_it_was_let_go(bar):
    kept = KeptPlace(bar)
    kept.keep(300)
    kept.forget()
    bar.setValue(0)
    bar.setRange(0, 2000)
    assert bar.value() == 0
