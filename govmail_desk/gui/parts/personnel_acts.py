"""A change in someone's post, asked for from a page, and the request that follows from it, offered beside the message.

Here: `PersonnelActs`, for the people chosen on a page or the holder of a mailbox. The dialog is `gui.dialogs.personnel_change`, the
request `gui.dialogs.request_wizard`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from govmail_desk import wording
from govmail_desk.domain.mailbox import LOCKED
from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.listings import people, requests

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details
    from govmail_desk.operations.personnel_asks import Ask

_CHANGE: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.personnel_change:PersonnelChangeDialog")
_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_ISSUED: Final = frozenset({"active", *LOCKED})
MOST_AT_ONCE: Final = 200
"""More people than this are never named in one decision."""


class PersonnelActs(QObject):
    """The act, and what is offered after it."""

    def __init__(self, page: QWidget, *, settle: Callable[[], object] | None = None) -> None:
        """Act on a page; `settle` lets it take up the row last moved to before it is acted on."""
        super().__init__(page)
        self._page = page
        self._settle = settle
        self._desk: Desk
        self._person_ids: tuple[int, ...] = ()
        self.change = act(
            page, "personnel", self.tr("Biến động nhân sự…"), self.record, icon_name="person", shortcut="F7"
        )
        self.show_people(())

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def show_people(self, person_ids: Sequence[int]) -> None:
        """Say who is meant."""
        self._person_ids = tuple(person_ids)
        self.change.setVisible(0 < len(person_ids) <= MOST_AT_ONCE)

    def record(self) -> None:
        """Record a change for those meant."""
        if self._settle is not None:
            self._settle()
        found = [people.person_of(self._desk, person_id) for person_id in self._person_ids]
        concerned = [person for person in found if person is not None]
        if concerned:
            dialog = _CHANGE.load()(self._page, self._desk, concerned)
            dialog.recorded.connect(self.offer_requests)
            dialog.open()

    def offer_requests(self, asks: Sequence[Ask]) -> None:
        """Offer to make what follows, beside the message that the change was recorded."""
        bar = notices_near(self._page)
        for kind in dict.fromkeys(ask.kind for ask in asks if ask.is_next):
            of_kind = [ask for ask in asks if ask.kind == kind and ask.is_next]
            words = self.tr("Lập đề nghị {}…").format(wording.REQUEST_KINDS[kind].lower())
            if bar is not None:
                bar.offer_too(Offer(words, partial(self._request, of_kind)))

    def offer_mailbox(self, changes: Changes) -> None:
        """Offer to ask a mailbox for someone added by hand, where the regulation lets that person have one."""
        for person_id in changes.ids.get("person", frozenset()):
            added = people.pane(self._desk, person_id)
            bar = notices_near(self._page)
            if added is not None and bar is not None and self._posts().admits(added.person.post, added.unit):
                words = self.tr("Lập đề nghị cấp mới…")
                bar.offer_too(Offer(words, partial(self._open, "create", people_ids=[person_id])))

    def request_after_change(self, person_id: int, kind: RequestKind) -> int | None:
        """Begin the request that a change in someone's post wants; return the one under way, where there is one, instead."""
        held = people.pane(self._desk, person_id)
        issued = [box.id for box in held.mailboxes if box.state in _ISSUED] if held is not None else []
        under_way = requests.open_about(self._desk, kind, issued)
        if under_way is None:
            self._open(kind, mailbox_ids=issued)
        return under_way

    def _posts(self) -> PersonalPosts:
        today = self._desk.today()
        return PersonalPosts(self._desk.regulation().find(ADDRESS_PERSONAL_ONLY_FOR, today))

    def _request(self, asks: Sequence[Ask]) -> None:
        if asks[0].kind == "create":
            self._open("create", people_ids=[ask.person_id for ask in asks])
            return
        details = {mailbox_id: ask.details for ask in asks for mailbox_id in ask.mailbox_ids if ask.details}
        self._open(asks[0].kind, mailbox_ids=list(details), details=details)

    def _open(
        self,
        kind: RequestKind,
        *,
        people_ids: Sequence[int] = (),
        mailbox_ids: Sequence[int] = (),
        details: Mapping[int, Details] | None = None,
    ) -> None:
        wizard = _REQUEST.load()(self._page, self._desk, kind=kind, people_ids=people_ids, mailbox_ids=mailbox_ids)
        if details:
            wizard.drafting.describe(details)
        wizard.open()
