"""The window's life in the tray: closed, it hides there and goes on reminding; a press on icon or notice brings it back.

Here: `TrayLife`. Who shows notices is `gui.frame.notifier`, when there is something to say `gui.frame.reminding`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from govmail_desk.domain.digest import Notice
from govmail_desk.gui.frame.reminding import ReminderHabits, Reminding

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.gui.frame.main_window import MainWindow
    from govmail_desk.gui.frame.notifier import Notifier
    from govmail_desk.gui.frame.window_works import WindowWorks

_TOLD_KEY: Final = "reminding/told_of_tray"


class TrayLife(QObject):
    """What the tray does for one window."""

    def __init__(self, window: MainWindow, works: WindowWorks, desk: Desk, notifier: Notifier) -> None:
        super().__init__(works)
        self._window = window
        self._works = works
        self._is_leaving = False
        self.notifier = notifier
        self.reminding = Reminding(works.background, desk, notifier, window.settings)
        notifier.clicked.connect(self.follow)
        notifier.open_asked.connect(self.bring_back)
        notifier.check_asked.connect(self._log_check)
        notifier.end_asked.connect(self.leave)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        # A window that hides instead of closing would hold up the person's signing off.
        app.commitDataRequest.connect(self._let_go)
        app.applicationStateChanged.connect(self._take_state)
        notifier.begin()

    @property
    def keeps_window(self) -> bool:
        """True where closing the window is to leave the program at work in the tray."""
        stays = ReminderHabits.read(self._window.settings).stays
        is_going = self._is_leaving or self._works.background.is_ended
        return self.notifier.is_there and stays and not is_going

    def hide_window(self) -> None:
        """Hide the window; the first time it is told where the program has gone and how to end it."""
        self._window.hide()
        if not self._window.settings.value(_TOLD_KEY):
            self._window.settings.setValue(_TOLD_KEY, "true")
            title = self.tr("GovMail Desk vẫn nhắc việc")
            self.notifier.show_notice(
                Notice(title, self.tr("Bấm biểu tượng này để mở lại; bấm chuột phải để thoát hẳn."))
            )

    def bring_back(self) -> None:
        """Show the window in front of the others."""
        self._window.come_forward()

    def follow(self, notice: Notice) -> None:
        """Bring the window back where a notice leads."""
        self.bring_back()
        if notice.page in self._window.specs:
            self._works.go_to(notice.page, notice.item_id)

    def leave(self) -> None:
        """End the program, unless long work asks to stay."""
        self._is_leaving = True
        if self._window.close():
            QGuiApplication.quit()
        else:
            self._is_leaving = False
            self.bring_back()

    def _log_check(self) -> None:
        self.follow(Notice("", "", "checks"))
        if self._works.stack.page is not None and self._works.stack.key == "checks":
            self._works.stack.page.start("log")

    def _let_go(self) -> None:
        self._is_leaving = True

    def _take_state(self, state: Qt.ApplicationState) -> None:
        """Stay again where someone works on: signing off was thought better of."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._is_leaving = False
