"""Lines of words in a pane, some with links beside them: what a kept paper is, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable


class Lines(QWidget):
    """Lines of words, some with links beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.links: list[LinkButton] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(Space.HAIR)

    def _say(self, words: str, tone: str = "small") -> None:
        self._rows.addWidget(WrappedLabel(words, tone, self))

    def _offer(self, about: str, *offered: tuple[str, Callable[[], object]]) -> None:
        """Offer what can be done with a paper under the words about it."""
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        for words, does in offered:
            line.addWidget(self._made(about, words, does))
        line.addStretch(1)
        self._rows.addLayout(line)

    def _link(self, said: str, about: str, *offered: tuple[str, Callable[[], object]]) -> None:
        """Say what a paper is, with what can be done with it beside."""
        line = QHBoxLayout()
        line.setSpacing(Space.USUAL)
        words_of_it = WrappedLabel(said, parent=self)
        words_of_it.setContentsMargins(0, Space.HAIR, 0, 0)
        line.addWidget(words_of_it, 1)
        for words, does in offered:
            line.addWidget(self._made(about, words, does), 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(line)

    def _made(self, about: str, words: str, does: Callable[[], object]) -> LinkButton:
        link = LinkButton(words, does, self)
        link.setAccessibleName(f"{words.rstrip('…')}: {about}")
        self.links.append(link)
        return link
