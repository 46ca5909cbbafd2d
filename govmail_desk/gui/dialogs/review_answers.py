"""Answers to a review taken in: the files chosen or dropped, what each says, and the rows that need a look decided in place.

Here: `TakeInAnswersDialog`. Reading is `operations.review_answers`, done in a worker; nothing is written before the main act.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.domain.review_words import offered
from govmail_desk.gui.background import background_of
from govmail_desk.gui.desktop import desktop
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, runner_of
from govmail_desk.gui.tables.review_columns import AnswerFile, AnswerRow, answer_columns, file_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.review_answers import plan_answer, take_in_answers
from govmail_desk.operations.review_matching import UnknownSheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.review import Decision
    from govmail_desk.listings.review_pane import SheetProgress

SIZE: Final = QSize(1120, 0)
_NOT_CHOSEN: Final = ""


class TakeInAnswersDialog(Dialog):
    """Look at answers, then take them in."""

    def __init__(
        self, parent: QWidget, desk: Desk, sheets: Sequence[SheetProgress], paths: Sequence[Path] = ()
    ) -> None:
        super().__init__(parent, title=self.tr("Nhận phiếu trả lời"), main_words=self.tr("Nhận trả lời"), size=SIZE)
        self.desk = desk
        self._sheets = {sheet.id: sheet.unit for sheet in sheets}
        self.files: list[AnswerFile] = []
        self.chosen: dict[int, Decision] = {}
        self.file_table: ShortTable = ShortTable(RowsModel(file_columns()), name=self.tr("Các tệp trả lời"))
        self.row_table: ShortTable = ShortTable(RowsModel(answer_columns()), name=self.tr("Các dòng của tệp đang chọn"))
        self.remarks = WrappedLabel("", "soft", self.fields)
        self.decision = ChoiceField()
        self.department = ChoiceField([(None, self.tr("Theo dấu của phiếu")), *self._sheets.items()])
        self.by = TextField(hint=self.tr("Người của bộ phận trả lời"))
        self.on = DateField(desk.today(), desk.today())
        self.form = self._form()
        for part in (self.file_table, self.remarks):
            self.body.addWidget(part)
        self.body.addWidget(self.row_table, 1)
        self.body.addWidget(self.form)
        self.more_height = 3 * self.row_table.verticalHeader().defaultSectionSize()
        self.add_side_button(self.tr("Chọn tệp…"), self.choose_file)
        self.file_table.chosen.connect(self._show_file)
        self.row_table.chosen.connect(self._follow_row)
        self.decision.picked.connect(self._decide)
        self.department.picked.connect(self._read_as)
        self._show_files()
        self.read(paths)

    @property
    def has_typed(self) -> bool:
        """Rows decided here would be lost."""
        return bool(self.chosen)

    def choose_file(self) -> None:
        """Let the clerk choose an answer."""
        kind = self.tr("Phiếu trả lời (*.xlsx *.xls *.ods)")
        path = desktop().choose_file(self, title=self.tr("Chọn phiếu trả lời"), kind=kind)
        if path is not None:
            self.read([path])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in a worker, one after the other."""
        if paths:
            self.remarks.setText(self.tr("Đang đọc {} tệp…").format(len(paths)))
            self.remarks.show()
            work = partial(_read_all, self.desk, tuple(paths), None)
            background_of(self).start(work, self._take_files, self._tell_unread)

    def do(self) -> None:
        """Take in all that could be read."""
        plans = [one.plan for one in self.files if one.plan is not None]
        if not plans or not self.form.show_errors(self._errors()):
            return
        act = partial(
            take_in_answers, self.desk, plans, answered_by=self.by.typed(), on=self.on.day(), chosen=dict(self.chosen)
        )
        run(self, act, self.kept)

    # what was read

    def _take_files(self, found: list[AnswerFile]) -> None:
        known = {one.path for one in found}
        kept = [one for one in self.files if one.path not in known]
        self.files = [replace(one, id=place) for place, one in enumerate([*kept, *found], start=1)]
        self._show_files()
        if self.files:
            self.file_table.choose(self.files[len(kept)].id)

    def _tell_unread(self, failure: BaseException) -> None:
        self.remarks.setText("")
        runner_of(self).tell_failure(failure, self, self.choose_file)

    def _show_files(self) -> None:
        self.file_table.rows.show(RowSource.of(self.files))
        self.main_button.setEnabled(any(one.plan is not None for one in self.files))
        self._show_file()

    @property
    def _file(self) -> AnswerFile | None:
        wanted = self.file_table.chosen_ids
        return next((one for one in self.files if one.id in wanted), None)

    def _show_file(self, _ids: object = None) -> None:
        one = self._file
        self.form.rows["department"].setVisible(one is not None and (one.is_unknown or bool(self.department.choice())))
        if one is None:
            empty = self.tr("Chọn phiếu Excel bộ phận gửi lại, hoặc thả tệp vào trang Rà soát. Chưa có gì được ghi.")
            self.remarks.setText(empty)
            self.remarks.show()
            self.row_table.rows.show(RowSource.of([]))
            return
        said = ". ".join(one.plan.remarks) if one.plan is not None else one.refusal
        self.remarks.setText(said)
        self.remarks.setVisible(bool(said))
        self._show_rows(one)

    def _show_rows(self, one: AnswerFile) -> None:
        lines = one.plan.lines if one.plan is not None else ()
        rows = [
            AnswerRow(place, line, self.chosen.get(line.row.id) if line.row is not None else None)
            for place, line in enumerate(lines, start=1)
        ]
        before = self.row_table.chosen_ids
        self.row_table.rows.show(RowSource.of(rows))
        first = next((row.id for row in rows if row.line.outcome == "look" and row.chosen is None), 0)
        wanted = before[0] if before and before[0] <= len(rows) else first
        if rows:
            self.row_table.choose(wanted or rows[0].id)
        self._follow_row()

    # the row looked at

    @property
    def _row(self) -> AnswerRow | None:
        wanted = self.row_table.chosen_ids
        place = self.row_table.rows.place_of(wanted[0]) if wanted else None
        found: Any = self.row_table.rows.row_at(place) if place is not None else None
        return found if isinstance(found, AnswerRow) else None

    def _follow_row(self, _ids: object = None) -> None:
        """Offer what the row chosen may be decided."""
        row = self._row
        held = row.line.row if row is not None else None
        self.decision.setEnabled(held is not None)
        if row is None or held is None:
            self.decision.offer([(_NOT_CHOSEN, "")])
            return
        kinds = offered(is_mailbox=held.mailbox_id is not None)
        as_read: list[tuple[object, str]] = [(_NOT_CHOSEN, self.tr("Theo phiếu"))]
        self.decision.offer([*as_read, *((one, wording.DECISIONS[one]) for one in kinds)])
        self.decision.choose(row.chosen if row.chosen is not None else _NOT_CHOSEN)

    def _decide(self, decision: Any) -> None:
        """Decide the row chosen otherwise than the sheet says, or as it says."""
        row, one = self._row, self._file
        if row is None or row.line.row is None or one is None:
            return
        if decision == _NOT_CHOSEN:
            self.chosen.pop(row.line.row.id, None)
        else:
            self.chosen[row.line.row.id] = decision
        self._show_rows(one)

    def _read_as(self, sheet_id: Any) -> None:
        """Read the file chosen again, as the sheet of a department."""
        one = self._file
        if one is not None and sheet_id is not None:
            work = partial(_read_all, self.desk, (one.path,), sheet_id)
            background_of(self).start(work, self._take_files, self._tell_unread)

    def _errors(self) -> dict[str, str]:
        if self.on.day() is None:
            return {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy ghi ngày nhận trả lời.")}
        return {}

    def _form(self) -> Form:
        form = Form(self)
        form.add("department", self.tr("Phiếu này của bộ phận"), self.department)
        form.add("decision", self.tr("Dòng đang chọn ghi là"), self.decision)
        form.add("by", self.tr("Người trả lời"), self.by)
        form.add("on", self.tr("Nhận ngày"), self.on, is_needed=True)
        form.put_side_by_side("decision", "by", "on")
        return form


def _read_all(desk: Desk, paths: Sequence[Path], sheet_id: int | None) -> list[AnswerFile]:
    return [_read(desk, path, sheet_id) for path in paths]


def _read(desk: Desk, path: Path, sheet_id: int | None) -> AnswerFile:
    """Read one file; what stands in its way is told beside it and stops no other."""
    try:
        return AnswerFile(0, path, plan_answer(desk, path, sheet_id=sheet_id))
    except (RuleBroken, StoreUnavailable) as failure:
        return AnswerFile(0, path, None, failure.sentence, is_unknown=isinstance(failure, UnknownSheet))
