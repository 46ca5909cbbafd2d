"""A menu of lesser acts that opens at the button which stands for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from govmail_desk.gui.look.act_button import ActButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget


def offer_at_button(page: QWidget, shown: QAction, acts: Sequence[QAction]) -> QMenu:
    """Open a menu at the button of an act where one is seen, else at the mouse; it goes when it closes."""
    menu = QMenu(page)
    menu.addActions(list(acts))
    menu.aboutToHide.connect(menu.deleteLater)
    buttons = page.window().findChildren(ActButton)
    button = next((each for each in buttons if each.shown is shown and each.isVisible()), None)
    menu.popup(QCursor.pos() if button is None else _place_at(button, menu))
    return menu


def _place_at(button: ActButton, menu: QMenu) -> QPoint:
    """Place a menu under a button, or above it where there is no room."""
    below = button.mapToGlobal(QPoint(0, button.height()))
    is_room = below.y() + menu.sizeHint().height() <= button.screen().availableGeometry().bottom()
    return below if is_room else button.mapToGlobal(QPoint(0, -menu.sizeHint().height()))
