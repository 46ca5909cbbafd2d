"""Fields for text and choices. Vietnamese is typed with Unikey: nothing is completed, corrected or moved while it is typed.

Here: `TextField`, `LongTextField`, `ChoiceField`, `SearchField`. What is read out of a field is cleaned (NFC, no invisible
letters, single blanks) at the door, and what stands in it is only tidied once the field is left.
Not here: dates (`gui.fields.date_field`), the words around a field (`gui.fields.form`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from govmail_desk.domain.vietnamese import clean
from govmail_desk.gui.background import PAUSE_MS
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

_MOST_SHOWN: Final = 12
"""Choices seen at once; more of them scroll, in whole lines."""


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._tidy)

    def typed(self) -> str:
        """Return the text as the register takes it."""
        return clean(self.text())

    def _tidy(self) -> None:
        if self.text() != self.typed():
            self.setText(self.typed())


class LongTextField(QPlainTextEdit):
    """Several lines of text; Tab leaves the field and Enter begins a line."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, lines: int = 4, hint: str = "") -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * Space.USUAL)

    def typed(self) -> str:
        """Return the lines as the register takes them, without empty ones at the ends."""
        lines = (clean(line) for line in normalize("NFC", self.toPlainText()).splitlines())
        return "\n".join(lines).strip("\n")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tidy what was typed once the field is left."""
        super().focusOutEvent(event)
        if self.toPlainText() != self.typed():
            self.setPlainText(self.typed())


class ChoiceField(QComboBox):
    """One of several; each has an id and its words. The wheel of the mouse does not change it by mistake."""

    picked = Signal(object)
    """Another choice: its id."""

    def __init__(self, choices: Iterable[tuple[object, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.offer(choices)
        self.activated.connect(self._tell)

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer other choices; the one that stood stays where it is still offered."""
        before = self.choice()
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        self.choose(before)

    def choice(self) -> object:
        """Return the id of the choice, None where nothing is chosen."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose by id; an id that is not offered leaves the first."""
        place = next((place for place in range(self.count()) if self.itemData(place) == value), 0)
        self.setCurrentIndex(place if self.count() else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page under the mouse, not the choice."""
        event.ignore()

    def _tell(self) -> None:
        self.picked.emit(self.choice())


class SearchField(QLineEdit):
    """A line that searches a table as it is typed, after a pause."""

    asked = Signal(str)
    """Typing paused: what stands in the line."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        not_an_input(self)
        self._glass = QAction(self)
        draw_icon(self._glass, "search")
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._ask)

    def _wait(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        self.asked.emit(clean(self.text()))
