"""Putting a line of Hôm nay off to another day, with the reason; the due date itself stays what it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.snoozes import next_working_day, snooze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.today_row import TodayRow


class SnoozeDialog(Dialog):
    """Say until when, and why."""

    def __init__(self, parent: QWidget, desk: Desk, row: TodayRow, due_ids: Sequence[int]) -> None:
        super().__init__(parent, title=self.tr("Hoãn nhắc việc"), main_words=self.tr("Hoãn nhắc"))
        self.desk = desk
        self._due_ids = list(due_ids)
        self.until = DateField(desk.today(), next_working_day(desk))
        self.reason = LongTextField(lines=2, hint=self.tr("Ví dụ: người giữ hộp thư đi công tác đến hết tuần"))
        self.form = Form(self)
        self.form.add("until", self.tr("Nhắc lại vào"), self.until, is_needed=True)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        self.body.addWidget(WrappedLabel(f"{row.title}: {row.detail}", parent=self.fields))
        if row.due_on is not None:
            said = self.tr("Hạn vẫn là {}; chỉ lời nhắc được hoãn.").format(f"{row.due_on:%d/%m/%Y}")
            self.body.addWidget(WrappedLabel(said, tone="soft", parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.reason.setFocus()

    def do(self) -> None:
        """Put it off."""
        until, reason = self.until.day(), self.reason.typed()
        errors = {}
        if until is None:
            errors["until"] = self.until.problem() or self.tr("Chưa có ngày. Hãy gõ ngày nhắc lại.")
        if not reason:
            errors["reason"] = self.tr("Chưa có lý do. Hãy ghi vì sao việc này để sau.")
        if self.form.show_errors(errors):
            run(self, partial(snooze, self.desk, due_ids=self._due_ids, reason=reason, until_on=until), self.kept)
