"""A table, or what belongs there while it has no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from govmail_desk.gui.look.empty_state import EmptyState

if TYPE_CHECKING:
    from govmail_desk.gui.tables.table import Table


class RowsView(QStackedWidget):
    """Shows the table where it has rows, and else the page's empty state; say its words with `empty.say`."""

    def __init__(self, table: Table, *, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.empty = EmptyState(icon_name, self)
        self.addWidget(self.empty)
        self.addWidget(table)
        table.rows.modelReset.connect(self._choose)
        self._choose()

    def _choose(self) -> None:
        shown = self.table if self.table.rows.rowCount() else self.empty
        self.setCurrentWidget(shown)
        self.setFocusProxy(shown)  # the empty state takes no focus, so that Tab goes on to its buttons
