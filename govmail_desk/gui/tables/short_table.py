"""A table of a few rows in a dialog: as high as its rows where there is room, and a few lines where the screen is low."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from govmail_desk.gui.tables.rows_model import RowsModel

_FEWEST_LINES: Final = 3
_MOST_LINES: Final = 10
_AROUND: Final = 2.2
"""Lines for the titles and the bar below."""


class ShortTable(Table):
    """The table; it asks for its fewest lines only, and the dialog grows by `more_height` where the screen lets it."""

    def __init__(self, model: RowsModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def more_height(self) -> int:
        """How much higher than its fewest lines it would like to be: as high as its rows, up to ten of them."""
        lines = min(max(self.rows.rowCount(), _FEWEST_LINES), _MOST_LINES)
        return (lines - _FEWEST_LINES) * self.verticalHeader().defaultSectionSize()

    def sizeHint(self) -> QSize:
        """Room for a few lines."""
        height = int(self.verticalHeader().defaultSectionSize() * (_FEWEST_LINES + _AROUND))
        return QSize(super().minimumSizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """The same: below that nothing is read."""
        return self.sizeHint()
