"""A day in a field: typed as 23/11/2026, its weekday beside it, a calendar on a button.

Here: `read_day` (what a clerk may type) and `DateField`. How a day is said is `govmail_desk.wording`; which days are off is the
desk's calendar. `today` is given: only the desk asks the clock.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space, theme_in_use

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_TYPED: Final = re.compile(r"(\d{1,2})\D+(\d{1,2})(?:\D+(\d{4}|\d{2}))?\D*|(\d{2})(\d{2})(\d{4})")
_CENTURY: Final = 2000
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MONTHS: Final = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


def read_day(text: str, today: date) -> date | None:
    """Read 23/11/2026, 23-11-26, 23.11 (this year) or 23112026; None where it is no day of the calendar."""
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    day, month, year = match.group(1, 2, 3) if match.group(1) else match.group(4, 5, 6)
    try:
        return date(_whole_year(year, today), int(month), int(day))
    except ValueError:
        return None


class DateField(QWidget):
    """One day. Up and Down go a day on and back, Page Up and Page Down a month."""

    day_changed = Signal(object)
    """Another day stands here now: a `date`, or None where it is empty or cannot be read."""

    def __init__(self, today: date, on: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._told: date | None = on
        self.line = _DayLine(self)
        self._weekday = QLabel(self)
        self._weekday.setProperty("tone", "soft")
        self._weekday.setMinimumWidth(self._weekday.fontMetrics().horizontalAdvance("không có ngày này "))
        self._open_button = self._make_open_button()
        self._lay_out()
        self.line.textChanged.connect(self._follow)
        self.line.left.connect(self._tidy)
        self.line.stepped.connect(self.step)
        self.line.month_stepped.connect(self.step_month)
        self.setFocusProxy(self.line)
        self.show_day(on)

    def day(self) -> date | None:
        """Return the day that stands here; None where the field is empty or cannot be read."""
        return read_day(self.line.text(), self._today)

    @property
    def is_empty(self) -> bool:
        """True where nothing was typed."""
        return not self.line.text().strip()

    def problem(self) -> str | None:
        """Say what is wrong with what was typed; None where it is a day or empty."""
        if self.is_empty or self.day() is not None:
            return None
        return self.tr("Chưa đọc được ngày này. Hãy gõ ngày/tháng/năm, ví dụ {}.").format(f"{self._today:%d/%m/%Y}")

    def show_day(self, on: date | None) -> None:
        """Put a day, or empty the field."""
        self.line.setText(f"{on:%d/%m/%Y}" if on is not None else "")

    def step(self, days: int) -> None:
        """Go some days on or back; an empty field begins with today."""
        on = self.day()
        self.show_day(self._today if on is None else on + timedelta(days=days))

    def step_month(self, months: int) -> None:
        """Go a month on or back, to the same number or the month's last day."""
        on = self.day() or self._today
        years, month = divmod(on.month - 1 + months, 12)
        year = on.year + years
        self.show_day(date(year, month + 1, min(on.day, monthrange(year, month + 1)[1])))

    def leave_weekday_out(self) -> None:
        """Take no room for the weekday, where the day is said in words beside the field anyway."""
        self._weekday.hide()

    def setAccessibleName(self, name: str) -> None:
        """Name the parts too, since the focus stands in them."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self._open_button.setAccessibleName(self.tr("Mở lịch: {}").format(name))

    def open_calendar(self) -> QFrame:
        """Open the calendar under the field."""
        popup = _CalendarPopup(self.day() or self._today, self)
        popup.picked.connect(self._take_picked)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + Space.HAIR)))
        popup.show()
        return popup

    def _take_picked(self, on: date) -> None:
        self.show_day(on)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        on = self.day()
        named = wording.WEEKDAYS[on.weekday()] if on else self.tr("không có ngày này")
        self._weekday.setText("" if self.is_empty else named)
        self.line.setAccessibleDescription(self._weekday.text())
        if on != self._told:
            self._told = on
            self.day_changed.emit(on)

    def _tidy(self) -> None:
        on = self.day()
        if on is not None:
            self.show_day(on)

    def _make_open_button(self) -> QToolButton:
        button = QToolButton(self)
        draw_icon(button, "calendar")
        button.setToolTip(self.tr("Mở lịch"))
        button.setAccessibleName(button.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.open_calendar)
        return button

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addWidget(self.line)
        layout.addWidget(self._open_button)
        layout.addWidget(self._weekday, 1)


class _DayLine(QLineEdit):
    """The line a day is typed in."""

    left = Signal()
    stepped = Signal(int)
    month_stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.setMaxLength(12)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("ngày/tháng/năm") + Space.APART)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _MONTHS:
            self.month_stepped.emit(_MONTHS[key])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _CalendarPopup(QFrame):
    """A month to pick a day from; weeks begin on Monday."""

    picked = Signal(object)

    def __init__(self, on: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(self.tr("Lịch"))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._calendar.setSelectedDate(QDate(on.year, on.month, on.day))
        self._calendar.setMinimumSize(QSize(300, 230))
        self._quieten()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.TIGHT, Space.TIGHT, Space.TIGHT, Space.TIGHT)
        layout.addWidget(self._calendar)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        self.setFocusProxy(self._calendar)

    def _quieten(self) -> None:
        off = QTextCharFormat()
        off.setForeground(theme_in_use().colour("bad"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, off)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()


def _whole_year(year: str | None, today: date) -> int:
    if year is None:
        return today.year
    return int(year) + (_CENTURY if len(year) == len("26") else 0)
