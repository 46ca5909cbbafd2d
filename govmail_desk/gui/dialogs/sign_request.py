"""Recording that a request's letter was signed, with the number văn thư gave it.

Here: `SignRequestDialog`. Whose hands the letter passes through first is shown where the regulation says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.parts.step_lines import StepLines
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.operations.request_sending import sign_request

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.requests import RequestListRow


class SignRequestDialog(Dialog):
    """Record number and day of the letter."""

    check_asked = Signal()
    """The papers are to be looked through first; this dialog is closed by then."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        super().__init__(parent, title=self.tr("Ghi đã ký: {}").format(subject(row)), main_words=self.tr("Ghi đã ký"))
        self.desk = desk
        self.row = row
        self.number = TextField(hint=self.tr("Ví dụ: 125"))
        self.on = DateField(desk.today(), desk.today())
        self.form = self._form()
        self.steps = StepLines(desk, desk.regulation(), row, stages=("signing",), parent=self.fields)
        self.check_button = self.add_side_button(self.tr("Kiểm tra trước khi ký"), self.ask_check)
        self.body.addWidget(self.form)
        self.body.addWidget(self.steps)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._sign, self.kept)

    def ask_check(self) -> None:
        """Leave for the check before signing; where a number was typed, ask first."""
        if not self.has_typed:
            self._go_and_check()
            return
        self.notices.ask(
            self.tr("Số và ngày vừa gõ chưa được ghi; kiểm tra xong thì gõ lại."),
            (
                Offer(self.tr("Gõ tiếp"), self.notices.dismiss),
                Offer(self.tr("Kiểm tra giấy tờ"), self._go_and_check),
            ),
        )

    def _go_and_check(self) -> None:
        self.accept()
        self.check_asked.emit()

    def _sign(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return sign_request(self.desk, request_id=self.row.id, number=self.number.typed(), on=on)

    def _errors(self) -> dict[str, str]:
        errors = {}
        if not self.number.typed():
            errors["number"] = self.tr("Chưa có số. Hãy ghi số văn thư đã cấp cho công văn.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày ký. Hãy gõ ngày ghi trên công văn.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        hint = self.tr("Số văn thư cấp, không dùng lại trong năm.")
        form.add("number", self.tr("Số công văn"), self.number, is_needed=True, hint=hint)
        form.add("on", self.tr("Ngày ký"), self.on, is_needed=True)
        form.put_side_by_side("number", "on")
        return form
