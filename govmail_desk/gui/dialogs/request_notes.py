"""What stands under the fields of the letter: which papers will be made and by whose rule, and whose arrangement their forms are.

Here: `PaperNotes`. The sentences are `gui.rules.paper_notes`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from govmail_desk.gui.look.warning_lines import Rebuilt
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.rules.paper_notes import PaperNote, paper_notes
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.listings.forms import own_in_use

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.operations.request_plan import RequestPlan


class PaperNotes(Rebuilt):
    """The papers that will be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notes: list[PaperNote] = []

    def show_papers(self, desk: Desk, plan: RequestPlan, *, has_eight_columns: bool) -> None:
        """Say which papers will be made of a plan."""
        notes = paper_notes(
            desk.regulation(plan.on),
            kind=plan.kind,
            mailbox_kind=plan.mailbox_kind,
            on=plan.on,
            has_eight_columns=has_eight_columns,
            own_forms=own_in_use(desk),
        )
        if notes != self.notes:
            self.notes = notes
            self._build()

    def _build(self) -> None:
        content, rows = self.fresh()
        rows.addWidget(_label(self.tr("Giấy tờ sẽ lập"), "label", content))
        for note in self.notes:
            rows.addWidget(RuleLine(note.words, note.why or Why(note.words), content))
        for sentence in dict.fromkeys(note.form_note for note in self.notes if note.form_note):
            rows.addWidget(_label(sentence, "small", content))


def _label(words: str, tone: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setProperty("tone", tone)
    label.setWordWrap(True)
    return label
