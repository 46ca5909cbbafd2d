"""What a clerk's hands do: Vietnamese typed letter by letter, as an input method gives it, and files chosen. No test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from govmail_desk.gui.desktop import Desktop


def type_vietnamese(field: QWidget, text: str) -> None:
    """Type a text; `QTest.keyClicks` aborts at the first letter beyond ASCII."""
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(field, event)


class AnsweringDesktop(Desktop):
    """A desktop that answers every question for a file with one path, and keeps what it was asked to open."""

    def __init__(self, answer: Path | None) -> None:
        self.answer = answer
        self.opened: list[Path] = []

    def choose_file(self, *_asked_by: QWidget, **_words: object) -> Path | None:
        return self.answer

    def choose_new_file(self, *_asked_by: QWidget, **_words: object) -> Path | None:
        return self.answer

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True
