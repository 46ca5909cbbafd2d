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
    """The table; beyond ten rows it scrolls."""

    def __init__(self, model: RowsModel[Any], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    @property
    def more_height(self) -> int:
        """How much higher than at least it would like to be."""
        return self.sizeHint().height() - self.minimumSizeHint().height()

    def sizeHint(self) -> QSize:
        """Room for the rows there are."""
        return self._high(min(max(self.rows.rowCount(), _FEWEST_LINES), _MOST_LINES))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return self._high(_FEWEST_LINES)

    def _high(self, lines: int) -> QSize:
        height = int(self.verticalHeader().defaultSectionSize() * (lines + _AROUND))
        return QSize(super().minimumSizeHint().width(), height)
