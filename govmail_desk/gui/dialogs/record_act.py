"""Recording what was done with mailboxes: passwords changed, used, old mail cleaned out; on which day, by whom, for which of them.

Here: `RecordActDialog`. A line of Hôm nay about one mailbox is recorded at once without it (`gui.parts.due_acts`); states are
`gui.dialogs.mailbox_state`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QSize

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.mailbox_acts import record_act

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import ActKind

SIZE: Final = QSize(640, 0)
TITLES: Final[dict[ActKind, str]] = {
    "password-changed": "Ghi đã đổi mật khẩu",
    "used": "Ghi có sử dụng hộp thư",
    "reason-told": "Ghi đã báo lý do không sử dụng",
    "notice": "Ghi nhận thông báo tạm dừng",
    "cleaned": "Ghi đã dọn thư cũ",
}
HINTS: Final[dict[ActKind, str]] = {
    "password-changed": "Chỉ ghi là đã đổi và ngày đổi; không bao giờ ghi mật khẩu.",
    "reason-told": "Ghi lý do đã báo cho nơi quản lý, ví dụ: nghỉ thai sản đến tháng 6.",
}


class Recorded(NamedTuple):
    """A mailbox it may be recorded for."""

    id: int
    name: str


class RecordActDialog(Dialog):
    """Say for which mailboxes, when, and who did it."""

    def __init__(
        self, parent: QWidget, desk: Desk, *, kind: ActKind, mailboxes: Sequence[Recorded], title: str = ""
    ) -> None:
        super().__init__(parent, title=TITLES[kind], main_words=self.tr("Ghi vào sổ"), size=SIZE)
        self.desk = desk
        self._kind = kind
        columns = [Column[Recorded](key="name", title=self.tr("Hộp thư"), width=40, text=_name, grows=True)]
        self.table = ShortTable(
            RowsModel(columns, RowSource.of(mailboxes)), name=self.tr("Các hộp thư"), parent=self.fields
        )
        self.more_height = self.table.more_height
        self.on = DateField(desk.today(), desk.today())
        self.by = TextField(hint=self.tr("Để trống nếu là {}").format(desk.person))
        self.note = LongTextField(lines=2)
        self.form = Form(self)
        self.form.add("on", self.tr("Ngày làm"), self.on, is_needed=True)
        self.form.add("by", self.tr("Người làm"), self.by)
        self.form.put_side_by_side("on", "by")
        self.form.add("note", self.tr("Ghi chú"), self.note, hint=HINTS.get(kind, ""))
        self._stack_parts(title, is_choice=len(mailboxes) > 1)
        self.table.chosen.connect(self._tell_count)
        self.table.selectAll()
        self._tell_count()

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        missing = {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày việc đã làm.")}
        if self.form.show_errors(missing) and on is not None:
            chosen, by, note = self.table.chosen_ids, self.by.typed(), self.note.typed()
            act = partial(record_act, self.desk, kind=self._kind, mailbox_ids=chosen, on=on, by=by, note=note)
            run(self, act, self.kept)

    def _tell_count(self) -> None:
        count = len(self.table.chosen_ids)
        self.main_button.setText(self.tr("Ghi {} hộp thư").format(count) if count else self.tr("Ghi vào sổ"))
        self.main_button.setAccessibleName(self.main_button.text())
        self.main_button.setEnabled(bool(count))

    def _stack_parts(self, title: str, *, is_choice: bool) -> None:
        if title:
            self.body.addWidget(WrappedLabel(title, parent=self.fields))
        if is_choice:
            said = self.tr("Đang chọn tất cả; bấm giữ Ctrl rồi bấm vào dòng nào chưa làm để bỏ ra.")
            self.body.addWidget(WrappedLabel(said, tone="soft", parent=self.fields))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form)


def _name(row: Recorded) -> str:
    return row.name
