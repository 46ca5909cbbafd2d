"""Giving a unit its new name from a day on; papers dated before keep the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.run import run
from govmail_desk.operations.units import rename_unit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.units import UnitRow


class RenameUnitDialog(Dialog):
    """Record a unit's new name."""

    def __init__(self, parent: QWidget, desk: Desk, row: UnitRow) -> None:
        super().__init__(parent, title=self.tr("Đổi tên {}").format(row.name), main_words=self.tr("Đổi tên đơn vị"))
        self.desk = desk
        self.row = row
        self.name = TextField()
        self.on = DateField(desk.today(), desk.today())
        self.document = TextField(hint=self.tr("Số, ngày quyết định đổi tên"))
        self.form = Form(self)
        now = self.tr("Tên hiện nay: {}. Văn bản ghi ngày trước đó vẫn in tên này.").format(row.name)
        self.form.add("name", self.tr("Tên mới"), self.name, is_needed=True, hint=now)
        self.form.add("on", self.tr("Từ ngày"), self.on, is_needed=True)
        self.form.add("document", self.tr("Văn bản"), self.document)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._rename, self.kept)

    def _rename(self) -> Changes:
        on = self.on.day()
        assert on is not None
        return rename_unit(
            self.desk, unit_id=self.row.id, name=self.name.typed(), from_on=on, document=self.document.typed()
        )

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if not self.name.typed():
            errors["name"] = self.tr("Chưa có tên mới. Hãy gõ tên đầy đủ như trong quyết định.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày tên mới có hiệu lực.")
        return errors
