"""Writing a mailbox into the register: one that exists already, or one proposed under the regulation.

Here: `MailboxDialog`. Correcting one is `mailbox_edit`, its state `mailbox_state`; asking the operator for one the request wizard.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from govmail_desk import wording
from govmail_desk.domain.address_look_alike import near_look_alikes
from govmail_desk.domain.mailbox import STATES
from govmail_desk.domain.person_name import read_name
from govmail_desk.domain.provision import ADDRESS
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.dialogs.admin_account import AdminAccountBox
from govmail_desk.gui.fields.address_field import AddressField
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.unit_tree import unit_choices
from govmail_desk.listings import mailboxes, people, units
from govmail_desk.operations.mailboxes import add_mailbox
from govmail_desk.operations.proposals import propose_addresses, propose_unit_addresses

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.address_proposal import Proposal
    from govmail_desk.listings.people import PersonRow


class MailboxDialog(Dialog):
    """Add a mailbox that exists, or propose one (`is_proposed`)."""

    made = Signal(object)
    """The mailbox is in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, *, is_proposed: bool = False) -> None:
        super().__init__(
            parent,
            title=self.tr("Đề xuất địa chỉ hộp thư") if is_proposed else self.tr("Thêm hộp thư đã có"),
            main_words=self.tr("Ghi đề xuất") if is_proposed else self.tr("Thêm hộp thư này"),
        )
        self.desk = desk
        self.is_proposed = is_proposed
        self._units = units.tree(desk)
        own = next((row for row in self._units if row.is_own), None)
        self.kind = ChoiceField(list(wording.MAILBOX_KINDS.items()))
        self.person = PersonField(partial(people.find, desk, limit=MOST_FOUND))
        self.unit = ChoiceField(unit_choices(self._units))
        self.unit.choose(own.id if own else None)
        self.address = AddressField(fills_itself=is_proposed)
        self.address.regulation_name = desk.regulation().short_name
        self.state = ChoiceField([(state, wording.MAILBOX_STATES[state]) for state in STATES if state != "proposed"])
        self.state.choose("active")
        self.since = DateField(desk.today(), desk.today())
        self.note = LongTextField(lines=2)
        self.admin = AdminAccountBox(desk, self.fields)
        background = background_of(self)
        self._latest = Latest(background, self)
        self._alike = Latest(background, self)
        self.form = self._form()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        for asks in (self.kind.picked, self.unit.picked):
            asks.connect(self._follow)
        self.address.line.textChanged.connect(self._look_around)
        self.person.picked.connect(self._follow_person)
        self._follow()

    def do(self) -> None:
        """Write it down."""
        if self.form.show_errors(self._errors()):
            run(self, self._add, self.kept)

    def kept(self, changes: object = None) -> None:
        """Close and tell the page which one it is."""
        super().kept(changes)
        self.made.emit(changes)

    def propose(self) -> None:
        """Ask what the regulation proposes for the one chosen, off the GUI thread: the whole register is looked at."""
        work = self._work()
        if work is None:
            self._latest.forget()
            self.address.show_proposal(None)
        else:
            self._latest.ask(work, self.address.show_proposal)

    def _work(self) -> Any:
        unit_id, on = self.unit.choice(), self.desk.today()
        person = self.person.person()
        if not isinstance(unit_id, int) or (self._is_personal and person is None):
            return None
        if person is not None and self._is_personal:
            return partial(_propose_for, self.desk, person, unit_id)
        row = next(row for row in self._units if row.id == unit_id)
        return partial(
            propose_unit_addresses, self.desk, name=row.name, parent_id=row.parent_id, on=on, unit_id=unit_id
        )

    def _look_around(self) -> None:
        """Look whether the address typed is in the register, or is taken for one that is."""
        self._alike.ask(partial(_warning, self.desk, self.address.typed()), self._warn)

    def _warn(self, warning: str) -> None:
        self.form.rows["address"].show_hint(warning or self._hint())

    def _add(self) -> Changes:
        person = self.person.person() if self._is_personal else None
        kind: Any = self.kind.choice()
        state: Any = "proposed" if self.is_proposed else self.state.choice()
        unit_id, since = self.unit.choice(), self.since.day()
        assert isinstance(unit_id, int)
        assert since is not None
        return add_mailbox(
            self.desk,
            address=self.address.typed(),
            kind=kind,
            unit_id=unit_id,
            holder_id=person.id if person else None,
            state=state,
            since=since,
            note=self.note.typed(),
            is_admin=self.admin.isChecked(),
        )

    @property
    def _is_personal(self) -> bool:
        return self.kind.choice() == "personal"

    def _follow(self) -> None:
        self.form.rows["person"].setVisible(self._is_personal)
        self.propose()

    def _follow_person(self, person: PersonRow | None) -> None:
        if person is not None:
            self.unit.choose(person.unit_id)
        self.propose()

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if self._is_personal and self.person.person() is None:
            errors["person"] = self.tr("Chưa chọn người. Hãy gõ tên rồi chọn trong danh sách hiện ra.")
        if not isinstance(self.unit.choice(), int):
            errors["unit"] = self.tr("Sổ chưa có đơn vị nào. Hãy thêm ở trang Người và đơn vị.")
        if not self.address.typed():
            errors["address"] = self.tr("Chưa có địa chỉ. Hãy gõ địa chỉ đầy đủ, ví dụ ten.donvi@tenmien.")
        if self.since.day() is None:
            errors["since"] = self.since.problem() or self.tr("Chưa có ngày. Hãy gõ ngày trong văn bản cấp.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("kind", self.tr("Loại hộp thư"), self.kind)
        form.add("person", self.tr("Người được cấp"), self.person, is_needed=True)
        form.add("unit", self.tr("Đơn vị"), self.unit, is_needed=True)
        form.add("address", self.tr("Địa chỉ"), self.address, is_needed=True, hint=self._hint())
        form.add("state", self.tr("Trạng thái"), self.state)
        form.add("since", self.tr("Từ ngày"), self.since, is_needed=True)
        form.add("note", self.tr("Ghi chú"), self.note)
        form.add("is_admin", self.tr("Quản trị"), self.admin, hint=self.admin.hint)
        if self.is_proposed:
            form.rows["state"].hide()
        else:
            form.put_side_by_side("state", "since")
        return form

    def _hint(self) -> str:
        if self.is_proposed:
            return self.tr("Chọn một địa chỉ được đề xuất hoặc gõ địa chỉ khác.")
        return self.tr("Gõ đúng như hộp thư đang có, kể cả khi khác cách đặt của quy chế.")


def _propose_for(desk: Desk, person: PersonRow, unit_id: int) -> Proposal:
    """Propose for one person; what cannot be read is said where the proposals would stand."""
    known = people.person_of(desk, person.id)
    name = read_name(person.full_name, given_word=known.given_word if known else None)
    (proposal,) = propose_addresses(desk, names=[name], posts=[person.post], unit_id=unit_id, on=desk.today())
    return proposal


def _warning(desk: Desk, address: str) -> str:
    """Say what in the register the clerk should compare an address with; nothing where there is nothing."""
    if not ADDRESS.fullmatch(address):
        return ""
    taken = mailboxes.taken_addresses(desk)
    if address in taken:
        return f"Địa chỉ này đã có trong sổ ({wording.MAILBOX_STATES[taken[address]].lower()})."
    alike = near_look_alikes(address, taken)
    return f"Dễ nhầm với {', '.join(alike)} đang có trong sổ. Hãy so lại từng chữ." if alike else ""
