"""The least of a window that a dialog needs: a runner, threads, a bar of messages. No test."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from govmail_desk.desk import Changes
from govmail_desk.gui.background import Background
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.notices import NoticeBar
from govmail_desk.gui.run import Runner


class DialogHolder(QWidget):
    """Holds one dialog at a time and keeps what its operation wrote."""

    def __init__(self) -> None:
        super().__init__()
        self.background = Background(self)
        self.runner = Runner(self, self.background)
        self.notices = NoticeBar(self)
        self.kept: list[Changes] = []
        self.runner.changed.connect(self._keep)

    def opened(self, dialog: Dialog) -> Dialog:
        """Show a dialog."""
        dialog.open()
        return dialog

    def _keep(self, changes: Changes) -> None:
        self.kept.append(changes)
