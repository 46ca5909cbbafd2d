"""Bringing an answer into the register: first what will change, mailbox by mailbox, then all of it in one act.

Here: `ApplyAnswerDialog`. What is shown is the act itself, done and let go again (`operations.request_rehearsal`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.marks import RESULT_MARKS
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.request_columns import subject
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.listings import people, units
from govmail_desk.operations.request_answers import apply_answer
from govmail_desk.regulations.follow_ups import rule_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import Mailbox
    from govmail_desk.listings.request_life import Life, LifeRow
    from govmail_desk.listings.requests import RequestListRow
    from govmail_desk.operations.request_rehearsal import Rehearsal

SIZE: Final = QSize(1260, 0)
"""A new address and a new state are read whole in one line on the smallest screen."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the answer, and what the register will say of its mailbox."""

    row: LifeRow
    told: str

    @property
    def id(self) -> int:
        """Its number on the list."""
        return self.row.position


class ApplyAnswerDialog(Dialog):
    """Look, then bring it in."""

    def __init__(self, parent: QWidget, desk: Desk, row: RequestListRow, life: Life, rehearsal: Rehearsal) -> None:
        super().__init__(
            parent,
            title=self.tr("Cập nhật sổ: {}").format(subject(row)),
            main_words=self.tr("Cập nhật sổ"),
            size=SIZE,
        )
        self.desk = desk
        self.row = row
        self.outcomes = _outcomes(desk, life, rehearsal)
        self.table = ShortTable(
            RowsModel(_columns(), RowSource.of(self.outcomes)), name=self.tr("Sổ sẽ ghi"), parent=self.fields
        )
        self.more_height = self.table.more_height
        said = self.tr("Chưa có gì được ghi. Khi bấm “Cập nhật sổ”, mọi dòng dưới đây được ghi cùng một lần.")
        self.body.addWidget(WrappedLabel(said, parent=self.fields))
        self.body.addWidget(self.table, 1)
        for words in _follow_up_words(rehearsal):
            self.body.addWidget(WrappedLabel(words, "small", self.fields))

    def showEvent(self, event: QShowEvent) -> None:
        """There is nothing to type: Enter brings it in."""
        super().showEvent(event)
        self.main_button.setFocus()

    def do(self) -> None:
        """Bring it in."""
        run(self, partial(apply_answer, self.desk, request_id=self.row.id), self.kept)


def _outcomes(desk: Desk, life: Life, rehearsal: Rehearsal) -> list[Outcome]:
    names = _names(desk, rehearsal)
    return [
        Outcome(row, "; ".join(_told(before, after, names)) or "không có gì thay đổi")
        for row, (before, after) in zip(life.rows, rehearsal.mailboxes, strict=True)
    ]


def _told(before: Mailbox, after: Mailbox, names: Callable[[str, int | None], str]) -> Iterator[str]:
    if before.address != after.address:
        yield f"địa chỉ thành {after.address}"
    if before.state != after.state:
        yield f"{wording.MAILBOX_STATES[after.state].lower()} từ {after.since:%d/%m/%Y}"
    if before.holder_id != after.holder_id:
        yield f"người được cấp thành {names('holder', after.holder_id)}"
    if before.unit_id != after.unit_id:
        yield f"đơn vị thành {names('unit', after.unit_id)}"


def _names(desk: Desk, rehearsal: Rehearsal) -> Callable[[str, int | None], str]:
    """Name the people and units that mailboxes go to."""
    holders = {after.holder_id for before, after in rehearsal.mailboxes if before.holder_id != after.holder_id}
    moved = any(before.unit_id != after.unit_id for before, after in rehearsal.mailboxes)
    known = {("holder", row.id): row.full_name for row in people.page(desk, [one for one in holders if one])}
    if moved:
        known |= {("unit", row.id): row.name for row in units.tree(desk)}
    return lambda kind, number: known.get((kind, number or 0), "không còn ai")


def _follow_up_words(rehearsal: Rehearsal) -> Iterator[str]:
    if not rehearsal.follow_ups:
        return
    counted = Counter(rule_of(one.kind, one.after).title for one in rehearsal.follow_ups)
    yield "Việc kèm theo sẽ được nhắc ở trang Hôm nay:"
    for title, count in counted.items():
        yield f"• {title} ({count} hộp thư)"


def _columns() -> list[Column[Outcome]]:
    return [
        Column(key="position", title="STT", width=4, text=lambda one: str(one.row.position), is_right=True),
        Column(key="whom", title="Người, đơn vị", width=17, text=lambda one: one.row.whom),
        Column(key="address", title="Địa chỉ trong sổ", width=31, text=lambda one: one.row.address),
        Column(
            key="result",
            title="Trả lời",
            width=25,
            text=lambda one: wording.ROW_RESULTS[one.row.result],
            mark=lambda one: RESULT_MARKS[one.row.result],
        ),
        Column(key="told", title="Sổ sẽ ghi", width=26, text=lambda one: one.told, grows=True),
    ]
