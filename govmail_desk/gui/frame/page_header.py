"""The head of a page: what it is and what is due. Its acts stand at the right end (`gui.frame.header_acts`).

The window owns the one header and fills it from the page shown (`gui.page`), so that it stands before the page is imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from govmail_desk.gui.page import Page


class PageHeader(QWidget):
    """Title and the line under it, with room for acts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(parent=self)
        self.title.setObjectName("pageTitle")
        self.subtitle = ElidedLabel(parent=self)
        self.subtitle.setObjectName("pageSubtitle")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(Space.APART, Space.WIDE, Space.APART, Space.USUAL)
        self._layout.setSpacing(Space.USUAL)
        self._layout.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_acts(self, acts: QWidget) -> None:
        """Put the acts at the right end."""
        self._layout.addWidget(acts)

    def show_title(self, title: str) -> None:
        """Show the title of a page that is still on its way."""
        self.title.show_text(title)
        self.subtitle.show_text("")

    def show_page(self, page: Page) -> None:
        """Show the line under the title."""
        self.subtitle.show_text(page.subtitle)
