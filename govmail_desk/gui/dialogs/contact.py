"""Whom the operator may ask about a request: the one line a letter prints, written without the rest of the letterhead."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.settings import Letterhead
from govmail_desk.gui.dialogs.setting import SettingDialog
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.run import run
from govmail_desk.operations.settings import set_letterhead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk


class ContactDialog(SettingDialog):
    """Set the contact that letters print."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(
            parent, desk, title=self.tr("Người liên hệ trong công văn"), main_words=self.tr("Lưu người liên hệ")
        )
        known = desk.valid(Letterhead, self.today)
        hint = self.tr("ví dụ: bà Lê Thị Mỹ Hạnh, Chánh Văn phòng, điện thoại 0229 3871 234")
        self.contact_field = TextField(known.contact if known else "", hint=hint)
        self.form.add("contact", self.tr("Họ tên, chức vụ, điện thoại"), self.contact_field, is_needed=True)
        self.ask_from()

    def do(self) -> None:
        """Keep it."""
        if self.is_filled({"contact": self.tr("Chưa có người liên hệ. Hãy gõ họ tên, chức vụ và điện thoại.")}):
            run(self, partial(_set_contact, self.desk, self.contact_field.typed(), self), self.kept)


def _set_contact(desk: Desk, contact: str, dialog: ContactDialog) -> Changes:
    from_on = dialog.from_on()
    standing = desk.valid(Letterhead, from_on)
    if standing is None:
        raise RuleBroken("Chưa có thể thức văn bản. Hãy đặt thể thức ở trang Thiết lập rồi ghi người liên hệ.")
    return set_letterhead(desk, letterhead=replace(standing, id=0, version=0, from_on=from_on, contact=contact))
