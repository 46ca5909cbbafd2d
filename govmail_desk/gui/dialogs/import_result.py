"""The last step of an import: how many rows came to what, those not written with their reasons, taking it all back, and the next act.

Here: `ResultStep`. What became of each row stays in the register (`listings.intakes`); taking back is `operations.journals`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.look.days import whole_day
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.marks import OUTCOME_MARKS, StateLabel
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.warning_lines import Rebuilt
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.steps import Step
from govmail_desk.gui.tables.columns import Column, Order
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table
from govmail_desk.listings import intakes, seekers
from govmail_desk.operations import journals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.intakes import IntakeListRow
    from govmail_desk.operations.intake_plan import IntakePlan

_NAME: Final = 3
_NOT_WRITTEN: Final = ("doubtful", "set_aside")


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One row that was not written; the name is known only as long as the file is at hand."""

    id: int
    sheet: str
    row: int
    outcome: str
    reasons: tuple[str, ...]
    name: str = ""


class ResultStep(Step):
    """What became of the list."""

    request_asked = Signal(object, object)
    """A request is wanted for these people, and these mailboxes proposed: their ids."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.can_go_back = False
        self._desk = desk
        self._seq = 0
        self.people_ids: list[int] = []
        self.mailbox_ids: list[int] = []
        self._title = QLabel(self)
        self._title.setProperty("tone", "heading")
        self.counts = _Counts(self)
        self._aside = QLabel(self)
        self._aside.setProperty("tone", "label")
        self.model: RowsModel[ResultLine] = RowsModel(_columns(), parent=self)
        self.table = Table(self.model, name=self.tr("Các dòng không được ghi"), parent=self)
        self.take_back_button = QPushButton(self.tr(" Hoàn tác lần nhập này"), self)
        self.later_button = QPushButton(self.tr("Để sau, đóng"), self)
        self._lay_out()

    @property
    def main_words(self) -> str:
        """Name the next act, where there is one."""
        count = len(self.people_ids) + len(self.mailbox_ids)
        return self.tr("Lập đề nghị cho {} người chưa có hộp thư").format(count) if count else self.tr("Đóng")

    def go_on(self) -> None:
        """Begin the request, or close."""
        people_ids, mailbox_ids = self.people_ids, self.mailbox_ids
        self.done.emit()
        if people_ids or mailbox_ids:
            self.request_asked.emit(people_ids, mailbox_ids)

    def show_taken(self, changes: Changes, plan: IntakePlan) -> None:
        """Show what became of a list that was just taken in."""
        self._title.setText(self.tr("Đã nhập «{}» vào sổ").format(plan.file_name))
        self.counts.show_counts({str(outcome): count for outcome, count in plan.counts.items()})
        self._seq = changes.seq
        self._find_seekers(changes, plan)
        self._show_aside([
            ResultLine(place, row.sheet, row.row, row.outcome, row.reasons, row.full_name)
            for place, row in enumerate(plan.rows)
        ])
        self.take_back_button.setVisible(not changes.is_empty)
        self.later_button.setVisible(bool(self.people_ids or self.mailbox_ids))
        self.changed.emit()

    def show_kept(self, kept: IntakeListRow) -> None:
        """Show what became of a list taken in before."""
        self._seq, self.people_ids, self.mailbox_ids = kept.seq, [], []
        taken_on = whole_day(kept.taken_at[: len("2026-11-23")])
        self._title.setText(self.tr("Lần nhập «{}», {}").format(kept.file_name, taken_on))
        self.counts.show_counts(kept.counts)
        self._show_aside([
            ResultLine(place, one.sheet, one.row, one.outcome, one.reasons)
            for place, one in enumerate(intakes.results(self._desk, kept.id))
        ])
        self.take_back_button.show()
        self.later_button.hide()
        self.changed.emit()

    def ask_take_back(self) -> None:
        """Say what taking the import back does, and ask."""
        bar = notices_near(self)
        if not self._seq or bar is None:
            return
        try:
            plan = journals.plan_take_back(self._desk, seq=self._seq)
        except (RuleBroken, StoreUnavailable) as failure:
            runner_of(self).tell_failure(failure, self, self.ask_take_back)
            return
        words = self.tr("Hoàn tác lần nhập này? Những gì lần nhập ghi vào sổ ({} dòng) được gỡ ra cả.")
        bar.ask(
            words.format(plan.row_count),
            (Offer(self.tr("Hoàn tác"), partial(self._take_back, plan)), Offer(self.tr("Thôi"), bar.dismiss)),
        )

    def _take_back(self, plan: Any) -> None:
        runner_of(self).run(self, partial(journals.take_back, self._desk, plan), self._tell_taken_back, can_undo=False)

    def _tell_taken_back(self, _changes: object) -> None:
        self._seq, self.people_ids, self.mailbox_ids = 0, [], []
        self._title.setText(self.tr("Đã hoàn tác; sổ trở lại như trước khi nhập"))
        for part in (self.take_back_button, self.later_button):
            part.hide()
        self.changed.emit()

    def _find_seekers(self, changes: Changes, plan: IntakePlan) -> None:
        """Find those of the list who have no mailbox yet, in the order of the file as far as it tells."""
        known = [row.person_id for row in plan.rows_of("changed", "same") if row.person_id is not None]
        of_list = dict.fromkeys([*known, *sorted(changes.ids.get("person", ()))])
        without = set(seekers.opening(self._desk, "personal", first_count=0).ids)
        self.people_ids = [one for one in of_list if one in without]
        self.mailbox_ids = [one for one in sorted(changes.ids.get("mailbox", ())) if -one in without]

    def _show_aside(self, lines: Sequence[ResultLine]) -> None:
        """Show the rows not written: those to look at first, then people and units set aside, then the rest of the sheet."""
        aside = [line for line in lines if line.outcome in _NOT_WRITTEN]
        self.model.show(_source(sorted(aside, key=lambda line: (line.outcome != "doubtful", not line.name, line.id))))
        self.table.horizontalHeader().setSectionHidden(_NAME, not any(line.name for line in aside))
        self._aside.setText(self.tr("{} dòng không được ghi; lý do của từng dòng được lưu trong sổ").format(len(aside)))
        for part in (self._aside, self.table):
            part.setVisible(bool(aside))

    def _lay_out(self) -> None:
        for button, does in ((self.take_back_button, self.ask_take_back), (self.later_button, self.done.emit)):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().strip())
            button.clicked.connect(does)
        draw_icon(self.take_back_button, "undo")
        acts = QHBoxLayout()
        acts.setSpacing(Space.NEAR)
        acts.addWidget(self.take_back_button)
        acts.addWidget(self.later_button)
        acts.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self._title)
        layout.addWidget(self.counts)
        layout.addLayout(acts)
        layout.addWidget(self._aside)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.setFocusProxy(self.table)


class _Counts(Rebuilt):
    """How many rows came to what, each with its mark."""

    def show_counts(self, counts: dict[str, int]) -> None:
        content, rows = self.fresh()
        line = QHBoxLayout()
        line.setSpacing(Space.APART)
        for outcome, words in wording.OUTCOMES.items():
            label = StateLabel(content)
            label.show_state(f"{words}: {counts.get(outcome, 0)}", OUTCOME_MARKS[outcome])
            line.addWidget(label)
        line.addStretch(1)
        rows.addLayout(line)


def _columns() -> list[Column[ResultLine]]:
    return [
        Column(key="sheet", title="Trang", width=14, text=lambda line: line.sheet),
        Column(key="row", title="Dòng", width=6, text=lambda line: str(line.row), is_right=True),
        Column(
            key="outcome",
            title="Kết quả",
            width=11,
            text=lambda line: wording.OUTCOMES[line.outcome],
            mark=lambda line: OUTCOME_MARKS[line.outcome],
        ),
        Column(key="name", title="Họ và tên, đơn vị", width=24, text=lambda line: line.name),
        Column(key="said", title="Lý do", width=60, text=lambda line: " ".join(line.reasons), grows=True),
    ]


def _source(lines: Sequence[ResultLine]) -> RowSource[ResultLine]:
    by_id = {line.id: line for line in lines}

    def ids(_order: Order) -> list[int]:
        return list(by_id)

    def rows(wanted: Sequence[int]) -> list[ResultLine]:
        return [by_id[one] for one in wanted]

    return RowSource(ids, rows)
