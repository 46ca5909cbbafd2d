"""Letters to the units that have not sent: who would be written to, for which time and from which day; then all of them in one act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.gui.tables.office_columns import LetterLine, letter_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.office_chases import ChasesPlan, chase_offices, plan_chases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.progress import Tick

_SIZE: Final = QSize(860, 0)


class ChaseOfficesDialog(Dialog):
    """The letters that would be made."""

    made = Signal(object)
    """The letters are kept: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, office_ids: Sequence[int], period: str) -> None:
        super().__init__(parent, title=self.tr("Đôn đốc đơn vị gửi số liệu"), main_words="", size=_SIZE)
        self.desk = desk
        self.office_ids = tuple(office_ids)
        self.period = period
        self.plan: ChasesPlan | None = None
        self.on = DateField(desk.today(), desk.today())
        self.due = DateField(desk.today())
        self.asked_by = TextField(hint=self.tr("Ví dụ: Công văn số 12/VP ngày 25 tháng 11 năm 2026"))
        self.said = WrappedLabel("", "soft", self)
        self.table = ShortTable(RowsModel(letter_columns()), name=self.tr("Đơn vị được đôn đốc"), parent=self)
        self.form = self._form()
        self.body.addWidget(self.said)
        self.body.addWidget(self.form)
        self.body.addWidget(self.table, 1)
        self.on.day_changed.connect(self._plan)
        self.due.day_changed.connect(self._plan)
        self._plan()

    def do(self) -> None:
        """Make the letters, in a worker: each is a file of its own."""
        if not self.form.show_errors({} if self.on.day() else {"on": self.tr("Hãy ghi ngày lập công văn.")}):
            return
        self._plan()
        if self.plan is not None:
            run_long(self, partial(_made, self.desk, self.plan), self.tr("Đang lập công văn đôn đốc"), self._kept)

    def _kept(self, changes: Changes) -> None:
        self.kept(changes)
        self.made.emit(changes)

    def _plan(self) -> None:
        on = self.on.day()
        if on is None or self.due.problem():
            return
        try:
            self.plan = plan_chases(
                self.desk,
                office_ids=self.office_ids,
                period=self.period,
                on=on,
                due_on=self.due.day(),
                asked_by=self.asked_by.typed(),
            )
        except (RuleBroken, StoreUnavailable) as failure:
            self.plan = None
            runner_of(self).tell_failure(failure, self, self._plan)
        self._show()

    def _show(self) -> None:
        lines = self.plan.lines if self.plan is not None else ()
        self.table.rows.show(RowSource.of(LetterLine(line.office.id, line) for line in lines))
        self.more_height = self.table.more_height
        count = len(self.plan.written) if self.plan is not None else 0
        words = self.tr("Lập {} công văn đôn đốc").format(count) if count else self.tr("Chưa có ai để đôn đốc")
        self.main_button.setText(words)
        self.main_button.setAccessibleName(words)
        self.main_button.setEnabled(bool(count))
        if self.plan is not None:
            said = self.tr(
                "Mỗi đơn vị chưa gửi số liệu {} nhận một công văn riêng, kèm thư nháp từ hộp thư của đơn vị mình."
            )
            self.said.setText(said.format(self.plan.period.words))

    def _form(self) -> Form:
        form = Form(self)
        form.add("on", self.tr("Ngày lập"), self.on, is_needed=True)
        hint = self.tr("Để trống thì theo quy chế, hoặc theo hạn ở công văn trước")
        form.add("due", self.tr("Hạn theo công văn yêu cầu"), self.due, hint=hint)
        form.add("asked_by", self.tr("Văn bản yêu cầu, nếu có"), self.asked_by)
        return form


def _made(desk: Desk, plan: ChasesPlan, tick: Tick) -> Changes:
    return chase_offices(desk, plan, tick=tick)
