"""Recording that a request's letter was signed, with the number văn thư gave it.

Here: `SignRequestDialog`. Whose hands the letter passes through first is shown where the regulation says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.signed_letter import SignedLetterDialog
from govmail_desk.gui.parts.step_lines import StepLines
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.operations.request_sending import sign_request

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.requests import RequestListRow


class SignRequestDialog(SignedLetterDialog):
    """Record number and day of the first letter."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        title = self.tr("Ghi đã ký: {}").format(subject(row))
        super().__init__(parent, desk, title=title, main_words=self.tr("Ghi đã ký"), letter=self.tr("công văn"))
        self.row = row
        self.steps = StepLines(desk, desk.regulation(), row, stages=("signing",), parent=self.fields)
        self.body.addWidget(self.steps)
        self.body.addStretch(1)

    def record(self, number: str, on: date) -> Changes:
        """Write number and day down."""
        return sign_request(self.desk, request_id=self.row.id, number=number, on=on)
