"""Recording that a report was sent: its number, the day, to whom. From then on it does not change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.report_content import addressee_of
from govmail_desk.operations.reports import send_report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.reports import ReportPane


class SendReportDialog(Dialog):
    """Say number, day and addressee."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReportPane) -> None:
        super().__init__(parent, title=self.tr("Ghi số và gửi báo cáo"), main_words=self.tr("Ghi đã gửi"))
        self.desk = desk
        self._row = facts.row
        self.number = TextField(hint=self.tr("ví dụ: 12"))
        self.on = DateField(desk.today(), desk.today())
        self.to = TextField(addressee_of(desk, facts.report).name)
        self.form = Form(self)
        self.form.add("number", self.tr("Số báo cáo"), self.number, is_needed=True)
        self.form.add("on", self.tr("Ngày gửi"), self.on, is_needed=True)
        self.form.put_side_by_side("number", "on")
        self.form.add("to", self.tr("Gửi đến"), self.to, is_needed=True)
        said = self.tr("{}. Gửi rồi thì số liệu và giấy tờ giữ nguyên; kỳ sau tính tiếp từ hết ngày {:%d/%m/%Y}.")
        self.body.addWidget(WrappedLabel(said.format(facts.row.title, facts.row.cut_off_on), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        if self.form.show_errors(self._errors()) and on is not None:
            act = partial(
                send_report,
                self.desk,
                report_id=self._row.id,
                number=self.number.typed(),
                on=on,
                to=self.to.typed(),
            )
            run(self, act, self.kept)

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if not self.number.typed():
            errors["number"] = self.tr("Chưa có số. Hãy ghi số văn thư đã cấp cho báo cáo.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày báo cáo được gửi đi.")
        if not self.to.typed():
            errors["to"] = self.tr("Chưa có nơi nhận. Hãy ghi báo cáo được gửi đến đâu.")
        return errors
