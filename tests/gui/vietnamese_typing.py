"""Typing Vietnamese as it really reaches a field. No test.

Never `qtbot.keyClicks` with a letter beyond ASCII: QTest knows Latin-1 only and aborts the interpreter.
"""

from __future__ import annotations

from unicodedata import normalize

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_NO_KEY = 0


def type_by_input_method(field: QWidget, text: str) -> None:
    """Commit each word as IBus and most input methods do, the last letters composed in place before."""
    for word in text.split(" "):
        composing = QInputMethodEvent(word[:-1], [])
        QApplication.sendEvent(field, composing)
        committed = QInputMethodEvent("", [])
        committed.setCommitString(word)
        QApplication.sendEvent(field, committed)
        _press(field, Qt.Key.Key_Space, " ")
    _press(field, Qt.Key.Key_Backspace)


def type_like_unikey(field: QWidget, text: str) -> None:
    """Type the plain letter, then take it back and send the marked one, as Unikey does on Windows."""
    for letter in text:
        plain = normalize("NFD", letter)[0]
        _press(field, _NO_KEY, plain)
        if plain != letter:
            _press(field, Qt.Key.Key_Backspace)
            _press(field, _NO_KEY, letter)


def type_decomposed(field: QWidget, text: str) -> None:
    """Type each mark as a letter of its own, as Unikey does when it is set to "Unicode tổ hợp"."""
    for letter in normalize("NFD", text):
        _press(field, _NO_KEY, letter)


def _press(field: QWidget, key: int, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
