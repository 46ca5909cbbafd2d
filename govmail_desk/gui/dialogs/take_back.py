"""Taking an act back, seen before it is done: what would be taken out, what would return to what it was.

Here: the dialog over a plan. When taking back is refused, and what it means, is `operations.journals`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from govmail_desk import wording
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.change_table import ChangeTable
from govmail_desk.listings import journal_changes, journals
from govmail_desk.listings.journal_names import TABLES
from govmail_desk.operations.journals import TakeBackPlan, take_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmail_desk.desk import Desk
    from govmail_desk.listings.journals import Tally

_SHOWN: Final = 12


class TakeBackDialog(Dialog):
    """Says what taking back will do, and does it."""

    def __init__(self, parent: QWidget | None, desk: Desk, plan: TakeBackPlan) -> None:
        super().__init__(parent, title=self.tr("Hoàn tác"), main_words=self.tr("Hoàn tác việc này"), size=QSize(620, 0))
        self._desk = desk
        self._plan = plan
        (row,) = journals.page(desk, [plan.seq])
        said = self.tr("{} – {}, lúc {}").format(row.sentence, row.actor, wording.moment_words(row.at))
        self.effects = tuple(effects(journals.tally(desk, plan.seq)))
        self._say(said, "heading")
        self._say(self.tr("Hoàn tác sẽ:"), "label")
        for effect in self.effects:
            self._say(f"• {effect}", "")
        self._say(self.tr("Việc cũ và việc hoàn tác đều còn trong nhật ký. Các dòng việc ấy đã ghi:"), "soft")
        self._show_rows()

    def do(self) -> None:
        """Take it back; the journal keeps both."""
        runner_of(self).run(self, partial(take_back, self._desk, self._plan), self.kept, can_undo=False)

    def _show_rows(self) -> None:
        changes = journal_changes.told(self._desk, self._plan.seq, limit=_SHOWN)
        for change in changes:
            table = ChangeTable(change)
            self._say(table.title, "label")
            self.body.addWidget(table)
        if self._plan.row_count > len(changes):
            self._say(self.tr("… và {} dòng nữa.").format(self._plan.row_count - len(changes)), "soft")

    def _say(self, words: str, tone: str) -> None:
        label = QLabel(words, self)
        label.setProperty("tone", tone)
        label.setWordWrap(True)
        self.body.addWidget(label)


def effects(tallies: list[Tally]) -> Iterator[str]:
    """Say what taking back does to each table, the other way round from what the act did."""
    for tally in tallies:
        what = TABLES[tally.table].lower()
        if tally.added:
            yield f"bỏ khỏi sổ {tally.added} {what} đã thêm"
        if tally.changed:
            yield f"trả {tally.changed} {what} về như trước"
        if tally.removed:
            yield f"ghi lại {tally.removed} {what} đã bỏ"
