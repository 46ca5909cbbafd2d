"""The rows of a form: words above the field, a hint or the error sentence under it.

Here: `FormRow` and `Form`. Errors come from the act or the check that found them and stand under the field they are about; nothing
opens on top. Not here: the fields (`gui.fields.fields`, `gui.fields.date_field`), the dialog (`gui.dialog`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Mapping


class FormRow(QWidget):
    """One field with its words; the words name the field to a screen reader, and so does its error."""

    def __init__(
        self, words: str, field: QWidget, *, hint: str = "", is_needed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._hint = hint
        self._words = QLabel(words if not is_needed else f"{words} *", self)
        self._words.setProperty("tone", "label")
        self._words.setBuddy(field)
        self._under = QLabel(self)
        self._under.setWordWrap(True)
        self._under.setTextFormat(Qt.TextFormat.PlainText)
        field.setAccessibleName(self.tr("{}, phải có").format(words) if is_needed else words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self._words)
        layout.addWidget(field)
        layout.addWidget(self._under)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_error(None)
        self._follow(field)

    @property
    def error(self) -> str:
        """The error sentence shown, or an empty text."""
        return self._under.text() if self.property("isWrong") else ""

    def show_hint(self, hint: str) -> None:
        """Say another hint under the field, such as after another choice; an error that stands there goes."""
        self._hint = hint
        self.show_error(None)

    def show_error(self, sentence: str | None) -> None:
        """Show what is wrong here and how to mend it; None takes it away and the hint comes back."""
        is_wrong = bool(sentence)
        self.setProperty("isWrong", is_wrong)
        self._under.setText(sentence or self._hint)
        self._under.setProperty("tone", "bad" if is_wrong else "small")
        self._under.setVisible(bool(self._under.text()))
        self.field.setAccessibleDescription(self._under.text())
        self.field.setProperty("wrong", "true" if is_wrong else "false")
        for widget in (self._under, self.field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _follow(self, field: QWidget) -> None:
        """Follow what is typed or chosen: an error is no longer true of it."""
        if isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self._forget_error)
        lines = [field] if isinstance(field, QLineEdit | QPlainTextEdit) else field.findChildren(QLineEdit)
        for line in lines:
            line.textChanged.connect(self._forget_error)

    def _forget_error(self) -> None:
        if self.error:
            self.show_error(None)


class Form(QWidget):
    """Rows of fields under each other, some side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FormRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.USUAL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, key: str, words: str, field: QWidget, *, hint: str = "", is_needed: bool = False) -> FormRow:
        """Add a row; `key` names it for `show_errors`."""
        row = FormRow(words, field, hint=hint, is_needed=is_needed, parent=self)
        self.rows[key] = row
        self._layout.addWidget(row)
        return row

    def put_side_by_side(self, *keys: str) -> None:
        """Put rows that belong together into one line."""
        line = QHBoxLayout()
        line.setSpacing(Space.WIDE)
        place = self._layout.indexOf(self.rows[keys[0]])
        for key in keys:
            self._layout.removeWidget(self.rows[key])
            line.addWidget(self.rows[key], 1, Qt.AlignmentFlag.AlignTop)
        self._layout.insertLayout(place, line)

    def show_errors(self, errors: Mapping[str, str]) -> bool:
        """Show these errors and no others, put the focus on the first; True where there are none."""
        for key, row in self.rows.items():
            row.show_error(errors.get(key))
        first = next((row for key, row in self.rows.items() if key in errors), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is None
