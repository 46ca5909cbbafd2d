"""Recording that the unit looked through its mailboxes (rà soát): on which day, by whom, what came of it.

A review held by sheets records itself when it ends (`operations.review_closing`); from here a way leads to its shelf.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.unit_duty import UnitDutyDialog
from govmail_desk.gui.page import Page
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
        self.add_side_button(self.tr("Rà soát bằng phiếu…"), self.go_to_reviews)
        self.form.rows["note"].show_hint(self.tr("Ví dụ: đề nghị hủy hai hộp thư không còn dùng."))

    def go_to_reviews(self) -> None:
        """Go to the shelf where a review is held, sheet by sheet; nothing is recorded here."""
        page = self.parentWidget()
        self.accept()
        if isinstance(page, Page):
            page.go_to.emit("reports/reviews", None)

    def record(self, on: date) -> Changes:
        """Record it as done."""
        return record_review(self.desk, on=on, by=self.by.typed(), note=self.note.typed())
