"""What can be done with the mailboxes chosen on the page Hộp thư: record what happened, ask for those proposed, correct.

Here: `MailboxActs`, the acts and the dialogs behind them. Requests about mailboxes there are: `gui.parts.about_acts`; adding, proposing and
importing are the page's own acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.listings import mailboxes, requests

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.mailbox import MailboxState
    from govmail_desk.listings.mailbox_pane import EventRow, MailboxPane
    from govmail_desk.listings.mailboxes import MailboxRow

_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_EDIT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.mailbox_edit:MailboxEditDialog")
_NOTES: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.notes:NotesDialog")
_STATE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.mailbox_state:MailboxStateDialog")

_NEXT: Final[dict[str, tuple[str, MailboxState]]] = {
    "requested": ("Ghi đã được cấp", "active"),
    "locked": ("Ghi đã mở lại", "active"),
    "suspended": ("Ghi đã mở lại", "active"),
}
"""The usual next event of a mailbox in a state; a proposed one is asked for, others wait for what happens."""
_UNDER_WAY: Final = frozenset({"draft", "signed", "sent", "overdue"})
"""The states of a request that is not answered yet: its mailboxes are not asked for again."""


class MailboxActs(QObject):
    """The acts of one page on the mailboxes chosen there."""

    asked_for = Signal(str, object)
    """The request a mailbox stands in is wanted: the key of its page, and its id."""

    def __init__(self, page: QWidget, *, settle: Callable[[], object]) -> None:
        """Act on a page; `settle` lets it take up the row last moved to before it is acted on."""
        super().__init__(page)
        self._page = page
        self._settle = settle
        self._desk: Desk
        self._chosen_ids: Sequence[int] = ()
        self._row: MailboxRow | None = None
        self._asked_in: int | None = None
        self.next = act(page, "next", "", self.record_next, icon_name="check", shortcut="F6")
        self.ask = act(page, "ask", "", self.request_chosen, icon_name="request")
        self.see = act(page, "see", self.tr("Mở đề nghị đang làm"), self.see_request, icon_name="request")
        self.record = act(
            page, "record", self.tr("Ghi trạng thái"), self.record_state, icon_name="clock", shortcut="F4"
        )
        self.correct = act(page, "edit", self.tr("Sửa"), self.edit, icon_name="edit", shortcut="F2")
        self.show_mailboxes((), None, frozenset())

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    @property
    def main(self) -> QAction | None:
        """The act most likely wanted."""
        return next((offered for offered in (self.next, self.see, self.ask) if offered.isVisible()), None)

    def show_mailboxes(self, chosen_ids: Sequence[int], facts: MailboxPane | None, states: frozenset[str]) -> None:
        """Say which mailboxes are meant, the one alone where it is one, and in which states they are."""
        self._chosen_ids = chosen_ids
        self._row = row = facts.row if facts else None
        self._asked_in = self._request_under_way(facts.events) if facts else None
        has_next = row is not None and row.state in _NEXT
        self.next.setVisible(has_next)
        self.next.setText(_NEXT[row.state][0] if row is not None and has_next else "")
        self.see.setVisible(self._asked_in is not None)
        self.ask.setVisible(self._asked_in is None and states == {"proposed"})
        self.ask.setText(self.tr("Đề nghị cấp hộp thư này") if row else self.tr("Đề nghị cấp các hộp thư này"))
        self.record.setVisible(row is not None)
        self.correct.setText(self.tr("Sửa") if row is not None else self.tr("Sửa ghi chú"))
        self.correct.setVisible(bool(chosen_ids))

    def request_chosen(self) -> None:
        """Begin a request for the mailboxes chosen, which are only proposed yet."""
        self._settle()
        _REQUEST.load()(self._page, self._desk, mailbox_ids=self._chosen_ids).open()

    def see_request(self) -> None:
        """Go to the request the mailbox chosen stands in."""
        if self._asked_in is not None:
            self.asked_for.emit("requests", self._asked_in)

    def record_state(self) -> None:
        """Record what happened to the mailbox chosen."""
        self._settle()
        if self._row is not None:
            _STATE.load()(self._page, self._desk, self._row).open()

    def record_next(self) -> None:
        """Record the usual next event of the mailbox chosen."""
        if self._row is not None and self._row.state in _NEXT:
            _STATE.load()(self._page, self._desk, self._row, state=_NEXT[self._row.state][1]).open()

    def edit(self) -> None:
        """Correct the mailbox chosen, or the notes of all chosen."""
        self._settle()
        if len(self._chosen_ids) > 1:
            _NOTES.load()(self._page, self._desk, self._chosen_ids).open()
        elif self._chosen_ids:
            mailbox = mailboxes.mailbox_of(self._desk, self._chosen_ids[0])
            if mailbox is not None:
                _EDIT.load()(self._page, self._desk, mailbox).open()

    def _request_under_way(self, events: Sequence[EventRow]) -> int | None:
        """Return the request a mailbox stands in that is not answered yet."""
        asked = next((event.request_id for event in events if event.request_id is not None), None)
        if asked is None:
            return None
        return next((row.id for row in requests.page(self._desk, [asked]) if row.state in _UNDER_WAY), None)
