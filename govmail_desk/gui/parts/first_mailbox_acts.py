"""Asking for the mailbox of those who have none: for one person, for several, or one request for each of several units.

Here: `FirstMailboxActs`, the acts and for whom of those chosen they are offered. Whose post gets a mailbox is `domain.personal_post`; the
plan of the request says it again, with every reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from govmail_desk.domain.personal_post import PersonalPosts
from govmail_desk.domain.regulation import ADDRESS_PERSONAL_ONLY_FOR
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.parts.batch_act import BatchAct
from govmail_desk.gui.tables.rows_model import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.provision import Provision
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.listings.people import PersonPane, PersonRow


class FirstMailboxActs(QObject):
    """The acts of one page; `request` begins the request for those chosen there."""

    def __init__(self, page: QWidget, *, request: Callable[[], object], settle: Callable[[], object]) -> None:
        super().__init__(page)
        self.ask = act(page, "ask", self.tr("Đề nghị cấp hộp thư"), request, icon_name="request")
        self.batch_act = BatchAct(page, kinds=("create",), settle=settle)
        self.acts = (self.ask, self.batch_act.offered)
        self.rule: Provision[tuple[str, ...]] | None = None
        """Whose post gets a mailbox, where the regulation names posts."""
        self.barred_by: Provision[tuple[str, ...]] | None = None
        """The rule by which the one person chosen gets no mailbox of their own."""
        self.wanting_count = 0
        """How many of those chosen may have a mailbox and have none."""
        self.show_nobody()

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self.batch_act.open_desk(desk)

    def show_nobody(self) -> None:
        """Offer nothing while nobody is chosen."""
        self.rule = self.barred_by = None
        self.wanting_count = 0
        self._offer([], chosen_ids=(), unit_count=0)

    def show_people(
        self,
        chosen_ids: Sequence[int],
        rows: Sequence[PersonRow],
        *,
        one: PersonPane | None,
        unit_count: int,
        regulation: Regulation,
        today: date,
    ) -> None:
        """Say who is chosen: their rows, the one alone where it is one; of a great choice the plan says who has a mailbox."""
        self.rule = regulation.find(ADDRESS_PERSONAL_ONLY_FOR, today)
        posts = PersonalPosts(self.rule)
        wanting = [row for row in rows if not row.address and not row.has_left and posts.admits(row.post, row.unit)]
        self.wanting_count = len(wanting)
        lacks = one is not None and one.person.left_on is None and not one.holds_mailbox
        is_barred = one is not None and lacks and not posts.admits(one.person.post, one.unit)
        self.barred_by = self.rule if is_barred else None
        self._offer(wanting if len(chosen_ids) > 1 else [], chosen_ids=chosen_ids, unit_count=unit_count)
        if lacks and not is_barred:
            self.ask.setVisible(True)

    def _offer(self, wanting: Sequence[PersonRow], *, chosen_ids: Sequence[int], unit_count: int) -> None:
        is_great = len(chosen_ids) > PAGE
        if is_great:
            self.batch_act.show_subjects(chosen_ids, unit_count=unit_count)
        else:
            units = {row.unit_id for row in wanting}
            self.batch_act.show_subjects([row.id for row in wanting], unit_count=len(units))
        self.ask.setVisible(is_great or bool(wanting))
