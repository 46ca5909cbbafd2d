"""What two pages have in common: a table that is searched as you type, chips above it, all about the one chosen beside it.

Here: `LookupPage`. The focus begins in the search line; Enter or Down goes to the rows, Enter on a row into the pane, Esc back.
Not here: what is listed and what can be done with it (the pages), asking off the GUI thread (`gui.tables.lookup`).
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from govmail_desk.gui.background import background_of
from govmail_desk.gui.fields.fields import SearchField
from govmail_desk.gui.fields.typed import not_an_input
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.look.chips import ChipRow
from govmail_desk.gui.look.icons import draw_icon
from govmail_desk.gui.look.theme import Space
from govmail_desk.gui.page import Page
from govmail_desk.gui.panes.beside import Beside
from govmail_desk.gui.run import runner_of
from govmail_desk.gui.tables.lookup import Asked, Lookup
from govmail_desk.gui.tables.rows_model import HasId, RowsModel
from govmail_desk.gui.tables.rows_view import RowsView
from govmail_desk.gui.tables.table import Table

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.gui.look.chips import ChipSpec
    from govmail_desk.gui.panes.pane import Pane
    from govmail_desk.gui.tables.columns import Column

Row = TypeVar("Row", bound=HasId)

_PAUSE_MS: Final = 40
"""A row passed over with the arrow keys is not read."""
_LINES_FOR_CHIPS: Final = 20
"""Below so many lines of text the chips wait behind a button, so that rows are seen."""
_RULES: Final = ("regulation_text", "choice")


class LookupPage(Page, Generic[Row]):
    """A page of one table; extend it with what is asked, what the pane shows, and the acts on the rows chosen."""

    row_acts: Sequence[QAction] = ()
    """The acts on the rows chosen, as a right click offers them."""

    def __init__(
        self,
        *,
        columns: Sequence[Column[Row]],
        name: str,
        search_words: str,
        chips: Sequence[ChipSpec],
        more_chips: Sequence[ChipSpec] = (),
        icon_name: str,
        kept_as: str,
        pane: Pane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk: Desk
        self.lookup: Lookup[Row]
        self._regulation: Regulation | None = None
        self.search = SearchField(search_words, self)
        self.chips = ChipRow(chips, name=self.tr("Lọc"), parent=self)
        self.more_chips = ChipRow(more_chips, name=self.tr("Lọc theo trạng thái"), parent=self)
        self.filter_button = self._make_filter_button()
        self.table = Table(RowsModel(columns), name=name, settings=_settings_of(parent), parent=self)
        self.table.remember_as(kept_as)
        self.view = RowsView(self.table, icon_name=icon_name, parent=self)
        self.pane = pane
        self.beside = Beside(self.listed(), pane, self)
        self._bar = QWidget(self)
        self._first = QHBoxLayout()
        self._chosen_pause = QTimer(self)
        self._chosen_pause.setSingleShot(True)
        self._chosen_pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    # what a page says

    @abstractmethod
    def question(self) -> Asked:
        """Return what to ask the register, with all that is wanted bound into it: it may run in a worker."""

    @abstractmethod
    def lines(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return the rows of these ids."""

    @abstractmethod
    def take_answer(self, answer: Any) -> None:
        """Say counts and empty states, before the rows are shown."""

    @abstractmethod
    def show_chosen(self, ids: Sequence[int]) -> None:
        """Show the rows chosen in the pane, and say which acts can be done."""

    @abstractmethod
    def edit(self) -> None:
        """Correct what is chosen: F2."""

    def listed(self) -> QWidget:
        """Return what stands beside the pane: the table, or the table with more around it."""
        return self.view

    # the page

    @property
    def regulation(self) -> Regulation:
        """The regulation in use, read once until it is changed."""
        if self._regulation is None:
            self._regulation = self.desk.regulation()
        return self._regulation

    def open_desk(self, desk: Desk) -> None:
        """Take the opened register."""
        self.desk = desk
        self.lookup = Lookup(self.table.rows, question=self.question, lines=self.lines, background=background_of(self))
        self.lookup.answered.connect(self.take_answer)
        self.lookup.failed.connect(self._tell_unread)

    def reload(self, changes: Changes | None) -> None:
        """Show the rows as they stand now."""
        if changes is None or changes.touches(*_RULES):
            self._regulation = None
        self.lookup.ask_now()

    def show_item(self, item_id: int) -> None:
        """Choose one thing, also where the search hid it."""
        if not self.table.choose(item_id):
            self.clear_search()
            self.table.choose(item_id)
        self.settle()

    def clear_search(self) -> None:
        """Take the search and the chips back."""
        asking = (self.search, self.chips, self.more_chips)
        for part in asking:
            part.blockSignals(True)
        self.search.clear()
        for chip in (*self.chips.chips.values(), *self.more_chips.chips.values()):
            chip.setChecked(False)
        for part in asking:
            part.blockSignals(False)
        self.lookup.ask_now()

    @property
    def filters(self) -> tuple[str, ...]:
        """The keys of the chips that are on."""
        return (*self.chips.chosen_keys, *self.more_chips.chosen_keys)

    @property
    def is_searching(self) -> bool:
        """True where something is searched for or filtered by."""
        return bool(self.search.text().strip() or self.filters)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search line to the rows, Esc back to an empty search line."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.go_to_rows()
        elif event.key() == Qt.Key.Key_Escape:
            if self.search.text():
                self.search.clear()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def go_to_rows(self) -> None:
        """Put the focus on the rows, on the first where none was chosen."""
        if not self.table.rows.rowCount():
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_id is None or not self.table.chosen_ids:
            self.table.selectRow(0)

    def add_beside_search(self, part: QWidget) -> None:
        """Put a part beside the search line."""
        self._first.insertWidget(1, part, 1, Qt.AlignmentFlag.AlignTop)

    def settle(self) -> None:
        """Show what is chosen without waiting for the pause."""
        self._chosen_pause.stop()
        self.show_chosen(self.table.chosen_ids)
        self.beside.show_chosen(has_chosen=self.has_something_to_show)

    @property
    def has_something_to_show(self) -> bool:
        """True where the pane has something to say."""
        return bool(self.table.chosen_ids)

    def _search_now(self) -> None:
        self.lookup.ask_now()
        self.go_to_rows()

    def _edit_row(self) -> None:
        self.edit()

    def _open_row(self) -> None:
        self.settle()
        self.beside.open_pane()

    def _tell_unread(self, failure: BaseException) -> None:
        runner_of(self).tell_failure(failure, self, self.lookup.ask_now)

    def _offer_acts(self, at: QPoint) -> None:
        if not self.table.chosen_ids:
            return
        self.settle()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([offered for offered in self.row_acts if offered.isVisible()])
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _connect(self) -> None:
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._ask_soon)
        self.search.returnPressed.connect(self._search_now)
        self.chips.chosen.connect(self._ask_now)
        self.more_chips.chosen.connect(self._ask_now)
        self.filter_button.toggled.connect(self._fit_chips)
        self.beside.pane_alone.connect(self._bar.setHidden)
        self.table.chosen.connect(self._chosen_pause.start)
        self.table.rows.modelReset.connect(self._chosen_pause.start)
        self.table.opened.connect(self._open_row)
        self.table.edit_asked.connect(self._edit_row)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer_acts)
        self._chosen_pause.timeout.connect(self.settle)

    def _ask_soon(self) -> None:
        self.lookup.ask_soon()

    def _ask_now(self) -> None:
        self.lookup.ask_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips wait behind a button where the window is low."""
        super().resizeEvent(event)
        self._fit_chips()

    def _fit_chips(self) -> None:
        is_low = self.height() < self.fontMetrics().height() * _LINES_FOR_CHIPS
        self.filter_button.setVisible(is_low and bool(self.chips.chips or self.more_chips.chips))
        for row in (self.chips, self.more_chips):
            row.setVisible(bool(row.chips) and (not is_low or self.filter_button.isChecked()))

    def _make_filter_button(self) -> QPushButton:
        button = QPushButton(self.tr("Lọc"), self)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Hiện các ô lọc"))
        draw_icon(button, "filter")
        not_an_input(button)
        button.hide()
        return button

    def _lay_out(self) -> None:
        self._first.setSpacing(Space.USUAL)
        self._first.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self.filter_button, 0, Qt.AlignmentFlag.AlignTop)
        self._first.addWidget(self.chips, 1)
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(Space.NEAR)
        bar.addLayout(self._first)
        bar.addWidget(self.more_chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.APART, 0, Space.APART, Space.WIDE)
        layout.setSpacing(Space.USUAL)
        layout.addWidget(self._bar)
        layout.addWidget(self.beside, 1)


def _settings_of(parent: QWidget | None) -> QSettings | None:
    """Find what the window remembers; a page that stands in no window remembers nothing."""
    window = parent.window() if parent is not None else None
    return window.settings if isinstance(window, MainWindow) else None
