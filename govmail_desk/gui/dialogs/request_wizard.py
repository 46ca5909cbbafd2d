"""A request in three steps: for whom or about which mailboxes, the letter, the files made and what happens next.

Here: the frame of the steps. What each step shows is `gui.dialogs.request_whom` or `request_about`, then `request_letter` and
`request_made`; planning and drafting is `operations.requests`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize

from govmail_desk import wording
from govmail_desk.gui.dialogs.request_about import AboutStep
from govmail_desk.gui.dialogs.request_drafting import Drafting
from govmail_desk.gui.dialogs.request_letter import LetterStep
from govmail_desk.gui.dialogs.request_made import MadeStep
from govmail_desk.gui.dialogs.request_seekers import ListSeekers, MailboxSeekers, RegisterSeekers, Seekers
from govmail_desk.gui.dialogs.request_whom import WhomStep
from govmail_desk.gui.steps import SteppedDialog
from govmail_desk.listings.mailboxes import page as mailbox_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.request import RequestKind
    from govmail_desk.domain.request_details import Details
    from govmail_desk.gui.dialogs.request_choosing import ChoosingStep
    from govmail_desk.operations.intake_plan import IntakePlan

SIZE: Final = QSize(1400, 800)


class RequestWizard(SteppedDialog):
    """Open it with `open()`; the ids are those chosen on the page it was asked from."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        *,
        people_ids: Sequence[int] = (),
        unit_ids: Sequence[int] = (),
        mailbox_ids: Sequence[int] = (),
        intake: IntakePlan | None = None,
        kind: RequestKind = "create",
        details: Mapping[int, Details] | None = None,
    ) -> None:
        first = self.tr("Cho ai") if kind == "create" else self.tr("Hộp thư nào")
        titles = (first, self.tr("Công văn"), self.tr("Giấy tờ đã lập"))
        title = self.tr("Lập đề nghị {} hộp thư").format(wording.REQUEST_KINDS[kind].lower())
        super().__init__(parent, title=title, titles=titles, size=SIZE)
        self.drafting = Drafting(desk, _offered(desk, intake, kind), self, kind=kind)
        self.drafting.know(details or {})
        self._choose(people_ids, unit_ids, mailbox_ids, intake)
        self.whom: ChoosingStep = (WhomStep if kind == "create" else AboutStep)(self.drafting, self)
        self.letter = LetterStep(self.drafting, self)
        self.made = MadeStep(desk, self)
        for step in (self.whom, self.letter, self.made):
            self.add_step(step)
        self.letter.made.connect(self.made.show_request)
        self.drafting.planned.connect(self._name_letter)
        self._name_letter()
        self.whom.enter()

    @property
    def has_typed(self) -> bool:
        """Whom the clerk chose would be lost too."""
        return not self.is_over and (self.drafting.has_changed or super().has_typed)

    def done(self, result: int) -> None:
        """Let the work under way end before the dialog goes."""
        self.drafting.background.finish()
        super().done(result)

    def _name_letter(self) -> None:
        """Call the second step by what asks: the letter, or the mail where the regulation wants no letter."""
        self.strip.rename(1, self.tr("Công văn") if self.drafting.has_letter else self.tr("Thư điện tử"))

    def _choose(
        self,
        people_ids: Sequence[int],
        unit_ids: Sequence[int],
        mailbox_ids: Sequence[int],
        intake: IntakePlan | None,
    ) -> None:
        drafting = self.drafting
        if intake is not None:
            drafting.selection.ids = drafting.selection.seekers.opening().ids
            return
        of_units = _of_units(drafting.desk, mailbox_ids)
        if drafting.kind != "create":
            drafting.start_with(
                personal=[one for one in mailbox_ids if one not in of_units],
                unit=[one for one in mailbox_ids if one in of_units],
            )
            return
        units = [*unit_ids, *(-one for one in mailbox_ids if one in of_units)]
        people = [*people_ids, *(-one for one in mailbox_ids if one not in of_units)]
        drafting.start_with(personal=people, unit=units)


def _offered(desk: Desk, intake: IntakePlan | None, kind: RequestKind) -> list[Seekers]:
    if intake is not None:
        return [ListSeekers(desk, intake)]
    if kind != "create":
        return [MailboxSeekers(desk, "personal", kind), MailboxSeekers(desk, "unit", kind)]
    return [RegisterSeekers(desk, "personal"), RegisterSeekers(desk, "unit")]


def _of_units(desk: Desk, mailbox_ids: Sequence[int]) -> set[int]:
    return {row.id for row in mailbox_lines(desk, mailbox_ids) if row.kind == "unit"} if mailbox_ids else set()
