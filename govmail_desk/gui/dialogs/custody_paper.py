"""The paper that gives a charge, as it would be drafted now: a notice of assignment or an authorisation, its words in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.regulation import CUSTODY_ASSIGNED
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.plain_paper import PlainPaper
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.custody_papers import draft_custody_paper, plan_custody_paper, usual_kind

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.custody import CustodyPaperKind
    from govmail_desk.listings.custodies import ChargeLine

_SIZE: Final = QSize(760, 620)


class CustodyPaperDialog(Dialog):
    """Choose which of the two, look at its words, then draft it."""

    def __init__(self, parent: QWidget, desk: Desk, line: ChargeLine) -> None:
        super().__init__(
            parent,
            title=self.tr("Soạn giấy giao việc cho {}").format(line.full_name),
            main_words=self.tr("Soạn giấy này"),
            size=_SIZE,
        )
        self.desk = desk
        self._charge_id = line.charge.id
        self.kind = ChoiceField(wording.CUSTODY_PAPERS.items())
        self.kind.choose(usual_kind(desk, custody_id=line.charge.id))
        self.form = Form(self)
        self.form.add("kind", self.tr("Loại giấy"), self.kind)
        self.paper = PlainPaper(self.fields)
        self.body.addWidget(self.form)
        self._tell_rule()
        said = self.tr("Số và ngày để trống cho văn thư và người ký. Giấy soạn xong nằm cạnh tên người được giao.")
        self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.paper, 1)
        self.kind.picked.connect(self._show_words)

    def do(self) -> None:
        """Draft it."""
        run(self, partial(draft_custody_paper, self.desk, custody_id=self._charge_id, kind=self._kind), self.kept)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what it would say."""
        super().showEvent(event)
        self._show_words()

    @property
    def _kind(self) -> CustodyPaperKind:
        return cast("CustodyPaperKind", self.kind.choice())

    def _show_words(self, _kind: object = None) -> None:
        self.notices.dismiss()
        try:
            plan = plan_custody_paper(self.desk, custody_id=self._charge_id, kind=self._kind)
        except (RuleBroken, StoreUnavailable) as failure:
            self.paper.clear()
            runner_of(self).tell_failure(failure, self, self._show_words)
        else:
            self.paper.show_lines(plan.lines)

    def _tell_rule(self) -> None:
        regulation = self.desk.regulation()
        stated = regulation.find(CUSTODY_ASSIGNED, self.desk.today())
        if stated is not None:
            self.body.addWidget(RuleLine.of(CUSTODY_ASSIGNED, stated, regulation))
