"""What can be done with the unit shown on the shelf Các đơn vị: written to, its mailboxes looked at, corrected, ended, awaited again.

Here: `OfficeActs`, the acts and the dialogs behind them. The letters are `gui.parts.office_letters`; taking packages in, sending the own
one and adding units are the shelf's own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.act_menu import offer_at_button
from govmail_desk.gui.parts.office_letters import OfficeLetters
from govmail_desk.gui.run import run
from govmail_desk.listings.office_pane import office_of

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.office_pane import OfficePane

_OFFICE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office:OfficeDialog")
_MAILBOXES: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.office_mailboxes:OfficeMailboxesDialog")
_OFFICES: Final[Late[Any]] = Late("govmail_desk.operations.offices")


class OfficeActs(QObject):
    """The acts on one unit."""

    asked = Signal()
    """An act is asked for: the shelf shows what stands now, where it had not yet."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._facts: OfficePane | None = None
        self._period = ""
        self.chase = act(page, "chase-one", self.tr("Đôn đốc…"), self.chase_one, icon_name="request")
        self.mailboxes = act(page, "boxes", self.tr("Xem hộp thư…"), self.show_mailboxes, icon_name="mailbox")
        self._edit = act(page, "edit", self.tr("Sửa đơn vị…"), self.edit, icon_name="edit", shortcut="F2")
        self._end = act(page, "end", self.tr("Thôi nhận gói từ hôm nay"), self.end, icon_name="close")
        self._again = act(page, "again", self.tr("Nhận gói lại"), self.await_again, icon_name="undo")
        self.more = act(page, "more", self.tr("Việc khác…"), self.offer_more, icon_name="more")
        self.letters = OfficeLetters(page)
        self.letters.asked.connect(self.asked)
        self.lesser = (self._edit, self._end, self._again)
        self.all = (self.chase, self.mailboxes, *self.lesser)
        self.show_office(None, "")

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk
        self.letters.open_desk(desk)

    def show_office(self, facts: OfficePane | None, period: str) -> None:
        """Say which unit is meant, for which period, and so which acts can be done."""
        self._facts, self._period = facts, period
        is_there = facts is not None
        has_ended = facts is not None and facts.row.ended_on is not None
        self.chase.setVisible(facts is not None and facts.row.state in {"late", "waiting"})
        self.mailboxes.setVisible(facts is not None and bool(facts.packages))
        self._edit.setVisible(is_there)
        self._end.setVisible(is_there and not has_ended)
        self._again.setVisible(has_ended)
        self.more.setVisible(is_there)

    @property
    def main(self) -> QAction | None:
        """The act that comes next: a letter to a unit that is late."""
        return self.chase if self._facts is not None and self._facts.row.state == "late" else None

    # letters

    def chase_one(self) -> None:
        """Write to the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            self.letters.chase_all([self._facts.row.id], self._period)

    # the unit itself

    def show_mailboxes(self) -> None:
        """Show the mailboxes of the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            _MAILBOXES.load()(self._page, self._desk, self._facts.row).open()

    def edit(self) -> None:
        """Correct the unit chosen."""
        self.asked.emit()
        if self._facts is not None:
            _OFFICE.load()(self._page, self._desk, office_of(self._desk, self._facts.row.id)).open()

    def end(self) -> None:
        """Wait for no more packages of the unit chosen."""
        if self._facts is not None:
            end = _OFFICES.load().end_office
            run(self._page, partial(end, self._desk, office_id=self._facts.row.id, on=self._desk.today()))

    def await_again(self) -> None:
        """Wait for its packages again."""
        if self._facts is not None:
            run(self._page, partial(_OFFICES.load().await_again, self._desk, office_id=self._facts.row.id))

    def offer_more(self) -> None:
        """Offer the lesser acts in a menu at the button."""
        offer_at_button(self._page, self.more, [offered for offered in self.lesser if offered.isVisible()])
