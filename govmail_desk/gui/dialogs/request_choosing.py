"""The first step of a request, whatever is asked: rows to tick in a table that is searched, all about the one in view beside it.

Here: `ChoosingStep`, which the two first steps extend: for whom new mailboxes are asked (`gui.dialogs.request_whom`), and which mailboxes
of the register a request is about (`gui.dialogs.request_about`). Nothing is written here. The bar above is `gui.dialogs.choosing_bar`, the
table `gui.dialogs.request_ticks`, the plan `gui.dialogs.request_drafting`.
"""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from govmail_desk import wording
from govmail_desk.gui.dialogs.choosing_bar import ChoosingBar
from govmail_desk.gui.dialogs.request_seekers import FIRST_COUNT
from govmail_desk.gui.dialogs.request_ticks import TickModel, TickTable
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.notices import Offer, notices_near
from govmail_desk.gui.panes.beside import Beside
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.steps import Step, let_shrink
from govmail_desk.gui.tables.lookup import Lookup
from govmail_desk.gui.tables.rows_model import RowSource
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.listings.seekers import Opening, SeekerRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.domain.mailbox import MailboxKind
    from govmail_desk.gui.dialogs.request_drafting import Drafting
    from govmail_desk.gui.panes.pane import Pane
    from govmail_desk.gui.tables.columns import Order


class ChoosingStep(Step):
    """Choose, and look through what is planned for each."""

    empty_words: tuple[str, str] = ("", "")
    """What stands where there is nobody to choose: a title and a sentence, each with a place for the kind of mailbox."""
    waiting_words = ""
    """What is said while they are looked up."""
    look_words = ""
    """How many of those chosen are to be looked at."""
    nobody_words = ""
    """What is said while nothing is ticked."""
    chosen_words: dict[MailboxKind, str]
    """How many are chosen, for each kind of mailbox."""

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self.is_loaded = False
        self.bar = ChoosingBar(drafting.kinds, self)
        self.search, self.only_chosen = self.bar.search, self.bar.only_chosen
        self.model = self.made_model()
        self.model.ticked = dict.fromkeys(drafting.selection.ids)
        self.table = TickTable(self.model, name=self.table_name, parent=self)
        self.view = RowsView(self.table, icon_name="people", parent=self)
        self.card = self.made_card()
        self.beside = Beside(self.view, self.card, self)
        self.count = QLabel(self)
        self.count.setProperty("tone", "soft")
        self.lookup: Lookup[SeekerRow] = Lookup(
            self.model, question=self._question, lines=self._lines, background=drafting.background
        )
        self._lay_out()
        self._connect()

    @property
    def main_words(self) -> str:
        """Name how many."""
        count = len(self.drafting.selection.ids)
        return self.tr("Soạn công văn cho {} hộp thư").format(count) if count else self.tr("Soạn công văn")

    @property
    def is_ready(self) -> bool:
        """True once someone is chosen and the plan of them is there."""
        drafting = self.drafting
        return bool(drafting.selection.ids) and drafting.plan is not None and not drafting.is_pending

    def enter(self) -> None:
        """Look the rows up and plan for those chosen already."""
        self.bar.show_only_chosen(is_on=bool(self.drafting.selection.ids))
        self._look()
        self.drafting.plan_again()

    def add_above(self, part: QWidget) -> None:
        """Put a part above the table."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, part)

    def go_on(self) -> None:
        """Go on where everyone chosen can be asked for; else say who cannot, and offer to leave them out."""
        refused = self.drafting.refused_ids
        if not refused:
            self.done.emit()
            return
        self.table.choose(refused[0])
        sentence = self.drafting.sought[refused[0]].refusal
        if len(refused) > 1:
            sentence = self.tr("{} trường hợp chưa đề nghị được, ví dụ: {}").format(len(refused), sentence)
        self._notices_ask(sentence, self.tr("Bỏ {} trường hợp này").format(len(refused)), self.leave_out_refused)

    def leave_out_refused(self) -> None:
        """Take away the ticks of those for whom nothing can be asked."""
        self.model.tick(self.drafting.refused_ids, is_ticked=False)

    def tick_all(self) -> None:
        """Tick everyone the search finds."""
        self.model.tick([self.model.id_at(place) for place in range(self.model.rowCount())], is_ticked=True)

    def untick_all(self) -> None:
        """Take all ticks away."""
        self.model.tick(list(self.model.ticked), is_ticked=False)

    # what the step that extends this one says

    @property
    @abstractmethod
    def table_name(self) -> str:
        """What the table is called."""

    @abstractmethod
    def made_model(self) -> TickModel:
        """Make the rows of the table."""

    @abstractmethod
    def made_card(self) -> Pane:
        """Make the pane of the one in view."""

    @abstractmethod
    def show_row(self, row: SeekerRow | None) -> None:
        """Show the one in view in the pane, or that there is none."""

    # what the table asks

    def _question(self) -> Callable[[Order], Opening]:
        seekers, search = self.drafting.selection.seekers, self.search.text()
        if self.only_chosen.isChecked():
            return partial(_opening_of, self._lines, tuple(self.model.ticked))
        return lambda _order: seekers.opening(search)

    def _lines(self, ids: Any) -> list[SeekerRow]:
        return self.drafting.selection.seekers.rows(ids)

    # what the clerk does

    def _search(self) -> None:
        if self.only_chosen.isChecked() and self.search.text():
            self.only_chosen.setChecked(False)
        self.lookup.ask_soon()

    def _look(self) -> None:
        """Look those of this kind up: the few chosen at once, all others in a worker."""
        self.bar.show_kind(self.drafting.selection.seekers.kind)
        if self.only_chosen.isChecked():
            self.lookup.ask_now()
        else:
            self.is_loaded = False
            self.view.empty.say(self.waiting_words)
            self.model.show(RowSource(_nobody, self._lines))
            self.lookup.ask_soon()

    def _take_answer(self) -> None:
        if not self.is_loaded:
            self.is_loaded = True
            self._say_empty()
            self._take_focus_back()

    def _take_focus_back(self) -> None:
        """Give the focus to the table again: while it had nothing to show it was hidden, and the focus went to "Thôi"."""
        focus = self.window().focusWidget()
        if self.isVisible() and (focus is None or not self.isAncestorOf(focus)):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose_first()

    def _take_ticks(self) -> None:
        self.drafting.choose(self.model.ticked)
        self._show_current()

    def _take_kind(self) -> None:
        kind = next(kind for kind, chip in self.bar.kinds.items() if chip is self.sender())
        self.drafting.turn_to(kind)
        self.model.ticked = dict.fromkeys(self.drafting.selection.ids)
        self._look()

    # what is shown

    def _show_plan(self) -> None:
        self.model.redraw()
        self._show_current()
        self.changed.emit()

    def _show_count(self) -> None:
        drafting = self.drafting
        count = len(drafting.selection.ids)
        self.bar.show_count(count)
        self.count.setText(self._words_of_plan() if count else self.nobody_words)

    def _words_of_plan(self) -> str:
        drafting = self.drafting
        if drafting.is_pending:
            return self.tr("Đang xem địa chỉ…")
        if drafting.refusal is not None:
            return drafting.refusal.sentence
        refused, look = len(drafting.refused_ids), sum(bool(row.remarks) for row in drafting.sought.values())
        parts = [self.chosen_words[drafting.selection.seekers.kind].format(len(drafting.selection.ids))]
        parts += [self.tr("{} chưa đề nghị được").format(refused)] if refused else []
        parts += [self.look_words.format(look)] if look else []
        return " · ".join(parts)

    def _show_current(self) -> None:
        self._show_count()
        current = self.table.current_id
        self.beside.show_chosen(has_chosen=current is not None)
        found = self._lines([current]) if current is not None else []
        self.show_row(found[0] if found else None)

    def _say_empty(self) -> None:
        kind = self.drafting.selection.seekers.kind
        title, sentence = self.empty_words
        said = wording.MAILBOX_KINDS[kind].lower()
        self.view.empty.say(title.format(said), sentence.format(said))

    def _choose_first(self) -> None:
        if self.model.rowCount() and not self.table.chosen_ids:  # the focus alone makes a row current, not chosen
            self.table.selectRow(0)
        self._show_current()

    def _notices_ask(self, sentence: str, words: str, does: Callable[[], object]) -> None:
        bar = notices_near(self)
        if bar is not None:
            bar.say(sentence, tone="bad", offers=(Offer(words, does),))

    def _tell_unread(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self._look)

    def _tell_failure(self, failure: BaseException) -> None:
        if self.drafting.refusal is None:
            runner_of(self).tell_failure(failure, self, self.drafting.plan_again)

    # how it stands

    def _connect(self) -> None:
        self.search.asked.connect(self._search)
        self.only_chosen.toggled.connect(self._look)
        self.lookup.answered.connect(self._take_answer)
        self.lookup.failed.connect(self._tell_unread)
        for chip in self.bar.kinds.values():
            chip.clicked.connect(self._take_kind)
        self.bar.all_button.clicked.connect(self.tick_all)
        self.bar.none_button.clicked.connect(self.untick_all)
        self.model.ticked_changed.connect(self._take_ticks)
        self.model.modelReset.connect(self._choose_first)
        self.table.chosen.connect(self._show_current)
        self.table.opened.connect(self.beside.open_pane)
        self.table.edit_asked.connect(self.beside.open_pane)
        self.drafting.planned.connect(self._show_plan)
        self.drafting.failed.connect(self._tell_failure)
        self.setFocusProxy(self.table)
        act(self, "search", self.tr("Tìm"), self.search.setFocus, shortcut="Ctrl+F")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self.bar)
        let_shrink(self.beside)
        layout.addWidget(self.beside, 1)
        layout.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)


def _nobody(_order: Order) -> list[int]:
    """Show nobody while they are looked up."""
    return []


def _opening_of(lines: Callable[[Any], list[SeekerRow]], ids: tuple[int, ...], _order: Order) -> Opening:
    """Show just these, in the order they were chosen."""
    found = lines(ids)
    return Opening([row.id for row in found], tuple(found[:FIRST_COUNT]))
