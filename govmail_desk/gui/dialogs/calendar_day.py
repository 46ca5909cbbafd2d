"""Correcting one day of the calendar as the official notice says: off, worked, or as shipped; the due dates that move are seen first.

Here: `CalendarDayDialog`. A whole holiday file is `gui.dialogs.calendar_plan`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, cast

from PySide6.QtCore import QSize, Qt

from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.calendar_plan import CalendarPlanView
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings import settings
from govmail_desk.operations.calendar_changes import CalendarPlan, DayChange, change_calendar, plan_calendar

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

SIZE: Final = QSize(820, 0)
Said = Literal["off", "worked", "shipped"]
_IS_OFF: Final[dict[Said, bool | None]] = {"off": True, "worked": False, "shipped": None}


class CalendarDayDialog(SettingDialog):
    """Set one day."""

    def __init__(self, parent: QWidget | None, desk: Desk, day: date) -> None:
        super().__init__(
            parent, desk, title=self.tr("Sửa một ngày trong lịch"), main_words=self.tr("Lưu ngày này"), size=SIZE
        )
        self.plan: CalendarPlan | None = None
        self._calendar = desk.calendar()
        self._own = {own.on_date: own for own in settings.calendar_days(desk)}
        self.day_field = DateField(self.today, day)
        self.said_field = ChoiceField()
        self.why_field = TextField(hint=self.tr("ví dụ: nghỉ hoán đổi, làm bù thứ Bảy 10/01/2026"))
        self.document_field = TextField(hint=self.tr("số, ngày của thông báo hay công văn"))
        self.now = WrappedLabel("", "soft", self)
        self.view = CalendarPlanView(desk, self)
        self._latest = Latest(background_of(self), self)
        self._add_rows()
        self.day_field.day_changed.connect(self._show_day)
        self.said_field.picked.connect(self._plan_again)
        self._show_day(day)
        self.why_field.setFocus(
            Qt.FocusReason.OtherFocusReason
        )  # the main act waits for the plan; Enter must not go back

    def do(self) -> None:
        """Keep the day as it was seen planned."""
        needed = {"why": self.tr("Chưa có lý do. Hãy ghi lý do, ví dụ nghỉ hoán đổi theo thông báo nào.")}
        if self.is_filled(needed if self._said != "shipped" else None) and self.plan is not None:
            run(self, partial(change_calendar, self.desk, self._worded(self.plan)), self.kept)
            if self.isVisible():  # refused: what was seen may no longer be so
                self._plan_again()

    @property
    def _said(self) -> Said:
        return cast("Said", self.said_field.choice())

    def _worded(self, plan: CalendarPlan) -> CalendarPlan:
        """Put the reason and the document as typed into what was seen; neither moves a due date."""
        why, document = self.why_field.typed(), self.document_field.typed()
        is_given_back = self._said == "shipped"
        changes = (replace(one, why=why, document=document) for one in plan.changes)
        return plan if is_given_back else replace(plan, changes=tuple(changes))

    def _show_day(self, day: date | None) -> None:
        """Say how the day stands now, and offer the other way."""
        if day is None:
            self.now.setText("")
            self._plan_again()
            return
        is_working, own = self._calendar.is_working(day), self._own.get(day)
        self.said_field.offer(self._offered(day))
        self.said_field.choose("off" if is_working else "worked")
        why = "" if is_working else f" ({self._calendar.skipped(day).why})"
        self.now.setText(self.tr("Hiện nay là ngày {}{}.").format("làm việc" if is_working else "nghỉ", why))
        if own is not None and not self.why_field.typed():
            self.document_field.setText(own.document)
        self._plan_again()

    def _offered(self, day: date) -> list[tuple[Said, str]]:
        offered: list[tuple[Said, str]] = [("off", self.tr("Nghỉ")), ("worked", self.tr("Làm việc"))]
        return [*offered, ("shipped", self.tr("Theo lịch chung"))] if day in self._own else offered

    def _plan_again(self) -> None:
        """Look, in a worker, which due dates the day as chosen would move."""
        self.plan = None
        self.main_button.setEnabled(False)
        self.form.rows["why"].setVisible(self._said != "shipped")
        self.form.rows["document"].setVisible(self._said != "shipped")
        day = self.day_field.day()
        if day is None:
            self._latest.forget()
            self._show_plan(None)
            return
        change = DayChange(on=day, is_off=_IS_OFF[self._said])
        self._latest.ask(partial(plan_calendar, self.desk, changes=[change]), self._show_plan, self._tell_unplanned)

    def _show_plan(self, plan: CalendarPlan | None) -> None:
        self.plan = plan
        self.view.show_plan(plan, tells_days=False)
        self.more_height = self.view.table.more_height if plan is not None and plan.moves else 0
        self.main_button.setEnabled(plan is not None)
        if plan is not None and self.isVisible():
            self._grow()

    def _tell_unplanned(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self._plan_again)

    def _add_rows(self) -> None:
        self.form.add("day", self.tr("Ngày"), self.day_field, is_needed=True)
        self.form.add("said", self.tr("Ngày ấy đơn vị"), self.said_field)
        self.form.put_side_by_side("day", "said")
        self.form.add("why", self.tr("Lý do"), self.why_field, is_needed=True)
        self.form.add("document", self.tr("Văn bản"), self.document_field)
        self.body.addWidget(self.now)
        self.body.addWidget(self.view, 1)
