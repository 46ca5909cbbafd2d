"""Drafting a report: which one, of which period, cut off on which day, asked for by which letter; its figures are seen before.

Here: `DraftReportDialog`, for a new report and for counting a draft anew. What would be drafted is `operations.report_plan`, asked in a
worker after every change.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.provision_words import EVERY
from govmail_desk.domain.report_period import PeriodKind, ReportPeriod, period_of
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.report_figures import FiguresTable
from govmail_desk.gui.run import run, runner_of
from govmail_desk.listings import reports
from govmail_desk.listings.report_table import gathers_offices
from govmail_desk.operations.report_plan import ReportPlan, plan_report
from govmail_desk.operations.reports import draft_report

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.report import ReportScope
    from govmail_desk.listings.reports import AskedReport, ReportRow

_SIZE: Final = QSize(680, 0)
_EARLIER: Final = 3
"""How many periods of a kind before the present one are offered."""
_KINDS: Final[tuple[PeriodKind, ...]] = ("quarter", "half-year", "year")


class Sort(NamedTuple):
    """Which report: by which rule, of whose mailboxes."""

    rule: str
    scope: ReportScope

    @property
    def key(self) -> str:
        """A name for it: a field keeps no tuple as it is."""
        return f"{self.scope}:{self.rule}"


class DraftReportDialog(Dialog):
    """Choose period and days, look at the figures, then draft."""

    made = Signal(object)
    """It is in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, asked: AskedReport | None, *, row: ReportRow | None = None) -> None:
        super().__init__(parent, title=self.tr("Lập báo cáo"), main_words=self.tr("Lập dự thảo"), size=_SIZE)
        self.desk = desk
        self._row = row
        self.plan: ReportPlan | None = None
        self._latest = Latest(background_of(self), self)
        today = desk.today()
        named = self._sorts(desk)
        self.sorts = {sort.key: sort for sort in named}
        self.sort = ChoiceField((sort.key, words) for sort, words in named.items())
        first = row.period if row is not None else _period_of(asked, today) if asked is not None else None
        self.period = ChoiceField((str(one), one.words) for one in _periods(desk, first))
        self.cut_off = DateField(today, row.cut_off_on if row is not None else None)
        self.asked_by = TextField(
            row.asked_by if row is not None else "", hint=self.tr("ví dụ: Công văn số 15/SKHCN-CĐS của Sở KH&CN")
        )
        self.asked_on, self.due_on = DateField(today), DateField(today)
        self.form = self._form()
        self._preview = QWidget(self.fields)
        self._begin_with(asked, row)
        self.body.addWidget(self.form)
        self.body.addWidget(self._preview)
        self.body.addStretch(1)
        self._connect()

    def do(self) -> None:
        """Draft what was seen."""
        if not self.form.show_errors(self._errors()):
            return
        if self.plan is None:
            self.look_again()
            return
        run(self, partial(draft_report, self.desk, self.plan), self._made)

    def look_again(self) -> None:
        """Plan it with what is typed now, in a worker; while a day is half typed, what was planned stands no longer."""
        self.plan = None
        self.main_button.setEnabled(False)
        if not self._errors():
            self._latest.ask(self._wish(), self.take, self._tell_unplanned)

    def take(self, plan: ReportPlan) -> None:
        """Show what would be drafted."""
        self.plan = plan
        self.main_button.setText(self.tr("Cập nhật dự thảo") if plan.report.id else self.tr("Lập dự thảo"))
        self.main_button.setEnabled(True)
        parts = self._begin_preview()
        days = self.tr("Số liệu sau {:%d/%m/%Y} đến hết {:%d/%m/%Y}").format(
            plan.report.opening_on, plan.report.cut_off_on
        )
        parts.addWidget(WrappedLabel(days, "label", self._preview))
        parts.addWidget(FiguresTable(plan.figures, self._preview))
        for sentence in plan.remarks:
            parts.addWidget(WrappedLabel(sentence, "soft", self._preview))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to plan at once."""
        super().showEvent(event)
        if self.plan is None:
            self.look_again()

    def done(self, result: int) -> None:
        """Ask nothing more."""
        self._latest.forget()
        super().done(result)

    def _made(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _wish(self) -> partial[ReportPlan]:
        sort = self.sorts[str(self.sort.choice())]
        return partial(
            plan_report,
            self.desk,
            period=str(self.period.choice()),
            cut_off_on=self.cut_off.day(),
            scope=sort.scope,
            rule=sort.rule,
            asked_by=self.asked_by.typed(),
            asked_on=self.asked_on.day(),
            due_on=self.due_on.day(),
        )

    def _tell_unplanned(self, failure: BaseException) -> None:
        if not isinstance(failure, RuleBroken):
            runner_of(self).tell_failure(failure, self, self.look_again)
            return
        self._begin_preview().addWidget(WrappedLabel(failure.sentence, "bad", self._preview))

    def _errors(self) -> dict[str, str]:
        days = {"cut_off": self.cut_off, "asked_on": self.asked_on, "due_on": self.due_on}
        return {key: said for key, field in days.items() if (said := field.problem())}

    def _sorts(self, desk: Desk) -> dict[Sort, str]:
        found = [one for one in reports.asked(desk).asked if one.every != EVERY["change"]]
        sorts = {Sort(one.rule, one.scope): f"{one.label} ({one.cite or self.tr('đơn vị chọn')})" for one in found}
        beyond = {Sort("", "unit"): self.tr("Theo văn bản yêu cầu, ngoài quy chế")}
        if gathers_offices(desk):
            beyond[Sort("", "merged")] = self.tr("Tổng hợp nhiều đơn vị, theo văn bản yêu cầu")
        return sorts | beyond

    def _begin_with(self, asked: AskedReport | None, row: ReportRow | None) -> None:
        if row is not None:
            self.sort.choose(Sort(row.rule, row.scope).key)
            self.sort.setEnabled(False)
            self.period.setEnabled(False)
        elif asked is not None:
            self.sort.choose(Sort(asked.rule, asked.scope).key)

    def _form(self) -> Form:
        form = Form(self)
        form.add("sort", self.tr("Báo cáo"), self.sort)
        form.add("period", self.tr("Kỳ"), self.period)
        form.put_side_by_side("sort", "period")
        hint = self.tr("Để trống thì chốt vào hạn gửi, hoặc cuối kỳ khi không có hạn; chậm nhất là hôm nay.")
        form.add("cut_off", self.tr("Chốt số liệu đến hết ngày"), self.cut_off, hint=hint)
        form.add("asked_by", self.tr("Văn bản yêu cầu (nếu có)"), self.asked_by)
        form.add("asked_on", self.tr("Ngày văn bản"), self.asked_on)
        form.add("due_on", self.tr("Hạn theo văn bản"), self.due_on)
        form.put_side_by_side("asked_on", "due_on")
        return form

    def _begin_preview(self) -> QVBoxLayout:
        """Put an empty part in the place of what was shown."""
        fresh = QWidget(self.fields)
        parts = QVBoxLayout(fresh)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(Space.TIGHT)
        self.body.replaceWidget(self._preview, fresh)
        self._preview.hide()
        self._preview.deleteLater()
        self._preview = fresh
        return parts

    def _connect(self) -> None:
        for choice in (self.sort, self.period):
            choice.picked.connect(self._look_again)
        for day in (self.cut_off, self.asked_on, self.due_on):
            day.day_changed.connect(self._look_again)
        self.asked_by.textChanged.connect(self._look_again)

    def _look_again(self, _said: Any = None) -> None:
        self.look_again()


def _period_of(asked: AskedReport, today: date) -> ReportPeriod | None:
    """Give the period that is due next, else the present one of the length asked for."""
    kind = next((kind for kind in _KINDS if EVERY[kind] == asked.every), None)
    return asked.period or (period_of(kind, today) if kind is not None else None)


def _periods(desk: Desk, first: ReportPeriod | None) -> Iterator[ReportPeriod]:
    """Offer the period wanted, then of each kind the present one and some before, those of the same kind first."""
    told: set[ReportPeriod] = set()
    for one in (*([first] if first else []), *_around(desk, first)):
        if one not in told:
            told.add(one)
            yield one


def _around(desk: Desk, first: ReportPeriod | None) -> Iterator[ReportPeriod]:
    kinds = sorted(_KINDS, key=lambda kind: first is None or kind != first.kind)
    for kind in kinds:
        one = period_of(kind, desk.today())
        for _ in range(_EARLIER + 1):
            yield one
            one = one.preceding
