"""The mailboxes of another unit as its packages tell of them: searched as one types, any number of them. Only looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.tables.office_columns import mailbox_columns
from govmail_desk.gui.tables.rows_model import RowsModel, RowSource
from govmail_desk.gui.tables.table import Table
from govmail_desk.listings import office_mailboxes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.offices import OfficeRow

_SIZE: Final = QSize(1100, 560)


class OfficeMailboxesDialog(Dialog):
    """The table, and a line to search it by."""

    def __init__(self, parent: QWidget, desk: Desk, row: OfficeRow) -> None:
        super().__init__(
            parent,
            title=self.tr("Hộp thư của {}").format(row.name),
            main_words=self.tr("Đóng"),
            has_back=False,
            size=_SIZE,
        )
        self.desk = desk
        self.row = row
        self.search = SearchField(self.tr("Tìm theo địa chỉ, người, chức vụ"), self)
        not_an_input(self.search)
        self.table = Table(RowsModel(mailbox_columns()), name=self.tr("Hộp thư của đơn vị"), parent=self)
        self.counted = WrappedLabel("", "soft", self)
        self.body.addWidget(self.search)
        self.body.addWidget(self.counted)
        self.body.addWidget(self.table, 1)
        self.search.textChanged.connect(self._show)
        self._show()

    def do(self) -> None:
        """Close it."""
        self.accept()

    def _show(self) -> None:
        self.table.rows.show(RowSource(self._ids, partial(office_mailboxes.page, self.desk)))
        day = f"{self.row.as_of_on:%d/%m/%Y}" if self.row.as_of_on else ""
        said = self.tr("{} hộp thư, theo gói chốt đến {}.").format(self.table.rows.rowCount(), day)
        self.counted.setText(said)

    def _ids(self, _order: Order) -> Sequence[int]:
        return office_mailboxes.ids(self.desk, self.row.id, search=self.search.text())
