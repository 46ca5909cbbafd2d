"""Giving up what was begun: the number of a letter, or a whole request; each with its reason, which stays in the register.

Here: `CancelNumberDialog`, `CancelRequestDialog`. Withdrawing some rows is `gui.dialogs.withdraw_rows`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.operations.request_sending import cancel_number
from govmail_desk.operations.request_withdrawals import cancel_request

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.requests import RequestListRow


class CancelNumberDialog(Dialog):
    """Cancel the number a letter was given wrongly; the request is a draft again."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        super().__init__(
            parent, title=self.tr("Hủy số {} của đề nghị").format(row.number), main_words=self.tr("Hủy số này")
        )
        self.desk = desk
        self.row = row
        self.on = DateField(desk.today(), desk.today())
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: văn thư cấp nhầm sổ, công văn phải ký lại"))
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày hủy"), self.on, is_needed=True)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = self.tr("Đề nghị trở lại bản nháp. Số {} vẫn ghi trong sổ là đã hủy và không dùng lại trong năm.")
        self.body.addWidget(WrappedLabel(said.format(row.number), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Cancel it."""
        errors = _reason_missing(self.reason)
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày hủy số.")
        if self.form.show_errors(errors):
            run(self, self._cancel, self.kept)

    def _cancel(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return cancel_number(self.desk, request_id=self.row.id, on=on, reason=self.reason.typed())


class CancelRequestDialog(Dialog):
    """Cancel a request that is no longer wanted."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow) -> None:
        super().__init__(
            parent, title=self.tr("Hủy đề nghị: {}").format(subject(row)), main_words=self.tr("Hủy đề nghị này")
        )
        self.desk = desk
        self.row = row
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: đơn vị không còn nhu cầu"))
        self.form = Form(self)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        self.body.addWidget(WrappedLabel(self._told(), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Cancel it."""
        if self.form.show_errors(_reason_missing(self.reason)):
            run(self, self._cancel, self.kept)

    def _cancel(self) -> Changes:
        return cancel_request(self.desk, request_id=self.row.id, reason=self.reason.typed())

    def _told(self) -> str:
        told = self.tr("Đề nghị và giấy tờ vẫn ở trong sổ, ghi là đã hủy.")
        if self.row.number:
            told += " " + self.tr("Số {} hủy theo và không dùng lại trong năm.").format(self.row.number)
        if self.row.state in {"sent", "overdue"}:
            told += " " + self.tr("Đề nghị đã gửi đi, nên hãy báo nơi nhận biết đơn vị thôi đề nghị.")
        return told


def _reason_missing(reason: LongTextField) -> dict[str, str]:
    if reason.typed():
        return {}
    return {"reason": reason.tr("Chưa có lý do. Hãy ghi vì sao, để người xem sổ sau này hiểu.")}
