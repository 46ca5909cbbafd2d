"""The rail."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionButton

from govmail_desk.gui.frame.rail import Rail
from tests.gui.named_controls import unnamed_controls
from tests.gui.sample_unit import sample_specs


@pytest.fixture
def rail(qtbot) -> Rail:
    made = Rail(sample_specs())
    qtbot.addWidget(made)
    made.show_page("today")
    made.show()
    return made


def test_a_click_asks_for_a_page(rail: Rail, qtbot) -> None:
    with qtbot.waitSignal(rail.asked) as asked:
        rail.buttons["people"].click()
    assert asked.args == ["people"]


def test_arrow_keys_move_along_the_rail(rail: Rail, qtbot) -> None:
    rail.activateWindow()
    rail.buttons["today"].setFocus()
    qtbot.waitUntil(rail.buttons["today"].hasFocus)
    qtbot.keyClick(rail.buttons["today"], Qt.Key.Key_Down)
    assert rail.buttons["mailboxes"].hasFocus()


def test_a_count_is_seen_only_where_something_waits(rail: Rail) -> None:
    rail.show_counts({"requests": 2, "today": 0})
    pills = {key: button.findChild(object, "railCount") for key, button in rail.buttons.items()}
    assert {key for key, pill in pills.items() if pill is not None and pill.isVisible()} == {"requests"}
    rail.show_counts({"requests": 120})
    assert pills["requests"].text() == "99+"
    rail.show_counts({})
    assert not pills["requests"].isVisible()


def test_the_width_does_not_change_with_the_page_shown(rail: Rail) -> None:
    widths = set()
    for key in rail.buttons:
        rail.show_page(key)
        widths.add(rail.sizeHint().width())
    assert len(widths) == 1


def test_the_words_are_never_cut(rail: Rail) -> None:
    rail.show_page("people")
    button = rail.buttons["people"]
    assert button.fontMetrics().horizontalAdvance(button.text()) < button.sizeHint().width() - 32


def test_the_narrow_rail_names_its_pages_on_hover_and_to_a_reader(rail: Rail) -> None:
    rail.be_narrow(is_narrow=True)
    rail.show_counts({"requests": 2})
    assert rail.buttons["requests"].toolTip() == "Đề nghị, 2 việc đang chờ"
    assert unnamed_controls(rail) == []


@pytest.mark.parametrize("count", [3, 10, 120])
def test_a_count_of_the_narrow_rail_stands_beside_the_drawing(rail: Rail, count: int) -> None:
    rail.be_narrow(is_narrow=True)
    rail.show_counts({"requests": count})
    button = rail.buttons["requests"]
    button.resize(button.sizeHint())
    inside = QStyleOptionButton()
    inside.initFrom(button)
    contents = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, inside, button)
    pill = button.findChild(QLabel, "railCount")
    assert pill.geometry().left() > contents.left() + button.iconSize().width()
    assert button.rect().contains(pill.geometry())
