"""Our own drawings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from govmail_desk import paths
from govmail_desk.gui.look.icons import SIDE, draw_icon, icon, redraw
from govmail_desk.gui.look.theme import Look, dress

DRAWINGS = sorted((paths.resources() / "icons").glob("*.svg"))
PROGRAM = sorted((Path(paths.__file__).parent / "gui").rglob("*.py"))


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication):
    yield
    dress(qapp, Look("light"))
    redraw()


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda drawing: drawing.stem)
def test_every_drawing_can_be_drawn_and_reaches_for_nothing_else(drawing: Path) -> None:
    words = drawing.read_text(encoding="utf-8")
    assert QSvgRenderer(words.encode()).isValid()
    assert "href" not in words
    assert "currentColor" in words or "." in drawing.stem or drawing.stem == "govmail-desk"


def test_every_drawing_the_program_asks_for_is_there() -> None:
    asking = re.compile(r'(?:icon\(|icon_name=|draw_icon\(\w+, |icon=)"([a-z-]+)"')
    asked = {name for file in PROGRAM for name in asking.findall(file.read_text(encoding="utf-8"))}
    assert asked
    assert asked <= {drawing.stem for drawing in DRAWINGS}


def test_a_drawing_wears_the_colour_it_is_asked_for() -> None:
    assert colours_of(icon("check", "bad")) == {"#b3261e"}


@pytest.mark.parametrize("kind", [QPushButton, QLabel])
def test_a_drawing_on_the_window_follows_the_look(qapp: QApplication, qtbot, kind: type) -> None:
    target = kind()
    qtbot.addWidget(target)
    draw_icon(target, "check", "ink")
    dress(qapp, Look("dark"))
    redraw()
    shown = QIcon(target.pixmap()) if isinstance(target, QLabel) else target.icon()
    assert colours_of(shown) == {"#e8ecf0"}


def test_the_drawing_of_an_act_in_a_field_follows_too(qapp: QApplication, qtbot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    glass = QAction(field)
    draw_icon(glass, "search", "ink")
    field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
    dress(qapp, Look("contrast"))
    redraw()
    assert colours_of(glass.icon()) == {"#ffffff"}


def test_a_chosen_row_does_not_fade_its_drawing() -> None:
    made = icon("check", "bad")
    assert made.pixmap(QSize(SIDE, SIDE), QIcon.Mode.Selected).toImage() == made.pixmap(QSize(SIDE, SIDE)).toImage()


def colours_of(made: QIcon) -> set[str]:
    """The colours a drawing is wholly painted in somewhere."""
    picture = made.pixmap(SIDE, SIDE).toImage()
    pixels = [picture.pixelColor(left, top) for left in range(picture.width()) for top in range(picture.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}
