"""Giving up a handover that will not take place, with the reason; what was recorded of it stays in the register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.handover_columns import parties
from govmail_desk.operations.handovers import cancel_handover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.handovers import HandoverPane


class CancelHandoverDialog(Dialog):
    """Say why."""

    def __init__(self, parent: QWidget, desk: Desk, facts: HandoverPane) -> None:
        super().__init__(parent, title=self.tr("Hủy bàn giao"), main_words=self.tr("Hủy lần bàn giao này"))
        self.desk = desk
        self._row = facts.row
        self.reason = LongTextField(lines=3, hint=self.tr("Ví dụ: quyết định bổ nhiệm đã thu hồi"))
        self.form = Form(self)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = self.tr("{}. Những gì đã ghi vẫn ở trong sổ, ghi là đã hủy; người phụ trách không đổi.")
        self.body.addWidget(WrappedLabel(said.format(parties(facts.row)), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Give it up."""
        reason = self.reason.typed()
        missing = (
            {} if reason else {"reason": self.tr("Chưa có lý do. Hãy ghi vì sao việc bàn giao không thực hiện nữa.")}
        )
        if self.form.show_errors(missing):
            run(self, partial(cancel_handover, self.desk, handover_id=self._row.id, reason=reason), self.kept)
