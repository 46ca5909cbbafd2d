"""How one half day looks in the checks' grid: its ground, who looked, the marks, the frame where the keyboard stands.

Here: the marks and `CheckCellPainter`. The grid is `gui.tables.check_grid`, which cell says what `gui.tables.check_words`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from govmail_desk.domain.check import SLOTS
from govmail_desk.gui.look.marks import SIDE, Mark, mark_icon
from govmail_desk.gui.look.theme import theme_in_use
from govmail_desk.gui.tables.check_words import cell_text

if TYPE_CHECKING:
    from govmail_desk.listings.checks import Cell

MISSING: Final = Mark("triangle", "bad")
OPEN: Final = Mark("ring", "note")
LATE: Final = Mark("half", "waiting")
REPORTED: Final = Mark("tick", "good")
CELL: Final = Qt.ItemDataRole.UserRole
"""Under this the model gives a cell and whether it is of today."""
_CORNER: Final = 9
_TODAY_LINE: Final = 2


class CheckCellPainter(QStyledItemDelegate):
    """Draws a half day: ground, letters, marks, and a frame where the keyboard stands."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        cell, is_today = index.data(CELL)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(rect, theme_in_use().colour(_ground(cell)))
        self._draw_lines(painter, rect, is_last=index.row() % len(SLOTS) == len(SLOTS) - 1, is_today=is_today)
        _draw_marks(painter, rect, cell)
        painter.setFont(theme_in_use().font("small"))
        painter.setPen(theme_in_use().colour("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell_text(cell))
        view = self.parent()
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            painter.setPen(theme_in_use().colour("focus" if view.hasFocus() else "edge"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    @staticmethod
    def _draw_lines(painter: QPainter, rect: QRect, *, is_last: bool, is_today: bool) -> None:
        theme = theme_in_use()
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_last:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_today:
            painter.fillRect(rect.left(), rect.top(), _TODAY_LINE, rect.height(), theme.colour("accent"))


def _ground(cell: Cell) -> str:
    if cell.looks:
        return "ground"
    return {"off": "quiet_soft", "out": "quiet_soft", "missing": "bad_soft"}.get(cell.duty, "ground")


def _draw_marks(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """Draw a mark in the middle where nobody looked, and small ones in the corners where someone did."""
    middle = {"missing": MISSING, "open": OPEN}.get(cell.duty)
    if middle is not None and not cell.looks:
        at = rect.center() - QPoint(SIDE // 2 - 1, SIDE // 2 - 1)
        mark_icon(middle).paint(painter, QRect(at.x(), at.y(), SIDE, SIDE))
    if any(look.is_late for look in cell.looks):
        mark_icon(LATE).paint(painter, QRect(rect.right() - _CORNER, rect.top(), _CORNER, _CORNER))
    if cell.looks and all(look.is_reported for look in cell.looks):
        mark_icon(REPORTED).paint(painter, QRect(rect.right() - _CORNER, rect.bottom() - _CORNER, _CORNER, _CORNER))
