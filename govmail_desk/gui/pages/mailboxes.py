"""The page Hộp thư: every mailbox in a table, searched as it is typed, with all about the one chosen beside it.

Here: `MailboxesPage`. Rows come from `listings.mailboxes`, acts are dialogs of `gui.dialogs` over `operations.mailboxes`.
Not here: the acts on the mailboxes chosen (`gui.parts.mailbox_acts`), people and units (`gui.pages.people`), what becomes of a request
(`gui.pages.requests`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from govmail_desk import wording
from govmail_desk.domain.mailbox import NEVER_ISSUED
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.lookup_page import LookupPage
from govmail_desk.gui.panes.mailbox import MailboxPane
from govmail_desk.gui.parts.about_acts import AboutActs
from govmail_desk.gui.parts.batch_act import BatchAct
from govmail_desk.gui.parts.custody_acts import CustodyActs
from govmail_desk.gui.parts.desk_exports import show_password_card
from govmail_desk.gui.parts.follow_up_acts import FollowUpActs
from govmail_desk.gui.parts.mailbox_acts import MailboxActs
from govmail_desk.gui.parts.personnel_acts import PersonnelActs
from govmail_desk.gui.parts.unused_chip import offer_unused
from govmail_desk.gui.rules.mailbox_rules import rules_of_mailbox
from govmail_desk.gui.tables.mailbox_columns import KIND_CHIPS, STATE_CHIPS, UNUSED_CHIP, mailbox_columns
from govmail_desk.gui.tables.rows_model import PAGE
from govmail_desk.listings import custody_facts, mailbox_pane, mailboxes, request_life, requests
from govmail_desk.listings.mailboxes import MailboxFilter, MailboxRow, Opening

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.dialog import Dialog
    from govmail_desk.gui.parts.copies import Copies
    from govmail_desk.gui.rules.mailbox_rules import Rule
    from govmail_desk.gui.tables.columns import Order
    from govmail_desk.listings.mailbox_pane import MailboxPane as MailboxFacts
    from govmail_desk.listings.request_life import FollowUpRow

_IMPORT: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.import_wizard:ImportWizard")
_REQUEST: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.request_wizard:RequestWizard")
_ADD: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.mailbox:MailboxDialog")
_COPIES: Final[Late[type[Copies]]] = Late("govmail_desk.gui.parts.copies:Copies")


class MailboxesPage(LookupPage[MailboxRow]):
    """Mailboxes of the unit and its people."""

    reads = frozenset({
        "mailbox", "mailbox_event", "mailbox_act", "person", "unit", "unit_name", "custody", "custody_paper", "handover",
        "handover_item", "signed_copy", "incident", "request", "file", "follow_up", "usage_reading", "regulation_text", "choice",
    })  # fmt: skip
    help_topic = "mailboxes"

    def __init__(self, parent: QWidget | None = None) -> None:
        pane = MailboxPane()
        super().__init__(
            columns=mailbox_columns(),
            name="Hộp thư",
            search_words="Tìm địa chỉ, người, đơn vị",
            chips=(*KIND_CHIPS, UNUSED_CHIP),
            more_chips=STATE_CHIPS,
            icon_name="mailbox",
            kept_as="mailboxes",
            pane=pane,
            parent=parent,
        )
        self.shown = pane
        self.setAcceptDrops(True)
        self._counts: dict[tuple[str, str], int] | None = None
        self.about_acts = AboutActs(self, words=self.tr("Đề nghị…"))
        self.personnel_acts = PersonnelActs(self, settle=self.settle)
        self.batch_act = BatchAct(self, kinds=("reset", "reopen", "close", "change"), settle=self.settle)
        self.follow_up_acts = FollowUpActs(self)
        self.mailbox_acts = MailboxActs(self, settle=self.settle)
        self.mailbox_acts.asked_for.connect(self.go_to)
        self.custody_acts = CustodyActs(self)
        self.custody_acts.asked_for.connect(self.go_to)
        self.shown.charge_asked.connect(self.custody_acts.do)
        self._make_acts()
        self.shown.asked_for.connect(self.go_to)
        self.shown.paper_asked.connect(self.open_paper)
        self.shown.card_asked.connect(self.show_card)
        self.shown.follow_up_done.connect(self.follow_up_acts.finish)
        self.shown.follow_up_dismissed.connect(self.follow_up_acts.dismiss)

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        super().open_desk(desk)
        self.about_acts.open_desk(desk)
        self.personnel_acts.open_desk(desk)
        self.batch_act.open_desk(desk)
        self.follow_up_acts.open_desk(desk)
        self.mailbox_acts.open_desk(desk)
        self.custody_acts.open_desk(desk)

    # what is listed

    def reload(self, changes: Changes | None) -> None:
        """Show the rows and counts as they stand now; a search in between counts nothing anew."""
        self._counts = None
        self.about_acts.take_changes(changes)
        super().reload(changes)

    def question(self) -> Callable[[Order], Opening]:
        """Ask for the mailboxes searched for."""
        return partial(_asked, self.desk, self._wanted(), self._counts is None, self._regulation is None)

    def lines(self, ids: Sequence[int]) -> Sequence[MailboxRow]:
        """Return the rows of these mailboxes."""
        return mailboxes.page(self.desk, ids)

    def take_answer(self, answer: Opening) -> None:
        """Say how many there are, and what to do where there are none."""
        counts = self._counts = answer.counts if answer.counts is not None else self._counts or {}
        by_kind: dict[str, int] = dict.fromkeys(wording.MAILBOX_KINDS, 0)
        by_state: dict[str, int] = dict.fromkeys(wording.MAILBOX_STATES, 0)
        for (kind, state), count in counts.items():
            by_state[state] += count
            by_kind[kind] += count if state != "closed" else 0
        self.chips.show_counts(by_kind)
        self._regulation = answer.regulation or self._regulation
        offer_unused(self.chips, self.regulation, self.desk.today())
        self.more_chips.show_counts(by_state)
        self.set_subtitle(self._summary(len(answer.ids), by_kind, by_state["closed"]))
        self._say_empty(has_any=bool(counts))

    def _summary(self, found: int, by_kind: dict[str, int], closed: int) -> str:
        kept = sum(by_kind.values())
        if self.is_searching:
            return self.tr("Tìm thấy {} trong {} hộp thư").format(found, kept + closed)
        if not by_kind["personal"]:
            return self.tr("{} hộp thư. Thả danh sách Excel vào đây để nhập thêm.").format(kept)
        hidden = self.tr(", {} hộp thư đã đóng đang ẩn").format(closed) if closed else ""
        return self.tr("{} hộp thư").format(kept) + hidden

    def show_item(self, item_id: int) -> None:
        """Choose one mailbox, also where the search or its being closed hid it."""
        if not self.table.choose(item_id):
            self.clear_search()
        if not self.table.choose(item_id):
            self.more_chips.chips["closed"].setChecked(True)
            self.table.choose(item_id)
        self.settle()

    def _wanted(self) -> MailboxFilter:
        kinds = [key for key in self.chips.chosen_keys if key in wording.MAILBOX_KINDS]
        return MailboxFilter(
            search=self.search.text(),
            kind=kinds[0] if len(kinds) == 1 else None,
            states=self.more_chips.chosen_keys,
            unused_on=self.desk.today() if UNUSED_CHIP.key in self.filters else None,
        )

    def _say_empty(self, *, has_any: bool) -> None:
        if has_any and self.is_searching:
            words = self.tr("Thử gõ ít chữ hơn, hoặc bỏ bớt ô lọc đang chọn.")
            self.view.empty.say(self.tr("Không có hộp thư nào khớp"), words, (self._clear,), icon_name="search")
            return
        words = self.tr("Thả danh sách Excel của đơn vị vào đây, hoặc ghi từng hộp thư đang có.")
        acts = (self._import, self._add)
        self.view.empty.say(self.tr("Chưa có hộp thư nào"), words, acts, icon_name="mailbox")

    # the one chosen

    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the mailbox chosen, or say how many are."""
        facts = mailbox_pane.pane(self.desk, ids[0]) if len(ids) == 1 else None
        states = self._states_of(ids)
        self.mailbox_acts.show_mailboxes(ids, facts, states)
        self.about_acts.show_mailboxes(ids if states else (), states)
        self._allow_batch(ids)
        self.personnel_acts.show_people([facts.holder_id] if facts and facts.holder_id is not None else ())
        if facts is not None:
            rules = rules_of_mailbox(self.regulation, facts.row.kind, facts.row.state, self.desk.today())
            follow_ups = request_life.follow_ups_of_mailbox(self.desk, facts.row.id)
            self._show_one(facts, rules, follow_ups)
        elif ids:
            self.shown.show_many(len(ids))
        else:
            self.shown.show_nothing()
        self.shown.offer(
            [offered for offered in self._foot if offered.isVisible()] if ids else (), self.mailbox_acts.main
        )

    def _show_one(self, facts: MailboxFacts, rules: Sequence[Rule], follow_ups: Sequence[FollowUpRow]) -> None:
        """Show a mailbox; of a unit's own also who looks after it."""
        if facts.row.kind != "unit":
            self.shown.show_mailbox(facts, self.regulation, rules, follow_ups)
            return
        custody = custody_facts.of_mailbox(self.desk, facts.row.id, facts.unit_id)
        self.shown.show_mailbox(facts, self.regulation, rules, follow_ups, custody=custody)

    def _allow_batch(self, ids: Sequence[int]) -> None:
        """Let mailboxes that were issued be asked about unit by unit; of a great choice the plan says which cannot be."""
        rows = mailboxes.page(self.desk, ids) if 1 < len(ids) <= PAGE else []
        issued = [row for row in rows if row.state not in NEVER_ISSUED]
        if len(ids) > PAGE:
            self.batch_act.show_subjects(ids, unit_count=len(ids))
        else:
            self.batch_act.show_subjects([row.id for row in issued], unit_count=len({row.unit for row in issued}))

    def _states_of(self, ids: Sequence[int]) -> frozenset[str]:
        """Say in which states those chosen are; of more than one list of rows holds, nothing can be asked at once."""
        if not 0 < len(ids) <= PAGE:
            return frozenset()
        return frozenset(row.state for row in mailboxes.page(self.desk, ids))

    # acts

    def import_list(self, path: Path | None = None) -> None:
        """Begin the import of a list."""
        self._open(_IMPORT.load()(self, self.desk, path))

    def add_mailbox(self) -> None:
        """Write a mailbox that exists into the register."""
        self._open_adding(_ADD.load()(self, self.desk))

    def propose(self) -> None:
        """Propose an address for someone or for a unit."""
        self._open_adding(_ADD.load()(self, self.desk, is_proposed=True))

    def make_request(self) -> None:
        """Begin a request for new mailboxes; whom it is for is asked there."""
        self._open(_REQUEST.load()(self, self.desk))

    def edit(self) -> None:
        """Correct the mailbox chosen, or the notes of all chosen."""
        self.mailbox_acts.edit()

    def show_card(self) -> None:
        """Show the regulation's rules for passwords."""
        show_password_card(self, self.desk)

    def open_paper(self, request_id: int, file_id: int) -> None:
        """Open a copy of a paper."""
        request = requests.pane(self.desk, request_id)
        kept = next((file for file in request.files if file.id == file_id), None) if request else None
        if request is not None and kept is not None:
            _COPIES.load()(self.desk, request).open(self, kept)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin the import of the file dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.import_list(path)

    def _open(self, dialog: Dialog) -> None:
        dialog.open()

    def _open_adding(self, dialog: Any) -> None:
        dialog.made.connect(self._show_made)
        dialog.open()

    def _show_made(self, changes: Changes) -> None:
        (made,) = changes.ids["mailbox"]
        self.show_item(made)

    def _begin_import(self) -> None:
        self.import_list()

    def _make_acts(self) -> None:
        self._add = self.add_act(
            "add_mailbox", self.tr("Thêm hộp thư đã có"), self.add_mailbox, icon_name="add", shortcut="Ctrl+N"
        )
        self.add_act("propose", self.tr("Đề xuất địa chỉ"), self.propose, icon_name="mailbox", shortcut="Ctrl+E")
        self.add_act("request", self.tr("Lập đề nghị"), self.make_request, icon_name="request", shortcut="Ctrl+L")
        self._import = self.add_act(
            "import", self.tr("Nhập danh sách"), self._begin_import, icon_name="import", shortcut="Ctrl+I", is_main=True
        )
        self._clear = act(self, "clear", self.tr("Bỏ tìm và lọc"), self.clear_search, icon_name="undo")
        chosen = self.mailbox_acts
        first = (chosen.next, chosen.see, chosen.ask, self.batch_act.offered)
        last = (chosen.record, self.personnel_acts.change, chosen.correct)
        self.row_acts = (*first, *self.about_acts.kinds.values(), *last)
        self._foot = (*first, self.about_acts.more, *last)


def _asked(desk: Desk, wanted: MailboxFilter, with_counts: bool, with_regulation: bool, order: Order) -> Opening:
    sort: Any = order.by or "holder"
    down = order.is_descending
    return mailboxes.opening(
        desk,
        wanted,
        sort=sort,
        descending=down,
        first_count=PAGE,
        with_counts=with_counts,
        with_regulation=with_regulation,
    )


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is dropped, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
