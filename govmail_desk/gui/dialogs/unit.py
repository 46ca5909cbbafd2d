"""Adding or correcting a unit: its name, what staff call it, what its address ends in, the unit above it.

Here: `UnitDialog`. A new name from a day on is `rename_unit`, its end `end_unit`, who heads it `custody`.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from govmail_desk.domain.office_phone import is_office_phone
from govmail_desk.gui.background import Latest, background_of
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.address_field import AddressField
from govmail_desk.gui.fields.date_field import DateField
from govmail_desk.gui.fields.fields import ChoiceField, TextField
from govmail_desk.gui.fields.form import Form
from govmail_desk.gui.run import run
from govmail_desk.gui.tables.unit_tree import below, unit_choices
from govmail_desk.listings import units
from govmail_desk.operations.proposals import propose_unit_addresses
from govmail_desk.operations.units import add_unit, edit_unit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.unit import Unit

_LOCAL_PART: Final = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*")


class UnitDialog(Dialog):
    """Add a unit, or correct what the register holds of one."""

    made = Signal(object)
    """The unit is in the register: the `Changes`."""

    def __init__(self, parent: QWidget, desk: Desk, *, unit: Unit | None = None, parent_id: int | None = None) -> None:
        self._rows = units.tree(desk)
        self._name = next((row.name for row in self._rows if unit and row.id == unit.id), "")
        super().__init__(
            parent,
            title=self.tr("Sửa đơn vị {}").format(self._name) if unit else self.tr("Thêm đơn vị"),
            main_words=self.tr("Lưu thông tin đơn vị") if unit else self.tr("Thêm đơn vị này"),
        )
        self.desk = desk
        self.unit = unit
        own = next((row.id for row in self._rows if row.is_own), None)
        self.name = TextField(self._name)
        self.short_name = TextField(unit.short_name if unit else "", hint=self.tr("ví dụ P. CĐS"))
        self.slug = AddressField(unit.slug if unit else "", takes_local_part=True)
        self.slug.regulation_name = desk.regulation().short_name
        self.above = ChoiceField(self._choices_above())
        self.above.choose(unit.parent_id if unit else parent_id or own)
        self.office_phone = TextField(unit.office_phone if unit else "", hint=self.tr("ví dụ 0229 3871 001"))
        self.since = DateField(desk.today())
        self.document = TextField(hint=self.tr("Số, ngày quyết định thành lập"))
        self._latest = Latest(background_of(self), self)
        self.form = self._form()
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.name.textChanged.connect(self.propose)
        self.above.picked.connect(self.propose)
        self.propose()

    def do(self) -> None:
        """Write it down."""
        if self.form.show_errors(self._errors()):
            run(self, self._edit if self.unit else self._add, self.kept)

    def kept(self, changes: object = None) -> None:
        """Close and tell the page which one it is."""
        super().kept(changes)
        self.made.emit(changes)

    def propose(self) -> None:
        """Ask what the regulation proposes for this name, off the GUI thread: the whole register is looked at."""
        name = self.name.typed()
        if not name:
            self._latest.forget()
            self.slug.show_proposal(None)
            return
        work = partial(
            propose_unit_addresses,
            self.desk,
            name=name,
            parent_id=self._parent_id,
            on=self.desk.today(),
            unit_id=self.unit.id if self.unit else None,
        )
        self._latest.ask(work, self.slug.show_proposal)

    def _add(self) -> Changes:
        return add_unit(
            self.desk,
            name=self.name.typed(),
            slug=self.slug.typed(),
            parent_id=self._parent_id,
            short_name=self.short_name.typed(),
            from_on=self.since.day(),
            document=self.document.typed(),
            office_phone=self.office_phone.typed(),
        )

    def _edit(self) -> Changes:
        assert self.unit is not None
        return edit_unit(
            self.desk,
            unit=self.unit,
            slug=self.slug.typed(),
            short_name=self.short_name.typed(),
            parent_id=self._parent_id,
            office_phone=self.office_phone.typed(),
        )

    @property
    def _parent_id(self) -> int | None:
        above = self.above.choice()
        return above if isinstance(above, int) else None

    def _choices_above(self) -> list[tuple[object, str]]:
        """Offer every unit but this one and those under it; none means that it stands at the top."""
        inside = set(below(self._rows, self.unit.id)) if self.unit else set()
        keeping = self.unit.parent_id if self.unit else None
        choices = [choice for choice in unit_choices(self._rows, keeping=keeping) if choice[0] not in inside]
        return [(None, self.tr("Không trực thuộc đơn vị nào")), *choices]

    def _errors(self) -> dict[str, str]:
        errors: dict[str, str] = {}
        if not self.name.typed():
            errors["name"] = self.tr("Chưa có tên đơn vị. Hãy gõ tên đầy đủ như trong quyết định.")
        if self.slug.typed() and not _LOCAL_PART.fullmatch(self.slug.typed()):
            errors["slug"] = self.tr("Chỉ dùng chữ thường không dấu, chữ số, dấu chấm, ví dụ phongcds.stttt.")
        if self.office_phone.typed() and not is_office_phone(self.office_phone.typed()):
            errors["office_phone"] = self.tr("Chỉ ghi số máy của cơ quan, ví dụ 0229 3871 001 máy lẻ 12.")
        if self.since.problem():
            errors["since"] = self.since.problem() or ""
        return errors

    def _form(self) -> Form:
        form = Form(self)
        form.add("name", self.tr("Tên đơn vị"), self.name, is_needed=True)
        form.add("above", self.tr("Trực thuộc"), self.above)
        form.add("short_name", self.tr("Tên gọi tắt"), self.short_name)
        form.put_side_by_side("above", "short_name")
        hint = self.tr("Phần trước @ của hộp thư đơn vị. Để trống nếu không có hộp thư riêng.")
        form.add("slug", self.tr("Tên hộp thư của đơn vị"), self.slug, hint=hint)
        form.add("office_phone", self.tr("Điện thoại cơ quan"), self.office_phone, hint=self.tr("Danh bạ in số này."))
        form.put_side_by_side("slug", "office_phone")
        if self.unit is None:
            form.add("since", self.tr("Có tên này từ ngày"), self.since)
            form.add("document", self.tr("Văn bản"), self.document)
        else:
            self.name.setReadOnly(True)
            form.rows["name"].show_hint(self.tr("Tên mới ghi bằng “Đổi tên”, để văn bản cũ vẫn giữ tên cũ."))
        return form
