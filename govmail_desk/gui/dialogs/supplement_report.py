"""A supplement to a report already sent, as it would be drafted now: every figure that is another, and what was recorded late."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk.domain.report_tables import KIND_WORDS, column_words, counted
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.report_figures import FiguresTable
from govmail_desk.gui.run import run
from govmail_desk.operations.reports import supplement_report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.operations.report_plan import ReportPlan

_SIZE: Final = QSize(640, 0)
MOST_SHOWN: Final = 15


class SupplementReportDialog(Dialog):
    """Look at what is otherwise, then draft it."""

    made = Signal(object)
    """It is in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, plan: ReportPlan) -> None:
        super().__init__(
            parent, title=self.tr("Lập báo cáo bổ sung"), main_words=self.tr("Lập báo cáo bổ sung"), size=_SIZE
        )
        self.desk = desk
        self.plan = plan
        for sentence in plan.remarks:
            self.body.addWidget(WrappedLabel(sentence, parent=self.fields))
        self._tell_differences()
        self._tell_late()
        self.body.addWidget(WrappedLabel(self.tr("Số liệu sau khi bổ sung"), "label", self.fields))
        self.body.addWidget(FiguresTable(plan.figures, self.fields))
        self.body.addStretch(1)

    @property
    def has_typed(self) -> bool:
        """Nothing is typed here."""
        return False

    def do(self) -> None:
        """Draft it."""
        run(self, partial(supplement_report, self.desk, self.plan), self._made)

    def _made(self, changes: Changes) -> None:
        self.kept()
        self.made.emit(changes)

    def _tell_differences(self) -> None:
        self._say(self.tr("Số liệu khác với khi gửi"), "label")
        for one in self.plan.late.differences[:MOST_SHOWN]:
            said = self.tr("{} ({}), {}: đã gửi {}, nay là {}").format(
                one.unit,
                KIND_WORDS[one.kind].lower(),
                column_words(one.column).lower(),
                counted(one.as_sent),
                counted(one.now),
            )
            self._say(said, "small")
        self._tell_rest(len(self.plan.late.differences))

    def _tell_late(self) -> None:
        rows = self.plan.late.rows
        if rows:
            self._say(self.tr("Những việc ghi sổ sau khi gửi"), "label")
        for row in rows[:MOST_SHOWN]:
            gone = self.tr(", đã hoàn tác") if row.is_gone else ""
            self._say(f"{row.on_date:%d/%m/%Y} · {', '.join(row.addresses)} · {row.what}{gone}", "small")
        self._tell_rest(len(rows))

    def _tell_rest(self, count: int) -> None:
        if count > MOST_SHOWN:
            self._say(self.tr("… và {} dòng nữa.").format(count - MOST_SHOWN), "small")

    def _say(self, words: str, tone: str) -> None:
        self.body.addWidget(WrappedLabel(words, tone, self.fields))
