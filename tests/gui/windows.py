"""The real window over a real register, for the tests of the pages. No test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from govmail_desk.desk import Desk
from govmail_desk.gui import start
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.frame.glance import Glance
from govmail_desk.gui.frame.main_window import MainWindow
from govmail_desk.gui.frame.notifier import Notifier
from govmail_desk.gui.frame.wiring import Wiring
from govmail_desk.gui.pages import PAGES
from govmail_desk.operations import journals


class OpenWindow:
    """A window that shows one page of a register, closed again by whoever opened it."""

    def __init__(self, qtbot, desk: Desk, folder: Path, page: str, *, notifier: Notifier | None = None) -> None:
        settings = QSettings(str(folder / "cua-so.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/page", page)
        wiring = Wiring(open_desk=lambda: desk, take_back=lambda: journals, find=start.find, counts=start.counts)
        if notifier is not None:
            wiring = wiring._replace(notifier=lambda: notifier)
        glance = Glance(
            "Sở Thông tin và Truyền thông", "Ninh Bình 2020 (chưa có số)", desk.person, folder / "so.govmail"
        )
        self.desk = desk
        self.window = MainWindow(glance, wiring, specs=PAGES, settings=settings)
        self.window.show()
        qtbot.addWidget(self.window)
        qtbot.waitSignal(self.window.desk_opened, timeout=10_000).wait()

    @property
    def page(self):
        """The page that is seen."""
        return self.window.works.stack.page

    @property
    def dialog(self) -> Dialog | None:
        """The dialog on top, if any."""
        return Dialog.open_on(self.window)

    @property
    def said(self) -> str:
        """What the window says under its header."""
        return self.window.works.notices.sentence

    def close(self) -> None:
        """Close whatever is open."""
        if self.dialog is not None:
            self.dialog.accept()
        tray = self.window.works.tray
        if tray is not None:
            tray._is_leaving = True  # as the tray's own "Thoát" does, which would end the tests with the program
        self.window.close()
        self.desk.close()
