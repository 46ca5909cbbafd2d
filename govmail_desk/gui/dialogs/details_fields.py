"""What is asked of a clerk about one mailbox, for each kind of request: the fields, and the details they make.

Here: `DetailsFields` and one of them for each kind, `fields_for`. What the details mean is `domain.request_details`; the pane they stand
in is `gui.dialogs.details_card`. There is no field for a password.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from govmail_desk import wording
from govmail_desk.domain.request_details import (
    ChangeDetails,
    CloseDetails,
    Details,
    ReopenDetails,
    ResetDetails,
)
from govmail_desk.gui.dialogs.fact_lines import FactLines
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.person_field import MOST_FOUND, PersonField
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.tables.unit_tree import unit_choices
from govmail_desk.listings import people, units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.operations.concerned import Concerned

Shared = Callable[[Any], Any]
"""Gives other details what these have in common with them: the decision, the reason, the day."""

_KEPT: Final[tuple[tuple[object, str], ...]] = (
    (None, "Chưa rõ"),
    (True, "Đã lưu sang nơi khác"),
    (False, "Không cần lưu"),
)


class DetailsFields(Form):
    """The fields of one kind."""

    edited = Signal()
    """Something else stands in a field."""

    def __init__(self, desk: Desk, concerned: Concerned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, Space.NEAR, 0, 0)
        self.desk = desk
        self._lay_out(concerned)
        self.fill(concerned.details)
        for line in self.findChildren(QLineEdit):
            line.textEdited.connect(self.edited)
        for day in self.findChildren(DateField):
            day.day_changed.connect(self.edited)
        for choice in self.findChildren(ChoiceField):
            choice.picked.connect(self.edited)
        for person in self.findChildren(PersonField):
            person.picked.connect(self.edited)

    @property
    @abstractmethod
    def details(self) -> Details:
        """What stands in the fields."""

    @property
    @abstractmethod
    def shared(self) -> Shared:
        """What may be said of other mailboxes just so."""

    @abstractmethod
    def fill(self, details: Any) -> None:
        """Put into the fields what is said, and what the register added."""

    @abstractmethod
    def _lay_out(self, concerned: Concerned) -> None:
        """Make the fields."""

    def _add_decision(self) -> None:
        self.document = TextField(hint=self.tr("Quyết định số …"))
        self.decided_on = DateField(self.desk.today())
        self.add("document", self.tr("Căn cứ"), self.document)
        self.add("decided_on", self.tr("Ngày văn bản"), self.decided_on)

    def _fill_decision(self, details: ChangeDetails | CloseDetails) -> None:
        self.document.setText(details.document)
        self.decided_on.show_day(details.decided_on)


class ChangeFields(DetailsFields):
    """What is to be another at a mailbox."""

    def _lay_out(self, concerned: Concerned) -> None:
        self.address = TextField(hint=concerned.address)
        self.unit = ChoiceField([(None, self.tr("Giữ nguyên")), *unit_choices(units.tree(self.desk))])
        self.person = PersonField(partial(people.find, self.desk, limit=MOST_FOUND))
        self.facts = FactLines()
        self.add("address", self.tr("Địa chỉ mới"), self.address, hint=self.tr("Để trống nếu giữ nguyên."))
        self.add("unit", self.tr("Đơn vị mới"), self.unit)
        if concerned.mailbox_kind == "personal":
            self.add("person", self.tr("Người sử dụng mới"), self.person)
        self.add("facts", self.tr("Nội dung khác thay đổi"), self.facts)
        self.facts.edited.connect(self.edited)
        self._add_decision()
        self.note = TextField()
        self.add("note", self.tr("Ghi chú"), self.note)

    def fill(self, details: ChangeDetails) -> None:
        """Put in what is to change."""
        self.address.setText(details.address)
        self.unit.choose(details.unit_id)
        if details.holder_id:
            self.person.show_person(next(iter(people.page(self.desk, [details.holder_id])), None))
        self.facts.show_facts(details.facts)
        self._fill_decision(details)
        self.note.setText(details.note)

    @property
    def details(self) -> ChangeDetails:
        """What is to change."""
        unit, person = self.unit.choice(), self.person.person()
        return ChangeDetails(
            address=self.address.typed(),
            unit_id=unit if isinstance(unit, int) else None,
            holder_id=person.id if person else None,
            facts=self.facts.facts,
            document=self.document.typed(),
            decided_on=self.decided_on.day(),
            note=self.note.typed(),
        )

    @property
    def shared(self) -> Shared:
        """One decision may move many to one unit."""
        mine = self.details
        return lambda other: replace(
            other, unit_id=mine.unit_id, document=mine.document, decided_on=mine.decided_on, note=mine.note
        )


class ResetFields(DetailsFields):
    """Why a mailbox needs another password."""

    def _lay_out(self, _concerned: Concerned) -> None:
        self.reason, self.phone, self.note = TextField(), TextField(), TextField()
        self.add("reason", self.tr("Lý do"), self.reason)
        self.add("phone", self.tr("Điện thoại nhận mật khẩu mới"), self.phone)
        self.add("note", self.tr("Ghi chú"), self.note)

    def fill(self, details: ResetDetails) -> None:
        """Put in reason and telephone."""
        self.reason.setText(details.reason)
        self.phone.setText(details.phone)
        self.note.setText(details.note)

    @property
    def details(self) -> ResetDetails:
        """Reason and telephone."""
        return ResetDetails(reason=self.reason.typed(), phone=self.phone.typed(), note=self.note.typed())

    @property
    def shared(self) -> Shared:
        """Each has a telephone of their own."""
        mine = self.details
        return lambda other: replace(other, reason=mine.reason, note=mine.note)


class ReopenFields(DetailsFields):
    """Why a locked mailbox is needed again."""

    def _lay_out(self, _concerned: Concerned) -> None:
        self.reason, self.note = TextField(), TextField()
        self.locked_on = DateField(self.desk.today())
        self.cause = ChoiceField([*wording.LOCK_CAUSES.items()])
        self.add("reason", self.tr("Lý do cần mở lại"), self.reason)
        self.add("cause", self.tr("Vì sao bị khóa"), self.cause)
        self.add("locked_on", self.tr("Ngày bị khóa, hoặc ngày thông báo"), self.locked_on)
        self.add("note", self.tr("Ghi chú"), self.note)

    def fill(self, details: ReopenDetails) -> None:
        """Put in the lock and why it is to end."""
        self.reason.setText(details.reason)
        self.cause.choose(details.cause)
        self.locked_on.show_day(details.locked_on)
        self.note.setText(details.note)

    @property
    def details(self) -> ReopenDetails:
        """The lock and why it is to end."""
        cause: Any = self.cause.choice()
        return ReopenDetails(
            reason=self.reason.typed(), locked_on=self.locked_on.day(), cause=cause, note=self.note.typed()
        )

    @property
    def shared(self) -> Shared:
        """One cause may have locked many on one day."""
        mine = self.details
        return lambda other: replace(
            other, reason=mine.reason, locked_on=mine.locked_on, cause=mine.cause, note=mine.note
        )


class CloseFields(DetailsFields):
    """Why a mailbox is to end."""

    def _lay_out(self, _concerned: Concerned) -> None:
        self.reason, self.note = TextField(), TextField()
        self.effective_on = DateField(self.desk.today())
        self.kept = ChoiceField(_KEPT)
        self.add("reason", self.tr("Lý do"), self.reason)
        self._add_decision()
        self.add("effective_on", self.tr("Hiệu lực từ ngày"), self.effective_on)
        self.add("kept", self.tr("Dữ liệu trong hộp thư"), self.kept)
        self.add("note", self.tr("Ghi chú"), self.note)

    def fill(self, details: CloseDetails) -> None:
        """Put in the decision and what becomes of the content."""
        self.reason.setText(details.reason)
        self._fill_decision(details)
        self.effective_on.show_day(details.effective_on)
        self.kept.choose(details.is_data_kept)
        self.note.setText(details.note)

    @property
    def details(self) -> CloseDetails:
        """The decision and what becomes of the content."""
        kept: Any = self.kept.choice()
        return CloseDetails(
            reason=self.reason.typed(),
            document=self.document.typed(),
            decided_on=self.decided_on.day(),
            effective_on=self.effective_on.day(),
            is_data_kept=kept,
            note=self.note.typed(),
        )

    @property
    def shared(self) -> Shared:
        """One decision may end many."""
        mine = self.details
        return lambda _other: mine


_OF_KIND: Final[dict[str, type[DetailsFields]]] = {
    "change": ChangeFields,
    "reset": ResetFields,
    "reopen": ReopenFields,
    "close": CloseFields,
}


def fields_for(desk: Desk, concerned: Concerned, parent: QWidget | None = None) -> DetailsFields:
    """Make the fields for what is asked of a mailbox."""
    return _OF_KIND[concerned.kind](desk, concerned, parent)
