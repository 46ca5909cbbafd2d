"""A change of the calendar seen whole before it is accepted: a holiday file taken in, or due dates counted again by a newer calendar.

Here: `CalendarPlanDialog`, which plans in a worker, shows, and writes what was shown. One day is `gui.dialogs.calendar_day`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.calendar_plan import CalendarPlanView
from govmail_desk.gui.run import run, runner_of
from govmail_desk.operations.calendar_changes import CalendarPlan, change_calendar, plan_calendar, plan_update

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

SIZE: Final = QSize(860, 0)


class CalendarPlanDialog(Dialog):
    """One plan of the calendar."""

    def __init__(
        self,
        parent: QWidget | None,
        desk: Desk,
        make: Callable[[], CalendarPlan],
        *,
        title: str,
        main_words: str,
        words: str,
    ) -> None:
        super().__init__(parent, title=title, main_words=main_words, size=SIZE)
        self.desk = desk
        self.plan: CalendarPlan | None = None
        self._make = make
        self._words = words
        self.said = WrappedLabel("", "soft", self)
        self.view = CalendarPlanView(desk, self)
        self.body.addWidget(self.said)
        self.body.addWidget(self.view, 1)
        self._latest = Latest(background_of(self), self)
        self._plan_again()

    @classmethod
    def of_file(cls, parent: QWidget | None, desk: Desk, file: Path) -> CalendarPlanDialog:
        """Show what taking in a holiday file would do."""
        return cls(
            parent,
            desk,
            partial(plan_update, desk, file=file),
            title=f"Nhận tệp lịch nghỉ: {file.name}",
            main_words="Nhận lịch nghỉ này",
            words="Các ngày trong tệp đứng trên lịch chung và được ghi là lịch riêng của đơn vị, kèm văn bản.",
        )

    @classmethod
    def of_newer(cls, parent: QWidget | None, desk: Desk) -> CalendarPlanDialog:
        """Show which due dates move by the calendar as it is now."""
        return cls(
            parent,
            desk,
            partial(plan_calendar, desk),
            title="Tính lại hạn theo lịch nghỉ hiện nay",
            main_words="Tính lại các hạn này",
            words="Lịch nghỉ đã khác lúc các hạn này được tính. Chưa hạn nào đổi cho tới khi bấm nút dưới đây.",
        )

    def do(self) -> None:
        """Write what was shown; where the register has moved meanwhile, it is planned and shown anew."""
        if self.plan is None:
            return
        run(self, partial(change_calendar, self.desk, self.plan), self.kept)
        if self.isVisible():
            self._plan_again()

    def _plan_again(self) -> None:
        self.plan = None
        self.main_button.setEnabled(False)
        self.said.setText(self.tr("Đang đọc lịch và xem từng hạn…"))
        self._latest.ask(self._make, self._show_plan, self._tell_unplanned)

    def _show_plan(self, plan: CalendarPlan) -> None:
        self.plan = plan
        self.said.setText(self._words)
        self.view.show_plan(plan)
        self.more_height = self.view.table.more_height if plan.moves else 0
        self.main_button.setEnabled(not plan.is_empty)
        if self.isVisible():
            self._grow()
        (self.back_button if plan.is_empty else self.main_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_unplanned(self, failure: BaseException) -> None:
        """Say why there is no plan; a file that is not whole is not read again, one out of reach may be."""
        is_expected = isinstance(failure, RuleBroken | StoreUnavailable)
        self.said.setText(self.tr("Chưa có gì được ghi.") if is_expected else "")
        runner_of(self).tell_failure(failure, self, self._plan_again)
