"""What in a window would take a password: a field that hides what is typed, or one named after it. No test; tests of the window ask it."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from govmail_desk.domain.vietnamese import fold

NAMES_ONE: Final = re.compile(r"(?<![a-z])(?:mat ?khau|mk|pass(?:word|wd|code|phrase)?|pwd|otp|ma pin|pin)(?![a-z])")
"""What a place for a password would be called, diacritics folded."""
ALLOWED: Final = {
    "Điện thoại nhận mật khẩu mới",  # a phone number: the operator tells the new password there, the program never knows it
}
Field = QLineEdit | QPlainTextEdit | QTextEdit | QComboBox


def fields_for_passwords(place: QWidget) -> list[str]:
    """List the fields of a place that hide what is typed, or whose name or hint asks for a password."""
    fields = [field for field in place.findChildren(QWidget) if isinstance(field, Field) and _takes_words(field)]
    return [f"{type(place).__name__}: {_name(field)}" for field in fields if _hides(field) or _asks(field)]


def _takes_words(field: Field) -> bool:
    return field.isEditable() if isinstance(field, QComboBox) else not field.isReadOnly()


def _hides(field: Field) -> bool:
    return isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal


def _asks(field: Field) -> bool:
    hint = "" if isinstance(field, QComboBox) else field.placeholderText()
    return any(NAMES_ONE.search(fold(words)) for words in (_name(field), hint) if words not in ALLOWED)


def _name(field: Field) -> str:
    seen = QAccessible.queryAccessibleInterface(field)
    return seen.text(QAccessible.Text.Name).strip() if seen else field.accessibleName()
