"""Requests for many units in one go: one a unit, seen unit by unit, then made in a worker into a folder of the clerk's.

Here: `RequestBatchDialog`. What is asked for is chosen on the page; the same choice made again on the same day goes on with the batch.
Planning is `operations.batch_plan`, making `operations.request_batches`; what is said of the mailboxes stands in `gui.parts.batch_details`,
what is shown of the plan in `gui.parts.batch_units`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.desk import Changes
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.parts.batch_details import BatchDetails
from govmail_desk.gui.parts.batch_units import BatchUnits
from govmail_desk.gui.progress import Stopped
from govmail_desk.gui.run import run_long, runner_of
from govmail_desk.operations.batch_plan import plan_batch
from govmail_desk.operations.request_batches import draft_batch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.gui.progress import Tick
    from govmail_desk.operations.batch_plan import BatchPlan

SIZE: Final = QSize(980, 620)


class RequestBatchDialog(Dialog):
    """Ask for those chosen, each unit by a request of its own."""

    def __init__(
        self, parent: QWidget, desk: Desk, *, kinds: Sequence[RequestKind], subject_ids: Sequence[int]
    ) -> None:
        super().__init__(parent, title=self.tr("Mỗi đơn vị một đề nghị"), main_words=self.tr("Lập đề nghị"), size=SIZE)
        self.desk = desk
        self.subject_ids = tuple(subject_ids)
        self.plan: BatchPlan | None = None
        self.folder: Path | None = None
        self.result_file: Path | None = None
        self._trouble: BaseException | None = None
        self.kind = ChoiceField([(kind, wording.REQUEST_KINDS[kind]) for kind in kinds])
        self.on = DateField(desk.today(), desk.today())
        self.reason = TextField(hint=self.tr("Để trống: lý do thường dùng"))
        self.details = BatchDetails(desk, self.subject_ids, self.fields)
        self.form = self._form()
        self.units = BatchUnits(self)
        self.summary = WrappedLabel("", "soft", self)
        self.place = WrappedLabel("", "soft", self)
        self.folder_button = self.add_side_button(self.tr("Chọn thư mục…"), self.choose_folder)
        for part in (self.form, self.details, self.summary):
            self.body.addWidget(part)
        self.body.addWidget(self.units, 1)
        self.body.addWidget(self.place)
        self._latest = Latest(background_of(self), self)
        self._connect()
        self.reason.setFocus()  # the main act waits for the plan, and Enter must not go back meanwhile
        self._show_place()
        self._follow_kind()

    @property
    def has_typed(self) -> bool:
        """Once requests are made, nothing typed here would be lost."""
        return self.result_file is None and super().has_typed

    def do(self) -> None:
        """Make the requests still missing; without a folder it is asked for first."""
        if self.plan is None or not self.form.show_errors(self._errors()):
            return
        if self.folder is None:
            self.choose_folder()
        if self.folder is not None:
            title = self.tr("Đang lập đề nghị cho từng đơn vị")
            run_long(self, self._make, title, self._tell_made, can_undo=False)

    def choose_folder(self) -> None:
        """Let the clerk say where the papers go."""
        self.folder = desktop().choose_folder(self) or self.folder
        self._show_place()

    def plan_again(self) -> None:
        """Plan in a worker what stands in the fields now."""
        self.plan = None
        self.main_button.setEnabled(False)
        day = self.on.day()
        if day is None:
            self._latest.forget()
            self.summary.setText(self.on.problem() or self.tr("Hãy ghi ngày lập đề nghị."))
            return
        self.summary.setText(self.tr("Đang xem từng đơn vị…"))
        kind: Any = self.kind.choice()
        planned = partial(plan_batch, self.desk, kind=kind, subject_ids=self.subject_ids, on=day)
        work = partial(planned, reason=self.reason.typed(), details=self.details.details(kind))
        self._latest.ask(work, self._take_plan, self._tell_unplanned)

    # in a worker

    def _make(self, tick: Tick) -> Changes:
        """Make them; what was made before a stop or a trouble stays, and is told as what was written."""
        assert self.plan is not None
        assert self.folder is not None
        made: list[Changes] = []
        self._trouble = None
        try:
            result = draft_batch(self.desk, self.plan, folder=self.folder, tick=tick, on_made=made.append)
            self.result_file = result.result_file
        except (Stopped, RuleBroken, StoreUnavailable) as trouble:
            if not made:
                raise
            self._trouble = trouble
        return _joined(made)

    # what is shown

    def _take_plan(self, plan: BatchPlan) -> None:
        self.plan = plan
        self.units.show_plan(plan)
        left, made = len(plan.left), sum(part.request_id is not None for part in plan.parts)
        refused = sum(len(part.refusals) for part in plan.parts)
        told = [self.tr("{} đơn vị").format(plan.unit_count)]
        if plan.halved_count:
            halved = self.tr("{} đơn vị có hai đề nghị, vì đã chọn cả hộp thư đơn vị và hộp thư cá nhân")
            told.append(halved.format(plan.halved_count))
        told += [self.tr("{} đã lập").format(made)] if made else []
        told += [self.tr("{} hộp thư chưa đề nghị được").format(refused)] if refused else []
        self.summary.setText(" · ".join(told))
        words = self.tr("Lập tiếp {} đề nghị") if made and left else self.tr("Lập {} đề nghị")
        self.main_button.setText(words.format(left) if left else self.tr("Đã lập đủ"))
        self.main_button.setAccessibleName(self.main_button.text())
        self.main_button.setEnabled(left > 0)

    def _tell_unplanned(self, failure: BaseException) -> None:
        self.summary.setText(failure.sentence if isinstance(failure, RuleBroken | StoreUnavailable) else "")
        self.units.show_plan(None)
        runner_of(self).tell_failure(failure, self, self.plan_again)

    def _tell_made(self, changes: Changes) -> None:
        self.back_button.setText(self.tr("Đóng"))
        self.plan_again()
        if self._trouble is not None:
            self._tell_trouble(self._trouble, len(changes.ids.get("request", ())))
            return
        assert self.result_file is not None
        offers = (
            Offer(self.tr("Mở danh sách kết quả"), self._open_result),
            Offer(self.tr("Mở thư mục"), self._open_folder),
        )
        self.notices.say(changes.sentence, tone="good", offers=offers)
        self._open_result()

    def _tell_trouble(self, trouble: BaseException, made_count: int) -> None:
        if isinstance(trouble, Stopped):
            said = self.tr("Đã dừng theo yêu cầu, đã lập {} đề nghị. Bấm “Lập tiếp” để làm tiếp các đơn vị còn lại.")
            self.notices.say(said.format(made_count), tone="waiting")
        else:
            sentence = getattr(trouble, "sentence", "")
            said = self.tr("Mới lập {} đề nghị. {} Rồi bấm “Lập tiếp”.")
            self.notices.say(said.format(made_count, sentence), tone="bad")

    def _open_result(self) -> None:
        if self.result_file is not None:
            desktop().open(self.result_file)

    def _open_folder(self) -> None:
        if self.folder is not None:
            desktop().open(self.folder)

    def _show_place(self) -> None:
        if self.folder is None:
            self.place.setText(
                self.tr("Chưa chọn thư mục. Giấy tờ của mỗi đơn vị nằm trong một thư mục con mang tên đơn vị.")
            )
        else:
            self.place.setText(self.tr("Giấy tờ lưu vào {}, mỗi đơn vị một thư mục con.").format(self.folder))

    # how it stands

    def _follow_kind(self) -> None:
        kind: Any = self.kind.choice()
        self.details.show_kind(kind)
        self.plan_again()

    def _errors(self) -> dict[str, str]:
        if self.on.day() is None:
            return {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy ghi ngày lập đề nghị.")}
        return {}

    def _connect(self) -> None:
        self.kind.picked.connect(self._follow_kind)
        self.details.changed.connect(self.plan_again)
        self.on.day_changed.connect(self.plan_again)
        self.reason.textChanged.connect(self.plan_again)

    def _form(self) -> Form:
        form = Form(self)
        form.add("kind", self.tr("Đề nghị"), self.kind)
        form.add("on", self.tr("Ngày lập"), self.on, is_needed=True)
        form.put_side_by_side("kind", "on")
        form.add("reason", self.tr("Lý do, chung cho các đơn vị"), self.reason)
        return form


def _joined(made: Sequence[Changes]) -> Changes:
    """Say what several acts wrote as if it were one, for the pages to reload by."""
    tables = {table for act in made for table in act.ids}
    ids = {table: frozenset[int]().union(*(act.ids.get(table, frozenset()) for act in made)) for table in tables}
    said = (
        f"Đã lập {len(made)} đề nghị"
        if made
        else "Các đề nghị này đã lập từ lần trước; giấy tờ đã chép lại vào thư mục"
    )
    return Changes(max((act.seq for act in made), default=0), "draft_batch", said, ids)
