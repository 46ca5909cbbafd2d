"""Recording that the unit looked through its mailboxes (rà soát): on which day, by whom, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.unit_duty import UnitDutyDialog
from govmail_desk.operations.unit_duties import record_review

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.today_row import TodayRow


class RecordReviewDialog(UnitDutyDialog):
    """Say when the mailboxes were looked through; the next review is counted from that day."""

    def __init__(self, parent: QWidget, desk: Desk, row: TodayRow) -> None:
        super().__init__(parent, desk, row, title=self.tr("Ghi đã rà soát hộp thư"))
        self.form.rows["note"].show_hint(self.tr("Ví dụ: đề nghị hủy hai hộp thư không còn dùng."))

    def record(self, on: date) -> Changes:
        """Record it as done."""
        return record_review(self.desk, on=on, by=self.by.typed(), note=self.note.typed())
