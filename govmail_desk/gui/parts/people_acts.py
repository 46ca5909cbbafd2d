"""What can be done with the people or the unit chosen on the page Người và đơn vị: which acts, in a row's menu and at the foot of the pane.

Here: `PeopleActs`, which tells each group of acts who is chosen; the groups are the modules beside this. Adding people and units, and what
is listed, are the page's own (`gui.pages.people`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.about_acts import AboutActs
from govmail_desk.gui.parts.extract_acts import ExtractActs
from govmail_desk.gui.parts.first_mailbox_acts import FirstMailboxActs
from govmail_desk.gui.parts.personnel_acts import PersonnelActs
from govmail_desk.gui.parts.unit_acts import UnitActs
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import mailboxes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.people import PersonPane, PersonRow
    from govmail_desk.listings.units import UnitPane


class PeopleActs(QObject):
    """The acts of one page; `request` begins a request for those chosen there, `edit` corrects whoever or whatever is shown."""

    def __init__(
        self,
        page: QWidget,
        *,
        request: Callable[[], object],
        edit: Callable[[], object],
        settle: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self.first_mailbox = FirstMailboxActs(page, request=request, settle=settle)
        self.edit = act(page, "edit", self.tr("Sửa"), edit, icon_name="edit", shortcut="F2")
        self.personnel = PersonnelActs(page, settle=settle)
        self.extract = ExtractActs(page)
        self.about = AboutActs(page, words=self.tr("Đề nghị…"))
        self.unit = UnitActs(page)
        lesser = (self.edit, self.extract.extract)
        self.of_row = (
            *self.first_mailbox.acts,
            *self.about.kinds.values(),
            self.personnel.change,
            *lesser,
        )
        """In the menu of a row."""
        self._of_pane = (
            *self.first_mailbox.acts,
            self.personnel.change,
            self.about.more,
            *lesser,
            *self.unit.acts,
        )
        self._tell(person=None, unit=None)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        for group in (self.unit, self.about, self.personnel, self.extract, self.first_mailbox):
            group.open_desk(desk)

    @property
    def at_foot(self) -> list[QAction]:
        """What stands at the foot of the pane."""
        return [offered for offered in self._of_pane if offered.isVisible()]

    @property
    def main(self) -> QAction | None:
        """The act that comes next there."""
        asking = (self.first_mailbox.ask, self.unit.ask)
        return next((offered for offered in asking if offered.isVisible()), None)

    def show_unit(self, unit: UnitPane | None) -> None:
        """Say that nobody is chosen, and which unit is shown, if any."""
        self._tell(person=None, unit=unit)
        self.personnel.show_people(())
        self.first_mailbox.show_nobody()
        self.about.show_mailboxes([], frozenset())

    def show_people(
        self,
        ids: Sequence[int],
        rows: Sequence[PersonRow],
        *,
        one: PersonPane | None,
        unit_count: int,
        regulation: Regulation,
    ) -> None:
        """Say who is chosen: their rows, the first page of them; the one alone where it is one."""
        self._tell(person=one, unit=None)
        self.personnel.show_people(ids)
        self.first_mailbox.show_people(
            ids, rows, one=one, unit_count=unit_count, regulation=regulation, today=self._desk.today()
        )
        held = mailboxes.held_by(self._desk, ids) if len(ids) <= PAGE else {}
        self.about.show_mailboxes(list(held), frozenset(held.values()))

    def _tell(self, *, person: PersonPane | None, unit: UnitPane | None) -> None:
        self.edit.setVisible(person is not None or unit is not None)
        self.extract.show_person(person)
        self.unit.show_unit(unit)
