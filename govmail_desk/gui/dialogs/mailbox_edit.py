"""Correcting one mailbox: note, unit, holder, administrator or not. Its address never changes; its state is `mailbox_state`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.admin_account import AdminAccountBox
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.unit_tree import unit_choices
from govmail_desk.listings import people, units
from govmail_desk.operations.mailboxes import edit_mailbox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.mailbox import Mailbox


class MailboxEditDialog(Dialog):
    """Correct a mailbox as the clerk saw it; a correction made elsewhere meanwhile is not overwritten."""

    def __init__(self, parent: QWidget, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(
            parent,
            title=self.tr("Sửa hộp thư {}").format(mailbox.address),
            main_words=self.tr("Lưu thông tin hộp thư"),
        )
        self.desk = desk
        self.mailbox = mailbox
        self.note = LongTextField(mailbox.note, lines=3)
        self.unit = ChoiceField(unit_choices(units.tree(desk), keeping=mailbox.unit_id))
        self.unit.choose(mailbox.unit_id)
        self.person = PersonField(partial(people.find, desk, limit=MOST_FOUND))
        self.form = Form(self)
        self.form.add("note", self.tr("Ghi chú"), self.note)
        self.form.add("unit", self.tr("Đơn vị"), self.unit)
        if mailbox.kind == "personal":
            self._show_holder()
        self.admin = AdminAccountBox(desk, self.fields, is_admin=mailbox.is_admin)
        self.form.add("is_admin", self.tr("Quản trị"), self.admin, hint=self.admin.hint)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.note.setFocus()

    def do(self) -> None:
        """Save the corrections."""
        if self.form.show_errors(self._errors()):
            run(self, self._edit, self.kept)

    def _show_holder(self) -> None:
        if self.mailbox.holder_id is not None:
            (holder,) = people.page(self.desk, [self.mailbox.holder_id])
            self.person.show_person(holder)
        self.form.add("person", self.tr("Người được cấp"), self.person)

    def _errors(self) -> dict[str, str]:
        if self.mailbox.kind == "personal" and self.person.line.text() and self.person.person() is None:
            return {"person": self.tr("Tên này chưa chọn ai trong sổ. Hãy chọn trong danh sách, hoặc xóa trống ô này.")}
        return {}

    def _edit(self) -> Changes:
        unit_id, holder = self.unit.choice(), self.person.person()
        assert isinstance(unit_id, int)
        return edit_mailbox(
            self.desk,
            mailbox=self.mailbox,
            note=self.note.typed(),
            unit_id=unit_id,
            holder_id=holder.id if holder else None,
            is_admin=self.admin.isChecked(),
        )
