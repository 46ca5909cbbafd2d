"""What can be done with the unit shown on the page Người và đơn vị: correct, rename, end it, put someone in charge, ask for its mailbox.

Here: `UnitActs`, the acts and the dialogs behind them; charges are `gui.parts.custody_acts`. Adding a unit is the page's own act; people
are the page's too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.custody_acts import CustodyActs
from govmail_desk.listings import units

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.units import UnitPane

_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_UNIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.unit:UnitDialog")
_RENAME: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.rename_unit:RenameUnitDialog")
_END_UNIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_unit:EndUnitDialog")


class UnitActs(QObject):
    """The acts on one unit of a page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._unit: UnitPane | None = None
        self.custody = CustodyActs(page)
        self.ask = act(
            page, "ask_unit", self.tr("Đề nghị cấp hộp thư đơn vị"), self.request_mailbox, icon_name="request"
        )
        self._appoint = act(page, "appoint", self.tr("Giao phụ trách"), self.appoint, icon_name="person")
        self._rename = act(page, "rename", self.tr("Đổi tên"), self.rename, icon_name="edit")
        self._end = act(page, "end", self.tr("Ghi chấm dứt"), self.end, icon_name="close")
        self.acts = (self.ask, self._rename, self._end)
        """At the foot of the pane; giving the unit in charge is offered beside those who have it."""
        self.show_unit(None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        self.custody.open_desk(desk)

    def show_unit(self, unit: UnitPane | None) -> None:
        """Say which unit is meant, and so which acts can be done."""
        self._unit = unit
        for offered in (self._appoint, self._rename):
            offered.setVisible(unit is not None)
        self.ask.setVisible(unit is not None and all(own.state == "closed" for own in unit.mailboxes))
        self._end.setVisible(unit is not None and not unit.row.is_ended and not unit.row.is_own)

    def edit(self) -> None:
        """Correct the unit."""
        found = units.unit_of(self._desk, self._unit.row.id) if self._unit is not None else None
        if found is not None:
            _UNIT.load()(self._page, self._desk, unit=found).open()

    def request_mailbox(self) -> None:
        """Begin a request for the unit's mailbox."""
        if self._unit is not None:
            _REQUEST.load()(self._page, self._desk, unit_ids=[self._unit.row.id]).open()

    def rename(self) -> None:
        """Give the unit its new name."""
        if self._unit is not None:
            _RENAME.load()(self._page, self._desk, self._unit.row).open()

    def end(self) -> None:
        """Mark the unit as ended."""
        found = units.unit_of(self._desk, self._unit.row.id) if self._unit is not None else None
        if self._unit is not None and found is not None:
            _END_UNIT.load()(self._page, self._desk, found, self._unit.row).open()

    def appoint(self) -> None:
        """Put someone in charge of the unit, or of its mailbox."""
        if self._unit is not None:
            self.custody.appoint(self._unit.row.id)
