"""What a change of the calendar would do, seen before it is accepted: the days said otherwise, and each due date that moves.

Here: `CalendarPlanView`. The plan is made by `operations.calendar_changes`; the dialogs that ask for it are `gui.dialogs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.listings import due_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.office_calendar import Calendar
    from govmail_desk.domain.reminder import Due
    from govmail_desk.listings.dues import DueRow
    from govmail_desk.operations.calendar_changes import CalendarPlan, DayChange, DueMove

_MOST_TOLD: Final = 12
"""More days than this are counted, not told one by one; they all stand in the calendar afterwards."""


class MovedLine(NamedTuple):
    """One due date that moves, with what it is about."""

    row: DueRow
    move: DueMove

    @property
    def id(self) -> int:
        return self.row.id


COLUMNS: Final = (
    Column[MovedLine](key="title", title="Việc", width=20, text=lambda line: line.row.title, grows=True),
    Column[MovedLine](key="subject", title="Về", width=20, text=lambda line: line.row.subject, grows=True),
    Column[MovedLine](
        key="before", title="Hạn đang ghi", width=13, text=lambda line: due_words(line.move.before, line.move)
    ),
    Column[MovedLine](
        key="after",
        title="Hạn tính lại",
        width=13,
        text=lambda line: due_words(line.move.after, line.move),
        tip=lambda line: "\n".join(line.move.counting.steps),
    ),
    Column[MovedLine](key="cite", title="Điều", width=7, text=lambda line: line.row.cite or "đơn vị"),
)


class CalendarPlanView(QWidget):
    """The days and the due dates of one plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.days = WrappedLabel("", parent=self)
        self.summary = WrappedLabel("", "label", self)
        self.table = ShortTable(RowsModel(COLUMNS), name=self.tr("Các hạn sẽ đổi"), parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.NEAR)
        layout.addWidget(self.days)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        self.show_plan(None)

    def show_plan(self, plan: CalendarPlan | None, *, tells_days: bool = True) -> None:
        """Show a plan; None while there is none yet."""
        days = _days_told(plan) if plan is not None and tells_days else ()
        self.days.setText("\n".join(days))
        self.days.setVisible(bool(days))
        self.summary.setText(_summary(plan))
        self.summary.setVisible(plan is not None)
        moves = plan.moves if plan is not None else ()
        self.table.setVisible(bool(moves))
        if moves:
            self.table.rows.show(self._source(moves))

    def _source(self, moves: Sequence[DueMove]) -> RowSource[MovedLine]:
        by_id = {move.before.id: move for move in moves}
        return RowSource(
            lambda _order: list(by_id),
            lambda ids: [MovedLine(row, by_id[row.id]) for row in due_days.of_ids(self.desk, ids)],
        )


def due_words(due: Due, move: DueMove) -> str:
    """Say a due date, and the working day to act by where that is another; of a wait, the day it may be done from."""
    if move.counting.rule == "after":
        return f"từ {due.act_by:%d/%m/%Y}"
    return f"{due.due_on:%d/%m/%Y}" + (f", làm đến {due.act_by:%d/%m}" if due.act_by != due.due_on else "")


def day_told(calendar: Calendar, change: DayChange) -> str:
    """Say how a day stands in a calendar."""
    said = "làm việc" if calendar.is_working(change.on) else "nghỉ"
    named = calendar.days.get(change.on)
    if named is None:
        return said
    why = named.why if named.why.startswith(said) else f"{said}, {named.why}"
    return f"{why}, mới là dự kiến" if named.source == "computed" else why


def _summary(plan: CalendarPlan | None) -> str:
    if plan is None:
        return ""
    if plan.is_empty:
        return "Lịch đã ghi như vậy, không hạn nào đổi."
    count = len(plan.moves)
    return f"{count} hạn đang theo dõi sẽ đổi:" if count else "Không hạn nào đang theo dõi phải đổi."


def _days_told(plan: CalendarPlan) -> tuple[str, ...]:
    told = plan.changes[:_MOST_TOLD]
    lines = [f"{wording.day_words(one.on)}: {day_told(plan.before, one)} → {day_told(plan.after, one)}" for one in told]
    if len(plan.changes) > len(told):
        lines.append(f"và {len(plan.changes) - len(told)} ngày khác.")
    return tuple(lines)
