"""Emptying private fields nobody needs any more, seen before it is done: whose, which fields, what stays; it is never taken back.

Here: the dialog over a plan. Whose they are is `operations.minimisation`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox

from govmail_desk.domain.minimising import counted
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.columns import Column
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.minimisation import minimise
from govmail_desk.regulations.privacy import privacy_law

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.minimising import Emptied, MinimisationPlan
    from govmail_desk.domain.privacy import PrivateField

FIELDS: Final[dict[PrivateField, str]] = {
    "birth_on": "ngày sinh",
    "phone": "số điện thoại riêng",
    "id_number": "số CCCD",
}


class MinimiseDialog(Dialog):
    """Says what emptying will do, and does it once the clerk has said that it cannot be taken back."""

    def __init__(self, parent: QWidget | None, desk: Desk, plan: MinimisationPlan) -> None:
        super().__init__(
            parent, title=self.tr("Bỏ dữ liệu riêng"), main_words=self.tr("Bỏ dữ liệu này"), size=QSize(820, 0)
        )
        self._desk = desk
        self._plan = plan
        self.sure = QCheckBox(self.tr("Tôi hiểu việc này không hoàn tác được"), self)
        self.lines: list[str] = []
        self.table: ShortTable | None = None
        self._tell()
        self.main_button.setEnabled(False)
        self.sure.toggled.connect(self._allow)

    def do(self) -> None:
        """Empty them."""
        runner_of(self).run(self, partial(minimise, self._desk, self._plan), self.kept, can_undo=False)

    def _allow(self, is_sure: bool) -> None:
        self.main_button.setEnabled(is_sure and bool(self._plan.people))

    def _tell(self) -> None:
        plan = self._plan
        if not plan.people:
            self._say(self.tr("Không có dữ liệu riêng nào cần bỏ"), "heading")
            self._tell_held()
            return
        self._say(_heading(plan), "heading")
        self._show_people()
        for said in effects(plan):
            self._say(f"• {said}", "")
        self._tell_held()
        self.body.addWidget(self.sure)

    def _show_people(self) -> None:
        source = RowSource.of(self._plan.people)
        self.table = ShortTable(RowsModel(_columns(), source), name=self.tr("Người được bỏ dữ liệu riêng"), parent=self)
        self.more_height = self.table.more_height
        self.body.addWidget(self.table, 1)

    def _tell_held(self) -> None:
        for held in self._plan.held:
            self._say(self.tr("Chưa bỏ của {}: {}.").format(held.full_name, ", ".join(held.why)), "soft")

    def _say(self, words: str, tone: str) -> None:
        self.lines.append(words)
        self.body.addWidget(WrappedLabel(words, tone, self))


def effects(plan: MinimisationPlan) -> Iterator[str]:
    """Say what goes, what stays, and that it is for good."""
    law = privacy_law()
    going = ((field, counted(plan.people, field)) for field in FIELDS)
    yield "Bỏ hẳn: " + ", ".join(f"{FIELDS[field]} của {count} người" for field, count in going if count) + "."
    yield "Vẫn giữ: họ tên, chức vụ, đơn vị, ghi chú, hộp thư và các ngày, nhật ký."
    if plan.request_count:
        yield f"Giấy tờ của {plan.request_count} đề nghị có tên họ vẫn như khi lập. {law.papers.sentence}"
    yield "Giá trị cũ cũng không đọc lại được từ nhật ký; nhật ký vẫn nguyên vẹn và kiểm tra được."
    yield "Bản sao lưu làm trước hôm nay vẫn còn dữ liệu này. Hãy bỏ các bản cũ khi đã có bản sao lưu mới."


def _heading(plan: MinimisationPlan) -> str:
    count = len(plan.people)
    if plan.scope == "id-numbers":
        return f"Bỏ số CCCD của {count} người khỏi sổ"
    return f"{count} người đã thôi việc, hộp thư đã đóng từ {plan.month_count} tháng trở lên"


def _columns() -> tuple[Column[Emptied], ...]:
    return (
        Column(key="name", title="Họ và tên", width=17, text=lambda one: one.full_name),
        Column(key="fields", title="Bỏ", width=24, text=_fields, grows=True),
        Column(key="closed", title="Hộp thư đóng", width=13, text=_closed),
        Column(key="unit", title="Đơn vị", width=18, text=lambda one: one.unit),
    )


def _closed(one: Emptied) -> str:
    return f"{one.closed_on:%d/%m/%Y}" if one.closed_on else "–"


def _fields(one: Emptied) -> str:
    return ", ".join(FIELDS[field] for field in one.fields)
