"""What a page shows where it has nothing yet: what belongs there, and the act that starts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.look.act_button import ActButton
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_ICON = 40
_WIDEST = 440


class EmptyState(QWidget):
    """A drawing, what belongs here in one line, how it gets here in another, and the acts that start it."""

    def __init__(self, icon_name: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = _centred(self, "soft")
        self._title = _centred(self, "heading")
        self._words = _centred(self, "soft")
        self._acts = FlowLayout(is_centred=True)
        self._buttons: list[ActButton] = []
        self._lay_out()
        draw_icon(self._picture, icon_name, "edge", side=_ICON)

    def say(self, title: str, words: str = "", acts: tuple[QAction, ...] = (), *, icon_name: str = "") -> None:
        """Say what belongs here; the first act is the main one."""
        draw_icon(self._picture, icon_name or self._icon_name, "edge", side=_ICON)
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}".strip())
        self._offer(acts)

    @property
    def buttons(self) -> list[ActButton]:
        """The acts offered."""
        return list(self._buttons)

    def _offer(self, acts: tuple[QAction, ...]) -> None:
        for button in self._buttons:
            self._acts.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [
            ActButton(shown, kind="plain" if number else "main", parent=self) for number, shown in enumerate(acts)
        ]
        for button in self._buttons:
            self._acts.addWidget(button)

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setMaximumWidth(_WIDEST)
        rows = QVBoxLayout(column)
        rows.setSpacing(Space.NEAR)
        rows.addStretch(2)
        for part in (self._picture, self._title, self._words):
            rows.addWidget(part)
        rows.addSpacing(Space.NEAR)
        rows.addLayout(self._acts)
        rows.addStretch(3)
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)


def _centred(parent: QWidget, tone: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("tone", tone)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
