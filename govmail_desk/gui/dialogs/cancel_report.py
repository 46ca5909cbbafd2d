"""Giving up a drafted report that will not be sent, with the reason; what was made of it stays in the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.reports import cancel_report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.reports import ReportPane


class CancelReportDialog(Dialog):
    """Say why."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReportPane) -> None:
        super().__init__(parent, title=self.tr("Hủy báo cáo"), main_words=self.tr("Hủy báo cáo này"))
        self.desk = desk
        self._row = facts.row
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: Sở đã có văn bản miễn báo cáo kỳ này"))
        self.form = Form(self)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = self.tr("{}. Dự thảo và giấy tờ vẫn ở trong sổ, ghi là đã hủy; có thể lập lại báo cáo của kỳ này.")
        self.body.addWidget(WrappedLabel(said.format(facts.row.title), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Give it up."""
        reason = self.reason.typed()
        missing = {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao báo cáo này không gửi nữa.")}
        if self.form.show_errors(missing):
            run(self, partial(cancel_report, self.desk, report_id=self._row.id, reason=reason), self.kept)
