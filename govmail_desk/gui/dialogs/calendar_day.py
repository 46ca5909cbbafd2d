"""Correcting one day of the calendar as the official notice says: off, or worked; with the reason and the document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import correct_calendar

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk


class CalendarDayDialog(SettingDialog):
    """Set one day."""

    def __init__(self, parent: QWidget | None, desk: Desk, day: date) -> None:
        super().__init__(parent, desk, title=self.tr("Sửa một ngày trong lịch"), main_words=self.tr("Lưu ngày này"))
        self._calendar = desk.calendar()
        self.day_field = DateField(self.today, day)
        self.off_field = ChoiceField([(True, self.tr("Nghỉ")), (False, self.tr("Làm việc"))])
        self.why_field = TextField(hint=self.tr("ví dụ: nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026"))
        self.document_field = TextField(hint=self.tr("số, ngày của thông báo hay công văn"))
        self.now = WrappedLabel("", "soft", self)
        self.form.add("day", self.tr("Ngày"), self.day_field, is_needed=True)
        self.form.add("off", self.tr("Ngày ấy đơn vị"), self.off_field)
        self.form.put_side_by_side("day", "off")
        self.form.add("why", self.tr("Lý do"), self.why_field, is_needed=True)
        self.form.add("document", self.tr("Văn bản"), self.document_field)
        self.body.addWidget(self.now)
        self.day_field.day_changed.connect(self._show_day)
        self._show_day(day)

    def do(self) -> None:
        """Keep it."""
        needed = {"why": self.tr("Chưa có lý do. Hãy ghi lý do, ví dụ nghỉ hoán đổi theo thông báo nào.")}
        if not self.is_filled(needed):
            return
        on = self.day_field.day()
        assert on is not None
        operation = partial(
            correct_calendar,
            self.desk,
            on=on,
            is_off=self.off_field.choice() is True,
            why=self.why_field.typed(),
            document=self.document_field.typed(),
        )
        run(self, operation, self.kept)

    def _show_day(self, day: date | None) -> None:
        """Say how the day stands now, and offer the other way."""
        if day is None:
            self.now.setText("")
            return
        is_working = self._calendar.is_working(day)
        self.off_field.choose(is_working)
        why = "" if is_working else f" ({self._calendar.skipped(day).why})"
        self.now.setText(self.tr("Hiện nay là ngày {}{}.").format("làm việc" if is_working else "nghỉ", why))
