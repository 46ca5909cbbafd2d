"""The menu under the name of the person working: the look of the window.

Here: the menu. What a choice does is said by a signal; other acts are added by whoever has them (`menu.addAction`).
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from govmail_desk.gui.look.theme import TEXT_PERCENTS, Look, SchemeChoice

SCHEME_WORDS: Final[dict[SchemeChoice, str]] = {
    "system": "Theo máy tính",
    "light": "Nền sáng",
    "dark": "Nền tối",
    "contrast": "Tương phản cao",
}


class PersonMenu(QMenu):
    """Opens under the button it is given."""

    look_chosen = Signal(object)
    """Another `Look` was chosen."""

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        sizes = {percent: f"{percent} %" for percent in TEXT_PERCENTS}
        self._schemes = self._fill(self.addMenu(self.tr("Màu sắc")), SCHEME_WORDS)
        self._sizes = self._fill(self.addMenu(self.tr("Cỡ chữ")), sizes)
        button.setMenu(self)

    def show_look(self, look: Look) -> None:
        """Tick the look in use."""
        for group, value in ((self._schemes, look.scheme), (self._sizes, look.text_percent)):
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _fill(self, menu: QMenu, choices: dict[SchemeChoice, str] | dict[int, str]) -> QActionGroup:
        group = QActionGroup(self)
        for value, words in choices.items():
            action = QAction(words, group)
            action.setCheckable(True)
            action.setData(value)
            menu.addAction(action)
        group.triggered.connect(self._choose)
        return group

    def _choose(self) -> None:
        scheme, size = self._schemes.checkedAction(), self._sizes.checkedAction()
        if scheme is not None and size is not None:
            self.look_chosen.emit(Look(scheme.data(), size.data()))
