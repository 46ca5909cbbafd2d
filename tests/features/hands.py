"""A clerk's eyes and hands at the window: all is found by the words that are seen, pressed with the mouse, typed key by key. No test.

Which register and which day it is: `tests.features.office`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QTableView,
    QTextEdit,
    QWidget,
)

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.steps import SteppedDialog
from tests.gui.vietnamese_typing import type_like_unikey

SOON = 20_000
SCREEN = QSize(1366, 768)
"""The smallest screen of an office; the one that is not there is smaller still."""
_COUNT = re.compile(r" +[0-9]+$")
_OF_THE_SCREEN = SCREEN * 0.92
_LEFT = Qt.MouseButton.LeftButton
Found = TypeVar("Found")


class Hands:
    """Looks at what is on top, the dialog or the window, and works on it."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def top(self) -> QWidget:
        """The dialog that is open, else the window; both as large as a clerk's screen lets them be."""
        dialog = Dialog.open_on(self.window)
        if isinstance(dialog, SteppedDialog) and dialog.size() != _OF_THE_SCREEN:
            dialog.resize(_OF_THE_SCREEN)
        return dialog or self.window

    # what is seen

    def seen(self) -> str:
        """Everything that can be read now, a line each."""
        return "\n".join(words for part in self._shown(QWidget) for words in _words_of(part) if words)

    def reads(self, words: str) -> None:
        """Wait until some words can be read."""
        try:
            self.qtbot.waitUntil(lambda: words in self.seen(), timeout=SOON)
        except self.qtbot.TimeoutError as never:
            raise AssertionError(f"“{words}” is not to be read in:\n{self.seen()}") from never

    def no_longer_reads(self, words: str) -> None:
        """Wait until some words stand there no more."""
        self.qtbot.waitUntil(lambda: words not in self.seen(), timeout=SOON)

    # the mouse

    def press(self, words: str) -> None:
        """Press a button, or choose from the menu that is open."""
        menu, button = self._found(lambda: self._pressable(words), words)
        if menu is not None:
            place = menu.actionGeometry(next(one for one in menu.actions() if one.text() == words)).center()
            QTest.mouseClick(menu, _LEFT, pos=place)
        else:
            QTest.mouseClick(button, _LEFT)

    def press_beside(self, words: str, line: str) -> None:
        """Press the button of one of several lines, as a screen reader names it: its words, then what the line is about."""
        button = self._found(lambda: self._button_beside(words, line), f"{words}: … {line}")
        QTest.mouseClick(button, _LEFT)

    def choose_row(self, words: str) -> None:
        """Click on the row of the table that says something, with the box before it where it has one."""
        table, place = self._found(lambda: self._row(words), words)
        index = table.model().index(place, 0)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), _LEFT, pos=table.visualRect(index).center())

    def choose_item(self, words: str) -> None:
        """Click on the item of a list that is called so."""
        listed, item = self._found(lambda: self._item(words), words)
        listed.scrollToItem(item)
        QTest.mouseClick(listed.viewport(), _LEFT, pos=listed.visualItemRect(item).center())

    def tick(self, words: str) -> None:
        """Tick the row of the table that says something."""
        self.choose_row(words)
        table, _ = self._found(lambda: self._row(words), words)
        QTest.keyClick(table, Qt.Key.Key_Space)

    def leave_out(self, words: str) -> None:
        """Take a row out of those that are chosen, with Ctrl and a click."""
        table, place = self._found(lambda: self._row(words), words)
        index = table.model().index(place, 0)
        table.scrollTo(index)
        control = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(table.viewport(), _LEFT, control, table.visualRect(index).center())

    # the keyboard

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.top, key)

    def type(self, name: str, text: str) -> None:
        """Type into the field of a name, over what stands there."""
        field = self._found(lambda: self._field(name), name)
        QTest.mouseClick(field if isinstance(field, QLineEdit) else field.viewport(), _LEFT)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_like_unikey(field, text)

    def find(self, name: str, text: str) -> None:
        """Type who is meant into the field of a name, and take the one who is found."""
        self.type(name, text)
        QTest.keyClick(self._found(lambda: self._field(name), name), Qt.Key.Key_Return)

    def pick(self, name: str, words: str) -> None:
        """Pick one of several in the field of a name, arrow by arrow."""
        field = self._found(lambda: self._choice(name), name)
        offered = [field.itemText(place).strip() for place in range(field.count())]
        assert words in offered, f"“{words}” is not among {offered}"
        QTest.keyClick(field, Qt.Key.Key_Home)
        while field.currentText().strip() != words:
            QTest.keyClick(field, Qt.Key.Key_Down)

    # what is found by its words

    def _found(self, look: Callable[[], Found | None], words: str) -> Found:
        try:
            self.qtbot.waitUntil(lambda: look() is not None, timeout=SOON)
        except self.qtbot.TimeoutError as never:
            raise AssertionError(f"“{words}” is not there to be used; to be read is:\n{self.seen()}") from never
        found = look()
        assert found is not None
        return found

    def _shown(self, kind: type[Found]) -> Iterator[Found]:
        return (part for part in self.top.findChildren(kind) if part.isVisible())

    def _pressable(self, words: str) -> tuple[QMenu | None, QAbstractButton | None] | None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible() and words in [one.text() for one in menu.actions()]:
                return menu, None
        usable = (button for button in self._shown(QAbstractButton) if button.isEnabled())
        return next(((None, button) for button in usable if words in _names_of(button)), None)

    def _button_beside(self, words: str, line: str) -> QAbstractButton | None:
        named = ((button.accessibleName(), button) for button in self._shown(QAbstractButton))
        return next((button for name, button in named if name.startswith(f"{words}: ") and line in name), None)

    def _field(self, name: str) -> QLineEdit | QPlainTextEdit | None:
        fields = (*self._shown(QLineEdit), *self._shown(QPlainTextEdit))
        return next((field for field in fields if field.isEnabled() and _is_named(field, name)), None)

    def _choice(self, name: str) -> QComboBox | None:
        return next((field for field in self._shown(QComboBox) if _is_named(field, name)), None)

    def _item(self, words: str) -> tuple[QListWidget, QListWidgetItem] | None:
        for listed in self._shown(QListWidget):
            for item in listed.findItems(words, Qt.MatchFlag.MatchExactly):
                return listed, item
        return None

    def _row(self, words: str) -> tuple[QTableView, int] | None:
        for table in self._shown(QTableView):
            for place in range(table.model().rowCount()):
                if words in _cells_of(table, place):
                    return table, place
        return None


def _names_of(button: QAbstractButton) -> tuple[str, str]:
    """Name a button by its words and as a screen reader does, without the count that a chip shows."""
    return _COUNT.sub("", button.text().strip().replace("&&", "&")), button.accessibleName()


def _is_named(field: QWidget, name: str) -> bool:
    return field.accessibleName() in {name, f"{name}, phải có"}


def _cells_of(table: QTableView, place: int) -> str:
    model = table.model()
    return " | ".join(str(model.index(place, column).data() or "") for column in range(model.columnCount()))


def _words_of(part: QWidget) -> Iterator[str]:
    """Say what a part of the window says, to the eye and to a screen reader."""
    yield from (part.accessibleName(), part.accessibleDescription())
    if isinstance(part, QLabel | QAbstractButton | QLineEdit):
        yield part.text()
    elif isinstance(part, QPlainTextEdit | QTextEdit):
        yield part.toPlainText()
    elif isinstance(part, QTableView):
        yield from (_cells_of(part, place) for place in range(part.model().rowCount()))
