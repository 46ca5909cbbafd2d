"""The unit's office hours from a day on, as its own notice says."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.settings import OfficeHours
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import set_office_hours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_TYPED: Final = re.compile(r"(\d{1,2})\D{0,3}(\d{2})?\D*")
_TIMES: Final = {
    "morning_from": "Sáng từ",
    "morning_to": "Sáng đến",
    "afternoon_from": "Chiều từ",
    "afternoon_to": "Chiều đến",
}


class OfficeHoursDialog(SettingDialog):
    """Set other hours."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent, desk, title=self.tr("Giờ làm việc"), main_words=self.tr("Lưu giờ làm việc"))
        known = desk.valid(OfficeHours, self.today)
        self.times = {key: TimeField(getattr(known, key) if known else "") for key in _TIMES}
        for key, words in _TIMES.items():
            self.form.add(key, words, self.times[key], is_needed=True)
        self.form.put_side_by_side(*_TIMES)
        self.document_field = TextField(known.document if known else "", hint=self.tr("số, ngày của thông báo"))
        self.form.add("document", self.tr("Căn cứ"), self.document_field)
        self.ask_from(hint=self.tr("Giờ mùa hè và giờ mùa đông là hai lần đặt, mỗi lần từ một ngày."))

    def do(self) -> None:
        """Keep them."""
        if self.is_filled({key: self.tr("Hãy gõ giờ, ví dụ 07:30.") for key in _TIMES}):
            run(self, partial(set_office_hours, self.desk, hours=self.hours()), self.kept)

    def hours(self) -> OfficeHours:
        """Return the hours as typed."""
        return OfficeHours(
            from_on=self.from_on(),
            morning_from=self.times["morning_from"].typed(),
            morning_to=self.times["morning_to"].typed(),
            afternoon_from=self.times["afternoon_from"].typed(),
            afternoon_to=self.times["afternoon_to"].typed(),
            document=self.document_field.typed(),
        )


class TimeField(TextField):
    """A time of the day: `7h30`, `730` and `7.30` are all 07:30."""

    def __init__(self, time: str = "", parent: QWidget | None = None) -> None:
        super().__init__(time, parent, hint="07:30")
        self.setMaxLength(8)

    def typed(self) -> str:
        """Return the time as the register takes it; what is no time stays as it was typed, to be refused."""
        text = super().typed()
        match = _TYPED.fullmatch(text if len(text) != len("730") or not text.isdecimal() else f"0{text}")
        return f"{int(match[1]):02d}:{match[2] or '00'}" if match else text
