"""Who looked after a unit's mailboxes on a day that is typed in: one answer for each mailbox, be it nobody.

Here: `AnswerOnDay`. The answer is `listings.custodies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date


class AnswerOnDay(QWidget):
    """A day and its answer."""

    def __init__(self, today: date, answer: Callable[[date], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer = answer
        self.on = DateField(today, today, self)
        self.on.setAccessibleName(self.tr("Ai phụ trách ngày"))
        self.on.leave_weekday_out()
        self.said = WrappedLabel("", parent=self)
        words = QLabel(self.tr("Ai phụ trách ngày"), self)
        words.setProperty("tone", "small")
        words.setBuddy(self.on)
        line = QHBoxLayout()
        line.setSpacing(Space.NEAR)
        line.addWidget(words)
        line.addWidget(self.on)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.TIGHT, 0, 0)
        layout.setSpacing(Space.TIGHT)
        layout.addLayout(line)
        layout.addWidget(self.said)
        self.on.day_changed.connect(self._tell)
        self._tell()

    def _tell(self, _day: object = None) -> None:
        on = self.on.day()
        told = "\n".join(self._answer(on)) if on is not None else self.on.problem() or self.tr("Hãy gõ một ngày.")
        self.said.setText(told)
        self.said.setAccessibleName(told)
