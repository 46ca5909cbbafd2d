"""Real windows over real registers, for the tests of the pages and for pictures of them. No test."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from govmail_desk.gui import start
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.main_window import MainWindow
from govmail_desk.gui.pages import PAGES


class OpenWindow:
    """A window that shows one page of a register, closed again by the fixture that made it."""

    def __init__(self, qtbot, register: Path, page: str) -> None:
        settings = QSettings(str(register.parent / "cua-so.ini"), QSettings.Format.IniFormat)
        settings.setValue("window/page", page)
        self.opening = start.Opening(settings, register)
        self.opening.show()
        self.window: MainWindow = self.opening.window
        qtbot.addWidget(self.window)
        qtbot.waitSignal(self.window.desk_opened, timeout=10_000).wait()

    @property
    def page(self):
        """The page that is seen."""
        return self.window.works.stack.page

    @property
    def desk(self):
        """The register behind the window."""
        return self.page.desk

    @property
    def dialog(self) -> Dialog | None:
        """The dialog on top, if any."""
        return Dialog.open_on(self.window)

    @property
    def said(self) -> str:
        """What the window says under its header."""
        return self.window.works.notices.sentence

    def shows(self, key: str) -> bool:
        """Say whether this page is seen."""
        return self.window.works.stack.key == key

    def close(self) -> None:
        """Close whatever is open."""
        if self.dialog is not None:
            self.dialog.accept()
        self.window.close()


def page_keys() -> list[str]:
    """Name every page of the window."""
    return [spec.key for spec in PAGES]
