"""Who shows a notice while the window is closed or behind others: the tray of the desktop, where there is one.

Here: `Notifier`, which the window is given and which shows nothing, `TrayNotifier`, and `desktop_notifier`, which chooses. When there is
something to say is `gui.frame.reminding`; what is said `govmail_desk.domain.digest`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from govmail_desk import paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from govmail_desk.domain.digest import Notice


class Notifier(QObject):
    """A desktop without a tray: nothing is shown, and the window does not hide there."""

    clicked = Signal(object)
    """A notice was pressed: the `Notice`."""
    open_asked = Signal()
    """The window is wanted."""
    check_asked = Signal()
    """Mailboxes were looked into: it is to be logged."""
    quiet_asked = Signal()
    """No more notices today."""
    end_asked = Signal()
    """The program is to end, not only its window."""

    @property
    def is_there(self) -> bool:
        """True where notices are seen and the window may hide."""
        return False

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, where it can be shown."""

    def show_count(self, count: int) -> None:
        """Say in the tray's own words how much is to be done by today."""

    def begin(self) -> None:
        """Appear."""


class TrayNotifier(Notifier):
    """The tray of the person's desktop: an icon, its menu, and notices that lead to the act."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(QIcon(str(paths.resources() / "icons" / "govmail-desk.svg")), self)
        self._menu = QMenu()
        self._notice: Notice | None = None
        self._offer(self.tr("Mở GovMail Desk"), self.open_asked.emit)
        self._offer(self.tr("Ghi đã kiểm tra hộp thư…"), self.check_asked.emit)
        self._offer(self.tr("Không nhắc nữa trong hôm nay"), self.quiet_asked.emit)
        self._menu.addSeparator()
        self._offer(self.tr("Thoát chương trình"), self.end_asked.emit)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._take_press)
        self._icon.messageClicked.connect(self._take_click)
        self.show_count(0)

    @property
    def is_there(self) -> bool:
        """True: it is made only where the desktop has a tray."""
        return True

    def begin(self) -> None:
        """Put the icon into the tray."""
        self._icon.show()

    def show_notice(self, notice: Notice) -> None:
        """Show it; the one before gives way."""
        self._notice = notice
        self._icon.showMessage(notice.title, notice.text)

    def show_count(self, count: int) -> None:
        """Say it where the mouse rests on the icon."""
        done = self.tr("GovMail Desk: hôm nay không còn việc đến hạn")
        self._icon.setToolTip(self.tr("GovMail Desk: {} việc đến hạn, quá hạn").format(count) if count else done)

    def _offer(self, words: str, does: Callable[[], object]) -> None:
        self._menu.addAction(words).triggered.connect(does)

    def _take_press(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_asked.emit()

    def _take_click(self) -> None:
        if self._notice is None:
            self.open_asked.emit()
        else:
            self.clicked.emit(self._notice)


def desktop_notifier() -> Notifier:
    """Make who shows notices on this desktop: its tray, or nobody where it has none."""
    return TrayNotifier() if QSystemTrayIcon.isSystemTrayAvailable() else Notifier()
