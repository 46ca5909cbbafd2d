"""The page Bàn giao: every handover of a unit's mailboxes with its progress, and beside it the checklist, minutes and signed copies.

Here: `HandoversPage`. Rows come from `listings.handovers`; the acts on the one chosen are `gui.parts.handover_acts`, opening one is
`gui.dialogs.open_handover`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.handover import HandoverPane
from govmail_desk.gui.parts.handover_acts import HandoverActs
from govmail_desk.gui.tables.handover_columns import STATE_CHIPS, handover_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import handover_table, handovers, people
from govmail_desk.listings.handover_table import Opening
from govmail_desk.listings.handovers import HandoverRow
from govmail_desk.wording import HANDOVER_STATES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.tables.columns import Order

_OPEN: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.open_handover:OpenHandoverDialog")


class HandoversPage(LookupPage[HandoverRow]):
    """Handovers of the units' mailboxes."""

    reads = frozenset({
        "handover", "handover_item", "handed_mailbox", "minutes", "signed_copy",
        "mailbox", "person", "unit_name", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "handovers"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = HandoverPane()
        super().__init__(
            columns=handover_columns(),
            name="Bàn giao",
            search_words="Tìm theo người giao, người nhận, đơn vị, địa chỉ",
            chips=(),
            more_chips=STATE_CHIPS,
            icon_name="handover",
            kept_as="handovers",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.handover_acts = HandoverActs(self)
        self._make = self.add_act(
            "open", self.tr("Mở bàn giao"), self.open_handover, icon_name="add", shortcut="Ctrl+N", is_main=True
        )
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        self.row_acts = self.handover_acts.all
        self.handover_acts.asked.connect(self.settle)
        self.handover_acts.first_open_asked.connect(self._show_first_open)
        self.shown.asked_for.connect(self.go_to)
        self.shown.amend_asked.connect(self.handover_acts.amend)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.handover_acts.open_desk(desk)

    # what is listed

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the handovers searched for."""
        return partial(_asked, self.desk, self.search.text(), self.more_chips.chosen_keys)

    def lines(self, ids: Sequence[int]) -> Sequence[HandoverRow]:
        """Return the rows of these handovers."""
        return handovers.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say how many there are in each state, and what belongs here where there are none."""
        self.more_chips.show_counts(dict(answer.counts))
        told = [
            f"{answer.counts[key]} {words.lower()}" for key, words in HANDOVER_STATES.items() if answer.counts.get(key)
        ]
        self.set_subtitle(" · ".join(told) or self.tr("Chưa có lần bàn giao nào"))
        if answer.counts:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có lần bàn giao nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr(
            "Khi ghi thủ trưởng mới của đơn vị, việc bàn giao hộp thư tự mở ở đây; việc khác thì mở bằng nút này."
        )
        self.view.empty.say(self.tr("Chưa có lần bàn giao nào"), words, (self._make,), icon_name="handover")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the handover chosen."""
        facts = handovers.pane(self.desk, ids[0]) if len(ids) == 1 else None
        self.handover_acts.show_handover(facts)
        if facts is None:
            self.shown.show_nothing()
            return
        regulation = self.desk.regulation(facts.handover.effective_on)
        two = [one for one in (facts.handover.giver_id, facts.handover.receiver_id) if one is not None]
        posts = {row.id: row.post for row in people.page(self.desk, two)}
        self.shown.show_handover(facts, regulation, handover_table.mailbox_ids(self.desk, facts.row.id), posts)
        self._connect_pane()
        acts = self.handover_acts
        offered = [one for one in (acts.make, acts.attach, acts.close, acts.more) if one.isVisible()]
        self.shown.offer(offered, acts.main)

    def _connect_pane(self) -> None:
        acts, items, minutes, copies = self.handover_acts, self.shown.items, self.shown.minutes, self.shown.copies
        assert items is not None
        assert minutes is not None
        assert copies is not None
        items.done_asked.connect(acts.finish_item)
        items.told_asked.connect(acts.tell_item)
        items.passed_asked.connect(acts.pass_item)
        items.reopened_asked.connect(acts.reopen_item)
        minutes.preview_asked.connect(acts.preview_minutes)
        minutes.open_asked.connect(acts.open_minutes)
        copies.open_asked.connect(acts.open_copy)
        copies.mark_asked.connect(acts.tell_mark)

    # acts

    def open_handover(self) -> None:
        """Open a handover of a unit's mailboxes."""
        dialog = _OPEN.load()(self, self.desk)
        dialog.made.connect(self._show_made)
        dialog.open()

    def _show_first_open(self) -> None:
        self.beside.open_pane()
        self.shown.show_first_open()

    def edit(self) -> None:
        """Write what stands around the handover chosen otherwise: F2."""
        self.handover_acts.amend()

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["handover"]
        self.show_item(made)


def _asked(desk: Desk, search: str, states: Any, _order: Order) -> Opening:
    return handover_table.opening(desk, search=search, states=states, first_count=PAGE)
