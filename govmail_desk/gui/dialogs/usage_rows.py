"""The rows of the operator's figures in a table with chips and a search line: before they are written, and as they were taken in.

Here: `UsageRows`, and the two last steps of the wizard over it. What becomes of a row is `operations.usage_matching`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.chips import ChipRow
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import WarningLines
from govmail_desk.gui.run import run_long
from govmail_desk.gui.steps import Step, let_shrink, settings_near
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.gui.tables.table import Table
from govmail_desk.gui.tables.usage_columns import (
    USAGE_CHIPS,
    UsageLine,
    line_columns,
    lines_of_plan,
    lines_of_results,
    wanted_lines,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govmail_desk.desk import Changes
    from govmail_desk.gui.dialogs.usage_planning import UsagePlanning
    from govmail_desk.listings.usage import UsagePane
    from govmail_desk.operations.usage_plan import UsagePlan


class UsageRows(QWidget):
    """Rows, found by words and by what becomes of them."""

    def __init__(self, parent: QWidget | None = None, *, has_facts: bool) -> None:
        super().__init__(parent)
        self._lines: Sequence[UsageLine] = ()
        self.search = SearchField(self.tr("Tìm dòng theo địa chỉ, lý do"), self)
        self.chips = ChipRow(USAGE_CHIPS, name=self.tr("Lọc theo kết quả"), parent=self)
        for chip in self.chips.chips.values():
            not_an_input(chip)
        self.model: RowsModel[UsageLine] = RowsModel(line_columns(has_facts=has_facts), parent=self)
        self.table = Table(self.model, name=self.tr("Các dòng của số liệu"), settings=settings_near(self), parent=self)
        self.view = RowsView(self.table, icon_name="filter", parent=self)
        self.view.empty.say(self.tr("Không có dòng nào khớp"), self.tr("Bỏ bớt ô lọc hoặc gõ ít chữ hơn."))
        self.search.asked.connect(self._show)
        self.chips.chosen.connect(self._show)
        self._lay_out()
        self.setFocusProxy(self.table)

    def show_lines(self, lines: Sequence[UsageLine], counts: Mapping[str, int]) -> None:
        """Show these rows."""
        self._lines = lines
        self.chips.show_counts(counts)
        self._show()

    def _show(self) -> None:
        self.model.show(RowSource.of(wanted_lines(self._lines, self.search.text(), self.chips.chosen_keys)))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(Space.USUAL)
        bar.addWidget(self.search, 2, Qt.AlignmentFlag.AlignTop)
        bar.addWidget(self.chips, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addLayout(bar)
        let_shrink(self.view)
        layout.addWidget(self.view, 1)


class UsagePreviewStep(Step):
    """The rows before they are written."""

    taken = Signal(object)
    """The figures are in the register: the `Changes`."""

    def __init__(self, planning: UsagePlanning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planning = planning
        self.rows = UsageRows(self, has_facts=True)
        self.warnings = WarningLines(self, most=1)
        self.count = QLabel(self)
        self.count.setProperty("tone", "soft")
        self.count.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.warnings)
        layout.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.rows)
        planning.began.connect(self.changed)

    @property
    def main_words(self) -> str:
        """Name how many mailboxes would be written."""
        count = self.planning.plan.counts["new"] if self.planning.plan else 0
        return self.tr("Ghi số liệu của {} hộp thư").format(count) if count else self.tr("Ghi số liệu")

    @property
    def is_ready(self) -> bool:
        """True where the plan in view would write something."""
        plan = self.planning.plan
        return plan is not None and not plan.is_empty and not self.planning.is_pending

    def enter(self) -> None:
        """Show the rows."""
        plan = self.planning.plan
        if plan is None:
            return
        self.rows.show_lines(lines_of_plan(plan), {str(outcome): count for outcome, count in plan.counts.items()})
        self.warnings.show_sentences(plan.warnings)
        self.count.setText(preview_words(plan))
        self.changed.emit()

    def go_on(self) -> None:
        """Write what the plan says."""
        name = self.planning.path.name if self.planning.path else ""
        run_long(self, self.planning.take_in, self.tr("Đang ghi số liệu «{}» vào sổ").format(name), self._tell_taken)

    def _tell_taken(self, changes: Changes) -> None:
        self.taken.emit(changes)
        self.done.emit()


class UsageResultStep(Step):
    """The rows as they were taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_go_back = False
        self._title = QLabel(self)
        self._title.setProperty("tone", "heading")
        self._title.setWordWrap(True)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.rows = UsageRows(self, has_facts=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self._title)
        layout.addWidget(self._said)
        layout.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)

    @property
    def main_words(self) -> str:
        """Nothing is left to do."""
        return self.tr("Đóng")

    def show_taken(self, plan: UsagePlan) -> None:
        """Say what was written, with every row."""
        self._title.setText(self.tr("Đã nhập số liệu ngày {:%d/%m/%Y}").format(plan.as_of_on))
        said = self.tr("{} hộp thư có số liệu, {} lần dùng mới được ghi. Các dòng cần xem không được ghi.")
        self._said.setText(said.format(plan.counts["new"], plan.newer_count))
        self.rows.show_lines(lines_of_plan(plan), {str(outcome): count for outcome, count in plan.counts.items()})

    def show_kept(self, kept: UsagePane) -> None:
        """Show every row of figures taken in before."""
        self._title.setText(self.tr("Các dòng của «{}»").format(kept.row.file_name))
        self._said.hide()
        self.rows.show_lines(lines_of_results(kept.results), kept.row.counts)


def preview_words(plan: UsagePlan) -> str:
    """Say what writing would do, and what it leaves out."""
    if plan.is_empty:
        return "Sổ đã có đủ những gì số liệu này nêu; không có gì để ghi."
    said = f"Số liệu ngày {plan.as_of_on:%d/%m/%Y}: {plan.newer_count} lần dùng mới hơn sổ đã biết sẽ được ghi."
    doubtful = plan.counts["doubtful"]
    if doubtful:
        said += f" {doubtful} dòng cần xem không được ghi."
    if plan.missing_count:
        said += f" {plan.missing_count} hộp thư của sổ không được nêu."
    return f"{said} Chưa có gì được ghi; cả lần nhập hoàn tác được."
