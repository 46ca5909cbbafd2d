"""Publishing an edition of the directory: the day it is of, what it changes, and the work on the directory that it settles.

Here: `PublishDirectoryDialog`, which plans in a worker whenever the day changes. What is planned and frozen is `operations.directories`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.regulation import DIRECTORY_PUBLISH
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.directories import plan_edition, publish_edition
from govmail_desk.wording import DIRECTORY_KINDS

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.directories import EditionPlan

_SIZE: Final = QSize(640, 0)
_NAMED: Final = 4


class PublishDirectoryDialog(Dialog):
    """See the next edition, then freeze it."""

    made = Signal(object)
    """It is in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, *, is_public: bool) -> None:
        kind = DIRECTORY_KINDS[is_public]
        super().__init__(
            parent, title=self.tr("Lập danh bạ {}").format(kind), main_words=self.tr("Lập bản này"), size=_SIZE
        )
        self.desk = desk
        self.is_public = is_public
        self.plan: EditionPlan | None = None
        self.as_of = DateField(desk.today(), desk.today())
        self.form = Form(self)
        hint = self.tr("Hộp thư, tên đơn vị và người làm việc lấy theo ngày này.")
        self.form.add("as_of", self.tr("Số liệu đến ngày"), self.as_of, is_needed=True, hint=hint)
        self.said = WrappedLabel("", "", self.fields)
        self.warned = WrappedLabel("", "soft", self.fields)
        self.settles = QCheckBox(self.tr("Ghi là đã cập nhật danh bạ"), self.fields)
        self.settled = WrappedLabel("", "small", self.fields)
        for part in (self.form, self.said, self.warned, self.settles, self.settled):
            self.body.addWidget(part)
        self._latest = Latest(background_of(self), self)
        self.as_of.setFocus()  # the main act can be done only once the plan is there
        self.as_of.day_changed.connect(self._plan_again)
        self._plan_again()

    def do(self) -> None:
        """Freeze it."""
        problem = self.as_of.problem()
        if problem is None and self.as_of.day() is None:
            problem = self.tr("Chưa có ngày. Hãy ghi ngày chốt số liệu.")
        if not self.form.show_errors({"as_of": problem} if problem else {}) or self.plan is None:
            return
        covered = [one.follow_up_id for one in self.plan.covered] if self.settles.isChecked() else []
        run(self, partial(publish_edition, self.desk, self.plan, settles=covered), self._made)

    def _made(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _plan_again(self) -> None:
        on = self.as_of.day()
        self.plan = None
        self.main_button.setEnabled(False)
        for part in (self.warned, self.settles, self.settled):
            part.hide()
        if on is None:
            self._latest.forget()
            return
        self.said.setText(self.tr("Đang đọc sổ…"))
        self._latest.ask(partial(self._planned, on), self._show, self._tell_failure)

    def _planned(self, on: date) -> EditionPlan:
        return plan_edition(self.desk, as_of_on=on, is_public=self.is_public)

    def _show(self, plan: EditionPlan) -> None:
        self.plan = plan
        self.main_button.setEnabled(not plan.is_unchanged)
        self.said.setText(self._words(plan))
        waiting = len(plan.warnings)
        self.warned.setText(self.tr("Còn {} điều nên sửa, xem ở khung bên cạnh danh sách bản.").format(waiting))
        self.warned.setVisible(bool(waiting))
        self._offer_to_settle(plan)

    def _words(self, plan: EditionPlan) -> str:
        if plan.last is not None and plan.is_unchanged:
            return self.tr("Danh bạ không có gì khác bản số {}, không cần lập bản mới.").format(plan.last.number)
        change = plan.change
        told = self.tr("Bản số {}: {} dòng; mới {}, bỏ {}, thay đổi {}.")
        return told.format(plan.number, len(plan.lines), len(change.added), len(change.gone), len(change.changed))

    def _offer_to_settle(self, plan: EditionPlan) -> None:
        """Offer it ticked where the regulation wants this very directory published; elsewhere the clerk says whether it is done."""
        addresses = list(dict.fromkeys(one.address for one in plan.covered))
        has_any = bool(addresses) and not plan.is_unchanged
        self.settles.setVisible(has_any)
        self.settled.setVisible(has_any)
        if not has_any:
            return
        self.settles.setText(self.tr("Ghi là đã cập nhật danh bạ cho {} hộp thư").format(len(addresses)))
        more = self.tr(" và {} hộp thư khác").format(len(addresses) - _NAMED) if len(addresses) > _NAMED else ""
        self.settled.setText(", ".join(addresses[:_NAMED]) + more)
        regulation = self.desk.regulation(plan.as_of_on)
        self.settles.setChecked(regulation.find(DIRECTORY_PUBLISH, plan.as_of_on) is not None)

    def _tell_failure(self, failure: BaseException) -> None:
        if isinstance(failure, RuleBroken | StoreUnavailable):
            self.said.setText("")
            self.form.show_errors({"as_of": failure.sentence})
        else:
            runner_of(self).tell_failure(failure, self, self._plan_again)
