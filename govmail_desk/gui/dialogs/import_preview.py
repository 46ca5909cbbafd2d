"""The third step of an import: every row with what would become of it, filtered, mended in place, left out, before anything is written.

Here: `PreviewStep`. Writing is its main act, in a worker. Not here: the lines (`gui.dialogs.import_lines`), the pane
(`gui.dialogs.import_row`), the planning (`gui.dialogs.import_planning`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.dialogs.import_lines import (
    FoundLines,
    PreviewLine,
    found_lines,
    is_of_the_list,
    lines_of,
    outcome_counts,
    preview_columns,
    texts_of_file,
)
from govmail_desk.gui.dialogs.import_row import RowCard
from govmail_desk.gui.dialogs.import_warnings import warnings_of_rows
from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.chips import ChipRow, ChipSpec
from govmail_desk.gui.look.marks import OUTCOME_MARKS
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.panes.beside import Beside
from govmail_desk.gui.run import run_long
from govmail_desk.gui.steps import Step, let_shrink, settings_near
from govmail_desk.gui.tables.lookup import Lookup
from govmail_desk.gui.tables.rows_model import RowsModel
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.gui.tables.table import Table
from govmail_desk.listings import people

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.desk import Changes
    from govmail_desk.gui.dialogs.import_planning import Planning
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.operations.intake_plan import IntakeRow

_CHIPS: Final = [ChipSpec(outcome, words, OUTCOME_MARKS[outcome]) for outcome, words in wording.OUTCOMES.items()]
_MOST_NAMESAKES: Final = 8


class PreviewStep(Step):
    """The rows before they are written."""

    taken = Signal(object)
    """The list is in the register: the `Changes`."""

    def __init__(self, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning = planning
        self.search = SearchField(self.tr("Tìm dòng theo tên, địa chỉ, lý do"), self)
        self.chips = ChipRow(_CHIPS, name=self.tr("Lọc theo kết quả"), parent=self)
        for chip in self.chips.chips.values():
            not_an_input(chip)
        self.model: RowsModel[PreviewLine] = RowsModel(preview_columns(has_sheets=False), parent=self)
        self.table = Table(
            self.model, name=self.tr("Các dòng của danh sách"), settings=settings_near(self), parent=self
        )
        self.table.remember_as("import-preview")
        self.view = RowsView(self.table, icon_name="filter", parent=self)
        self.card = RowCard(self)
        self.beside = Beside(self.view, self.card, self)
        self.count = QLabel(self)
        self.count.setProperty("tone", "soft")
        self.warnings = WarningLines(self, most=1)
        self.lookup: Lookup[PreviewLine] = Lookup(
            self.model, question=self._question, lines=self._lines, background=planning.background
        )
        self._shown: tuple[int, IntakeRow] | None = None
        self._lay_out()
        self._connect()

    @property
    def main_words(self) -> str:
        """Name how many rows would be written."""
        taken = self._taken_count
        return self.tr("Ghi {} dòng vào sổ").format(taken) if taken else self.tr("Ghi vào sổ")

    @property
    def is_ready(self) -> bool:
        """True where the plan in view would write something."""
        return bool(self._taken_count) and not self.planning.is_pending

    def enter(self) -> None:
        """Show the rows."""
        plan = self.planning.plan
        sheets = {row.sheet for row in plan.rows if is_of_the_list(row)} if plan else set()
        self.table.horizontalHeader().setSectionHidden(1, len(sheets) < 2)  # noqa: PLR2004  (one sheet needs no name)
        self._follow()
        if self.model.rowCount() and self.table.current_id is None:
            self.table.selectRow(0)
        self._show_current()

    def go_on(self) -> None:
        """Write what the plan says; what was typed and not looked at yet is planned first."""
        if self.card.take_typed():
            return
        name = self.planning.path.name if self.planning.path else ""
        run_long(self, self.planning.take_in, self.tr("Đang ghi danh sách «{}» vào sổ").format(name), self._tell_taken)

    def keeps_enter(self, focus: QWidget | None) -> bool:
        """Enter in a fact of the pane looks the row through again."""
        return super().keeps_enter(focus) or self.card.has_line(focus)

    def leave_out_chosen(self) -> None:
        """Leave the chosen rows out of the list."""
        plan = self.planning.plan
        if plan is not None and self.table.chosen_ids:
            self.planning.leave_out({plan.rows[one].place for one in self.table.chosen_ids}, is_left_out=True)

    def edit_current(self) -> None:
        """Put the focus on the fact the keyboard stands on."""
        facts = {"name": "full_name", "address": "address", "post": "post", "department": "department"}
        column = self.model.columns[max(0, self.table.currentIndex().column())]
        self.beside.open_pane()
        self.card.edit(facts.get(column.key, "full_name"))

    # what the table asks

    def _question(self) -> Callable[[Order], FoundLines]:
        plan = self.planning.plan
        assert plan is not None, "the step comes into view once there is a plan"
        return partial(found_lines, plan, self.search.text(), self.chips.chosen_keys)

    def _lines(self, ids: Any) -> list[PreviewLine]:
        plan = self.planning.plan
        return lines_of(plan, ids) if plan is not None else []

    # what is shown

    @property
    def _taken_count(self) -> int:
        plan = self.planning.plan
        return plan.counts["new"] + plan.counts["changed"] if plan else 0

    def _follow(self) -> None:
        self.changed.emit()
        plan = self.planning.plan
        if plan is None or self.planning.is_pending:
            return
        self.chips.show_counts(outcome_counts(plan))
        self._show_count()
        self.lookup.ask_now()
        self._show_current()

    def _show_count(self) -> None:
        plan = self.planning.plan
        if plan is None:
            return
        doubtful = plan.counts["doubtful"]
        if doubtful:
            said = self.tr("{} dòng cần xem sẽ không được ghi; hãy sửa ở bên phải, hoặc để lại trong kết quả.").format(
                doubtful
            )
        elif not self._taken_count:
            said = self.tr("Sổ đã có đủ những gì danh sách này nêu; không có gì để ghi.")
        else:
            said = self.tr("Chưa có gì được ghi. Mọi dòng được ghi trong một lần và hoàn tác được cả lần.")
        self.count.setText(said)
        self.warnings.show_sentences(warnings_of_rows(plan))

    def _show_current(self) -> None:
        plan, current = self.planning.plan, self.table.current_id
        has_row = plan is not None and current is not None and current < len(plan.rows)
        self.beside.show_chosen(has_chosen=has_row)
        if plan is None or current is None or not has_row:
            self._shown = None
            self.card.show_nothing()
            return
        chosen = [plan.rows[one] for one in self.table.chosen_ids]
        if len(chosen) > 1:
            self._shown = None
            self.card.show_many(chosen)
            return
        row = plan.rows[current]
        if self._shown != (current, row):
            self._shown = (current, row)
            reading = self.planning.reading
            self.card.show_row(
                row,
                is_left_out=row.place in reading.left_out,
                is_mended=row.place in reading.mended,
                file_texts=texts_of_file(plan, row),
                people=self._namesakes(row),
            )

    def _choose_current(self) -> None:
        """Show another row; what was typed in the one before is taken first."""
        if self.table.current_id is not None and self._shown and self._shown[0] != self.table.current_id:
            self.card.take_typed()
        self._show_current()

    def _namesakes(self, row: IntakeRow) -> list[tuple[str, str]]:
        """Name those of the register a doubtful row may mean, to choose from."""
        if row.kind != "personal" or not row.full_name or (row.outcome != "doubtful" and not row.answer):
            return []
        found = people.find(self.planning.desk, row.full_name, limit=_MOST_NAMESAKES)
        return [(str(one.id), " · ".join(filter(None, (one.full_name, one.post, one.unit)))) for one in found]

    def _tell_taken(self, changes: Changes) -> None:
        self.taken.emit(changes)
        self.done.emit()

    # how it stands

    def _connect(self) -> None:
        self.search.asked.connect(self.lookup.ask_soon)
        self.chips.chosen.connect(self.lookup.ask_now)
        self.table.chosen.connect(self._choose_current)
        self.table.opened.connect(self.beside.open_pane)
        self.table.edit_asked.connect(self.edit_current)
        self.card.mended.connect(self.planning.mend)
        self.card.all_mended.connect(self.planning.mend_all)
        self.card.unmended.connect(self.planning.forget_mending)
        self.card.left_out.connect(self._leave_out)
        self.planning.planned.connect(self._follow_when_seen)
        self.planning.began.connect(self.changed)
        self.setFocusProxy(self.table)
        act(self.table, "leave_out", self.tr("Bỏ dòng đang chọn ra"), self.leave_out_chosen, shortcut="Del")
        act(self, "search", self.tr("Tìm"), self.search.setFocus, shortcut="Ctrl+F")
        self.view.empty.say(self.tr("Không có dòng nào khớp"), self.tr("Bỏ bớt ô lọc hoặc gõ ít chữ hơn."))

    def _leave_out(self, places: Any, is_left_out: bool) -> None:
        self.planning.leave_out(places, is_left_out=is_left_out)

    def _follow_when_seen(self) -> None:
        if self.isVisible():
            self._follow()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.USUAL)
        bar.addWidget(self.search, 2)
        bar.addWidget(self.chips, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addLayout(bar)
        let_shrink(self.beside)
        layout.addWidget(self.beside, 1)
        layout.addWidget(self.warnings)
        layout.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)
