"""Recording that the unit sent a report that was due: on which day, under which number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk.gui.dialogs.unit_duty import UnitDutyDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.operations.unit_duties import record_report

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.today_row import TodayRow


class RecordReportDialog(UnitDutyDialog):
    """Say when the report went out, and its number; the next one then begins to be due."""

    draft_asked = Signal()
    """The report is to be made from the register instead."""

    def __init__(self, parent: QWidget, desk: Desk, row: TodayRow) -> None:
        super().__init__(parent, desk, row, title=self.tr("Ghi đã gửi báo cáo"))
        self.draft_button = self.add_side_button(self.tr("Lập báo cáo từ sổ…"), self.draft)

    def draft(self) -> None:
        """Go to where reports are drafted; nothing is recorded."""
        self.accept()
        self.draft_asked.emit()

    def ask_more(self) -> None:
        """Ask for the number of the report's letter."""
        self.number = TextField(hint=self.tr("ví dụ: 12/BC-UBND; để trống nếu gửi không số"))
        self.form.add("number", self.tr("Số văn bản"), self.number)

    def record(self, on: date) -> Changes:
        """Record it as sent."""
        return record_report(
            self.desk,
            on=on,
            number=self.number.typed(),
            rule=self.rule,
            by=self.by.typed(),
            note=self.note.typed(),
        )
