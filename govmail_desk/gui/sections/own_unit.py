"""Đơn vị: whose register this is, its names from day to day, who answers for its mailbox, and who works with the register here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from govmail_desk import wording
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.days import from_to, short_day
from govmail_desk.gui.sections.section import Section
from govmail_desk.listings import units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.units import UnitPane, UnitRow

_RENAME: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.rename_unit:RenameUnitDialog")
_EDIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.unit:UnitDialog")


class OwnUnitSection(Section):
    """The desk's own unit."""

    reads = frozenset({"unit", "unit_name", "custody", "person", "mailbox"})
    words = "Đơn vị của sổ này; giấy tờ in tên có hiệu lực vào ngày của giấy tờ."

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, desk, parent)
        self.add_act("rename", self.tr("Đổi tên đơn vị…"), self.rename, icon_name="edit", is_main=True)
        self.add_act("edit", self.tr("Sửa tên gọi tắt, tên hộp thư…"), self.edit)
        self.add_act("people", self.tr("Xem ở trang Người và đơn vị"), self.show_on_its_page, icon_name="people")

    def fill(self) -> None:
        """Tell the unit."""
        facts = units.pane(self.desk, self._own().id)
        if facts is None:
            return
        self.fact(self.tr("Tên"), facts.row.name)
        self.fact(self.tr("Gọi tắt"), facts.row.short_name)
        self.fact(self.tr("Tên hộp thư"), facts.row.slug)
        for mailbox in facts.mailboxes:
            state = wording.MAILBOX_STATES[mailbox.state]
            self.fact(self.tr("Hộp thư"), f"{mailbox.address} – {state.lower()} từ {short_day(mailbox.since)}")
        self.fact(self.tr("Cấp trên"), facts.parent_name)
        self._fill_charges(facts)
        self._fill_names(facts)

    def rename(self) -> None:
        """Give the unit another name from a day on."""
        self.open_dialog(_RENAME.load()(self, self.desk, self._own()))

    def edit(self) -> None:
        """Correct short name and local part."""
        self.open_dialog(_EDIT.load()(self, self.desk, unit=units.unit_of(self.desk, self._own().id)))

    def show_on_its_page(self) -> None:
        """Show the unit with its people."""
        self.go_to.emit("people", self._own().id)

    def _fill_charges(self, facts: UnitPane) -> None:
        if not any(charge.role == "head" for charge in facts.charges):
            self.say(self.tr("Chưa ghi thủ trưởng. Ghi ở trang Người và đơn vị, mục Người phụ trách."))
        for charge in facts.charges:
            days = f" ({from_to(charge.from_on, charge.to_on)})" if charge.from_on or charge.to_on else ""
            self.fact(wording.CUSTODY_ROLES[charge.role], charge.full_name + days)

    def _fill_names(self, facts: UnitPane) -> None:
        if len(facts.names) > 1:
            self.head(self.tr("Các tên đã mang"))
        for name in facts.names if len(facts.names) > 1 else ():
            self.say(f"{name.name} ({from_to(name.from_on, name.to_on)})")

    def _own(self) -> UnitRow:
        own = units.own(self.desk)
        assert own is not None, "a register is founded with its own unit"
        return own
