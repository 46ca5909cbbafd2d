"""The second step of an import: which sheet, which row holds the headings, what each column holds, which fonts are converted.

Here: `ColumnsStep`. Every answer plans the list anew, and the card at the right shows a row as it would be taken. Not here: the grid of
columns (`gui.dialogs.import_mapping`), fonts (`gui.dialogs.import_fonts`), the card (`gui.dialogs.import_sample`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from govmail_desk.domain.heading import Meaning
from govmail_desk.gui.dialogs.import_fonts import FontCards
from govmail_desk.gui.dialogs.import_lines import is_of_the_list
from govmail_desk.gui.dialogs.import_mapping import MappingGrid
from govmail_desk.gui.dialogs.import_sample import SampleCard
from govmail_desk.gui.dialogs.import_warnings import warnings_of_columns
from govmail_desk.gui.fields.fields import ChoiceField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.side_by_side import SideBySide, scrolled
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.steps import Step

if TYPE_CHECKING:
    from govmail_desk.domain.sheet import Sheet
    from govmail_desk.gui.dialogs.import_planning import Planning
    from govmail_desk.operations.intake_plan import IntakePlan, SheetColumns

_CARD_WIDTH: Final = 280


class ColumnsStep(Step):
    """How the file is read."""

    def __init__(self, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning = planning
        self.sheet = ChoiceField(parent=self)
        self.only_this = QCheckBox(self.tr("Chỉ nhập trang này"), self)
        self.header_row = QSpinBox(self)
        self.remembered = QLabel(self)
        self.forget_button = QPushButton(self.tr("Tự nhận lại"), self)
        self.warnings = WarningLines(self)
        self.mapping = MappingGrid(self)
        self.fonts = FontCards(self)
        self.sample = SampleCard(self)
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
        return plan is not None and not self.planning.is_pending and not plan.refusal

    def enter(self) -> None:
        """Show the file as it was read."""
        self._offer_sheets()
        self._show()

    # what the clerk says

    def _take_sheet(self) -> None:
        """Look at another sheet; one that is not read with the others is read alone."""
        name = self._sheet_name
        if self._columns is None or self.planning.reading.sheet is not None:
            self.planning.ask(sheet=name)
        else:
            self._show()

    def _take_only(self, is_only: bool) -> None:
        self.planning.ask(sheet=self._sheet_name if is_only else None)

    def _take_header_row(self, row: int) -> None:
        columns = self._columns
        if columns is None or row != columns.header_row:
            self.planning.ask(
                header_rows={**self.planning.reading.header_rows, self._sheet_name: row},
                meanings=_without(self.planning.reading.meanings, self._sheet_name),
            )

    def _forget(self) -> None:
        """Leave row and columns to the program again."""
        reading = self.planning.reading
        self.planning.ask(
            header_rows=_without(reading.header_rows, self._sheet_name),
            meanings=_without(reading.meanings, self._sheet_name),
        )

    def _take_meaning(self, column: int, meaning: Any) -> None:
        meanings = self.planning.reading.meanings
        chosen = {**meanings.get(self._sheet_name, {}), column: Meaning(meaning)}
        self.planning.ask(meanings={**meanings, self._sheet_name: chosen})

    def _take_fonts(self, places: Any, is_ticked: bool) -> None:
        accepted = set(self.planning.reading.accepted_conversions)
        self.planning.ask(accepted_conversions=frozenset(accepted | places if is_ticked else accepted - places))

    # what is shown

    @property
    def _plan(self) -> IntakePlan | None:
        return self.planning.plan

    @property
    def _sheet_name(self) -> str:
        name = self.sheet.choice()
        return name if isinstance(name, str) else ""

    @property
    def _columns(self) -> SheetColumns | None:
        """How the sheet in view is read; None where it is not read at all."""
        plan = self._plan
        return next((one for one in plan.columns if one.sheet == self._sheet_name), None) if plan else None

    @property
    def _sheet(self) -> Sheet | None:
        workbook = self.planning.workbook
        return next((one for one in workbook.sheets if one.name == self._sheet_name), None) if workbook else None

    def _offer_sheets(self) -> None:
        workbook, plan = self.planning.workbook, self._plan
        if workbook is None or plan is None:
            return
        read = {one.sheet: one for one in plan.columns}
        sheets = [sheet for sheet in workbook.sheets if sheet.rows]
        best = max(plan.columns, key=_score, default=None)
        chosen = (
            self._sheet_name if self._sheet_name in {sheet.name for sheet in sheets} else best.sheet if best else None
        )
        self.sheet.offer([(sheet.name, self._sheet_words(sheet, read.get(sheet.name))) for sheet in sheets])
        self.sheet.choose(chosen)
        self.only_this.setVisible(len(sheets) > 1)

    def _sheet_words(self, sheet: Sheet, columns: SheetColumns | None) -> str:
        if columns is None:
            said = self.tr("trang ẩn, không đọc") if sheet.is_hidden else self.tr("không đọc")
        elif columns.header_row is None:
            said = self.tr("không thấy dòng tiêu đề")
        else:
            known, headings = _score(columns), max(len(columns.meanings), 1)
            said = self.tr("hiểu {} trên {} cột, {} dòng").format(known, headings, len(sheet.rows))
        return f"{sheet.name} ({said})"

    def _show(self) -> None:
        plan, columns, sheet = self._plan, self._columns, self._sheet
        self.changed.emit()
        if plan is None or sheet is None:
            return
        self._show_head(sheet, columns)
        self._show_warnings(plan)
        rows = [row for row in plan.rows if row.sheet == sheet.name and is_of_the_list(row)]
        if columns is not None:
            self.mapping.show_sheet(sheet, columns, [row.row for row in rows])
        self.mapping.setVisible(columns is not None and columns.header_row is not None)
        self.fonts.show_conversions([one for one in plan.conversions if one.sheet == sheet.name])
        self.sample.show_rows([row for row in rows if row.outcome != "set_aside"] or rows)

    def _show_head(self, sheet: Sheet, columns: SheetColumns | None) -> None:
        row = columns.header_row if columns is not None else None
        for field in (self.header_row, self.only_this):
            field.blockSignals(True)
        self.header_row.setMaximum(max(1, len(sheet.rows)))
        self.header_row.setValue(row or 0)
        self.only_this.setChecked(self.planning.reading.sheet is not None)
        for field in (self.header_row, self.only_this):
            field.blockSignals(False)
        reading = self.planning.reading
        is_chosen = sheet.name in reading.header_rows or sheet.name in reading.meanings
        self.forget_button.setVisible(is_chosen)
        is_remembered = columns is not None and columns.is_remembered
        self.remembered.setVisible(is_remembered and not is_chosen)

    def _show_warnings(self, plan: IntakePlan) -> None:
        self.warnings.show_sentences(warnings_of_columns(plan, self._sheet_name))

    def _follow(self) -> None:
        if self.isVisible():
            self._show()

    # how it stands

    def _connect(self) -> None:
        self.sheet.picked.connect(self._take_sheet)
        self.only_this.clicked.connect(self._take_only)
        self.header_row.valueChanged.connect(self._take_header_row)
        self.forget_button.clicked.connect(self._forget)
        self.mapping.meaning_picked.connect(self._take_meaning)
        self.fonts.ticked.connect(self._take_fonts)
        self.planning.planned.connect(self._follow)
        self.planning.began.connect(self.changed)
        self.setFocusProxy(self.sheet)

    def _lay_out(self) -> None:
        for field in (self.sheet, self.only_this, self.header_row):
            not_an_input(field)
        self.header_row.setKeyboardTracking(False)
        self.header_row.setMinimum(0)
        self.header_row.setSpecialValueText(self.tr("chưa rõ"))
        self.header_row.setAccessibleName(self.tr("Dòng tiêu đề"))
        self.sheet.setAccessibleName(self.tr("Trang"))
        self.forget_button.setProperty("kind", "quiet")
        self.forget_button.setAutoDefault(False)
        self.remembered.setProperty("tone", "soft")
        self.remembered.setText(self.tr("✓ Đọc các cột như lần nhập trước"))
        left = QWidget(self)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, Space.USUAL, 0)
        rows.setSpacing(Space.USUAL)
        for part in (self.warnings, self.fonts, self.mapping):
            rows.addWidget(part)
        rows.addStretch(1)
        self.sample.setMinimumWidth(_CARD_WIDTH)
        sides = SideBySide(scrolled(left, self), self.sample, shares=(7, 3), parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addLayout(self._bar())
        layout.addWidget(sides, 1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(Space.NEAR)
        bar.addWidget(_named(self.tr("Trang"), self.sheet, self))
        bar.addWidget(self.sheet, 1)
        bar.addWidget(self.only_this)
        bar.addSpacing(Space.USUAL)
        bar.addWidget(_named(self.tr("Dòng tiêu đề"), self.header_row, self))
        bar.addWidget(self.header_row)
        bar.addWidget(self.forget_button)
        bar.addWidget(self.remembered)
        return bar


def _score(columns: SheetColumns) -> int:
    """Count the columns that mean something: the sheet of the list has the most."""
    return sum(meaning is not Meaning.IGNORED for meaning in columns.meanings.values())


def _without(chosen: Any, sheet: str) -> dict[str, Any]:
    return {name: value for name, value in chosen.items() if name != sheet}


def _named(words: str, field: QWidget, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", "label")
    label.setBuddy(field)
    return label
