"""What the unit did by the calendar, recorded: on which day, by whom, with a note.

Here: `UnitDutyDialog`, which a report (`gui.dialogs.record_report`) and a review (`gui.dialogs.record_review`) extend. What falls due next
is counted by `operations.unit_duties`.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.today_row import TodayRow


class UnitDutyDialog(Dialog):
    """Say when it was done, and by whom."""

    def __init__(self, parent: QWidget, desk: Desk, row: TodayRow, *, title: str) -> None:
        super().__init__(parent, title=title, main_words=self.tr("Ghi vào sổ"))
        self.desk = desk
        self.rule = row.rule
        self.on = DateField(desk.today(), desk.today())
        self.by = TextField(hint=self.tr("Để trống nếu là {}").format(desk.person))
        self.note = LongTextField(lines=2)
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày làm"), self.on, is_needed=True)
        self.form.add("by", self.tr("Người làm"), self.by)
        self.form.put_side_by_side("on", "by")
        self.ask_more()
        self.form.add("note", self.tr("Ghi chú"), self.note)
        told = row.title if row.due_on is None else self.tr("{}, hạn {:%d/%m/%Y}").format(row.title, row.due_on)
        self.body.addWidget(WrappedLabel(told, parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def ask_more(self) -> None:
        """Ask what this duty has beyond a day, a person and a note: nothing."""

    @abstractmethod
    def record(self, on: date) -> Changes:
        """Record it as done on a day."""

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        missing = {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày việc đã làm.")}
        if self.form.show_errors(missing) and on is not None:
            run(self, lambda: self.record(on), self.kept)
