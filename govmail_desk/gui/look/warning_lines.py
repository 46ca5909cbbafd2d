"""Sentences to look at before going on, each with the drawing of a warning before it.

Here: `WarningLines`, and `Rebuilt`, a place whose content is seldom built anew. What is warned of is said by whoever shows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from collections.abc import Sequence


class Rebuilt(QWidget):
    """A place whose content is taken away whole and built anew, which is seldom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = QWidget(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._content)

    def fresh(self) -> tuple[QWidget, QVBoxLayout]:
        """Return an empty place, with its rows, in the stead of the one before."""
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        self._layout.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        return content, rows


class WarningLines(Rebuilt):
    """The sentences; nothing where there are none. Beyond the first few (`most`) they wait behind a button."""

    def __init__(self, parent: QWidget | None = None, *, most: int | None = None) -> None:
        super().__init__(parent)
        self.sentences: list[str] = []
        self._most = most
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say these and no others."""
        if list(sentences) == self.sentences:
            return
        self.sentences = list(sentences)
        self._build(self._most)
        self.setAccessibleName("\n".join(self.sentences))
        self.setVisible(bool(self.sentences))

    def show_all(self) -> None:
        """Show those that waited."""
        self._build(None)

    def _build(self, most: int | None) -> None:
        content, rows = self.fresh()
        shown = self.sentences[:most]
        for sentence in shown:
            rows.addLayout(_line(sentence, content))
        waiting = len(self.sentences) - len(shown)
        if waiting:
            rows.addWidget(LinkButton(self.tr("Xem {} lưu ý khác").format(waiting), self.show_all, content))


def _line(sentence: str, content: QWidget) -> QHBoxLayout:
    picture = QLabel(content)
    draw_icon(picture, "warning", "waiting")
    words = QLabel(sentence, content)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setWordWrap(True)
    line = QHBoxLayout()
    line.setSpacing(Space.NEAR)
    line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
