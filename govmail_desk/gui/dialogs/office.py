"""A unit whose packages are awaited: its name, the mailbox it is written to, a note; a new one, or corrected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.fields import LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.operations.offices import add_office, edit_office

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.exchange import Office


class OfficeDialog(Dialog):
    """Add a unit, or correct one."""

    made = Signal(object)
    """A unit was added: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, office: Office | None = None) -> None:
        title = self.tr("Sửa đơn vị gửi gói") if office else self.tr("Thêm đơn vị gửi gói")
        super().__init__(parent, title=title, main_words=self.tr("Ghi") if office else self.tr("Thêm đơn vị này"))
        self.desk = desk
        self.office = office
        self.name = TextField(office.name if office else "")
        self.address = TextField(office.address if office else "")
        self.note = LongTextField(office.note if office else "", lines=2)
        self.form = Form(self)
        self.form.add("name", self.tr("Tên đơn vị"), self.name, is_needed=True)
        self.form.add(
            "address", self.tr("Hộp thư của đơn vị"), self.address, hint=self.tr("Để gửi thư khi đơn vị chậm")
        )
        self.form.add("note", self.tr("Ghi chú"), self.note)
        said = self.tr(
            "Gói đầu tiên của đơn vị sẽ tự nhận ra đơn vị này theo hộp thư, hoặc theo tên khi chưa ghi hộp thư."
        )
        if office is None:
            self.body.addWidget(WrappedLabel(said, "soft", self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Write it."""
        name, address, note = self.name.typed(), self.address.typed(), self.note.typed()
        if not self.form.show_errors({} if name else {"name": self.tr("Hãy gõ tên đơn vị.")}):
            return
        if self.office is None:
            run(self, partial(add_office, self.desk, name=name, address=address, note=note), self._added)
        else:
            edit = partial(edit_office, self.desk, office=self.office, name=name, address=address, note=note)
            run(self, edit, self.kept)

    def _added(self, changes: Changes) -> None:
        self.kept(changes)
        self.made.emit(changes)
