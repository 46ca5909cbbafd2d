"""Our own line drawings, tinted with the colours of the look in use.

Here: icons by name, `draw_on` to put a drawing on a button, act or label, and `redraw` after another look was put on.
The drawings: `resources/icons/*.svg`, 24 units wide, drawn in `currentColor`.
Not here: the small marks beside states (`gui.look.marks`), which carry meaning and have words with them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from math import ceil
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from govmail_desk import paths
from govmail_desk.gui.look.theme import theme_in_use

SIDE: Final = 20
"""Pixels of the desktop along one side of an icon in the window."""
_DRAWN: Final = "govmailDrawing"

Drawing = Callable[[], QIcon]
Target = QAbstractButton | QAction | QLabel


def icon(name: str, colour: str = "ink_soft", *, side: int = SIDE) -> QIcon:
    """Return a drawing in a colour of the look in use; Qt itself greys it for what cannot be used now."""
    return _tinted(name, theme_in_use().colours[colour], side, drawing_ratio())


def drawing_ratio() -> int:
    """Return how many pixels of the finest screen one pixel of the desktop has, as a whole number."""
    return ceil(max(screen.devicePixelRatio() for screen in QGuiApplication.screens()))


def draw_icon(target: Target, name: str, colour: str = "ink_soft", *, side: int = SIDE) -> None:
    """Put a drawing on a button, act or label; it follows the look."""
    draw_on(target, partial(icon, name, colour, side=side), side=side)


def draw_on(target: Target, drawing: Drawing, *, side: int = SIDE) -> None:
    """Put whatever `drawing` draws on a button, act or label; it is drawn anew with every look."""
    target.setProperty(_DRAWN, _Drawn(drawing, side))
    _draw(target)


def redraw() -> None:
    """Draw every icon of the application anew; called when another look was put on."""
    for widget in QApplication.allWidgets():
        for target in (widget, *widget.actions()):
            _draw(target)


class _Drawn:
    """What stands on a target."""

    def __init__(self, drawing: Drawing, side: int) -> None:
        self.drawing = drawing
        self.size = QSize(side, side)


def _draw(target: QObject) -> None:
    drawn = target.property(_DRAWN)
    if not isinstance(drawn, _Drawn):
        return
    if isinstance(target, QLabel):
        target.setPixmap(drawn.drawing().pixmap(drawn.size))
    elif isinstance(target, QAbstractButton):
        target.setIconSize(drawn.size)
        target.setIcon(drawn.drawing())
    elif isinstance(target, QAction):
        target.setIcon(drawn.drawing())


@lru_cache(maxsize=256)
def _tinted(name: str, code: str, side: int, ratio: int) -> QIcon:
    drawing = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    pixmap = QPixmap(side * ratio, side * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.replace("currentColor", code).encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt fades the drawing of a chosen row
    return made
