"""The checklist of a handover in its pane: each line with its article, what was told of it, and what can be done with it.

Here: `HandoverItems`. What a button does is `gui.parts.handover_acts`; the lines are `listings.handovers`.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import ITEM_MARKS, SIDE, draw_mark
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.checklist_words import asks_more, item_title, item_why, told_of
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.wording import ITEM_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.listings.handovers import ItemLine


class HandoverItems(QWidget):
    """The lines, group by group."""

    done_asked = Signal(object)
    """It was done: the `ItemLine`."""
    told_asked = Signal(object)
    """It was done, and more is to be told of it than that, or told otherwise: the `ItemLine`."""
    passed_asked = Signal(object)
    """It does not apply here: the `ItemLine`."""
    reopened_asked = Signal(object)
    """It was not done after all: the `ItemLine`."""

    def __init__(self, lines: Sequence[ItemLine], *, may_settle: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_settle = may_settle
        self.buttons: dict[str, list[LinkButton]] = {}
        """What can be done with each line, by its key."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(Space.TIGHT)
        self._grid.setColumnStretch(1, 1)
        for group, alike in groupby(lines, key=lambda line: line.rule.group):
            self._head(group, list(alike))

    def _head(self, group: str, lines: Sequence[ItemLine]) -> None:
        settled = sum(line.item.state != "open" for line in lines)
        head = WrappedLabel(f"{group} ({settled}/{len(lines)})", "label", self)
        head.setContentsMargins(0, Space.NEAR, 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)
        for line in lines:
            self._tell(line)

    def _tell(self, line: ItemLine) -> None:
        row = self._grid.rowCount()
        mark = QLabel(self)
        draw_mark(mark, ITEM_MARKS[line.item.state])
        mark.setFixedSize(SIDE, self.fontMetrics().height() + Space.NEAR)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(RuleLine(item_title(line), item_why(line), self, tone=""))
        acts = QHBoxLayout()
        acts.setSpacing(Space.USUAL)
        said = told_of(line)
        if said == ITEM_STATES["open"] and self._may_settle:
            acts.addWidget(self._state(said))
        else:
            words.addWidget(WrappedLabel(said, "small", self))
        for button in self._made(line) if self._may_settle else ():
            acts.addWidget(button)
        acts.addStretch(1)
        words.addLayout(acts)
        self._grid.addLayout(words, row, 1)

    def _state(self, said: str) -> QLabel:
        """Say beside what can be done with it that a line is open and has no more to tell yet."""
        state = QLabel(said, self)
        state.setProperty("tone", "small")
        return state

    def _made(self, line: ItemLine) -> list[LinkButton]:
        if line.item.state == "open":
            offered = (
                (self.tr("Đã làm…") if asks_more(line) else self.tr("Đã làm"), self.done_asked),
                (self.tr("Không áp dụng…"), self.passed_asked),
            )
        else:
            offered = ((self.tr("Ghi thêm…"), self.told_asked), (self.tr("Đưa về chưa làm"), self.reopened_asked))
        buttons = [LinkButton(words, partial(signal.emit, line), self) for words, signal in offered]
        for button in buttons:
            button.setAccessibleName(f"{button.words.rstrip('…')}: {line.rule.title}")
        self.buttons[line.key] = buttons
        return buttons
