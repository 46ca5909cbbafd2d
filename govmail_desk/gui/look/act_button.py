"""Buttons that say an act: one QAction shown as a button, so that menu, shortcut, search and button are the same act.

Here: `act` (make one), `ActButton` (show one). What the act does is the page's slot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from govmail_desk.gui.look.icons import draw_icon

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["plain", "main", "quiet"]

_SIDE = 18


def act(
    parent: QWidget,
    key: str,
    text: str,
    does: Callable[[], object],
    *,
    icon_name: str = "",
    shortcut: str = "",
    tip: str = "",
) -> QAction:
    """Make an act of a page: `key` names it for the search box, `text` is its verb, `does` a bound method.

    A lambda here would keep the page alive for ever; give a method.
    """
    made = QAction(text, parent)
    made.setObjectName(key)
    made.setData(icon_name)
    made.setToolTip(tip or text)
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(does)
    parent.addAction(made)
    return made


class ActButton(QPushButton):
    """A button that shows an act and follows it: its words, whether it can be done now, whether it is offered."""

    def __init__(self, shown: QAction, *, kind: Kind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.clicked.connect(shown.trigger)
        shown.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        shown = self.shown
        keys = shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        gap = " " if shown.data() else ""  # Fusion leaves too little between a drawing and the words
        self.setText(gap + shown.text().replace("&", "&&"))
        self.setAccessibleName(shown.text())
        self.setToolTip(f"{shown.toolTip()} ({keys})" if keys else shown.toolTip())
        self.setEnabled(shown.isEnabled())
        self._follow_visibility()
        self._draw_icon()

    def _follow_visibility(self) -> None:
        was_hidden_by_us = self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if not self.shown.isVisible():
            self.hide()
        elif was_hidden_by_us:
            self.show()

    def _draw_icon(self) -> None:
        name = self.shown.data()
        if isinstance(name, str) and name:
            is_on_accent = self.property("kind") == "main" and self.isEnabled()
            draw_icon(self, name, "accent_ink" if is_on_accent else "ink_soft", side=_SIDE)
