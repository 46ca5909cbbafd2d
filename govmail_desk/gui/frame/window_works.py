"""What moves behind the frame of the window, loaded after its first paint.

Here: opening the register in a worker, going from page to page, what is said after an act, shortcuts, the look.
Not here: the frame (`gui.frame.main_window`), making and reloading pages (`gui.frame.page_stack`), running operations (`gui.run`),
taking back (`gui.frame.last_act`), searching (`gui.frame.search_palette`), what is given from outside (`gui.frame.wiring`).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout

from govmail_desk.domain.errors import RuleBroken, StoreUnavailable
from govmail_desk.gui.background import Background
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.frame.fault import show_fault
from govmail_desk.gui.frame.header_acts import NARROW, HeaderActs
from govmail_desk.gui.frame.last_act import LastAct
from govmail_desk.gui.frame.page_stack import PageStack
from govmail_desk.gui.frame.person_menu import PersonMenu
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.act_button import act
from govmail_desk.gui.look.icons import redraw
from govmail_desk.gui.look.theme import Look, Space, dress
from govmail_desk.gui.notices import NoticeBar, Offer
from govmail_desk.gui.progress import ProgressStrip
from govmail_desk.gui.run import Runner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.frame.help_card import HelpCard
    from govmail_desk.gui.frame.main_window import MainWindow
    from govmail_desk.gui.frame.register_watch import RegisterWatch
    from govmail_desk.gui.frame.search_palette import SearchPalette
    from govmail_desk.gui.frame.tray_life import TrayLife
    from govmail_desk.gui.frame.wiring import Found, Wiring
    from govmail_desk.gui.page import Page

_MOST_SHORTCUTS: Final = 9
_HELP: Final[Late[type[HelpCard]]] = Late("govmail_desk.gui.frame.help_card:HelpCard")
_WATCH: Final[Late[type[RegisterWatch]]] = Late("govmail_desk.gui.frame.register_watch:RegisterWatch")
_TRAY: Final[Late[type[TrayLife]]] = Late("govmail_desk.gui.frame.tray_life:TrayLife")
_PALETTE: Final[Late[type[SearchPalette]]] = Late("govmail_desk.gui.frame.search_palette:SearchPalette")


class WindowWorks(QObject):
    """The works of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._last_act: LastAct | None = None
        self._palette: SearchPalette | None = None
        self._watch: RegisterWatch | None = None
        self.tray: TrayLife | None = None
        self.background = Background(self)
        self.runner = Runner(window, self.background)
        self.notices = NoticeBar(window.centre)
        self.progress = ProgressStrip(window.centre)
        self.stack = PageStack(window.specs, window.first_key(), window.centre)
        self.acts = HeaderActs(window.header)
        self.person_menu = PersonMenu(window.top_bar.person_button)
        self._lay_out()
        self._connect()
        self.fit()

    # from page to page

    def go_to(self, key: str, item_id: object = None) -> None:
        """Show a page, or a part of it (`reports/reviews`), and one thing on it where an id is given."""
        key, _, part = key.partition("/")
        if key != self.stack.key:
            self.notices.dismiss()
        self._window.rail.show_page(key)
        self._window.header.show_title(self.stack.specs[key].title)
        self.stack.show_page(key)
        if self.stack.page is not None and part:
            self.stack.page.show_part(part)
        self._show_header()
        self._focus_page()
        if self.stack.page is not None and isinstance(item_id, int):
            self.stack.page.show_item(item_id)

    def go_to_found(self, found: Found) -> None:
        """Go where the search box found something, and begin the act where it found one."""
        self.go_to(found.page_key, found.item_id)
        if self.stack.page is not None and found.act_key:
            self.stack.page.start(found.act_key)

    def _show_header(self) -> None:
        page = self.stack.page
        self.acts.show_page(page)
        if page is not None:
            self._window.header.show_page(page)

    def _focus_page(self) -> None:
        focus = self._window.focusWidget()
        if self.stack.page is not None and not (focus and self._window.rail.isAncestorOf(focus)):
            self.stack.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # the register

    def open_register(self) -> None:
        """Open the register and import the page waited for, off the GUI thread."""
        self._window.status_line.say(self.tr("Đang mở sổ…"))
        work = partial(_open_and_import, self._window.wiring, self.stack.specs[self.stack.key].page)
        self.background.start(work, self._take_desk, self._tell_unopened)

    def _take_desk(self, desk: Desk) -> None:
        self._desk = desk
        wiring = self._window.wiring
        self._window.status_line.say("")
        if wiring.take_back is not None:
            self._last_act = LastAct(desk, wiring.take_back(), self.runner, self.notices, self.stack)
        self.stack.open_desk(desk)
        self._show_header()
        self._focus_page()
        self._ask_counts()
        self._begin_watch(desk)
        if wiring.notifier is not None:
            self.tray = _TRAY.load()(self._window, self, desk, wiring.notifier())
        self._window.desk_opened.emit()

    def _begin_watch(self, desk: Desk) -> None:
        ask = self._window.wiring.written_since
        if ask is not None:
            self._watch = _WATCH.load()(self._window, self.background, desk, ask)
            self._watch.noticed.connect(self._take_from_elsewhere)
            self._watch.timer.timeout.connect(self.look_at_day)

    def _tell_unopened(self, failure: BaseException) -> None:
        self._window.status_line.say("")
        if not self._window.isVisible():  # it was started in the tray
            self._window.show()
        is_expected = isinstance(failure, RuleBroken | StoreUnavailable)
        sentence = str(failure) if is_expected else self.tr("Chương trình gặp lỗi khi mở sổ; sổ vẫn như trước.")
        again = act(self._window, "open_again", self.tr("Thử lại"), self.open_register, icon_name="refresh")
        self.stack.say_instead(self.tr("Chưa mở được sổ"), sentence, again)
        if not is_expected:
            show_fault(failure, self._window)

    def _ask_counts(self) -> None:
        counts = self._window.wiring.counts
        if counts is not None and self._desk is not None:
            self.background.start(partial(counts, self._desk), self._show_counts, self._tell_unread)

    def _show_counts(self, counts: Mapping[str, int]) -> None:
        self._window.rail.show_counts(counts)

    def look_at_day(self) -> None:
        """Show another day as it begins: the window may have stood open, or lain in the tray, since one before."""
        if self.stack.look_at_day():
            self._ask_counts()

    # after an act

    def _take_changes(self, changes: Changes, can_undo: bool) -> None:
        self.stack.take(changes)
        self._ask_counts()
        offers = (self._last_act.offer(changes),) if can_undo and self._last_act and not changes.is_empty else ()
        self.notices.say(changes.sentence, tone="good", offers=offers)

    def _take_from_elsewhere(self, changes: Changes) -> None:
        """Show what was written elsewhere, and say so where it disturbs nobody."""
        self.stack.take(changes)
        self._ask_counts()
        self._window.status_line.say(self.tr("Vừa ghi từ nơi khác: {}").format(changes.sentence))

    def _tell_unread(self, failure: BaseException) -> None:
        self.runner.tell_failure(failure, self.stack, self.stack.reload_page)

    def _ask_take_back(self) -> None:
        if self._last_act is not None and not self.runner.is_running:
            self._last_act.ask()

    # searching, explaining, the look

    def search(self) -> None:
        """Open the search box."""
        if self._palette is None:
            self._palette = _PALETTE.load()(self.stack.specs.values(), self.background, self._window.centralWidget())
            self._palette.chosen.connect(self.go_to_found)
        find = self._window.wiring.find
        if self._desk is not None and find is not None:
            self._palette.find_with(partial(find, self._desk))
        self._palette.open_under(self._window.top_bar.search_button)

    @property
    def palette(self) -> SearchPalette | None:
        """The search box, once it was opened."""
        return self._palette

    def explain(self) -> None:
        """Show the help of the page."""
        if Dialog.open_on(self._window) is None:
            _HELP.load()(self._window, self.stack.specs[self.stack.key].title, self.stack.page).open()

    def wear(self, look: Look) -> None:
        """Put another look on and keep it."""
        look.write(self._window.settings)
        self.person_menu.show_look(look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, look)
            redraw()

    def _follow_desktop(self) -> None:
        look = Look.read(self._window.settings)
        if look.scheme == "system":
            self.wear(look)

    # the frame

    def fit(self) -> None:
        """Fit the width of the window."""
        self.acts.be_narrow(is_narrow=self._window.centre.width() < NARROW)

    def hide_in_tray(self) -> bool:
        """Hide the window where the program stays at work in the tray; True where it did."""
        if self.tray is None or not self.tray.keeps_window:
            return False
        self.tray.hide_window()
        return True

    def end(self) -> bool:
        """End the threads before the window goes; False where the clerk is asked first whether to stop long work."""
        if self.runner.is_running:
            stop = Offer(self.tr("Dừng việc và đóng"), self._stop_and_close)
            self.notices.ask(self.tr("Việc đang chạy sẽ dừng và không ghi gì nếu đóng cửa sổ."), (stop,))
            return False
        self._window.settings.setValue("window/page", self.stack.key)
        self.background.finish()
        return True

    def _stop_and_close(self) -> None:
        self.runner.stop()
        self.background.finish()
        self.runner.end_long(None, None)
        self._window.close()

    def _connect(self) -> None:
        window = self._window
        window.rail.asked.connect(self.go_to)
        window.top_bar.search_asked.connect(self.search)
        self.stack.go_to.connect(self.go_to)
        self.stack.header_changed.connect(self._show_header)
        self.stack.failed.connect(self._tell_unread)
        self.runner.changed.connect(self._take_changes)
        self.person_menu.look_chosen.connect(self.wear)
        self.person_menu.show_look(Look.read(window.settings))
        QApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        pages = enumerate([*window.rail.buttons.values()][:_MOST_SHORTCUTS], start=1)
        keys: dict[str, Callable[[], object]] = {f"Ctrl+{number}": button.click for number, button in pages}
        keys |= {"Ctrl+K": self.search, "Ctrl+Z": self._ask_take_back, "F1": self.explain, "F5": self.stack.reload_page}
        for key, does in keys.items():
            QShortcut(QKeySequence(key), window).activated.connect(does)

    def _lay_out(self) -> None:
        self._window.header.add_acts(self.acts)
        messages = QVBoxLayout()
        messages.setContentsMargins(Space.APART, 0, Space.APART, 0)
        messages.addWidget(self.notices)
        messages.addWidget(self.progress)
        rows = self._window.centre.layout()
        assert isinstance(rows, QVBoxLayout)
        rows.addLayout(messages)
        rows.addWidget(self.stack, 1)


def _open_and_import(wiring: Wiring, page: Late[type[Page]]) -> Desk:
    """Open the register and import the page waited for; both take a while, so both happen off the GUI thread."""
    desk = wiring.open_desk()
    page.load()
    return desk
