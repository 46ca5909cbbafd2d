"""Recording that a letter was signed, whichever it is: its number and day, and the way to the check before that.

Here: `SignedLetterDialog`, the ground of the dialogs for the first letter (`gui.dialogs.sign_request`), for one that asks again
(`gui.dialogs.chase_request`) and for those to late units (`gui.dialogs.number_office_letters`).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.run import run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk


class SignedLetterDialog(Dialog):
    """Record number and day of a letter."""

    check_asked = Signal()
    """The papers are to be looked through first; this dialog is closed by then."""

    def __init__(self, parent: QWidget, desk: Desk, *, title: str, main_words: str, letter: str) -> None:
        super().__init__(parent, title=title, main_words=main_words)
        self.desk = desk
        self._letter = letter
        self.number = TextField(hint=self.tr("Ví dụ: 125"))
        self.on = DateField(desk.today(), desk.today())
        self.form = Form(self)
        self.form.add("number", self.tr("Số công văn"), self.number, is_needed=True, hint=self._number_words())
        self.form.add("on", self.tr("Ngày ký"), self.on, is_needed=True)
        self.form.put_side_by_side("number", "on")
        self.check_button = self.add_side_button(self.tr("Kiểm tra trước khi ký"), self.ask_check)
        self.body.addWidget(self.form)

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        if self.form.show_errors(self._errors()) and on is not None:
            run(self, lambda: self.record(self.number.typed(), on), self.kept)

    def record(self, number: str, on: date) -> Changes:
        """Write number and day down."""
        raise NotImplementedError

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

    def _number_words(self) -> str:
        return self.tr("Số văn thư cấp, không dùng lại trong năm.")

    def _errors(self) -> dict[str, str]:
        errors = {}
        if not self.number.typed():
            errors["number"] = self.tr("Chưa có số. Hãy ghi số văn thư đã cấp cho {}.").format(self._letter)
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày ký. Hãy gõ ngày ghi trên công văn.")
        return errors
