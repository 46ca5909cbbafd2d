"""What can be done with the charges over a unit and its mailboxes, from wherever they are shown: given, ended, stood in for, written down.

Here: `CustodyActs`, the acts and the dialogs behind them. The lines are `gui.panes.charges`, what is written `operations.custodies`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from govmail_desk.domain.custody import CustodyPaper
from govmail_desk.gui.late import Late
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.parts.kept_papers import KeptPapers, paper_of
from govmail_desk.listings import people, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.listings.custodies import ChargeLine

_APPOINT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.custody:CustodyDialog")
_END: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.end_custody:EndCustodyDialog")
_CORRECT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.correct_custody:CorrectCustodyDialog")
_COVER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.cover:CoverDialog")
_LEAD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.cover:LeadDialog")
_PAPER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.custody_paper:CustodyPaperDialog")
_HAND_OVER: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.open_handover:OpenHandoverDialog")
_PERSON: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.person:PersonDialog")
_PREVIEW: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.preview:PreviewDialog")


class CustodyActs(QObject):
    """The acts on the charges shown on one page."""

    asked_for = Signal(str, object)
    """A handover is wanted: the key of its page, and its id."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._desk: Desk

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self._desk = desk

    def do(self, act: str, about: Any) -> None:
        """Do what a line asks for: see `gui.panes.charges.tell_custody`."""
        acts: dict[str, Callable[[Any], None]] = {
            "appoint": self.appoint,
            "hand_over": self.hand_over,
            "end": self.end,
            "correct": self.correct,
            "cover": self.cover,
            "lead": self.lead,
            "paper": self.draft_paper,
            "preview": self.preview,
        }
        acts[act](about)

    def appoint(self, unit_id: int) -> None:
        """Put someone in charge of a unit, or of its mailboxes; where that opened a handover, offer to go there."""
        row = next((row for row in units.tree(self._desk) if row.id == unit_id), None)
        if row is not None:
            dialog = _APPOINT.load()(self._page, self._desk, row)
            dialog.appointed.connect(self.offer_handover)
            dialog.head_appointed.connect(self.offer_post)
            dialog.open()

    def hand_over(self, unit_id: int) -> None:
        """Open a handover of a unit's mailboxes."""
        dialog = _HAND_OVER.load()(self._page, self._desk, unit_id=unit_id)
        dialog.made.connect(self._go_to_made)
        dialog.open()

    def end(self, line: ChargeLine) -> None:
        """Record the last day of a charge."""
        _END.load()(self._page, self._desk, line.charge, line.full_name).open()

    def correct(self, line: ChargeLine) -> None:
        """Mend a slip in the days or the document of a charge."""
        _CORRECT.load()(self._page, self._desk, line).open()

    def cover(self, line: ChargeLine) -> None:
        """Record who stands in for someone who is absent."""
        _COVER.load()(self._page, self._desk, line).open()

    def lead(self, line: ChargeLine) -> None:
        """Let a custodian lead from a day on."""
        dialog = _LEAD.load()(self._page, self._desk, line)
        dialog.appointed.connect(self.offer_handover)
        dialog.open()

    def draft_paper(self, line: ChargeLine) -> None:
        """Draft the paper that gives a charge."""
        _PAPER.load()(self._page, self._desk, line).open()

    def preview(self, paper: CustodyPaper) -> None:
        """Show the pages of a drafted paper; it is printed or opened from there."""
        copies = KeptPapers(self._desk, CustodyPaper, folder=f"phu-trach-{paper.custody_id}")
        shown = paper_of(paper)
        _PREVIEW.load()(self._page, self._desk, [shown], shown, copies=copies).open()

    def offer_handover(self, changes: Changes) -> None:
        """Say that a handover was opened with an appointment, with a way to it."""
        bar = notices_near(self._page)
        for handover_id in changes.ids.get("handover", frozenset()):
            if bar is not None:
                bar.offer_too(
                    Offer(self.tr("Xem bàn giao vừa mở"), partial(self.asked_for.emit, "handovers", handover_id))
                )

    def offer_post(self, person_id: int) -> None:
        """Offer to write the post of a new head, as the minutes will print it, where the register still has that of before."""
        bar, person = notices_near(self._page), people.person_of(self._desk, person_id)
        if bar is not None and person is not None:
            words = self.tr("Sửa chức vụ “{}”…").format(person.post) if person.post else self.tr("Ghi chức vụ…")
            bar.offer_too(Offer(words, partial(self._edit_post, person_id)))

    def _edit_post(self, person_id: int) -> None:
        person = people.person_of(self._desk, person_id)
        if person is not None:
            dialog = _PERSON.load()(self._page, self._desk, person=person)
            dialog.open()
            dialog.post.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_made(self, changes: Changes) -> None:
        (made,) = changes.ids["handover"]
        self.asked_for.emit("handovers", made)
