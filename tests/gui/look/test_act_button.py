"""Acts as buttons."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtWidgets import QWidget

from govmail_desk.gui.look.act_button import ActButton, act


class Place(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.done = 0
        self.act = act(
            self, "add", "Thêm người", self.add, icon_name="add", shortcut="Ctrl+N", tip="Thêm một người vào sổ"
        )

    def add(self) -> None:
        self.done += 1


@pytest.fixture
def place(qtbot) -> Place:
    made = Place()
    qtbot.addWidget(made)
    return made


def test_a_button_does_its_act_and_says_its_keys(place: Place) -> None:
    button = ActButton(place.act, kind="main", parent=place)
    button.click()
    assert place.done == 1
    assert button.accessibleName() == "Thêm người"
    assert button.toolTip() == "Thêm một người vào sổ (Ctrl+N)"


def test_the_drawing_of_the_main_act_is_seen_while_it_cannot_be_done(place: Place) -> None:
    button = ActButton(place.act, kind="main", parent=place)
    on_accent = button.icon().pixmap(18, 18).toImage()
    place.act.setEnabled(False)
    assert button.icon().pixmap(18, 18).toImage() != on_accent
    place.act.setEnabled(True)
    assert button.icon().pixmap(18, 18).toImage() == on_accent


def test_a_button_follows_its_act(place: Place) -> None:
    button = ActButton(place.act, parent=place)
    place.show()
    place.act.setEnabled(False)
    place.act.setText("Thêm người khác")
    assert not button.isEnabled()
    assert button.accessibleName() == "Thêm người khác"
    place.act.setVisible(False)
    assert button.isHidden()
    place.act.setVisible(True)
    assert not button.isHidden()


def test_a_button_made_for_no_window_yet_opens_none(place: Place, qtbot) -> None:
    button = ActButton(place.act)
    qtbot.addWidget(button)
    place.act.setText("Thêm nữa")
    assert not button.isVisible()


def test_a_place_with_acts_can_go(qtbot) -> None:
    place = Place()
    watched = weakref.ref(place)
    del place
    gc.collect()
    assert watched() is None
