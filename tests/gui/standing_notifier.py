"""A notifier that stands where no tray is: it keeps what it was given to show. No test."""

from __future__ import annotations

from govmail_desk.gui.frame.notifier import Notifier


class StandingNotifier(Notifier):
    """Shows nothing to anybody, and remembers."""

    def __init__(self, *, is_there=True):
        super().__init__()
        self._is_there = is_there
        self.shown = []
        self.count = None

    @property
    def is_there(self):
        return self._is_there

    def show_notice(self, notice):
        self.shown.append(notice)

    def show_count(self, count):
        self.count = count
