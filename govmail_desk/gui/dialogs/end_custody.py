"""Recording the last day of someone's charge over a unit or its mailbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk import wording
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.days import from_to
from govmail_desk.gui.run import run
from govmail_desk.operations.custodies import end_custody

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.custody import Custody


class EndCustodyDialog(Dialog):
    """Record the last day of a charge."""

    def __init__(self, parent: QWidget, desk: Desk, custody: Custody, full_name: str) -> None:
        super().__init__(
            parent,
            title=self.tr("Ghi ngày cuối của {}").format(full_name),
            main_words=self.tr("Ghi ngày cuối phụ trách"),
        )
        self.desk = desk
        self.custody = custody
        self.on = DateField(desk.today(), desk.today())
        self.form = Form(self)
        begun = from_to(custody.from_on.isoformat() if custody.from_on else None, None)
        hint = f"{wording.CUSTODY_ROLES[custody.role]} {begun}."
        self.form.add("on", self.tr("Ngày cuối phụ trách"), self.on, is_needed=True, hint=hint)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        if self.on.day() is None:
            problem = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày cuối phụ trách.")
            self.form.show_errors({"on": problem})
        else:
            run(self, self._end, self.kept)

    def _end(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return end_custody(self.desk, custody=self.custody, to_on=on)
