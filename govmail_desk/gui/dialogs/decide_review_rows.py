"""The rows of one department in a review, each decided by hand as the department told it: by telephone, or on a signed paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.domain.review_words import offered
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.review_columns import row_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.listings.review_pane import sheet_rows
from govmail_desk.operations.review_answers import decide_rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.review import ReviewRow
    from govmail_desk.listings.review_pane import SheetProgress

SIZE: Final = QSize(1100, 0)


class DecideRowsDialog(Dialog):
    """Choose rows, say what was decided, write it; the dialog stays for the next."""

    def __init__(self, parent: QWidget, desk: Desk, sheet: SheetProgress, *, may_decide: bool) -> None:
        super().__init__(
            parent, title=self.tr("Trả lời của {}").format(sheet.unit), main_words=self.tr("Ghi quyết định"), size=SIZE
        )
        self.desk = desk
        self.sheet = sheet
        self.rows = sheet_rows(desk, sheet.id)
        self.table: ShortTable = ShortTable(
            RowsModel(row_columns(), RowSource.of(self.rows)), name=self.tr("Các dòng của phiếu")
        )
        self.decision = ChoiceField()
        self.note = TextField(hint=self.tr("Cần thay đổi gì, hủy vì sao"))
        self.by = TextField(sheet.answered_by, hint=self.tr("Người của bộ phận trả lời"))
        self.on = DateField(desk.today(), desk.today())
        self._note_shown = ""
        self.form = self._form()
        said = self.tr(
            "Chọn một hoặc nhiều dòng (Shift, Ctrl), chọn quyết định rồi ghi. Ghi “Chưa trả lời” là bỏ trả lời cũ."
        )
        self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form)
        self.more_height = self.table.more_height
        self.table.chosen.connect(self._follow_chosen)
        self.form.setVisible(may_decide)
        self.main_button.setVisible(may_decide)
        self.back_button.setText(self.tr("Đóng"))
        self.table.selectRow(self._first_open())
        self._follow_chosen()

    def do(self) -> None:
        """Write it for the rows chosen."""
        chosen = self.table.chosen_ids
        if not self.form.show_errors(self._errors(chosen)):
            return
        decision: Any = self.decision.choice()
        act = partial(
            decide_rows,
            self.desk,
            row_ids=chosen,
            decision=decision,
            note=self.note.typed(),
            answered_by=self.by.typed(),
            on=self.on.day(),
        )
        run(self, act, self._written)

    def _written(self, _changes: object) -> None:
        """Go on to the next row that waits."""
        self.rows = sheet_rows(self.desk, self.sheet.id)
        self.table.rows.show(RowSource.of(self.rows))
        self._note_shown = ""
        self.note.clear()
        self.table.selectRow(self._first_open())
        self.table.setFocus()

    @property
    def has_typed(self) -> bool:
        """Only a note not yet written would be lost."""
        return self.note.typed() != self._note_shown

    def _first_open(self) -> int:
        return next((place for place, row in enumerate(self.rows) if not row.decision), 0)

    def _follow_chosen(self, _ids: object = None) -> None:
        """Offer what the rows chosen can be decided, and show what stands."""
        rows = self._chosen()
        kinds = {row.mailbox_id is not None for row in rows}
        able = [one for one in offered(is_mailbox=True) if one in offered(is_mailbox=False)] if len(kinds) > 1 else []
        able = able or list(offered(is_mailbox=next(iter(kinds), True)))
        words = {"keep": self.tr("Không cấp")} if kinds == {False} else {}
        self.decision.offer([(one, words.get(one, wording.DECISIONS[one])) for one in (*able, "")])
        if rows:
            self.decision.choose(rows[0].decision or able[0])
            self._note_shown = rows[0].note if len(rows) == 1 else ""
            self.note.setText(self._note_shown)

    def _chosen(self) -> list[ReviewRow]:
        wanted = set(self.table.chosen_ids)
        return [row for row in self.rows if row.id in wanted]

    def _errors(self, chosen: list[int]) -> dict[str, str]:
        errors: dict[str, str] = {}
        if not chosen:
            errors["decision"] = self.tr("Chưa chọn dòng nào. Hãy chọn ít nhất một dòng trong bảng.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy ghi ngày bộ phận trả lời.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("decision", self.tr("Quyết định cho dòng đang chọn"), self.decision)
        form.add("note", self.tr("Ghi chú"), self.note)
        form.put_side_by_side("decision", "note")
        form.add("by", self.tr("Người trả lời"), self.by)
        form.add("on", self.tr("Trả lời ngày"), self.on, is_needed=True)
        form.put_side_by_side("by", "on")
        return form
