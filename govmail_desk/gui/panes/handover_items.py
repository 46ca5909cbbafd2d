"""The checklist of a handover in its pane: each line with its article, what was told of it, and what can be done with it.

Here: `HandoverItems`. What a button does is `gui.parts.handover_acts`; the lines are `listings.handovers`.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import ITEM_MARKS, SIDE, draw_mark
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.rules.checklist_words import asks_more, item_title, item_why, told_of
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.wording import ITEM_STATES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from govmail_desk.listings.handovers import ItemLine

_LETTERS_FOR_ONE_LINE: Final = 72
"""From so many on, what can be done with a line stands beside it, else below."""


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
        self.rows: dict[str, RuleLine] = {}
        """What each line says, by its key."""
        self.open_required = tuple(one.key for one in lines if one.item.is_required and one.item.state == "open")
        self._lines: list[QBoxLayout] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.NEAR)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        for group, alike in groupby(lines, key=lambda line: line.rule.group):
            self._head(group, list(alike))

    def _head(self, group: str, lines: Sequence[ItemLine]) -> None:
        settled = sum(line.item.state != "open" for line in lines)
        head = WrappedLabel(f"{group} ({settled}/{len(lines)})", "label", self)
        head.setContentsMargins(0, Space.TIGHT, 0, 0)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 2)
        for line in lines:
            self._tell(line)

    def _tell(self, line: ItemLine) -> None:
        row = self._grid.rowCount()
        mark = QLabel(self)
        draw_mark(mark, ITEM_MARKS[line.item.state])
        mark.setFixedSize(SIDE, self.fontMetrics().height() + Space.NEAR)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.setSpacing(0)
        words.addLayout(self._told(line), 1)
        words.addLayout(self._acts(line))
        self._lines.append(words)
        self._grid.addLayout(words, row, 1)

    def _told(self, line: ItemLine) -> QVBoxLayout:
        """Say what is to be done and, in small letters in the same lines, what was done; an open line says so by what can be done."""
        said, is_open = told_of(line), line.item.state == "open"
        words = item_title(line) if is_open else f"{item_title(line)}. {said}"
        self.rows[line.key] = RuleLine(words, item_why(line), self, tone="" if is_open else "small")
        told = QVBoxLayout()
        told.addWidget(self.rows[line.key])
        if is_open and not (self._may_settle and said == ITEM_STATES["open"]):
            told.addWidget(WrappedLabel(said, "small", self))
        return told

    def _acts(self, line: ItemLine) -> QHBoxLayout:
        acts = QHBoxLayout()
        acts.setSpacing(Space.USUAL)
        acts.setContentsMargins(0, Space.HAIR, 0, 0)
        for button in self._made(line) if self._may_settle else ():
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        acts.addStretch(0)
        return acts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what can be done beside each line where there is room."""
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_FOR_ONE_LINE
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        for line in self._lines:
            line.setSpacing(Space.USUAL if is_wide else 0)
            line.setDirection(way)

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
