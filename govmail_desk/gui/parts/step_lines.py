"""What comes next with a request, as lines with their articles: in its pane, and in the dialogs of each step.

Here: `StepLines`. The sentences are `gui.parts.next_steps`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.parts.next_steps import steps_of
from govmail_desk.gui.rules.rule_line import RuleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.parts.next_steps import NextStep, Stage
    from govmail_desk.listings.requests import RequestListRow


class StepLines(QWidget):
    """The lines of some stages of a request."""

    def __init__(
        self,
        desk: Desk,
        regulation: Regulation,
        row: RequestListRow,
        *,
        stages: Sequence[Stage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.steps = [step for step in steps_of(desk, regulation, row) if step.stage in stages]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.TIGHT)
        for step in self.steps:
            rows.addWidget(line_of(step, self))


def line_of(step: NextStep, parent: QWidget | None = None) -> QWidget:
    """Show one thing that comes next, with its article where there is one."""
    if step.why is None:
        return WrappedLabel(step.words, "small", parent)
    cite = f" ({step.why.cite})" if step.why.cite else ""
    return RuleLine(f"{step.words}{cite}", step.why, parent)
