"""The rows of an answer: each with its result, chosen for one or many rows at once by a key.

Here: `AnswerModel`, `AnswerTable`, `RowEditor` (result, address given, reason of the rows chosen). Recording it is
`gui.dialogs.answer_request`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import FormRow
from govmail_desk.gui.look.marks import RESULT_MARKS
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.listings.request_life import LifeRow
from govmail_desk.operations.request_answers import GRANTED, RowAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from govmail_desk.domain.request import RowResult
    from govmail_desk.gui.look.marks import Mark

RESULTS: Final[tuple[RowResult, ...]] = ("granted", "otherwise", "refused")
_BY_KEY: Final = {Qt.Key.Key_1: RESULTS[0], Qt.Key.Key_2: RESULTS[1], Qt.Key.Key_3: RESULTS[2]}


class AnswerModel(RowsModel[LifeRow]):
    """The rows that stand, and what was answered for each; all granted as asked at first."""

    answered = Signal()
    """Another answer stands for some row."""

    def __init__(self, rows: Sequence[LifeRow], parent: QObject | None = None) -> None:
        self.answers: dict[int, RowAnswer] = {}
        super().__init__(self._columns(), RowSource.of(rows), parent)

    def answer_of(self, position: int) -> RowAnswer:
        """Return what stands for a row."""
        return self.answers.get(position, GRANTED)

    def answer(self, answers: Mapping[int, RowAnswer]) -> None:
        """Set what was answered for some rows."""
        self.answers |= answers
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(self.columns) - 1))
        self.answered.emit()

    @property
    def given(self) -> dict[int, RowAnswer]:
        """The rows that were not simply granted."""
        return {position: answer for position, answer in self.answers.items() if answer != GRANTED}

    def _columns(self) -> list[Column[LifeRow]]:
        return [
            Column(key="position", title="STT", width=4, text=lambda row: str(row.position), is_right=True),
            Column(key="whom", title="Người, đơn vị", width=17, text=lambda row: row.whom),
            Column(key="address", title="Địa chỉ đề nghị", width=28, text=asked_address),
            Column(key="result", title="Kết quả", width=23, text=self._result, mark=self._mark),
            Column(key="told", title="Địa chỉ được cấp, lý do", width=20, text=self._told, grows=True),
        ]

    def _result(self, row: LifeRow) -> str:
        return wording.ROW_RESULTS[self.answer_of(row.position).result]

    def _mark(self, row: LifeRow) -> Mark | None:
        return RESULT_MARKS[self.answer_of(row.position).result]

    def _told(self, row: LifeRow) -> str:
        answer = self.answer_of(row.position)
        return " · ".join(filter(None, (answer.given_address, answer.note)))


class AnswerTable(ShortTable):
    """The table over it: 1, 2 and 3 set the result of the rows chosen, Space goes to the next result."""

    rows: AnswerModel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set a result by its key; the rest moves about."""
        chosen = self.chosen_ids
        if event.key() in _BY_KEY and chosen:
            self._set(_BY_KEY[Qt.Key(event.key())], chosen)
        elif event.key() == Qt.Key.Key_Space and chosen:
            now = self.rows.answer_of(chosen[0]).result
            self._set(RESULTS[(RESULTS.index(now) + 1) % len(RESULTS)], chosen)
        else:
            super().keyPressEvent(event)

    def _set(self, result: RowResult, positions: Sequence[int]) -> None:
        self.rows.answer({position: with_result(self.rows.answer_of(position), result) for position in positions})


class RowEditor(QWidget):
    """Result, address given and reason of the rows chosen in the table."""

    def __init__(self, table: AnswerTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._is_showing = False
        self.result = ChoiceField([(result, wording.ROW_RESULTS[result]) for result in RESULTS])
        self.address = TextField(hint=self.tr("Chỉ khi khác đề nghị"))
        self.note = TextField(hint=self.tr("Lý do, hoặc khác ở chỗ nào"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.WIDE)
        for words, field, share in (
            (self.tr("Kết quả của dòng đang chọn"), self.result, 3),
            (self.tr("Địa chỉ được cấp"), self.address, 4),
            (self.tr("Lý do, ghi chú"), self.note, 5),
        ):
            layout.addWidget(FormRow(words, field, parent=self), share, Qt.AlignmentFlag.AlignTop)
        self.result.picked.connect(self._take)
        self.address.textEdited.connect(self._take)
        self.note.textEdited.connect(self._take)
        table.chosen.connect(self.show_chosen)
        table.rows.answered.connect(self.show_chosen)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what stands for the first of the rows chosen."""
        chosen = self._table.chosen_ids
        self.setEnabled(bool(chosen))
        if self._is_showing:
            return
        answer = self._table.rows.answer_of(chosen[0]) if chosen else GRANTED
        self.result.choose(answer.result)
        for field, text in ((self.address, answer.given_address), (self.note, answer.note)):
            if field.typed() != text:
                field.setText(text)
        self._follow(answer.result)

    def _take(self) -> None:
        """Take what stands in the fields for every row chosen; an address belongs to one row alone."""
        result = next(result for result in RESULTS if result == self.result.choice())
        chosen = self._table.chosen_ids
        address = self.address.typed() if len(chosen) == 1 else ""
        self._is_showing = True
        self._table.rows.answer(
            dict.fromkeys(chosen, with_result(RowAnswer(result, address, self.note.typed()), result))
        )
        self._is_showing = False
        self._follow(result)

    def _follow(self, result: RowResult) -> None:
        self.address.setEnabled(result == "otherwise" and len(self._table.chosen_ids) == 1)
        self.note.setEnabled(result != "granted")


def with_result(answer: RowAnswer, result: RowResult) -> RowAnswer:
    """Give a row another result; what only the old one needed goes."""
    if result == "granted":
        return GRANTED
    return replace(answer, result=result, given_address=answer.given_address if result == "otherwise" else "")


def asked_address(row: LifeRow) -> str:
    """Say which address a row asks for: another one where a change asks for it, else its own."""
    return dict(row.wanted).get("address") or row.address
