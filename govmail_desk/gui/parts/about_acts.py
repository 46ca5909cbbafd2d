"""What can be asked of the operator about mailboxes there are: change, another password, reopening, closing; one act each, on two pages.

Here: `AboutActs`, which opens the wizard with the kind chosen. A kind the regulation does not name says so. New mailboxes are acts of the
pages themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk import wording
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.act_menu import offer_at_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.request import RequestKind

_WIZARD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
KINDS: Final[tuple[RequestKind, ...]] = ("change", "reset", "reopen", "close")
_ISSUED: Final = frozenset({"active", *LOCKED})
_MAILBOX_KINDS: Final = ("personal", "unit")


class AboutActs(QObject):
    """The acts of one page on the mailboxes chosen there, or on none yet."""

    def __init__(self, page: QWidget, *, words: str) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk
        self._mailbox_ids: Sequence[int] = ()
        self._are_named = False
        self.kinds: dict[RequestKind, QAction] = {
            kind: act(page, f"ask_{kind}", "", getattr(self, f"ask_{kind}"), icon_name="request") for kind in KINDS
        }
        self.more = act(page, "about", words, self.offer, icon_name="request")
        self.show_mailboxes((), frozenset())

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def name_kinds(self) -> None:
        """Name each kind, and say beside it where the regulation does not; the regulation is asked only when a name is wanted."""
        if self._are_named:
            return
        regulation, today = self._desk.regulation(), self._desk.today()
        for kind, offered in self.kinds.items():
            rules = (regulation.channel(kind, one, today) for one in _MAILBOX_KINDS)
            is_stated = any(rule is not None and rule.source != "suggested" for rule in rules)
            beside = "" if is_stated else self.tr(" (quy chế không nêu)")
            offered.setText(f"{wording.REQUEST_KINDS[kind]}…{beside}")
        self._are_named = True

    def take_changes(self, changes: Changes | None) -> None:
        """Name them anew where the regulation is another."""
        if changes is None or changes.touches("regulation_text", "choice"):
            self._are_named = False

    def show_mailboxes(self, mailbox_ids: Sequence[int], states: frozenset[str]) -> None:
        """Say which mailboxes are meant and in which states they are, and so what can be asked."""
        self._mailbox_ids = mailbox_ids
        if mailbox_ids:
            self.name_kinds()
        for kind, offered in self.kinds.items():
            fitting = LOCKED if kind == "reopen" else _ISSUED
            offered.setVisible(bool(mailbox_ids) and states <= fitting)
        self.more.setVisible(any(offered.isVisible() for offered in self.kinds.values()))

    def show_all(self) -> None:
        """Offer every kind; which mailboxes it is about is asked in the wizard."""
        for offered in (*self.kinds.values(), self.more):
            offered.setVisible(True)

    def ask(self, kind: RequestKind) -> None:
        """Begin a request of a kind."""
        _WIZARD.load()(self._page, self._desk, kind=kind, mailbox_ids=self._mailbox_ids).open()

    def ask_change(self) -> None:
        """Begin a request to change what is known of mailboxes."""
        self.ask("change")

    def ask_reset(self) -> None:
        """Begin a request for other passwords."""
        self.ask("reset")

    def ask_reopen(self) -> None:
        """Begin a request to open locked mailboxes again."""
        self.ask("reopen")

    def ask_close(self) -> None:
        """Begin a request to end mailboxes."""
        self.ask("close")

    def offer(self) -> None:
        """Offer the kinds in a menu at the button."""
        self.name_kinds()
        offer_at_button(self._page, self.more, [offered for offered in self.kinds.values() if offered.isVisible()])
