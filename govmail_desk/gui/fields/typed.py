"""What stands in the fields of a dialog: whether something was typed and would be lost, and which field a refusal is about.

Here: the questions `typed_in` and `field_where`. Not here: the question put to the clerk (`gui.dialog`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_QUIET_PROPERTY: Final = "isNoInput"


def not_an_input(field: QWidget) -> None:
    """Say that what stands in a field is no work of the clerk's, such as a search box."""
    field.setProperty(_QUIET_PROPERTY, True)


def typed_in(place: QWidget) -> tuple[object, ...]:
    """Return what stands in every field of a place, in a form that can be compared."""
    standing = (_standing(field) for field in place.findChildren(QWidget) if not field.property(_QUIET_PROPERTY))
    return tuple(entry for entry in standing if entry is not None)


def field_where(place: QWidget, is_meant: Callable[[str], bool]) -> QWidget | None:
    """Find the first field of a place, in use and with a text that is meant."""
    fields = (field for field in place.findChildren(QWidget) if field.isVisible() and field.isEnabled())
    return next((field for field in fields if is_meant(_text(field))), None)


def _text(field: QWidget) -> str:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit() if not field.isReadOnly():
            return field.toPlainText()
    return ""


def _standing(field: QWidget) -> object:
    match field:
        case QLineEdit() if not isinstance(field.parent(), QAbstractSpinBox | QComboBox):
            return field.text()
        case QPlainTextEdit() | QTextEdit():
            return "" if field.isReadOnly() else field.toPlainText()
        case QComboBox():
            return field.currentText()
        case QAbstractSpinBox():
            return field.text()
        case QAbstractButton() if field.isCheckable():
            return field.isChecked()
    return None
