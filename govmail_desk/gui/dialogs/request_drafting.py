"""The request under way in the wizard: what is asked, for whom, with which addresses or details; and the plan made of it so far.

Here: `Drafting`. The plan is made in a worker whenever something changes, and only the newest counts. Once the clerk has seen it, it is
drafted only if it still says the same. Not here: what the steps show (`gui.dialogs.request_whom` and its neighbours), planning
itself (`operations.requests`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.background import Background, Latest
from govmail_desk.operations.paper_content import PaperChoices
from govmail_desk.operations.request_plan import RequestPlan
from govmail_desk.operations.requests import draft_request, plan_about, plan_request, selection_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details
    from govmail_desk.gui.dialogs.request_seekers import Seekers
    from govmail_desk.gui.progress import Tick


@dataclass
class Selection:
    """Those chosen of one kind, with the addresses the clerk chose for them."""

    seekers: Seekers
    ids: list[int] = field(default_factory=list)
    addresses: dict[int, str] = field(default_factory=dict)
    details: dict[int, Details] = field(default_factory=dict)
    """What the clerk said of mailboxes of the register, where the request is about those."""
    reason: str = ""
    """Why they need it, as typed; empty for the usual reason."""


class Drafting(QObject):
    """One request under way."""

    chosen = Signal()
    """Others are chosen now; the plan of them is on its way."""
    planned = Signal()
    """There is another plan, or another reason why there is none."""
    failed = Signal(object)
    """The plan could not be made: what was raised."""

    def __init__(
        self, desk: Desk, seekers: Iterable[Seekers], parent: QObject | None = None, *, kind: RequestKind = "create"
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.on: date = desk.today()
        self.choices = PaperChoices()
        self.plan: RequestPlan | None = None
        self.sought: dict[int, Any] = {}
        """What is planned for each of those chosen: `Sought` for new mailboxes, else `Concerned`."""
        self.refusal: RuleBroken | None = None
        self.is_pending = False
        self.has_changed = False
        self._selections = {each.kind: Selection(each) for each in seekers}
        self._kind: MailboxKind = next(iter(self._selections))
        self.background = Background(self)
        self._latest = Latest(self.background, self)

    @property
    def kinds(self) -> tuple[MailboxKind, ...]:
        """The kinds of mailboxes that can be asked for here."""
        return tuple(self._selections)

    @property
    def selection(self) -> Selection:
        """Those chosen of the kind in view."""
        return self._selections[self._kind]

    @property
    def has_letter(self) -> bool:
        """True where a letter is among the papers of such a request."""
        return "letter" in self.desk.regulation(self.on).papers(self.kind, self._kind, self.on)

    @property
    def refused_ids(self) -> list[int]:
        """Those chosen for whom nothing can be asked as things stand."""
        return [one for one, row in self.sought.items() if row.refusal]

    def sought_of(self, seeker_id: int) -> Any:
        """Return what is planned for one of those chosen."""
        return self.sought.get(seeker_id)

    def start_with(self, *, personal: Iterable[int], unit: Iterable[int]) -> None:
        """Begin with those chosen where the wizard was asked for; people come into view first."""
        self._selections["unit"].ids = list(unit)
        self._selections["personal"].ids = list(personal)
        if self._selections["unit"].ids and not self._selections["personal"].ids:
            self._kind = "unit"

    def turn_to(self, kind: MailboxKind) -> None:
        """Ask for mailboxes of the other kind; what was chosen of this one is kept."""
        self._kind = kind
        self.chosen.emit()
        self._ask()

    def choose(self, ids: Iterable[int]) -> None:
        """Choose these and no others."""
        self.selection.ids = list(ids)
        self.has_changed = True
        self.chosen.emit()
        self._ask()

    def choose_address(self, seeker_id: int, address: str) -> None:
        """Take another address for one of them; an empty one leaves it to the rules again."""
        self.selection.addresses.pop(seeker_id, None)
        if address:
            self.selection.addresses[seeker_id] = address
        self.has_changed = True
        self._ask()

    def know(self, details: Mapping[int, Details]) -> None:
        """Begin with what is known of some mailboxes already, such as from a change in their holders' posts."""
        for selection in self._selections.values():
            selection.details |= details

    def describe(self, details: Mapping[int, Details]) -> None:
        """Take what the clerk says of some mailboxes of the register."""
        self.selection.details |= details
        self.has_changed = True
        self._ask()

    def date_from(self, on: date) -> None:
        """Date the request another day, by whose rules it is then planned."""
        self.on = on
        self._ask()

    def plan_again(self) -> None:
        """Plan anew, since the register has moved."""
        self._ask()

    def draft(self, tick: Tick) -> Changes:
        """Draft what was seen; refused where the same choice means something else by now. Runs in a worker."""
        seen = self.plan
        fresh = self._question()()
        if seen is None or selection_hash(seen.rows) != selection_hash(fresh.rows):
            raise RuleBroken("Sổ vừa có thay đổi nên danh sách này không còn như đã xem. Hãy xem lại bước 1 rồi lập.")
        return draft_request(self.desk, fresh, choices=self.choices, tick=tick)

    def _question(self) -> Callable[[], RequestPlan]:
        """Bind what is wanted now, so that it may be asked in a worker."""
        selection = self.selection
        order = selection.seekers.in_plan_order(selection.ids)
        if self.kind != "create":
            said = {one: selection.details[one] for one in order if one in selection.details}
            about = partial(plan_about, self.desk, kind=self.kind, mailbox_ids=order, details=said)
            return partial(about, on=self.on, reason=selection.reason)
        places = {place: selection.addresses[one] for place, one in enumerate(order) if one in selection.addresses}
        asked = selection.seekers.asked(order)
        return partial(plan_request, self.desk, on=self.on, reason=selection.reason, chosen=places, **asked)

    def _ask(self) -> None:
        if not self.selection.ids:
            self._latest.forget()
            self._take(None)
            return
        self.is_pending = True
        self._latest.ask(self._question(), self._take, self._fail)
        self.planned.emit()

    def _take(self, plan: RequestPlan | None) -> None:
        order = self.selection.seekers.in_plan_order(self.selection.ids)
        self.plan, self.refusal, self.is_pending = plan, None, False
        self.sought = dict(zip(order, plan.rows, strict=True)) if plan else {}
        self.planned.emit()

    def _fail(self, failure: BaseException) -> None:
        self.plan, self.sought, self.is_pending = None, {}, False
        self.refusal = failure if isinstance(failure, RuleBroken) else None
        self.planned.emit()
        self.failed.emit(failure)
