"""Where a unit is chosen beside a table: in the tree at its left, or in a line above it where the window is narrow.

Here: `UnitPlace`, the two and how one gives way to the other. Not here: what the choice does (`gui.pages.people`), the rows of the tree
(`gui.tables.unit_tree`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QWidget

from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.tables.unit_tree import UnitTree, unit_choices

if TYPE_CHECKING:
    from govmail_desk.listings.units import UnitRow

_LETTERS_OF_TREE: Final = 34
_LETTERS_FOR_TREE: Final = 100
"""Below so many letters of width the tree gives way to a line to choose the unit in."""


class UnitPlace(QWidget):
    """The line with its button, in sight where the tree is not; the tree stands where `beside` puts it."""

    see_asked = Signal()
    """The unit chosen is to be shown itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = UnitTree()
        self.line = ChoiceField()
        self.line.setAccessibleName(self.tr("Đơn vị"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._made_see_button())
        self.line.picked.connect(self.tree.choose)
        self.tree.chosen.connect(self.line.choose)
        self.tree.opened.connect(self.see_asked)

    def beside(self, table: QWidget, page: QWidget) -> QSplitter:
        """Put the tree at the left of a table."""
        both = QSplitter(Qt.Orientation.Horizontal, page)
        both.setChildrenCollapsible(False)
        both.addWidget(self.tree)
        both.addWidget(table)
        both.setStretchFactor(1, 1)
        both.setFocusProxy(table)
        self.tree.setMinimumWidth(page.fontMetrics().averageCharWidth() * _LETTERS_OF_TREE // 2)
        both.setSizes([page.fontMetrics().averageCharWidth() * _LETTERS_OF_TREE, page.width()])
        return both

    def fit(self, page: QWidget) -> None:
        """Let the tree give way to the line in a narrow page."""
        is_narrow = page.width() < page.fontMetrics().averageCharWidth() * _LETTERS_FOR_TREE
        self.tree.setVisible(not is_narrow)
        self.setVisible(is_narrow)

    def show_units(self, rows: tuple[UnitRow, ...]) -> None:
        """Offer these units; the one chosen stays so."""
        self.tree.show_units(rows)
        self.line.offer([(None, self.tr("Tất cả đơn vị")), *unit_choices(rows, keeping=self.tree.chosen_id)])
        self.line.choose(self.tree.chosen_id)

    def _made_see_button(self) -> QToolButton:
        button = QToolButton(self)
        draw_icon(button, "info")
        button.setToolTip(self.tr("Xem đơn vị đang chọn"))
        button.setAccessibleName(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.see_asked)
        return button
