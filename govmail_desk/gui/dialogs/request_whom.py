"""The first step of a request for new mailboxes: for whom. Those without one to tick, and the address of each, with its reason, beside.

Here: `WhomStep`. Nothing is written here save the mark of which word of a name is the tên. Not here: choosing as such
(`gui.dialogs.request_choosing`), the pane (`gui.dialogs.request_card`), the plan (`gui.dialogs.request_drafting`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.request_card import SeekerCard
from govmail_desk.gui.dialogs.request_choosing import ChoosingStep
from govmail_desk.gui.dialogs.request_ticks import SeekerTicks
from govmail_desk.gui.run import run
from govmail_desk.operations.people import edit_person

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.listings.seekers import SeekerRow


class WhomStep(ChoosingStep):
    """Choose, and look the addresses through."""

    card: SeekerCard
    waiting_words = "Đang tìm những ai chưa có hộp thư…"
    look_words = "{} địa chỉ cần xem lại"
    nobody_words = "Chưa đánh dấu ai."
    chosen_words = {"personal": "{} người đã chọn", "unit": "{} đơn vị đã chọn"}  # noqa: RUF012  # never written
    empty_words = (
        "Không còn ai cần hộp thư {}",
        "Ở đây là những người, đơn vị trong sổ chưa có hộp thư. Thêm ở trang Người và đơn vị, hoặc nhập danh sách.",
    )

    @property
    def table_name(self) -> str:
        """Those who hold no mailbox."""
        return self.tr("Người và đơn vị chưa có hộp thư")

    def made_model(self) -> SeekerTicks:
        """Show the proposed address and its article beside those chosen."""
        return SeekerTicks(self.drafting.sought_of, self)

    def made_card(self) -> SeekerCard:
        """Show the address, what else may be, and why."""
        card = SeekerCard(self)
        card.address_typed.connect(self.drafting.choose_address)
        card.given_marked.connect(self._take_word)
        return card

    def show_row(self, row: SeekerRow | None) -> None:
        """Show someone's address."""
        if row is None:
            self.card.show_nobody()
        elif row.id in self.model.ticked:
            drafting = self.drafting
            self.card.show_seeker(row, drafting.sought.get(row.id), drafting.desk.regulation(drafting.on))
        else:
            self.card.show_unticked(row)

    def keeps_enter(self, focus: QWidget | None) -> bool:
        """Enter in the search line, or in the line of an address, only takes what stands there."""
        line = self.card.addresses.line if self.card.addresses is not None else None
        return super().keeps_enter(focus) or (focus is not None and focus is line)

    def _take_word(self, seeker_id: int, word: int) -> None:
        sought = self.drafting.sought.get(seeker_id)
        if sought is None or sought.person is None:
            return
        corrected = replace(sought.person, given_word=word)
        run(self, partial(edit_person, self.drafting.desk, person=sought.person, corrected=corrected), self._replan)

    def _replan(self, _changes: object) -> None:
        self.drafting.plan_again()
