"""Adding or correcting a person: name with its reading, post, section, and the private facts.

Here: `PersonDialog`, `read_birth`. What a decision changes, such as leaving, is `personnel_change`; a mailbox is
asked for in the request wizard.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from govmail_desk.domain.office_phone import is_office_phone
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.date_field import read_day
from govmail_desk.gui.fields.fields import ChoiceField, LongTextField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.fields.name_field import NameField
from govmail_desk.gui.look.days import birth_words
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.unit_tree import unit_choices
from govmail_desk.listings import units
from govmail_desk.operations.people import add_person, edit_person

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.person import Person

_YEAR: Final = re.compile(r"(19|20)\d\d")


class PersonDialog(Dialog):
    """Add someone, or correct what the register holds of them."""

    made = Signal(object)
    """The person is in the register: the `Changes`."""

    def __init__(
        self, parent: QWidget, desk: Desk, *, person: Person | None = None, unit_id: int | None = None
    ) -> None:
        super().__init__(
            parent,
            title=self.tr("Sửa thông tin {}").format(person.full_name) if person else self.tr("Thêm người"),
            main_words=self.tr("Lưu thông tin") if person else self.tr("Thêm người này"),
        )
        self.desk = desk
        self.asks_id_number = desk.privacy().is_id_number_kept
        """False where the unit keeps no identity numbers: one that is there already is neither shown nor changed here."""
        self.person = person
        rows = units.tree(desk)
        own = next((row.id for row in rows if row.is_own), None)
        self.name = NameField(person.full_name, person.given_word) if person else NameField()
        self.post = TextField(person.post if person else "")
        self.unit = ChoiceField(unit_choices(rows, keeping=person.unit_id if person else None))
        self.unit.choose(person.unit_id if person else unit_id or own)
        self.birth = TextField(birth_words(person.birth_on) if person else "", hint=self.tr("ví dụ 05/09/1985"))
        self.phone = TextField(person.phone if person else "")
        self.office_phone = TextField(person.office_phone if person else "", hint=self.tr("ví dụ 0229 3871 001"))
        self.id_number = TextField(person.id_number if person and self.asks_id_number else "")
        self.note = LongTextField(person.note if person else "", lines=2)
        self.form = self._form()
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def do(self) -> None:
        """Write it down."""
        if self.form.show_errors(self._errors()):
            run(self, self._edit if self.person else self._add, self.kept)

    def kept(self, changes: object = None) -> None:
        """Close and tell the page who it is."""
        super().kept(changes)
        self.made.emit(changes)

    def _add(self) -> Changes:
        return add_person(
            self.desk,
            full_name=self.name.typed(),
            unit_id=self._unit_id,
            post=self.post.typed(),
            birth_on=self._birth_on,
            phone=self.phone.typed(),
            id_number=self.id_number.typed() if self.asks_id_number else "",
            note=self.note.typed(),
            given_word=self.name.given_word,
            office_phone=self.office_phone.typed(),
        )

    def _edit(self) -> Changes:
        assert self.person is not None
        corrected = replace(
            self.person,
            full_name=self.name.typed(),
            unit_id=self._unit_id,
            post=self.post.typed(),
            birth_on=self._birth_on,
            phone=self.phone.typed(),
            id_number=self.id_number.typed() if self.asks_id_number else self.person.id_number,
            note=self.note.typed(),
            given_word=self.name.given_word,
            office_phone=self.office_phone.typed(),
        )
        return edit_person(self.desk, person=self.person, corrected=corrected)

    @property
    def _unit_id(self) -> int:
        unit_id = self.unit.choice()
        assert isinstance(unit_id, int)
        return unit_id

    @property
    def _birth_on(self) -> str:
        return read_birth(self.birth.typed(), self.desk.today()) or ""

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if not self.name.typed():
            errors["name"] = self.tr("Chưa có họ và tên. Hãy gõ đủ họ, đệm và tên, có dấu.")
        if self.unit.choice() is None:
            errors["unit"] = self.tr("Sổ chưa có đơn vị nào. Hãy thêm đơn vị trước.")
        if self.birth.typed() and read_birth(self.birth.typed(), self.desk.today()) is None:
            errors["birth"] = self.tr("Chưa đọc được ngày sinh. Hãy gõ như 05/09/1985, hoặc chỉ năm 1985.")
        if re.search(r"[^\d\s.+()-]", self.phone.typed()):
            errors["phone"] = self.tr("Số điện thoại chỉ gồm chữ số. Hãy gõ lại.")
        if self.office_phone.typed() and not is_office_phone(self.office_phone.typed()):
            errors["office_phone"] = self.tr("Chỉ ghi số máy của cơ quan, ví dụ 0229 3871 001 máy lẻ 12.")
        if re.search(r"\D", self.id_number.typed()):
            errors["id_number"] = self.tr("Số CCCD chỉ gồm chữ số. Hãy gõ lại.")
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("name", self.tr("Họ và tên"), self.name, is_needed=True)
        form.add("post", self.tr("Chức vụ"), self.post)
        form.add("unit", self.tr("Phòng, đơn vị"), self.unit, is_needed=True)
        form.put_side_by_side("post", "unit")
        hint = self.tr("Danh bạ công khai in số này; số riêng ghi ở ô Điện thoại riêng.")
        form.add("office_phone", self.tr("Điện thoại cơ quan"), self.office_phone, hint=hint)
        form.add("birth", self.tr("Ngày sinh"), self.birth)
        form.add("phone", self.tr("Điện thoại riêng"), self.phone)
        if self.asks_id_number:
            form.add("id_number", self.tr("Số CCCD"), self.id_number)
        form.put_side_by_side("birth", "phone", *(("id_number",) if self.asks_id_number else ()))
        form.add("note", self.tr("Ghi chú"), self.note)
        return form


def read_birth(text: str, today: date) -> str | None:
    """Read a birth date as a list gives it: a whole day as ISO, or the bare year; None where it is neither, or yet to come."""
    if _YEAR.fullmatch(text):
        return text if int(text) <= today.year else None
    day = read_day(text, today)
    return day.isoformat() if day is not None and day <= today else None
