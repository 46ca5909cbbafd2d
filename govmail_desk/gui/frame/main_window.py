"""The frame of the window: top bar, rail, head of the page, status line. It is what the first paint shows.

Here: the frame, what it remembers, and the moment after the first paint, when its works are loaded (`gui.frame.window_works`).
Not here: pages, messages, operations, searching: all of that is the works.
The first paint is held to a figure, so this module and the few it imports load little, and never touch the namespace `Qt`,
whose enumerations alone take an eighth of an empty window's start; where one is needed later it is written `QtCore.Qt.…`.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from govmail_desk import paths
from govmail_desk.gui.frame.page_header import PageHeader
from govmail_desk.gui.frame.rail import Rail
from govmail_desk.gui.frame.status_line import StatusLine
from govmail_desk.gui.frame.top_bar import TopBar
from govmail_desk.gui.late import Late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from govmail_desk.gui.frame.glance import Glance
    from govmail_desk.gui.frame.window_works import WindowWorks
    from govmail_desk.gui.frame.wiring import Wiring
    from govmail_desk.gui.page_spec import PageSpec

NARROW: Final = 940
"""Below this width the rail shows drawings only."""
_SMALLEST: Final = (560, 320)
_FIRST_SIZE: Final = (1280, 700)
_WORKS: Final[Late[type[WindowWorks]]] = Late("govmail_desk.gui.frame.window_works:WindowWorks")


class MainWindow(QMainWindow):
    """One window, one register."""

    first_painted = Signal()
    desk_opened = Signal()

    def __init__(self, glance: Glance, wiring: Wiring, *, specs: Sequence[PageSpec], settings: QSettings) -> None:
        super().__init__()
        self.wiring = wiring
        self.specs = {spec.key: spec for spec in specs}
        self.settings = settings
        self._works: WindowWorks | None = None
        self._is_painted = False
        self.top_bar = TopBar(self)
        self.rail = Rail(specs, self)
        self.header = PageHeader(self)
        self.status_line = StatusLine(self)
        self.centre = QWidget(self)
        self._lay_out()
        self.show_glance(glance)
        self._restore()

    @property
    def works(self) -> WindowWorks:
        """What moves behind the frame; there from the first paint on."""
        if self._works is None:
            raise RuntimeError("the window's works are there only after its first paint")
        return self._works

    def show_glance(self, glance: Glance) -> None:
        """Show whose register this is; again after the unit was set up or another person began to work."""
        self.setWindowTitle(f"{glance.unit_name} – GovMail Desk" if glance.unit_name else "GovMail Desk")
        self.top_bar.show_glance(glance)
        self.status_line.show_glance(glance)

    def first_key(self) -> str:
        """Return the key of the page to begin with: the one seen last."""
        kept = self.settings.value("window/page")
        return kept if isinstance(kept, str) and kept in self.specs else next(iter(self.specs))

    def come_forward(self) -> None:
        """Come in front of the other windows, out of the tray or from the task bar."""
        self.show()
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if self._works is not None:
            self._works.look_at_day()

    def fit_screen(self) -> None:
        """Be no larger than the screen leaves room for: at 200 % a usual window reaches past its edges."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))

    def begin_hidden(self) -> None:
        """Load the works without being seen: the program starts in the tray."""
        self._is_painted = True
        QTimer.singleShot(0, self._begin)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Load the works as soon as the frame was seen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rail give way in a narrow window."""
        super().resizeEvent(event)
        self.rail.be_narrow(is_narrow=self.width() < NARROW)
        if self._works is not None:
            self._works.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the button under the focus says, as in a dialog; Qt leaves that to the space bar."""
        focused = self.focusWidget()
        is_enter = event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}
        if is_enter and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide in the tray where the program goes on reminding; else keep what is remembered and end, unless long work asks to stay."""
        if self._works is not None and self._works.hide_in_tray():
            event.ignore()
            return
        if self._works is not None and not self._works.end():
            event.ignore()
            return
        self.settings.setValue("window/geometry", self.saveGeometry())
        super().closeEvent(event)

    def _begin(self) -> None:
        self.first_painted.emit()
        gc.enable()  # `app` leaves it off until here
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "govmail-desk.svg")))
        self._works = _WORKS.load()(self)
        self._works.open_register()

    def _restore(self) -> None:
        key = self.first_key()
        self.rail.show_page(key)
        self.header.show_title(self.specs[key].title)
        kept = self.settings.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(*_FIRST_SIZE)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        below = QVBoxLayout(self.centre)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.header)
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        middle = QHBoxLayout()
        middle.addWidget(self.rail)
        middle.addWidget(self.centre, 1)
        rows.addWidget(self.top_bar)
        rows.addLayout(middle, 1)
        rows.addWidget(self.status_line)
        self.setCentralWidget(whole)
