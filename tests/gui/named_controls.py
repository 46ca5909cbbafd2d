"""What a screen reader would find without a name. No test; the tests of windows, pages and dialogs ask it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def unnamed_controls(place: QWidget) -> list[str]:
    """List the parts of a window that can have the focus and that nothing names."""
    parts = [place, *place.findChildren(QWidget)]
    return [
        f"{type(part).__name__} {part.objectName()}" for part in parts if _is_control(part, place) and not _name(part)
    ]


def _is_control(part: QWidget, place: QWidget) -> bool:
    if part.window() is not place.window():  # the list of a closed combo box
        return False
    is_inside = isinstance(part.parentWidget(), QAbstractScrollArea) and part is part.parentWidget().viewport()
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None and not is_inside


def _name(part: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(part)
    return seen.text(QAccessible.Text.Name).strip() if seen else ""
