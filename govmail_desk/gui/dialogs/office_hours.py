"""The unit's office hours from a day on, for the whole year or for a season of it, as its own notice says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from govmail_desk import wording
from govmail_desk.domain.office_hours import hours_on, is_clock_time, is_day_of_year, season_of
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.run import run
from govmail_desk.listings import settings
from govmail_desk.operations.settings import set_office_hours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_TYPED: Final = re.compile(r"(\d{1,2})\D{0,3}(\d{2})?\D*")
_OF_YEAR: Final = re.compile(r"(\d{1,2})\D{1,3}(\d{1,2})\D*")
_COMMON_YEAR: Final = 2001
_TIMES: Final = {
    "morning_from": "Sáng từ",
    "morning_to": "Sáng đến",
    "afternoon_from": "Chiều từ",
    "afternoon_to": "Chiều đến",
}
_EXAMPLES: Final = {
    "morning_from": "07:30",
    "morning_to": "11:30",
    "afternoon_from": "13:30",
    "afternoon_to": "17:00",
}
"""What a field left empty shows as a way to write it; no unit's hours are taken from here."""
_SEASON: Final = ("season_from", "season_to")


class OfficeHoursDialog(SettingDialog):
    """Set other hours, or correct some set before."""

    def __init__(self, parent: QWidget | None, desk: Desk, hours: OfficeHours | None = None) -> None:
        super().__init__(parent, desk, title=self.tr("Giờ làm việc"), main_words=self.tr("Lưu giờ làm việc"))
        self._found = settings.history(desk, OfficeHours)
        self._corrected = hours
        known = hours or hours_on(self._found, self.today)
        self.season_field = ChoiceField(wording.SEASONS.items())
        self.season_field.setMinimumContentsLength(max(map(len, wording.SEASONS.values())))
        self.season_days = {key: DayOfYearField(getattr(hours, key) if hours else "") for key in _SEASON}
        self.times = {key: TimeField(getattr(known, key) if known else "", hint=_EXAMPLES[key]) for key in _TIMES}
        self.document_field = TextField(known.document if known else "", hint=self.tr("số, ngày của thông báo"))
        self._add_rows()
        if hours is not None:
            self.from_field.show_day(hours.from_on)
            self.season_field.choose(season_of(hours))
        self.season_field.picked.connect(self._follow_season)
        self._show_season()

    def do(self) -> None:
        """Keep them."""
        if self.is_filled(errors=self._time_errors() | self._season_errors()):
            run(self, partial(set_office_hours, self.desk, hours=self.hours()), self.kept)

    def hours(self) -> OfficeHours:
        """Return the hours as typed."""
        season = {key: field.typed() if self._is_seasonal else "" for key, field in self.season_days.items()}
        return OfficeHours(
            id=self._corrected.id if self._corrected else 0,
            version=self._corrected.version if self._corrected else 0,
            from_on=self.from_on(),
            morning_from=self.times["morning_from"].typed(),
            morning_to=self.times["morning_to"].typed(),
            afternoon_from=self.times["afternoon_from"].typed(),
            afternoon_to=self.times["afternoon_to"].typed(),
            document=self.document_field.typed(),
            season_from=season["season_from"],
            season_to=season["season_to"],
        )

    @property
    def _is_seasonal(self) -> bool:
        return self.season_field.choice() != "year"

    def _time_errors(self) -> dict[str, str]:
        """Say of every hour that is none, or not after the one before it, how to write it."""
        errors: dict[str, str] = {}
        before = ""
        for key, field in self.times.items():
            time = field.typed()
            if not is_clock_time(time):
                errors[key] = self.tr("Hãy gõ giờ:phút, ví dụ {}.").format(_EXAMPLES[key])
            elif time <= before:
                errors[key] = self.tr("Giờ này phải sau {}. Hãy xem lại.").format(before)
            before = time if is_clock_time(time) else before
        return errors

    def _season_errors(self) -> dict[str, str]:
        """Say of the days of a season which are none, or that they are those of the other season."""
        if not self._is_seasonal:
            return {}
        days = {key: field.typed() for key, field in self.season_days.items()}
        wrong = [key for key, day in days.items() if not is_day_of_year(day)]
        if wrong or self.from_field.day() is None:
            return {key: self.tr("Hãy gõ ngày/tháng, ví dụ 15/10.") for key in wrong}
        named = season_of(self.hours())
        if {named, self.season_field.choice()} != {"summer", "winter"}:
            return {}
        words = wording.SEASONS[named].lower()
        return {"season_from": self.tr("Từ ngày này đến ngày kia là {}. Hãy xem lại mùa hoặc hai ngày.").format(words)}

    def _follow_season(self) -> None:
        if self._is_seasonal and not any(field.typed() for field in self.season_days.values()):
            self._propose_days()
        self._show_season()

    def _propose_days(self) -> None:
        """Propose the part of the year that the hours of the other season leave."""
        others = [one for one in self._found if one.season_from and one != self._corrected]
        other = next((one for one in others if season_of(one) != self.season_field.choice()), None)
        if other is not None:
            self.season_days["season_from"].show_day(_beside(other.season_to, 1))
            self.season_days["season_to"].show_day(_beside(other.season_from, -1))

    def _show_season(self) -> None:
        for key in _SEASON:
            self.form.rows[key].setVisible(self._is_seasonal)

    def _add_rows(self) -> None:
        self.form.add("season", self.tr("Áp dụng cho"), self.season_field)
        self.form.add("season_from", self.tr("Từ ngày hằng năm"), self.season_days["season_from"], is_needed=True)
        self.form.add("season_to", self.tr("Đến hết ngày"), self.season_days["season_to"], is_needed=True)
        self.form.put_side_by_side("season", *_SEASON)
        for key, words in _TIMES.items():
            self.form.add(key, words, self.times[key], is_needed=True)
        self.form.put_side_by_side(*_TIMES)
        self.form.add("document", self.tr("Căn cứ"), self.document_field)
        self.ask_from(hint=self.tr("Giờ theo mùa dùng lại mỗi năm, cho tới khi đơn vị đặt giờ khác."))


class TimeField(TextField):
    """A time of the day: `7h30`, `730` and `7.30` are all 07:30."""

    def __init__(self, time: str = "", parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(time, parent, hint=hint)
        self.setMaxLength(8)

    def typed(self) -> str:
        """Return the time as the register takes it; what is no time stays as it was typed, to be refused."""
        text = super().typed()
        match = _TYPED.fullmatch(text if len(text) != len("730") or not text.isdecimal() else f"0{text}")
        return f"{int(match[1]):02d}:{match[2] or '00'}" if match else text


class DayOfYearField(TextField):
    """A day of every year, typed as day and month: `15/10`, `15-10` and `15 tháng 10` all end in 10-15 of the register."""

    def __init__(self, day: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent, hint=self.tr("ngày/tháng"))
        self.show_day(day)

    def show_day(self, day: str) -> None:
        """Put a day, `MM-DD`, as it is written here."""
        month, _, number = day.partition("-")
        self.setText(f"{number}/{month}" if number else "")

    def typed(self) -> str:
        """Return the day as the register takes it, `MM-DD`; what is no day stays as it was typed, to be refused."""
        text = super().typed().replace("tháng", "/")
        match = _OF_YEAR.fullmatch(text.replace(" ", ""))
        return f"{int(match[2]):02d}-{int(match[1]):02d}" if match else text

    def _tidy(self) -> None:
        if is_day_of_year(self.typed()):
            self.show_day(self.typed())


def _beside(day: str, step: int) -> str:
    """Return the day of the year before or after one."""
    month, number = map(int, day.split("-"))
    try:
        return f"{date(_COMMON_YEAR, month, number) + timedelta(days=step):%m-%d}"
    except ValueError:  # 29 February: its neighbours are those of a leap year
        return "03-01" if step > 0 else "02-28"
