"""The pane of one request: what is asked, its files with editions, what comes next and by which rule, its frozen list row by row.

Here: `RequestPane`. What is offered at its foot are the acts of the page; the facts are read by `listings.requests`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from govmail_desk import wording
from govmail_desk.gui.look.days import whole_day
from govmail_desk.gui.look.flow import FlowLayout
from govmail_desk.gui.look.link_button import LinkButton
from govmail_desk.gui.look.marks import REQUEST_MARKS
from govmail_desk.gui.panes.pane import Pane
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.tables.request_columns import frozen_columns, subject
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.gui.parts.next_steps import NextStep
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.requests import FileRow, FrozenRow
    from govmail_desk.listings.requests import RequestPane as Facts

_MOST_LINES: Final = 8
_SEAL_LETTERS: Final = 12
_LETTERS_WIDE: Final = 58
"""Whole addresses of most provinces are read beside the names."""


class RequestPane(Pane):
    """Everything about one request."""

    opened = Signal(object)
    """A copy of this file is to be opened: its `FileRow`."""
    asked_for = Signal(str, object)
    """A mailbox of the list is wanted: the key of its page, and its id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đề nghị đang chọn"), parent)
        self.files: list[LinkButton] = []
        self.table: Table | None = None
        self._frozen: Sequence[FrozenRow] = ()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would stand here."""
        self._forget()
        self.begin(self.tr("Chưa chọn đề nghị"))
        self.say(self.tr("Chọn một dòng để xem danh sách đã chốt, giấy tờ và việc tiếp theo. Enter mở."))
        self.offer(())

    def show_request(self, facts: Facts, steps: Sequence[NextStep]) -> None:
        """Show one request."""
        self._forget()
        row = facts.row
        self.begin(subject(row), self.tr("Lập {}").format(whole_day(row.asked_on)))
        self.show_state(wording.REQUEST_STATES[row.state], REQUEST_MARKS[row.state])
        self.fact(self.tr("Số văn bản"), row.number)
        self.fact(self.tr("Hạn trả lời"), whole_day(row.due_on))
        self._tell_files(facts.files)
        self._tell_next(steps)
        self._tell_list(facts)
        self.head(self.tr("Lý do"))
        self.say(row.reason, "")

    def _forget(self) -> None:
        self.files, self.table = [], None

    def _tell_files(self, files: Sequence[FileRow]) -> None:
        self.head(self.tr("Giấy tờ"))
        line = QWidget()
        flow = FlowLayout(line)
        for kept in files:
            words = self.tr("{}, bản {}").format(wording.FILE_ROLES[kept.role], kept.edition)
            tip = self.tr("Mở bản sao của {}").format(kept.name)
            link = LinkButton(words, partial(self.opened.emit, kept), tip=tip)
            self.files.append(link)
            flow.addWidget(link)
        self.add(line)

    def _tell_list(self, facts: Facts) -> None:
        self.head(self.tr("Danh sách đã chốt ({} dòng)").format(len(facts.frozen)))
        self.table = Table(RowsModel(frozen_columns(), _source(facts.frozen)), name=self.tr("Danh sách đã chốt"))
        self._frozen = facts.frozen
        self.table.opened.connect(self._go_to)
        lines = min(len(facts.frozen), _MOST_LINES) + 1.5
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # else all rows are spread
        self.table.setFixedHeight(int(self.table.verticalHeader().defaultSectionSize() * lines))
        self.add(self.table)
        self.fact(self.tr("Mã chốt"), facts.selection_sha256[:_SEAL_LETTERS])

    def _tell_next(self, steps: Sequence[NextStep]) -> None:
        if steps:
            self.head(self.tr("Việc tiếp theo"))
        for step in steps:
            if step.why is None:
                self.say(step.words, "small")
            else:
                cite = f" ({step.why.cite})" if step.why.cite else ""
                self.add(RuleLine(f"{step.words}{cite}", step.why))

    def _go_to(self, position: int) -> None:
        row = next((row for row in self._frozen if row.position == position), None)
        if row is not None:
            self.asked_for.emit("mailboxes", row.mailbox_id)


def _source(frozen: Sequence[FrozenRow]) -> RowSource[FrozenRow]:
    by_position = {row.position: row for row in frozen}

    def ids(_order: Order) -> list[int]:
        return list(by_position)

    def rows(wanted: Sequence[int]) -> list[FrozenRow]:
        return [by_position[position] for position in wanted]

    return RowSource(ids, rows)
