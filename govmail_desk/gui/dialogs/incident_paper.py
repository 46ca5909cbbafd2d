"""The letter or the e-mail draft about an incident as it would be made now: its words, and what the check before signing found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QSize, Signal

from govmail_desk.documents.plain_text import Line
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.plain_paper import PlainPaper
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.incident_papers import (
    keep_incident_letter,
    keep_incident_mail,
    plan_incident_letter,
    plan_incident_mail,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.incidents import IncidentPane

_SIZE: Final = QSize(760, 620)
_PLANS: Final = {"letter": plan_incident_letter, "mail": plan_incident_mail}
_KEEPS: Final = {"letter": keep_incident_letter, "mail": keep_incident_mail}


class IncidentPaperDialog(Dialog):
    """Look at its words, then keep it."""

    made = Signal(object)
    """It was kept: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, facts: IncidentPane, kind: Literal["letter", "mail"]) -> None:
        is_letter = kind == "letter"
        title = self.tr("Công văn báo sự cố") if is_letter else self.tr("Thư báo sự cố")
        super().__init__(parent, title=title, main_words=self.tr("Soạn và lưu"), size=_SIZE)
        self.desk = desk
        self._incident_id = facts.row.id
        self._kind = kind
        said = (
            self.tr("Số và ngày để trống cho văn thư và người ký. Gửi xong thì ghi đã báo.")
            if is_letter
            else self.tr("Thư nháp gửi từ hộp thư của đơn vị, mở bằng chương trình thư. Gửi xong thì ghi đã báo.")
        )
        self.findings = WrappedLabel("", "bad", self.fields)
        self.paper = PlainPaper(self.fields)
        self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.findings)
        self.body.addWidget(self.paper, 1)

    def do(self) -> None:
        """Keep it."""
        run(self, partial(_KEEPS[self._kind], self.desk, incident_id=self._incident_id), self._keep)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what it would say."""
        super().showEvent(event)
        self._show_words()

    def _keep(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _show_words(self) -> None:
        try:
            plan = _PLANS[self._kind](self.desk, incident_id=self._incident_id)
        except (RuleBroken, StoreUnavailable) as failure:
            self.paper.clear()
            runner_of(self).tell_failure(failure, self, self._show_words)
            return
        self.findings.setText("\n".join(finding.sentence for finding in plan.findings))
        self.findings.setVisible(bool(plan.findings))
        lines = plan.lines if self._kind == "letter" else [Line("paragraph", (one,)) for one in plan.text.splitlines()]
        self.paper.show_lines(lines)
