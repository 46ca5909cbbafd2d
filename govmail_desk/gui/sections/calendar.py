"""Lịch làm việc: days off and make-up days with their sources, the unit's corrections and files, and what falls due on which day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
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
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.fields.year_calendar import DUE_MARK, MARKS, YearCalendar
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.marks import SIDE, StateLabel, mark_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.calendar_dues import DayDues
from govmail_desk.gui.parts.newer_calendar import NewerCalendar
from govmail_desk.gui.sections.section import ViewSection
from govmail_desk.listings import due_days

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.office_calendar import Calendar, NamedDay

_DAY_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.calendar_day:CalendarDayDialog")
_PLAN_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.calendar_plan:CalendarPlanDialog")
_DAY: Final = Qt.ItemDataRole.UserRole
_LIST_LETTERS: Final = 27


class CalendarSection(ViewSection):
    """The calendar deadlines are counted by."""

    reads = frozenset({"calendar_day", "due", "choice", "regulation_text"})
    words = "Mọi thời hạn tính theo lịch này; ngày sửa của đơn vị đứng trên lịch chung và được ghi rõ."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        self.view = CalendarView(desk.today())
        super().__init__(title, desk, self.view, parent)
        self.add_act("correct", self.tr("Sửa ngày đang chọn…"), self.correct, icon_name="edit", is_main=True)
        self.add_act("take_file", self.tr("Nhận tệp lịch nghỉ…"), self.take_file, icon_name="import")
        self.view.asked.connect(self.correct)
        self.view.year_shown.connect(self._show_dues)
        self.view.year.chosen.connect(self._show_day_dues)
        self.view.dues.asked.connect(self.go_to)

    def fill(self) -> None:
        """Show the calendar as it stands, and ask whether due dates were counted by another one."""
        self.view.show_calendar(self.desk.calendar())
        self._show_day_dues(self.view.year.day)
        self.view.newer.look(self.desk)

    def correct(self) -> None:
        """Correct the day chosen."""
        self.open_dialog(_DAY_DIALOG.load()(self, self.desk, self.view.year.day))

    def take_file(self) -> None:
        """Take in a year's holiday file; what it changes is seen first."""
        title, kind = self.tr("Chọn tệp lịch nghỉ"), self.tr("Tệp lịch nghỉ (*.toml)")
        file = desktop().choose_file(self, title=title, kind=kind)
        if file is not None:
            self.open_dialog(_PLAN_DIALOG.load().of_file(self, self.desk, file))

    def _show_dues(self, year: int) -> None:
        self.view.year.show_dues(due_days.counts(self.desk, first=date(year, 1, 1), last=date(year, 12, 31)))

    def _show_day_dues(self, day: date) -> None:
        has_dues = self.view.year.due_count(day) > 0
        self.view.dues.show_rows(due_days.on_day(self.desk, day) if has_dues else ())


class CalendarView(QWidget):
    """One year, its named days in words, the day chosen with what is due by it."""

    asked = Signal()
    """The day chosen is to be corrected."""
    year_shown = Signal(object)
    """Another year is shown, or the same one anew."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar: Calendar | None = None
        self.year = YearCalendar(today, self)
        self.list = self._day_list()
        self.list.viewport().installEventFilter(self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.year)
        self._scroll.viewport().installEventFilter(self)
        self.newer = NewerCalendar(self)
        self.caveats = WrappedLabel("", "label", self)
        self.told = WrappedLabel("", "", self)
        self.dues = DayDues(self)
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
        self.year_shown.emit(year)
        self._tell_day(self.year.day)

    def _list_days(self, year: int) -> None:
        assert self._calendar is not None
        self.list.blockSignals(True)
        self.list.clear()
        for named in self._calendar.of_year(year):
            item = QListWidgetItem(mark_icon(MARKS[named.kind]), _listed(named))
            item.setData(_DAY, named.on)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_listed(named)}. {named.kind_words}")
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_coming()

    def _show_coming(self) -> None:
        """Begin the list with the first day that is still to come."""
        if self.list.currentItem() is not None:
            return
        items = [self.list.item(row) for row in range(self.list.count())]
        coming = next((item for item in items if item.data(_DAY) >= self.year.day), None)
        if coming is not None:
            self.list.scrollToItem(coming, QListWidget.ScrollHint.PositionAtTop)

    def _tell_day(self, day: date) -> None:
        self._bring_day()
        assert self._calendar is not None
        named = self._calendar.days.get(day)
        kind = f"\n{_capital(named.kind_words)}." if named is not None else ""
        source = f" Nguồn: {named.cite}." if named is not None and named.cite else ""
        self.told.setText(f"{self.year.told(day)}.{kind}{source}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the day chosen in view, and what comes next, where other lines leave them another height."""
        if event.type() == QEvent.Type.Resize:
            self._bring_day()
            self._show_coming()
        return super().eventFilter(watched, event)

    def _bring_day(self) -> None:
        self._scroll.ensureVisible(*self.year.middle_of(self.year.day))

    def _choose_listed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.year.choose(item.data(_DAY))

    def _ask(self) -> None:
        self.asked.emit()

    def _day_list(self) -> QListWidget:
        days = QListWidget(self)
        days.setAccessibleName(self.tr("Ngày nghỉ và ngày làm bù trong năm"))
        days.setObjectName("wrappedList")
        days.setIconSize(QSize(SIDE, SIDE))
        days.setWordWrap(True)
        days.setResizeMode(QListWidget.ResizeMode.Adjust)
        days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        days.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
        return days

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
        for words, mark in (*((KIND_LABELS[kind], mark) for kind, mark in MARKS.items()), ("có hạn", DUE_MARK)):
            label = StateLabel(part)
            label.show_state(words, mark)
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
        beside.addWidget(self.dues)
        beside.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(Space.NEAR)
        middle.addWidget(self._scroll, 7)
        middle.addLayout(beside, 3)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Space.USUAL, 0, Space.USUAL, 0)
        rows.setSpacing(Space.NEAR)
        rows.addWidget(self.newer)
        rows.addLayout(first)
        rows.addWidget(self.caveats)
        rows.addLayout(middle, 1)
        rows.addWidget(self._legend())


def _listed(named: NamedDay) -> str:
    source = f"\n{named.cite}" if named.cite else ""
    return f"{wording.day_words(named.on)}: {named.reason}{source}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
