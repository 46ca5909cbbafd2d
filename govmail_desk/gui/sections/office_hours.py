"""Giờ làm việc: the unit's office hours, for the whole year or by season, which hold now, which come, and the days without any."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.office_hours import gaps, hours_on, season_of, stretches
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.marks import StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.sections.section import HELD, HOLDS, WILL_HOLD, Section
from govmail_desk.listings import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.office_hours import Stretch
    from govmail_desk.gui.look.marks import Mark

_DIALOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office_hours:OfficeHoursDialog")


class OfficeHoursSection(Section):
    """The hours that hold today, those of the coming year, and every one set so far."""

    reads = frozenset({"office_hours"})
    words = "Theo thông báo của đơn vị; dùng khi tính buổi sáng, buổi chiều phải kiểm tra hộp thư."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.cards: list[HoursCard] = []
        self.add_act("change", self.tr("Đặt giờ làm việc…"), self.change, icon_name="edit", is_main=True)

    def fill(self) -> None:
        """Tell the hours."""
        found = settings.history(self.desk, OfficeHours)
        self.cards = []
        if not found:
            self.say(self.tr("Chưa ghi giờ làm việc. Bấm “Đặt giờ làm việc” để ghi theo thông báo của đơn vị."))
            return
        today = self.desk.today()
        self._tell_now(hours_on(found, today))
        self._tell_coming(found, today)
        self.head(self.tr("Các giờ đã đặt"))
        for hours in sorted(found, key=lambda one: (one.from_on, one.id), reverse=True):
            self.cards.append(HoursCard(hours, _standing(hours, found, today), self.correct, self))
            self.add(self.cards[-1])

    def change(self) -> None:
        """Set other hours."""
        self.open_dialog(_DIALOG.load()(self, self.desk))

    def correct(self, hours: OfficeHours) -> None:
        """Correct hours set before."""
        self.open_dialog(_DIALOG.load()(self, self.desk, hours))

    def _tell_now(self, hours: OfficeHours | None) -> None:
        if hours is None:
            self.say(self.tr("Hôm nay chưa có giờ làm việc nào được đặt. Hãy đặt giờ cho những ngày này."), "bad")
            return
        self.fact(self.tr("Buổi sáng"), f"{hours.morning_from} – {hours.morning_to}")
        self.fact(self.tr("Buổi chiều"), f"{hours.afternoon_from} – {hours.afternoon_to}")
        self.fact(self.tr("Áp dụng"), season_words(hours))
        self.fact(self.tr("Căn cứ"), hours.document)

    def _tell_coming(self, found: Sequence[OfficeHours], today: date) -> None:
        year = {"first": today, "last": _a_year_on(today) - timedelta(days=1)}
        coming = [stretch for stretch in stretches(found, **year) if stretch.hours is not None]
        missing = gaps(found, **year)
        if len(coming) > 1:
            self.head(self.tr("Trong một năm tới"))
        for stretch in coming if len(coming) > 1 else ():
            assert stretch.hours is not None
            self.say(f"{_days(stretch)}: {times_words(stretch.hours)}", "")
        for gap in missing if coming else ():
            words = self.tr("Chưa có giờ làm việc cho những ngày {}. Hãy đặt giờ cho mùa còn lại.")
            self.say(words.format(_days(gap)), "bad")


class HoursCard(QFrame):
    """Hours set from a day on: the season, the times, whether they hold, and the way to correct them."""

    def __init__(
        self,
        hours: OfficeHours,
        standing: tuple[str, Mark],
        correct: Callable[[OfficeHours], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hours = hours
        self.setObjectName("quietCard")
        self.state = StateLabel(self)
        self.state.show_state(*standing)
        self.button = QPushButton(self.tr("Sửa…"), self)
        named = self.tr("Sửa giờ làm việc đặt từ {}, {}").format(f"{hours.from_on:%d/%m/%Y}", season_words(hours))
        self.button.setAccessibleName(named)
        self.button.clicked.connect(partial(correct, hours))
        said = QVBoxLayout()
        said.setSpacing(Space.HAIR)
        said.addWidget(WrappedLabel(season_words(hours), "label", self))
        document = f" · {hours.document}" if hours.document else ""
        times = times_words(hours)
        said.addWidget(WrappedLabel(times[:1].upper() + times[1:] + document, "soft", self))
        said.addWidget(self.state)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.USUAL, Space.NEAR, Space.USUAL, Space.NEAR)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


def season_words(hours: OfficeHours) -> str:
    """Name the season of hours with its days: `Mùa hè, 16/04 đến 15/10`."""
    name = wording.SEASONS[season_of(hours)]
    return f"{name}, {_of_year(hours.season_from)} đến {_of_year(hours.season_to)}" if hours.season_from else name


def times_words(hours: OfficeHours) -> str:
    """Say the four times."""
    return f"sáng {hours.morning_from} – {hours.morning_to}, chiều {hours.afternoon_from} – {hours.afternoon_to}"


def _standing(hours: OfficeHours, found: Sequence[OfficeHours], today: date) -> tuple[str, Mark]:
    """Say whether hours hold today, come within a year of the day they begin, or hold no more."""
    since = f"Đặt từ {hours.from_on:%d/%m/%Y}"
    if hours_on(found, today) == hours:
        return f"{since}, đang dùng", HOLDS
    begins = max(today, hours.from_on)
    ahead = stretches(found, first=begins, last=_a_year_on(begins))
    comes = next((stretch.first for stretch in ahead if stretch.hours == hours), None)
    return (f"{since}, sẽ dùng từ {comes:%d/%m/%Y}", WILL_HOLD) if comes else (f"{since}, không còn dùng", HELD)


def _days(stretch: Stretch) -> str:
    return f"{stretch.first:%d/%m/%Y} đến {stretch.last:%d/%m/%Y}"


def _a_year_on(day: date) -> date:
    """Return the day a year later; 29 February has its next day."""
    later = day + timedelta(days=1) if f"{day:%m-%d}" == "02-29" else day
    return later.replace(year=later.year + 1)


def _of_year(day: str) -> str:
    month, _, number = day.partition("-")
    return f"{number}/{month}"
