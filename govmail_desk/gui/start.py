"""Opening the program's window: its letters, colours and words, then the register's window, or the first setup where there is none.

Here: `open_window`, and what the window is given from outside (`gui.frame.wiring`).
Not here: whether there is a screen at all (`govmail_desk.app`), the frame (`gui.frame.main_window`), the first setup (`gui.setup`).
Nothing at the top of this file may load the register's rooms: the first paint comes before them.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from govmail_desk import paths
from govmail_desk.domain.errors import RuleBroken
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.one_window import OneWindow
from govmail_desk.gui.frame.person_at_work import keep_person, person_at_work
from govmail_desk.gui.frame.wiring import Found, TakeBack, Wiring
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.theme import STYLE_WORDS, Look, dress
from govmail_desk.gui.look.translation import speak_vietnamese
from govmail_desk.gui.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.frame.notifier import Notifier
    from govmail_desk.gui.setup.first_setup import Founded, Setup

SETTINGS_NAME: Final = "cua-so.ini"
REGISTER_KEY: Final = "register/path"
"""Where the register lies that was opened last, when no other is named."""

_PAGE_OF: Final = {"mailbox": "mailboxes", "person": "people", "unit": "people", "request": "requests"}
_NAMED_ON_TOP: Final = ("unit", "unit_name", "regulation_text")
_WATCH_FAULTS: Final[Late[Callable[[QWidget], None]]] = Late("govmail_desk.gui.frame.fault:watch_faults")
_SETUP: Final[Late[type[Setup]]] = Late("govmail_desk.gui.setup.first_setup:Setup")
_DESK: Final[Late[type[Desk]]] = Late("govmail_desk.desk:Desk")
_TAKE_BACK: Final[Late[TakeBack]] = Late("govmail_desk.operations.journals")
_EVERYTHING: Final[Late[Any]] = Late("govmail_desk.listings.everything")
_TODAY: Final[Late[Any]] = Late("govmail_desk.listings.today")
_NOTIFIER: Final[Late[Callable[[], Notifier]]] = Late("govmail_desk.gui.frame.notifier:desktop_notifier")
_ELSEWHERE: Final[Late[Any]] = Late("govmail_desk.listings.elsewhere")
_UNITS: Final[Late[Any]] = Late("govmail_desk.listings.units")


def open_window(register: str | None, *, in_tray: bool = False) -> int:
    """Show the window and stay until it is closed; `register` is a file, None the one opened last or the person's own.

    `in_tray` keeps it hidden in the tray, where there is one, until it is wanted.
    """
    if register is not None and "://" in register:
        raise RuleBroken("Bản này chỉ mở được sổ là một tệp trên máy. Hãy chỉ ra tệp sổ.")
    app = dressed_application()
    opening = Opening(window_settings(), Path(register) if register else None)
    code = app.exec() if opening.show(in_tray=in_tray) else 0
    opening.end()
    return code


def dressed_application() -> QApplication:
    """Make the application, once: Vietnamese words, our letters and colours."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE_WORDS])
    assert isinstance(app, QApplication)
    app.setApplicationName(paths.PROGRAM)
    app.setDesktopFileName("govmail-desk")
    speak_vietnamese(app)
    dress(app, Look.read(window_settings()))
    return app


def window_settings() -> QSettings:
    """Open what the window remembers: look, columns, who works, which register."""
    return QSettings(str(paths.home() / SETTINGS_NAME), QSettings.Format.IniFormat)


class Opening:
    """Shows the register's window, or the first setup and then the window; kept by whoever made it until the window closes."""

    def __init__(self, settings: QSettings, register: Path | None = None) -> None:
        self._settings = settings
        self._path = register or _register_opened_last(settings)
        self._desk: Desk | None = None
        self._one: OneWindow | None = None
        self.setup: Setup | None = None
        self.window: MainWindow | None = None

    def show(self, *, in_tray: bool = False) -> bool:
        """Show what there is to show; False where another window has the register already, which then comes to the front.

        With `in_tray` a register's window stays hidden where a tray holds it.
        """
        if not self._path.exists():
            self._show_setup()
            return True
        if not self._claim():
            return False
        self._show_window(in_tray=in_tray)
        return True

    def end(self) -> None:
        """Let the register go: the next start opens a window of its own."""
        if self._one is not None:
            self._one.release()

    def _claim(self) -> bool:
        """Claim the register for this window, or call the one that has it."""
        self._one = OneWindow(self._path, paths.home())
        if self._one.claim():
            return True
        self._one.call_first()
        return False

    def _show_setup(self) -> None:
        is_lost = self._settings.contains(REGISTER_KEY) and self._path == _register_opened_last(self._settings)
        gc.enable()
        self.setup = _SETUP.load()(self._path, person=person_at_work(self._settings), is_lost=is_lost)
        self.setup.founded.connect(self._take_founded)
        _WATCH_FAULTS.load()(self.setup)
        self.setup.show()

    def _take_founded(self, founded: Founded) -> None:
        self._path = founded.path
        self._claim()
        keep_person(self._settings, founded.person)
        self._settings.setValue(REGISTER_KEY, str(founded.path))
        self._settings.setValue("window/page", PAGES[0].key)
        self._show_window()
        if self.setup is not None:
            self.setup.close()

    def _show_window(self, *, in_tray: bool = False) -> None:
        wiring = Wiring(self._open_desk, _TAKE_BACK.load, find, counts, _notifier, written_since)
        self.window = MainWindow(Glance.read(self._settings, self._path), wiring, specs=PAGES, settings=self._settings)
        self.window.first_painted.connect(self._watch_soon)
        self.window.desk_opened.connect(self._follow_register)
        if in_tray and _NOTIFIER.load()().is_there:
            self.window.begin_hidden()
        else:
            self.window.fit_screen()
            self.window.show()

    def _watch_soon(self) -> None:
        QTimer.singleShot(0, self._watch_faults)

    def _watch_faults(self) -> None:
        if self.window is not None:
            _WATCH_FAULTS.load()(self.window)

    def _open_desk(self) -> Desk:
        self._desk = _DESK.load().open(self._path, person=person_at_work(self._settings))
        return self._desk

    # the names on top follow what is set later

    def _follow_register(self) -> None:
        if self._one is not None and self.window is not None:
            self._one.listen()
            self._one.called.connect(self.window.come_forward)
        if self.window is not None:
            self.window.works.runner.changed.connect(self._take_changes)
            self._name_again()

    def _take_changes(self, changes: Changes) -> None:
        if changes.touches(*_NAMED_ON_TOP):
            self._name_again()

    def _name_again(self) -> None:
        if self.window is not None and self._desk is not None:
            self.window.works.background.start(partial(_names, self._desk), self._show_names)

    def _show_names(self, names: tuple[str, str]) -> None:
        if self.window is not None:
            glance = Glance(*names, person_at_work(self._settings), self._path)
            glance.write(self._settings)
            self.window.show_glance(glance)


def find(desk: Desk, text: str) -> Sequence[Found]:
    """Find people, mailboxes, units and requests for the search box."""
    found = _EVERYTHING.load().find(desk, text)
    return [Found(_PAGE_OF[one.kind], one.title, one.detail, one.id) for one in found]


def counts(desk: Desk) -> Mapping[str, int]:
    """Count what waits, for the rail."""
    waiting: Mapping[str, int] = _TODAY.load().waiting_counts(desk)
    return waiting


def written_since(desk: Desk, seq: int | None) -> Changes:
    """Gather what was written elsewhere since an act, for the pages."""
    changes: Changes = _ELSEWHERE.load().written_since(desk, seq)
    return changes


def _notifier() -> Notifier:
    """Make who shows notices: the tray of this desktop."""
    return _NOTIFIER.load()()


def _names(desk: Desk) -> tuple[str, str]:
    own = _UNITS.load().own(desk)
    return own.name if own else "", desk.regulation().short_name


def _register_opened_last(settings: QSettings) -> Path:
    kept = str(settings.value(REGISTER_KEY, ""))
    return Path(kept) if kept else paths.register_file()
