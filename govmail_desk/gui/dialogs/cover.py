"""Someone standing in while the holder of a charge is absent, and a custodian who leads from a day on.

Here: `CoverDialog`, `LeadDialog`. Putting someone in charge is `gui.dialogs.custody`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal

from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.look.wrapped_label import WrappedLabel
from govmail_desk.gui.run import run
from govmail_desk.listings import people
from govmail_desk.operations.custodies import change_lead, cover

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.custodies import ChargeLine

_SIZE: Final = QSize(660, 0)


class CoverDialog(Dialog):
    """Say who stands in, from when to when."""

    def __init__(self, parent: QWidget, desk: Desk, line: ChargeLine) -> None:
        super().__init__(
            parent,
            title=self.tr("Theo dõi thay {}").format(line.full_name),
            main_words=self.tr("Ghi người theo dõi thay"),
            size=_SIZE,
        )
        self.desk = desk
        self._line = line
        self.person = PersonField(partial(people.find, desk, limit=MOST_FOUND))
        self.first = DateField(desk.today(), desk.today())
        self.last = DateField(desk.today())
        self.document = TextField(hint=self.tr("Số, ngày giấy ủy quyền hoặc quyết định"))
        self.form = Form(self)
        self.form.add("person", self.tr("Người theo dõi thay"), self.person, is_needed=True)
        self.form.add("first", self.tr("Từ ngày"), self.first, is_needed=True)
        self.form.add("last", self.tr("Đến hết ngày"), self.last, is_needed=True)
        self.form.put_side_by_side("first", "last")
        self.form.add("document", self.tr("Văn bản"), self.document)
        said = self.tr("{} ({}) vắng; hết ngày cuối thì lại phụ trách như trước.")
        self.body.addWidget(WrappedLabel(said.format(line.full_name, line.role_words.lower()), parent=self.fields))
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        person, first, last = self.person.person(), self.first.day(), self.last.day()
        if self.form.show_errors(self._errors()) and person is not None and first is not None and last is not None:
            act = partial(
                cover,
                self.desk,
                custody_id=self._line.charge.id,
                person_id=person.id,
                from_on=first,
                to_on=last,
                document=self.document.typed(),
            )
            run(self, act, self.kept)

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self.person.person() is None:
            errors["person"] = self.tr("Chưa chọn người. Hãy gõ tên rồi chọn trong danh sách hiện ra.")
        if self.first.day() is None:
            errors["first"] = self.first.problem() or self.tr("Chưa có ngày. Hãy gõ ngày đầu theo dõi thay.")
        if self.last.day() is None:
            errors["last"] = self.last.problem() or self.tr("Chưa có ngày. Hãy gõ ngày cuối theo dõi thay.")
        return errors


class LeadDialog(Dialog):
    """Say from when a custodian leads."""

    appointed = Signal(object)
    """They lead: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, line: ChargeLine) -> None:
        super().__init__(
            parent,
            title=self.tr("Giao {} phụ trách chính").format(line.full_name),
            main_words=self.tr("Ghi phụ trách chính"),
        )
        self.desk = desk
        self._line = line
        self.on = DateField(desk.today(), desk.today())
        self.document = TextField(hint=self.tr("Số, ngày quyết định hoặc giấy ủy quyền"))
        self.form = Form(self)
        hint = self.tr("Người phụ trách chính trước đó vẫn theo dõi, bên cạnh người này.")
        self.form.add("on", self.tr("Từ ngày"), self.on, is_needed=True, hint=hint)
        self.form.add("document", self.tr("Văn bản"), self.document)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Record it."""
        on = self.on.day()
        missing = (
            {} if on else {"on": self.on.problem() or self.tr("Chưa có ngày. Hãy gõ ngày bắt đầu phụ trách chính.")}
        )
        if self.form.show_errors(missing) and on is not None:
            charge_id, document = self._line.charge.id, self.document.typed()
            act = partial(change_lead, self.desk, custody_id=charge_id, from_on=on, document=document)
            run(self, act, self._appointed)

    def _appointed(self, changes: Changes) -> None:
        self.kept()
        self.appointed.emit(changes)
