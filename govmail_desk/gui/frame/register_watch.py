"""Noticing what the command line, or another program, writes into the register that is open here.

Here: `RegisterWatch`. It asks in a worker every two seconds while the program is in front; behind others, minimised or in the tray no
timer runs.
What it asks is `listings.elsewhere`; telling the pages is `gui.frame.window_works`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.gui.background import Background

    Ask = Callable[[Desk, int | None], Changes]

EVERY_MS: Final = 2000


class RegisterWatch(QObject):
    """The watch of one window over one register."""

    noticed = Signal(object)
    """Something was written elsewhere: its `Changes`."""

    def __init__(self, window: QWidget, background: Background, desk: Desk, ask: Ask) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._ask = partial(ask, desk)
        self._seen: int | None = None
        self._is_asking = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self.look)
        self.look()

    def look(self) -> None:
        """Ask whether anything was written since, where the window is in front; else rest until it is."""
        if not self._is_in_front:
            self.timer.stop()
            return
        if not self.timer.isActive():
            self.timer.start()
        if self._is_asking:
            return
        self._is_asking = True
        self._background.start(partial(self._ask, self._seen), self._take, self._fail)

    @property
    def _is_in_front(self) -> bool:
        is_active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        return is_active and self._window.isVisible() and not self._window.isMinimized()

    def _take(self, changes: Changes) -> None:
        self._is_asking = False
        self._seen = changes.seq
        if not changes.is_empty:
            self.noticed.emit(changes)

    def _fail(self, _failure: BaseException) -> None:
        """Ask again at the next turn: whoever writes just now has the register for themselves."""
        self._is_asking = False
