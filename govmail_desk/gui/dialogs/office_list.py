"""A list of awaited units from a sheet: what each row would become, then taken in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.documents import spreadsheet
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run, runner_of
from govmail_desk.gui.tables.office_columns import ListedLine, listed_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.short_table import ShortTable
from govmail_desk.operations.office_lists import OfficesPlan, outcomes, plan_offices, take_in_offices

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

_SIZE: Final = QSize(860, 0)
_SAID: Final = {
    "new": "{} đơn vị mới",
    "changed": "{} thay đổi",
    "same": "{} đã có",
    "doubtful": "{} cần xem, không nhập",
}


class OfficeListDialog(Dialog):
    """The list before it is taken in."""

    def __init__(self, parent: QWidget, desk: Desk, path: Path) -> None:
        super().__init__(
            parent,
            title=self.tr("Nhập danh sách đơn vị: {}").format(path.name),
            main_words=self.tr("Nhập danh sách này"),
            size=_SIZE,
        )
        self.desk = desk
        self.path = path
        self.plan: OfficesPlan | None = None
        self.said = WrappedLabel(self.tr("Đang đọc tệp…"), "soft", self)
        self.table = ShortTable(RowsModel(listed_columns()), name=self.tr("Đơn vị trong danh sách"), parent=self)
        self.body.addWidget(self.said)
        self.body.addWidget(self.table, 1)
        self.main_button.setEnabled(False)
        self._latest = Latest(background_of(self), self)
        self._read()

    def do(self) -> None:
        """Write what was shown."""
        if self.plan is not None:
            run(self, partial(take_in_offices, self.desk, self.plan), self.kept)

    def _read(self) -> None:
        self._latest.ask(partial(_planned, self.desk, self.path), self._show, self._tell_unread)

    def _show(self, plan: OfficesPlan) -> None:
        self.plan = plan
        told = [_SAID[fate].format(count) for fate, count in outcomes(plan) if count]
        self.said.setText(", ".join(told) + "." if told else self.tr("Danh sách không có đơn vị nào."))
        self.table.rows.show(RowSource.of(ListedLine(place, row) for place, row in enumerate(plan.rows, start=1)))
        self.more_height = self.table.more_height
        self.main_button.setEnabled(bool(plan.of("new", "changed")))
        if self.isVisible():
            self._grow()

    def _tell_unread(self, failure: BaseException) -> None:
        self.said.setText(self.tr("Chưa có gì được ghi."))
        runner_of(self).tell_failure(failure, self, self._read)


def _planned(desk: Desk, path: Path) -> OfficesPlan:
    return plan_offices(desk, spreadsheet.read(path))
