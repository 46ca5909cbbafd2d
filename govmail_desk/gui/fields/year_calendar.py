"""A year of the office: twelve months, days off and make-up days marked, one day chosen by mouse or keyboard.

Here: the picture. Which days are off, and why: `domain.office_calendar`. Days named in words stand beside it (`gui.sections.calendar`).
"""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.marks import Mark, mark_icon
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtGui import QHelpEvent

    from govmail_desk.domain.office_calendar import Calendar, Kind, NamedDay

MARKS: Final[dict[Kind, Mark]] = {
    "holiday": Mark("disc", "bad"),
    "compensatory": Mark("half", "bad"),
    "swapped": Mark("triangle", "waiting"),
    "own": Mark("ring", "note"),
    "worked": Mark("square", "good"),
}
DUE_MARK: Final = Mark("target", "waiting")
"""On a day by which something open has to be done."""
_DECEMBER: Final = 12
_WEEK: Final = 7
_LINES: Final = 8
"""The name of the month, the names of the days, and six weeks at most."""
_MOST_COLUMNS: Final = 4
_MARK: Final = 7
_SATURDAY: Final = 5
_MANY: Final = 100
_SHORT: Final = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class YearCalendar(QWidget):
    """Twelve months and the day the keyboard stands on."""

    chosen = Signal(object)
    """Another day is chosen: a `date`."""
    opened = Signal(object)
    """The day is to be corrected."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._calendar: Calendar | None = None
        self._due_counts: Mapping[date, int] = {}
        self.day = today
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._name()

    def show_calendar(self, calendar: Calendar, year: int) -> None:
        """Show a year; the day chosen keeps its place in it."""
        self._calendar = calendar
        if self.day.year != year:
            self.choose(date(year, self.day.month, min(self.day.day, 28)))
        self._name()
        self.update()

    def show_dues(self, counts: Mapping[date, int]) -> None:
        """Mark the days by which something has to be done, with how much."""
        self._due_counts = counts
        self._name()
        self.update()

    def due_count(self, day: date) -> int:
        """Return how much has to be done by a day."""
        return self._due_counts.get(day, 0)

    def choose(self, day: date) -> None:
        """Choose a day."""
        if day != self.day:
            self.day = day
            self._name()
            self.update()
            self.chosen.emit(day)

    def told(self, day: date) -> str:
        """Say a day: its weekday, whether the office works, why not, and how much is to be done by it."""
        due_count = self.due_count(day)
        return self._standing(day) + (f"; {due_count} hạn" if due_count else "")

    def _standing(self, day: date) -> str:
        said = wording.day_words(day)
        if self._calendar is None:
            return said
        named = self._calendar.days.get(day)
        if named is not None:
            return f"{said}: {named.reason}"
        return f"{said}: {'ngày làm việc' if self._calendar.is_working(day) else 'nghỉ hằng tuần'}"

    def middle_of(self, day: date) -> tuple[int, int]:
        """Say where a day of the year shown stands, to be brought into view."""
        cell = next((cell for shown, cell in self._days() if shown == day), QRect())
        return cell.center().x(), cell.center().y()

    # size

    def sizeHint(self) -> QSize:
        """Three months side by side."""
        month = self._month_size()
        return QSize(3 * (month.width() + Space.NEAR), self._height(3))

    def minimumSizeHint(self) -> QSize:
        """One month at least, and all twelve of them under each other."""
        return QSize(self._month_size().width(), self._height(self._columns()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height the months need at this width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._height(self._columns()))

    def _cell(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance("00") + Space.NEAR, metrics.height() + Space.NEAR + Space.HAIR)

    def _month_size(self) -> QSize:
        return QSize(self._cell().width() * _WEEK, self._cell().height() * _LINES)

    def _columns(self) -> int:
        width = self._month_size().width() + Space.NEAR
        return max(1, min(_MOST_COLUMNS, (self.width() + Space.NEAR) // width))

    def _height(self, columns: int) -> int:
        return -(-_DECEMBER // columns) * (self._month_size().height() + Space.NEAR)

    # mouse and keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go by days and weeks, Page Up and Down by months; Enter corrects the day."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.day + timedelta(days=_STEPS[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            month = self.day.month + (1 if key == Qt.Key.Key_PageDown else -1)
            self._go(self.day.replace(month=max(1, min(_DECEMBER, month)), day=min(self.day.day, 28)))
        elif key in _OPENS:
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Correct the day under the mouse."""
        if self._day_at(event.position().toPoint()) is not None:
            self.opened.emit(self.day)

    def event(self, event: QEvent) -> bool:
        """Say the day under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            asked: QHelpEvent = event  # type: ignore[assignment]
            day = self._day_at(asked.pos())
            QToolTip.showText(asked.globalPos(), self.told(day) if day else "", self)
            return True
        return super().event(event)

    def _go(self, day: date) -> None:
        if day.year == self.day.year:
            self.choose(day)

    def _day_at(self, place: QPoint) -> date | None:
        return next((day for day, cell in self._days() if cell.contains(place)), None)

    def _name(self) -> None:
        self.setAccessibleName(f"Lịch năm {self.day.year}. {self.told(self.day)}")

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months, then the days that the region asked for holds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, _DECEMBER + 1):
            self._paint_head(painter, month)
        for day, cell in self._days():
            if cell.intersects(event.rect()):
                self._paint_day(painter, day, cell)
        painter.end()

    def _paint_head(self, painter: QPainter, month: int) -> None:
        place, cell, theme = self._month_place(month), self._cell(), theme_in_use()
        painter.setFont(theme.font(weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour("ink"))
        head = QRect(place, QSize(self._month_size().width(), cell.height()))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), f"Tháng {month}")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink_soft"))
        for column, words in enumerate(_SHORT):
            painter.drawText(self._cell_at(month, 0, column), int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_day(self, painter: QPainter, day: date, cell: QRect) -> None:
        theme = theme_in_use()
        named = self._calendar.days.get(day) if self._calendar is not None else None
        if named is not None:
            painter.fillRect(cell.adjusted(1, 1, -1, -1), theme.colour(f"{MARKS[named.kind].tone}_soft"))
            mark_icon(MARKS[named.kind]).paint(painter, QRect(cell.right() - _MARK, cell.top() + 1, _MARK, _MARK))
        weight = QFont.Weight.DemiBold if day == self._today or named is not None else QFont.Weight.Normal
        painter.setFont(theme.font("small", weight=weight))
        painter.setPen(theme.colour(self._ink(day, named)))
        number = cell.adjusted(0, 0, 0, Space.HAIR - _foot()) if self.due_count(day) else cell
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
        if self.due_count(day):
            self._paint_due(painter, day, cell)
        if day == self._today:
            painter.drawLine(
                cell.left() + Space.TIGHT, cell.bottom() - 1, cell.right() - Space.TIGHT, cell.bottom() - 1
            )
        if day == self.day:
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "edge"), 2))
            painter.drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_due(self, painter: QPainter, day: date, cell: QRect) -> None:
        """Mark the day at its foot, with how much has to be done by it."""
        theme, words = theme_in_use(), _few(self.due_count(day))
        painter.setFont(theme.font("small", weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour("waiting"))
        foot = QRect(cell.left(), cell.bottom() - _foot(), cell.width(), _foot())
        beside = _MARK + 1 if painter.fontMetrics().horizontalAdvance(words) + _MARK < cell.width() else 0
        written = foot.adjusted(beside, 0, 0, 0)
        painter.drawText(written, int(Qt.AlignmentFlag.AlignCenter), words)
        if beside:
            left = written.center().x() - painter.fontMetrics().horizontalAdvance(words) // 2 - beside
            mark_icon(DUE_MARK).paint(painter, QRect(left, foot.center().y() - _MARK // 2, _MARK, _MARK))

    def _ink(self, day: date, named: NamedDay | None) -> str:
        if named is not None:
            return MARKS[named.kind].tone
        return "ink" if day.weekday() < _SATURDAY else "ink_soft"

    def _days(self) -> Iterator[tuple[date, QRect]]:
        for month in range(1, _DECEMBER + 1):
            for week, days in enumerate(monthcalendar(self.day.year, month), start=1):
                for column, number in enumerate(days):
                    if number:
                        yield date(self.day.year, month, number), self._cell_at(month, week, column)

    def _month_place(self, month: int) -> QPoint:
        row, column = divmod(month - 1, self._columns())
        size = self._month_size()
        return QPoint(column * (size.width() + Space.NEAR), row * (size.height() + Space.NEAR))

    def _cell_at(self, month: int, line: int, column: int) -> QRect:
        place, cell = self._month_place(month), self._cell()
        corner = place + QPoint(column * cell.width(), (line + 1) * cell.height())
        return QRect(corner, cell)


def _few(count: int) -> str:
    """Say a count in the room of two digits."""
    return str(count) if count < _MANY else f"{_MANY - 1}+"


def _foot() -> int:
    """Say how high the foot of a day is, where what is due stands: as high as figures are."""
    return QFontMetrics(theme_in_use().font("small")).ascent()
