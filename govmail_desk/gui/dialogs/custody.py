"""Putting someone in charge of a unit (thủ trưởng) or of its mailbox (người theo dõi), from a day on.

Here: `CustodyDialog`. Recording someone's last day is `end_custody`; handing the mailbox over is a later room.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from govmail_desk import wording
from govmail_desk.domain.regulation import CUSTODY_ASSIGNED, CUSTODY_HEAD
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.rules.rule_line import RuleLine
from govmail_desk.gui.run import run
from govmail_desk.listings import people
from govmail_desk.operations.custodies import appoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.units import UnitRow


class CustodyDialog(Dialog):
    """Record a new head or custodian of a unit."""

    def __init__(self, parent: QWidget, desk: Desk, row: UnitRow) -> None:
        super().__init__(
            parent, title=self.tr("Giao phụ trách {}").format(row.name), main_words=self.tr("Ghi giao phụ trách")
        )
        self.desk = desk
        self.row = row
        self.role = ChoiceField([(role, wording.CUSTODY_ROLES[role]) for role in ("custodian", "head")])
        self.person = PersonField(partial(people.find, desk, limit=MOST_FOUND))
        self.on = DateField(desk.today(), desk.today())
        self.document = TextField(hint=self.tr("Số, ngày quyết định hoặc giấy ủy quyền"))
        self.form = self._form()
        self.body.addWidget(self.form)
        self._tell_rules()
        self.body.addStretch(1)
        self.role.picked.connect(self._follow)
        self._follow()

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._appoint, self.kept)

    def _appoint(self) -> Changes:
        person = self.person.person()
        role: Any = self.role.choice()
        assert person is not None
        return appoint(
            self.desk,
            unit_id=self.row.id,
            person_id=person.id,
            role=role,
            from_on=self.on.day(),
            document=self.document.typed(),
        )

    def _follow(self) -> None:
        said = {
            "head": self.tr("Thủ trưởng trước đó thôi phụ trách từ hôm trước ngày này."),
            "custodian": self.tr("Có thể giao cho nhiều người; người đang theo dõi vẫn giữ việc."),
        }
        self.form.rows["role"].show_hint(said[str(self.role.choice())])

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self.person.person() is None:
            errors["person"] = self.tr("Chưa chọn người. Hãy gõ tên rồi chọn trong danh sách hiện ra.")
        if self.on.day() is None:
            errors["on"] = self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày bắt đầu phụ trách.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("role", self.tr("Giao làm"), self.role)
        form.add("person", self.tr("Người được giao"), self.person, is_needed=True)
        form.add("on", self.tr("Từ ngày"), self.on, is_needed=True)
        form.add("document", self.tr("Văn bản"), self.document)
        return form

    def _tell_rules(self) -> None:
        regulation, today = self.desk.regulation(), self.desk.today()
        for key in (CUSTODY_HEAD, CUSTODY_ASSIGNED):
            provision = regulation.find(key, today)
            if provision is not None:
                self.body.addWidget(RuleLine.of(key, provision, regulation))
