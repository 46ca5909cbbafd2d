"""Withdrawing some rows of a request before it is answered, with the reason; its made papers stay as they are.

Here: `WithdrawRowsDialog`. Giving the whole request up is `gui.dialogs.end_request`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.request_columns import life_columns, subject
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.request_withdrawals import withdraw_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.request_life import Life
    from govmail_desk.listings.requests import RequestListRow

SIZE: Final = QSize(720, 0)


class WithdrawRowsDialog(Dialog):
    """Choose the rows, say why."""

    def __init__(
        self, parent: QWidget, desk: Desk, row: RequestListRow, life: Life, *, positions: Sequence[int] = ()
    ) -> None:
        super().__init__(
            parent, title=self.tr("Rút bớt dòng: {}").format(subject(row)), main_words=self.tr("Rút dòng"), size=SIZE
        )
        self.desk = desk
        self.row = row
        self.table = ShortTable(
            RowsModel(life_columns(life.standing), RowSource.of(life.standing)),
            name=self.tr("Các dòng"),
            parent=self.fields,
        )
        self.more_height = self.table.more_height
        self.on = DateField(desk.today(), desk.today())
        self.reason = LongTextField(lines=2, hint=self.tr("Ví dụ: đã chuyển công tác, không cần hộp thư nữa"))
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày rút"), self.on, is_needed=True)
        self.form.add("reason", self.tr("Lý do"), self.reason, is_needed=True)
        said = self.tr("Chọn các dòng cần rút (Ctrl hoặc Shift để chọn nhiều). Giấy tờ đã lập giữ nguyên.")
        for part in (WrappedLabel(said, parent=self.fields), self.table, self.form):
            self.body.addWidget(part, int(part is self.table))
        self.table.chosen.connect(self._tell_count)
        if positions:
            self.table.choose(positions[0])
        self.table.setFocus()
        self._tell_count()

    def do(self) -> None:
        """Withdraw them."""
        errors = {}
        if not self.reason.typed():
            errors["reason"] = self.tr("Chưa có lý do. Hãy ghi vì sao, để người xem sổ sau này hiểu.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày rút.")
        if self.form.show_errors(errors):
            run(self, self._withdraw, self.kept)

    def _withdraw(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return withdraw_rows(
            self.desk, request_id=self.row.id, positions=self.table.chosen_ids, on=on, reason=self.reason.typed()
        )

    def _tell_count(self) -> None:
        count = len(self.table.chosen_ids)
        self.main_button.setText(self.tr("Rút {} dòng").format(count) if count else self.tr("Rút dòng"))
        self.main_button.setAccessibleName(self.main_button.text())
        self.main_button.setEnabled(bool(count))
