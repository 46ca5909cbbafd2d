"""Bars beside each other, drawn by hand: what a page counts where people would look rather than read.

Here: `BarChart`, lying bars with their values written at them, each kind of bar in its own fill so that colour never stands alone, and all
of it in words for a screen reader. Why no charting package does this is told in `resources/help/developers/decisions.md`.
Excel's own charts in a workbook are `documents.report_charts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from govmail_desk.domain.report_tables import counted
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

_FILLS: Final = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.NoBrush)
"""Told apart in grey too: full, hatched, empty."""
_COLOURS: Final = ("accent", "ink_soft", "good")
_BAR_LINES: Final = 0.72
"""How high a bar is, beside a line of text."""
_MOST_LABEL: Final = 0.4
"""How much of the width the names may take."""


@dataclass(frozen=True, slots=True)
class Bars:
    """What one thing counts, a bar for each kind; None is not known and has no bar."""

    label: str
    values: tuple[int | None, ...]


class BarChart(QWidget):
    """Groups of lying bars under each other, with what each kind of bar is above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.series: tuple[str, ...] = ()
        self.groups: tuple[Bars, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, name: str, series: Sequence[str], groups: Sequence[Bars]) -> None:
        """Show other bars; `series` names the kinds, as many as each group has values."""
        self.series, self.groups = tuple(series), tuple(groups)
        self.setAccessibleName(name)
        self.setAccessibleDescription("; ".join(self._told(group) for group in self.groups))
        self.setToolTip("\n".join(self._told(group) for group in self.groups))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        lines = 1 if len(self.series) > 1 else 0
        bars = sum(len(group.values) for group in self.groups)
        height = lines * self._line + bars * self._bar + len(self.groups) * Space.NEAR
        return QSize(self.fontMetrics().averageCharWidth() * 30, int(height))

    def minimumSizeHint(self) -> QSize:
        """The same: below that nothing is read."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, bars and values."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0.0
        if len(self.series) > 1:
            self._draw_key(painter)
            top = self._line
        for group in self.groups:
            top = self._draw_group(painter, group, top) + Space.NEAR
        painter.end()

    # in words

    def _told(self, group: Bars) -> str:
        if len(self.series) <= 1:
            return f"{group.label}: {counted(group.values[0])}"
        said = ", ".join(
            f"{name.lower()} {counted(value)}" for name, value in zip(self.series, group.values, strict=True)
        )
        return f"{group.label}: {said}"

    # drawn

    @property
    def _line(self) -> float:
        return float(self.fontMetrics().height() + Space.TIGHT)

    @property
    def _bar(self) -> float:
        return float(max(self.fontMetrics().height(), round(self._line * _BAR_LINES)) + Space.HAIR)

    def _draw_key(self, painter: QPainter) -> None:
        left, side = 0.0, self.fontMetrics().ascent() * 0.8
        for place, name in enumerate(self.series):
            _fill(painter, QRectF(left + 1, (self._line - side) / 2, side, side), place)
            left += side + Space.NEAR
            painter.setPen(_ink("ink"))
            width = self.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(left, 0, width + 1, self._line), Qt.AlignmentFlag.AlignVCenter, name)
            left += width + Space.WIDE

    def _draw_group(self, painter: QPainter, group: Bars, top: float) -> float:
        height = self._bar * len(group.values)
        named = self.fontMetrics().elidedText(group.label, Qt.TextElideMode.ElideRight, int(self._label))
        painter.setPen(_ink("ink"))
        painter.drawText(QRectF(0, top, self._label, height), Qt.AlignmentFlag.AlignVCenter, named)
        for place, (value, room) in enumerate(zip(group.values, self._rooms(group, top), strict=True)):
            self._draw_bar(painter, value, place, room)
        return top + height

    def _draw_bar(self, painter: QPainter, value: int | None, place: int, room: QRectF) -> None:
        words = counted(value)
        length = room.width() * (value or 0) / self._most
        if length:
            inner = room.adjusted(0, Space.HAIR, 0, -Space.HAIR)
            _fill(painter, QRectF(inner.left(), inner.top(), max(length, 2.0), inner.height()), place)
        painter.setPen(_ink("ink" if value is not None else "ink_soft"))
        said = QRectF(room.left() + length + Space.TIGHT, room.top(), self.width(), room.height())
        painter.drawText(said, Qt.AlignmentFlag.AlignVCenter, words)

    def _rooms(self, group: Bars, top: float) -> Iterator[QRectF]:
        left = self._label + Space.NEAR
        beside = self.fontMetrics().horizontalAdvance(max(map(counted, self._values), key=len, default="")) + Space.NEAR
        for place in range(len(group.values)):
            yield QRectF(left, top + place * self._bar, max(self.width() - left - beside, 8), self._bar)

    @property
    def _values(self) -> tuple[int | None, ...]:
        return tuple(value for group in self.groups for value in group.values)

    @property
    def _most(self) -> int:
        return max((value for value in self._values if value is not None), default=0) or 1

    @property
    def _label(self) -> float:
        longest = max((self.fontMetrics().horizontalAdvance(group.label) for group in self.groups), default=0)
        return min(longest + 1.0, self.width() * _MOST_LABEL)


def _ink(name: str) -> QColor:
    return theme_in_use().colour(name)


def _fill(painter: QPainter, room: QRectF, place: int) -> None:
    colour = _ink(_COLOURS[place % len(_COLOURS)])
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(QBrush(colour, _FILLS[place % len(_FILLS)]))
    painter.drawRect(room)
