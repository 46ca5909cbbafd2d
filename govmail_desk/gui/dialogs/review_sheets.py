"""The sheets of a review going out: made into a folder with a mail draft each; then marked as sent. And late departments reminded.

Here: `MakeSheetsDialog`, `MarkSentDialog`, `RemindDialog`. What is made is `operations.review_sheets` and `operations.review_reminders`.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk.desk import Changes
from govmail_desk.domain.chase_text import times
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.notices import Offer
from govmail_desk.gui.progress import Stopped
from govmail_desk.gui.run import run, run_long
from govmail_desk.gui.tables.review_columns import sheet_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.review_reminders import plan_reminders, remind
from govmail_desk.operations.review_sheets import make_sheets, mark_sent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.gui.progress import Tick
    from govmail_desk.listings.review_pane import ReviewPane, SheetProgress
    from govmail_desk.operations.review_reminders import ReminderPlan

SIZE: Final = QSize(900, 0)


class _SheetsDialog(Dialog):
    """Departments in a table, all of them chosen at first."""

    def __init__(
        self, parent: QWidget, desk: Desk, facts: ReviewPane, sheets: Sequence[SheetProgress], *, title: str, main: str
    ) -> None:
        super().__init__(parent, title=title, main_words=main, size=SIZE)
        self.desk = desk
        self.facts = facts
        self.sheets = tuple(sheets)
        is_late = facts.line.answer_by_on < desk.today()
        model = RowsModel(sheet_columns(lambda: is_late), RowSource.of(self.sheets))
        self.table: ShortTable = ShortTable(model, name=self.tr("Các bộ phận"))
        self.told = WrappedLabel("", "soft", self.fields)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.more_height = self.table.more_height
        self.table.selectAll()

    @property
    def has_typed(self) -> bool:
        """Rows chosen are nothing typed."""
        return False


class _IntoFolder(_SheetsDialog):
    """What makes files into a folder of the clerk's, in a worker, and may be stopped and gone on with."""

    def __init__(
        self, parent: QWidget, desk: Desk, facts: ReviewPane, sheets: Sequence[SheetProgress], *, title: str, main: str
    ) -> None:
        super().__init__(parent, desk, facts, sheets, title=title, main=main)
        self.folder: Path | None = None
        self._kept: list[Changes] = []
        self.place = WrappedLabel("", "soft", self.fields)
        self.body.addWidget(self.place)
        self.add_side_button(self.tr("Chọn thư mục…"), self.choose_folder)
        self._show_place()

    def choose_folder(self) -> None:
        """Let the clerk say where the files go."""
        self.folder = desktop().choose_folder(self) or self.folder
        self._show_place()

    @abstractmethod
    def make(self, folder: Path, tick: Tick) -> Changes:
        """Make the files; called in a worker."""

    def begin(self, title: str) -> None:
        """Make them; without a folder it is asked for first."""
        if self.folder is None:
            self.choose_folder()
        if self.folder is not None:
            self._kept = []
            run_long(self, partial(self._work, self.folder), title, self._tell_made)

    def _work(self, folder: Path, tick: Tick) -> Changes:
        """A stop once they are kept leaves the rest of the copies to be made again; what is in the register is told as written."""
        try:
            return self.make(folder, tick)
        except (Stopped, RuleBroken, StoreUnavailable):
            if not self._kept:
                raise
            return self._kept[-1]

    def _tell_made(self, changes: Changes) -> None:
        self.back_button.setText(self.tr("Đóng"))
        offers = (Offer(self.tr("Mở thư mục"), self._open_folder),)
        self.notices.say(changes.sentence, tone="good", offers=offers)

    def _open_folder(self) -> None:
        if self.folder is not None:
            desktop().open(self.folder)

    def _show_place(self) -> None:
        chosen = self.tr("Tệp lưu vào {}.").format(self.folder)
        self.place.setText(chosen if self.folder is not None else self.tr("Chưa chọn thư mục để lưu tệp."))


class MakeSheetsDialog(_IntoFolder):
    """Make the sheets, with a mail draft each."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReviewPane) -> None:
        title, main = self.tr("Lập phiếu rà soát"), self.tr("Lập phiếu và thư nháp")
        super().__init__(parent, desk, facts, facts.sheets, title=title, main=main)
        self.told.setText(
            self.tr(
                "Mỗi bộ phận đang chọn có một phiếu Excel và một thư nháp gửi từ hộp thư đơn vị. "
                "Phiếu đã lập thì giữ nguyên; làm lại chỉ chép phần còn thiếu."
            )
        )

    def do(self) -> None:
        """Make them for the departments chosen."""
        self.begin(self.tr("Đang lập phiếu rà soát"))

    def make(self, folder: Path, tick: Tick) -> Changes:
        """Make them in a worker."""
        made = make_sheets(
            self.desk,
            review_id=self.facts.line.id,
            folder=folder,
            sheet_ids=self.table.chosen_ids or None,
            tick=tick,
            on_kept=self._kept.append,
        )
        said = f"Phiếu đã lập từ trước; đã chép {made.sheet_count} phiếu vào thư mục"
        return made.changes or Changes(0, "make_review_sheets", said, {})


class MarkSentDialog(_SheetsDialog):
    """Record on which day the sheets were sent."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReviewPane) -> None:
        title, main = self.tr("Ghi đã gửi phiếu rà soát"), self.tr("Ghi đã gửi")
        super().__init__(parent, desk, facts, facts.unsent, title=title, main=main)
        self.told.setText(self.tr("Chọn các bộ phận đã gửi phiếu trong ngày ấy."))
        self.on = DateField(desk.today(), desk.today())
        self.form = Form(self)
        self.form.add("on", self.tr("Gửi ngày"), self.on, is_needed=True)
        self.body.addWidget(self.form)

    def do(self) -> None:
        """Write it down."""
        on = self.on.day()
        missing = self.on.problem() or self.tr("Chưa có ngày. Hãy ghi ngày đã gửi phiếu.")
        if self.form.show_errors({} if on is not None else {"on": missing}) and on is not None:
            ids = self.table.chosen_ids
            run(self, partial(mark_sent, self.desk, review_id=self.facts.line.id, sheet_ids=ids, on=on), self.kept)


class RemindDialog(_IntoFolder):
    """Remind the departments chosen; what the first of them will read stands below."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReviewPane, plan: ReminderPlan) -> None:
        title, main = self.tr("Nhắc bộ phận chưa trả lời"), self.tr("Lập văn bản nhắc")
        able = {one.sheet.id for one in plan.reminders}
        sheets = [sheet for sheet in facts.sheets if sheet.id in able]
        super().__init__(parent, desk, facts, sheets, title=title, main=main)
        self.plan = plan
        turns = sorted({one.asked.turn for one in plan.reminders})
        said = self.tr("{} bộ phận chưa trả lời, nhắc {}. Mỗi bộ phận có một công văn và một thư nháp kèm lại phiếu.")
        self.told.setText(said.format(len(plan.reminders), ", ".join(map(times, turns))))
        if plan.left_out:
            left_out = self.tr("Chưa nhắc: {}").format(" ".join(plan.left_out))
            self.body.addWidget(WrappedLabel(left_out, "soft", self.fields))
        self.text = WrappedLabel("", "small", self.fields)
        self.body.addWidget(self.text)
        self.table.chosen.connect(self._show_text)
        self._show_text()

    def do(self) -> None:
        """Remind them."""
        self.begin(self.tr("Đang lập văn bản nhắc"))

    def make(self, folder: Path, tick: Tick) -> Changes:
        """Make them in a worker, planned again for the departments chosen."""
        chosen = self.table.chosen_ids or None
        plan = plan_reminders(self.desk, review_id=self.facts.line.id, on=self.plan.on, sheet_ids=chosen)
        return remind(self.desk, plan, folder=folder, tick=tick, on_kept=self._kept.append)

    def _tell_made(self, changes: Changes) -> None:
        super()._tell_made(changes)
        self.main_button.setEnabled(False)  # the same department is not reminded twice a day

    def _show_text(self, _ids: Any = None) -> None:
        wanted = self.table.chosen_ids[:1]
        first = next((one for one in self.plan.reminders if one.sheet.id in wanted), self.plan.reminders[0])
        self.text.setText(first.text)
