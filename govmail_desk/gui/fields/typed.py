"""What stands in the fields of a dialog, to tell whether something was typed and would be lost.

Here: the one question `typed_in`. Not here: the question put to the clerk (`gui.dialog`).
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_QUIET_PROPERTY: Final = "isNoInput"


def not_an_input(field: QWidget) -> None:
    """Say that what stands in a field is no work of the clerk's, such as a search box."""
    field.setProperty(_QUIET_PROPERTY, True)


def typed_in(place: QWidget) -> tuple[object, ...]:
    """Return what stands in every field of a place, in a form that can be compared."""
    standing = (_standing(field) for field in place.findChildren(QWidget) if not field.property(_QUIET_PROPERTY))
    return tuple(entry for entry in standing if entry is not None)


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
