"""The second step of taking the operator's figures in: the day they are of, the sheet, the row of headings, what each column holds.

Here: `UsageColumnsStep`; every answer plans the file anew. The grid of columns is the list import's (`gui.dialogs.import_mapping`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from govmail_desk.domain.usage_columns import UsageMeaning
from govmail_desk.gui.dialogs.import_mapping import MappingGrid
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.side_by_side import scrolled
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.steps import Step, let_shrink

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.sheet import Sheet
    from govmail_desk.gui.dialogs.usage_planning import UsagePlanning
    from govmail_desk.operations.usage_plan import UsagePlan

_OFFERED: Final = tuple((meaning, meaning.label) for meaning in UsageMeaning if meaning is not UsageMeaning.PASSWORD)
_SAMPLED: Final = 200


class UsageColumnsStep(Step):
    """How the file is read, and of which day it is."""

    def __init__(self, planning: UsagePlanning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning = planning
        self.as_of = DateField(planning.desk.today(), planning.desk.today(), self)
        self.sheet = ChoiceField(parent=self)
        self.header_row = QSpinBox(self)
        self.remembered = QLabel(self.tr("✓ Đọc các cột như lần nhập trước"), self)
        self.warnings = WarningLines(self)
        self.mapping = MappingGrid(self, offered=_OFFERED)
        self._lay_out()
        self._connect()

    @property
    def main_words(self) -> str:
        """What comes next."""
        return self.tr("Xem trước từng dòng")

    @property
    def is_ready(self) -> bool:
        """True where something of the file can be taken as it is read now."""
        plan = self.planning.plan
        return plan is not None and not self.planning.is_pending and not plan.refusal and self.as_of.day() is not None

    def enter(self) -> None:
        """Show the file as it was read."""
        workbook, plan = self.planning.workbook, self.planning.plan
        if workbook is None or plan is None:
            return
        self.sheet.offer([(sheet.name, sheet.name) for sheet in workbook.sheets if sheet.rows])
        self._show()

    # what the clerk says

    def _take_day(self, on: date | None) -> None:
        if on is not None and on != self.planning.wish.as_of_on:
            self.planning.ask(as_of_on=on)
        else:
            self.changed.emit()

    def _take_sheet(self) -> None:
        self.planning.ask(sheet=self.sheet.choice(), header_row=None, meanings={})

    def _take_header_row(self, row: int) -> None:
        plan = self.planning.plan
        if plan is not None and row != plan.columns.header_row:
            self.planning.ask(header_row=row or None, meanings={})

    def _take_meaning(self, column: int, meaning: Any) -> None:
        self.planning.ask(meanings={**self.planning.wish.meanings, column: UsageMeaning(meaning)})

    # what is shown

    @property
    def _sheet(self) -> Sheet | None:
        workbook, plan = self.planning.workbook, self.planning.plan
        if workbook is None or plan is None:
            return None
        return next((one for one in workbook.sheets if one.name == plan.columns.sheet), None)

    def _show(self) -> None:
        plan, sheet = self.planning.plan, self._sheet
        self.changed.emit()
        if plan is None or sheet is None:
            return
        self._show_head(plan, sheet)
        self.warnings.show_sentences(_warnings(plan))
        header_row = plan.columns.header_row
        if header_row is not None:
            below = [row.number for row in sheet.rows[header_row : header_row + _SAMPLED] if not row.is_blank]
            self.mapping.show_sheet(sheet, plan.columns, below)
        self.mapping.setVisible(header_row is not None)

    def _show_head(self, plan: UsagePlan, sheet: Sheet) -> None:
        for field in (self.as_of, self.header_row):
            field.blockSignals(True)
        if self.as_of.day() != plan.as_of_on:
            self.as_of.show_day(plan.as_of_on)
        self.header_row.setMaximum(max(1, len(sheet.rows)))
        self.header_row.setValue(plan.columns.header_row or 0)
        for field in (self.as_of, self.header_row):
            field.blockSignals(False)
        self.sheet.choose(sheet.name)
        self.remembered.setVisible(plan.columns.is_remembered)

    def _follow(self) -> None:
        if self.isVisible():
            self._show()

    # how it stands

    def _connect(self) -> None:
        self.as_of.day_changed.connect(self._take_day)
        self.sheet.picked.connect(self._take_sheet)
        self.header_row.valueChanged.connect(self._take_header_row)
        self.mapping.meaning_picked.connect(self._take_meaning)
        self.planning.planned.connect(self._follow)
        self.planning.began.connect(self.changed)
        self.setFocusProxy(self.as_of)

    def _lay_out(self) -> None:
        for field in (self.sheet, self.header_row):
            not_an_input(field)
        self.header_row.setKeyboardTracking(False)
        self.header_row.setMinimum(0)
        self.header_row.setSpecialValueText(self.tr("chưa rõ"))
        self.header_row.setAccessibleName(self.tr("Dòng tiêu đề"))
        self.sheet.setAccessibleName(self.tr("Trang"))
        self.as_of.setAccessibleName(self.tr("Số liệu ngày"))
        self.remembered.setProperty("tone", "soft")
        self.as_of.leave_weekday_out()
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, Space.USUAL, 0)
        rows.setSpacing(Space.USUAL)
        for part in (self.warnings, self.mapping):
            rows.addWidget(part)
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self._bar())
        below = scrolled(left, self)
        let_shrink(below)
        layout.addWidget(below, 1)

    def _bar(self) -> QWidget:
        """The day, the sheet and the row of headings, on as many lines as the width asks for."""
        bar = QWidget(self)
        parts = FlowLayout(bar)
        named = (
            (self.tr("Số liệu ngày"), self.as_of),
            (self.tr("Trang"), self.sheet),
            (self.tr("Dòng tiêu đề"), self.header_row),
        )
        for words, field in named:
            parts.addWidget(_named(words, field, bar))
        parts.addWidget(self.remembered)
        return bar


def _named(words: str, field: QWidget, parent: QWidget) -> QWidget:
    """Put a field beside its words."""
    both = QWidget(parent)
    label = QLabel(words, both)
    label.setProperty("tone", "label")
    label.setBuddy(field)
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, Space.USUAL, 0)
    line.setSpacing(Space.NEAR)
    line.addWidget(label)
    line.addWidget(field)
    return both


def _warnings(plan: UsagePlan) -> list[str]:
    """Return what to know before the columns are trusted, the refusal first, and how the day is to be understood."""
    said = [plan.refusal, *plan.columns.problems, *plan.warnings]
    return list(dict.fromkeys(filter(None, said)))
