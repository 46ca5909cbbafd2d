"""Putting someone in charge of a unit (thủ trưởng) or of its mailbox (người theo dõi), from a day on.

Here: `CustodyDialog`. Recording someone's last day is `end_custody`, standing in and leading `cover`, handing the mailbox over
`open_handover`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

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
from govmail_desk.listings.unit_mailboxes import with_mailboxes
from govmail_desk.operations.custodies import appoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.units import UnitRow

_ONE_MAILBOX: Final = 2
"""How much there is to choose from where a unit has one mailbox: all of them, or that one."""


class CustodyDialog(Dialog):
    """Record a new head or custodian of a unit."""

    appointed = Signal(object)
    """They are in charge: the `Changes`, which tell of a handover that was opened with it."""
    head_appointed = Signal(int)
    """They head the unit: the number of the person, whose post may be another one now."""

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
        self.mailbox = ChoiceField(self._mailboxes())
        self.lead = QCheckBox(self.tr("Phụ trách chính"))
        self.lead.setAccessibleName(self.lead.text())
        self.form = self._form()
        self.body.addWidget(self.form)
        self.body.addWidget(self.lead)
        self._tell_rules()
        self.body.addStretch(1)
        self.role.picked.connect(self._follow)
        self._follow()

    def do(self) -> None:
        """Record it."""
        if self.form.show_errors(self._errors()):
            run(self, self._appoint, self._appointed)

    def _appoint(self) -> Changes:
        person = self.person.person()
        role: Any = self.role.choice()
        mailbox_id: Any = self.mailbox.choice()
        assert person is not None
        return appoint(
            self.desk,
            unit_id=self.row.id,
            person_id=person.id,
            role=role,
            from_on=self.on.day(),
            document=self.document.typed(),
            mailbox_id=mailbox_id,
            is_lead=self.lead.isChecked(),
        )

    def _appointed(self, changes: Changes) -> None:
        self.kept()
        self.appointed.emit(changes)
        person = self.person.person()
        if self.role.choice() == "head" and person is not None:
            self.head_appointed.emit(person.id)

    def _mailboxes(self) -> list[tuple[int | None, str]]:
        """Offer all of the unit's own mailboxes together, and each one alone."""
        own = [one for one in with_mailboxes(self.desk) if one.unit_id == self.row.id]
        alone = [pair for one in own for pair in zip(one.mailbox_ids, one.addresses, strict=True)]
        return [(None, self.tr("Mọi hộp thư của đơn vị")), *alone]

    def _follow(self) -> None:
        said = {
            "head": self.tr("Thủ trưởng trước đó thôi phụ trách từ hôm trước ngày này."),
            "custodian": self.tr(
                "Có thể giao cho nhiều người; người đang theo dõi vẫn giữ việc. Người phụ trách chính là người trả lời cho hộp thư."
            ),
        }
        self.form.rows["role"].show_hint(said[str(self.role.choice())])
        is_custodian = self.role.choice() == "custodian"
        self.form.rows["mailbox"].setVisible(is_custodian and self.mailbox.count() > _ONE_MAILBOX)
        self.lead.setVisible(is_custodian)

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
        form.add("mailbox", self.tr("Hộp thư"), self.mailbox)
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
