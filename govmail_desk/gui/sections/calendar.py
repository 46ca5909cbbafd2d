"""Lịch làm việc: a year's days off and make-up days with their sources, what is not certain yet, and the unit's corrections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from govmail_desk import wording
from govmail_desk.domain.office_calendar import KIND_LABELS
from govmail_desk.gui.fields.year_calendar import MARKS, YearCalendar
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.marks import SIDE, StateLabel, mark_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.sections.section import ViewSection

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.office_calendar import Calendar, NamedDay

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.calendar_day:CalendarDayDialog")
_DAY: Final = Qt.ItemDataRole.UserRole
_LIST_LETTERS: Final = 27


class CalendarSection(ViewSection):
    """The calendar deadlines are counted by."""

    reads = frozenset({"calendar_day"})
    words = "Mọi thời hạn tính theo lịch này; ngày sửa của đơn vị đứng trên lịch chung và được ghi rõ."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        self.view = CalendarView(desk.today())
        super().__init__(title, desk, self.view, parent)
        self.add_act("correct", self.tr("Sửa ngày đang chọn…"), self.correct, icon_name="edit", is_main=True)
        self.view.asked.connect(self.correct)

    def fill(self) -> None:
        """Show the calendar as it stands."""
        self.view.show_calendar(self.desk.calendar())

    def correct(self) -> None:
        """Correct the day chosen."""
        self.open_dialog(_DIALOG.load()(self, self.desk, self.view.year.day))


class CalendarView(QWidget):
    """One year, its named days in words, and the day chosen."""

    asked = Signal()
    """The day chosen is to be corrected."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self.year = YearCalendar(today, self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Ngày nghỉ và ngày làm bù trong năm"))
        self.list.setObjectName("wrappedList")
        self.list.setIconSize(QSize(SIDE, SIDE))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.year)
        self.caveats = WrappedLabel("", "label", self)
        self.told = WrappedLabel("", "", self)
        self._title = QLabel(self)
        self._title.setProperty("tone", "heading")
        self.before_button = self._step_button("left", self.tr("Năm trước"), -1)
        self.after_button = self._step_button("right", self.tr("Năm sau"), 1)
        self._lay_out()
        self.setFocusProxy(self.year)
        self.year.chosen.connect(self._tell_day)
        self.year.opened.connect(self._ask)
        self.list.currentItemChanged.connect(self._choose_listed)
        self.list.itemActivated.connect(self._ask)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show the calendar, on the year chosen."""
        self._calendar = calendar
        self.show_year(self.year.day.year)

    def show_year(self, year: int) -> None:
        """Show another year."""
        if self._calendar is None:
            return
        self.year.show_calendar(self._calendar, year)
        self._title.setText(self.tr("Năm {}").format(year))
        caveats = self._calendar.caveats(date(year, 1, 1), date(year, 12, 31))
        self.caveats.setText("\n".join(self.tr("Lưu ý: {}").format(caveat) for caveat in caveats))
        self.caveats.setVisible(bool(caveats))
        self._list_days(year)
        self._tell_day(self.year.day)

    def _list_days(self, year: int) -> None:
        assert self._calendar is not None
        self.list.blockSignals(True)
        self.list.clear()
        for named in sorted(
            (day for day in self._calendar.days.values() if day.on.year == year), key=lambda day: day.on
        ):
            item = QListWidgetItem(mark_icon(MARKS[named.kind]), _listed(named))
            item.setData(_DAY, named.on)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_coming()

    def _show_coming(self) -> None:
        """Begin the list with the first day that is still to come."""
        items = [self.list.item(row) for row in range(self.list.count())]
        coming = next((item for item in items if item.data(_DAY) >= self.year.day), None)
        if coming is not None:
            self.list.scrollToItem(coming, QListWidget.ScrollHint.PositionAtTop)

    def _tell_day(self, day: date) -> None:
        self._scroll.ensureVisible(*self.year.middle_of(day))
        assert self._calendar is not None
        named = self._calendar.days.get(day)
        source = f"\nNguồn: {named.cite}." if named is not None and named.cite else ""
        self.told.setText(f"{self.year.told(day)}.{source}")

    def _choose_listed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.year.choose(item.data(_DAY))

    def _ask(self) -> None:
        self.asked.emit()

    def _step_button(self, icon_name: str, words: str, step: int) -> QToolButton:
        button = QToolButton(self)
        draw_icon(button, icon_name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setProperty("step", step)
        button.clicked.connect(self._step)
        return button

    def _step(self) -> None:
        button = self.sender()
        assert isinstance(button, QToolButton)
        self.show_year(self.year.day.year + int(button.property("step")))

    def _legend(self) -> QWidget:
        part = QWidget(self)
        flow = FlowLayout(part)
        for kind, mark in MARKS.items():
            label = StateLabel(part)
            label.show_state(KIND_LABELS[kind], mark)
            flow.addWidget(label)
        return part

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.TIGHT)
        for part in (self.before_button, self._title, self.after_button):
            first.addWidget(part)
        first.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(Space.NEAR)
        beside.addWidget(self.told)
        beside.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.NEAR)
        middle.addWidget(self._scroll, 7)
        middle.addLayout(beside, 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, 0, Space.USUAL, 0)
        rows.setSpacing(Space.NEAR)
        rows.addLayout(first)
        rows.addWidget(self.caveats)
        rows.addWidget(self._legend())
        rows.addLayout(middle, 1)


def _listed(named: NamedDay) -> str:
    source = f"\n{named.cite}" if named.cite else ""
    return f"{wording.day_words(named.on)}: {named.reason}{source}"
