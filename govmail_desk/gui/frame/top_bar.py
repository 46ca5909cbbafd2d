"""The bar at the top: whose register this is, by which regulation, the search box, and who is working.

Here: the bar. Searching is `gui.frame.search_palette`, the person's menu `gui.frame.person_menu`; both come after the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from govmail_desk.gui.frame.glance import Glance

_SEARCH_WIDTH: Final = 130
_NARROW: Final = 940


class TopBar(QFrame):
    """Unit, regulation, search and person in one line."""

    search_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._unit = ElidedLabel(parent=self)
        self._unit.setObjectName("unitName")
        self._regulation = ElidedLabel(parent=self)
        self._regulation.setObjectName("regulationName")
        self.search_button = QPushButton(self)
        self.search_button.setObjectName("searchButton")
        self.search_button.setAccessibleName(self.tr("Tìm hộp thư, người, việc"))
        self.search_button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search_button.setMinimumWidth(_SEARCH_WIDTH)
        self.search_button.clicked.connect(self.search_asked)
        self.person_button = QPushButton(self)
        self.person_button.setObjectName("personButton")
        self._lay_out()
        draw_icon(self.search_button, "search")
        draw_icon(self.person_button, "person")

    def show_glance(self, glance: Glance) -> None:
        """Show whose register is open."""
        self._unit.show_text(glance.unit_name or glance.register_path.name)
        regulation = self.tr("Quy chế: {}").format(glance.regulation_name) if glance.regulation_name else ""
        self._regulation.show_text(regulation)
        self.show_person(glance.person)

    def show_person(self, person: str) -> None:
        """Show who is working."""
        self.person_button.setText(f" {person}")
        self.person_button.setAccessibleName(self.tr("Người đang làm việc: {}").format(person))
        self.person_button.setToolTip(self.person_button.accessibleName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words of the search box in a narrow window."""
        super().resizeEvent(event)
        words = self.tr("Tìm…") if self.width() < _NARROW else self.tr("Tìm hộp thư, người, việc…")
        self.search_button.setText(f" {words}   Ctrl+K")

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.WIDE, Space.NEAR, Space.USUAL, Space.NEAR)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self._unit)
        layout.addWidget(self._regulation)
        layout.addStretch(1)
        layout.addWidget(self.search_button)
        layout.addWidget(self.person_button)
