"""Opening a review of the mailboxes: what it would hold is planned as it is typed, and shown before anything is written.

Here: `OpenReviewDialog`. Planning and opening are `operations.reviews`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.regulation import KEYS
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.rule_line import RuleLine, RuleLines
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings import units
from govmail_desk.operations.reviews import open_review, plan_review, usual_answer_day
from govmail_desk.regulations.review import answer_period

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.reviews import ReviewPlan

SIZE: Final = QSize(760, 0)
_LINES: Final = 7
_NAMED: Final = 3


class OpenReviewDialog(Dialog):
    """Say as of when, by when, and whom to ask."""

    made = Signal(object)
    """The review is open: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(
            parent, title=self.tr("Mở đợt rà soát hộp thư"), main_words=self.tr("Mở đợt rà soát"), size=SIZE
        )
        self.desk = desk
        self.plan: ReviewPlan | None = None
        self.usual = usual_answer_day(desk)
        self.title = TextField(hint=self.tr("Để trống: Rà soát hộp thư điện tử công vụ đợt …"))
        self.document = TextField(hint=self.tr("Ví dụ: Kế hoạch số 15/KH-STTTT ngày 20/11/2026"))
        self.as_of = DateField(desk.today(), desk.today())
        self.answer_by = DateField(desk.today(), self.usual.due_on)
        self.scope = ChoiceField([
            (None, self.tr("Tất cả bộ phận")),
            ("chosen", self.tr("Chỉ các bộ phận được đánh dấu")),
        ])
        self.units = self._unit_list()
        self.form = self._form()
        self.rules = RuleLines(self.fields)
        self.summary = WrappedLabel("", parent=self.fields)
        self.remarks = WrappedLabel("", "soft", self.fields)
        for part in (self.form, self.units, self.rules, self.summary, self.remarks):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._latest = Latest(background_of(self), self)
        self._connect()
        self._follow_scope()

    def do(self) -> None:
        """Open it as planned."""
        if self.plan is not None and self.form.show_errors(self._errors()):
            run(self, partial(open_review, self.desk, self.plan), self._opened)

    def plan_again(self) -> None:
        """Plan in a worker what stands in the fields now."""
        self.plan = None
        self.main_button.setEnabled(False)
        as_of, answer_by = self.as_of.day(), self.answer_by.day()
        if as_of is None or answer_by is None:
            self._latest.forget()
            self._say(self.tr("Hãy ghi ngày chốt và hạn trả lời."), "")
            return
        chosen = None if self.scope.choice() is None else self._ticked()
        work = partial(
            plan_review,
            self.desk,
            as_of_on=as_of,
            answer_by_on=None if answer_by == self.usual.due_on else answer_by,
            units=chosen,
            title=self.title.typed(),
            document=self.document.typed(),
        )
        self._say(self.tr("Đang xem sổ…"), "")
        self._latest.ask(work, self._take_plan, self._tell_unplanned)

    def _opened(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _take_plan(self, plan: ReviewPlan) -> None:
        self.plan = plan
        orphans = [
            f"{words.lower()}: {count}"
            for key, words in wording.ORPHANS.items()
            if key and (count := plan.orphan_count(key))
        ]
        said = self.tr("{} phiếu, {} dòng").format(len(plan.sheets), plan.row_count)
        self._say(f"{said} ({'; '.join(orphans)})." if orphans else f"{said}.", "\n".join(self._told(plan)))
        self._tell_rule(plan)
        self.main_button.setEnabled(bool(plan.sheets))

    def _told(self, plan: ReviewPlan) -> list[str]:
        told = []
        if plan.silent_units:
            told.append(self.tr("Không có dòng nào, nên không có phiếu: {}.").format(_named(plan.silent_units)))
        if plan.overlaps:
            told.append(self.tr("Đang được rà soát ở đợt khác: {}.").format(_named(plan.overlaps)))
        return told

    def _tell_rule(self, plan: ReviewPlan) -> None:
        regulation = self.desk.regulation(plan.as_of_on)
        lines = [RuleLine.of(KEYS[plan.rule.key], plan.rule, regulation)] if plan.rule is not None else []
        if plan.counting is not None:
            said = self.tr("Hạn trả lời {:%d/%m/%Y} là gợi ý của chương trình, đếm theo ngày làm việc")
            why = Why.of(answer_period(), regulation=regulation.short_name, counting=plan.counting)
            lines.append(RuleLine(said.format(plan.answer_by_on), why))
        self.rules.show_lines(lines)

    def _tell_unplanned(self, failure: BaseException) -> None:
        sentence = failure.sentence if isinstance(failure, RuleBroken | StoreUnavailable) else ""
        self._say(sentence, "")
        runner_of(self).tell_failure(failure, self, self.plan_again)

    def _say(self, words: str, remarks: str) -> None:
        self.summary.setText(words)
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))

    def _follow_scope(self, _scope: object = None) -> None:
        self.units.setVisible(self.scope.choice() is not None)
        self.plan_again()

    def _ticked(self) -> list[int]:
        found = [self.units.item(place) for place in range(self.units.count())]
        return [one.data(Qt.ItemDataRole.UserRole) for one in found if one.checkState() == Qt.CheckState.Checked]

    def _unit_list(self) -> QListWidget:
        shown = QListWidget(self)
        shown.setAccessibleName(self.tr("Các bộ phận được rà soát; phím cách để đánh dấu"))
        for row in units.tree(self.desk):
            item = QListWidgetItem(row.name, shown)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        shown.setFixedHeight(self.fontMetrics().height() * 2 * _LINES)
        return shown

    def _connect(self) -> None:
        self.scope.picked.connect(self._follow_scope)
        self.units.itemChanged.connect(self._plan_soon)
        self.as_of.day_changed.connect(self._plan_soon)
        self.answer_by.day_changed.connect(self._plan_soon)
        self.title.textChanged.connect(self._plan_soon)
        self.document.textChanged.connect(self._plan_soon)

    def _plan_soon(self, _what: object = None) -> None:
        self.plan_again()

    def _errors(self) -> dict[str, str]:
        return {
            key: field.problem() or ""
            for key, field in (("as_of", self.as_of), ("by", self.answer_by))
            if field.problem()
        }

    def _form(self) -> Form:
        form = Form(self)
        form.add("title", self.tr("Tên đợt"), self.title)
        form.add("document", self.tr("Theo văn bản, kế hoạch"), self.document)
        form.add("as_of", self.tr("Chốt danh sách đến ngày"), self.as_of, is_needed=True)
        hint = self.tr("Quy chế không nêu hạn này; chọn ngày khác được.")
        form.add("by", self.tr("Trả lời trước hết ngày"), self.answer_by, is_needed=True, hint=hint)
        form.put_side_by_side("as_of", "by")
        form.add("scope", self.tr("Phạm vi"), self.scope)
        return form


def _named(names: tuple[str, ...]) -> str:
    rest = f" và {len(names) - _NAMED} bộ phận khác" if len(names) > _NAMED else ""
    return f"{'; '.join(names[:_NAMED])}{rest}"
