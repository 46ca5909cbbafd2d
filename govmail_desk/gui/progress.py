"""Long work in sight: what is being done, how far it is, how long it will take, and a way to stop it.

Here: `Tick`, what a long operation is given; `TimeLeft`, the estimate; `ProgressStrip`, the strip in window and dialogs.
Who starts long work and ends it is `gui.run`.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from govmail_desk.gui.look.elided import ElidedLabel
from govmail_desk.gui.look.theme import Space

Tick = Callable[[int, int], None]
"""Called by a long operation as it goes: how many are done, and of how many. Raises `Stopped` when the clerk said so."""

_TOLD_EVERY_SECONDS: Final = 0.05
_GUESSED_FROM_SECONDS: Final = 1.0
_MINUTE: Final = 60


class Stopped(Exception):
    """The clerk stopped long work; it passes through the operation's transaction, so nothing is kept."""


class TimeLeft:
    """Guesses from the pace so far how long the rest will take."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._started = clock()

    def words(self, done: int, total: int) -> str:
        """Say the time left, or nothing while it is too early to tell."""
        passed = self._clock() - self._started
        if not done or done >= total or passed < _GUESSED_FROM_SECONDS:
            return ""
        seconds = passed * (total - done) / done
        if seconds < _MINUTE:
            return f"còn khoảng {max(1, round(seconds))} giây"
        return f"còn khoảng {round(seconds / _MINUTE)} phút"


class Progress(QObject):
    """The line between long work in its thread and the strip on the GUI thread."""

    moved = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._told_at = 0.0

    def stop(self) -> None:
        """Ask the work to stop at its next tick."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """True once the clerk asked to stop."""
        return self._stop.is_set()

    def tick(self, done: int, total: int) -> None:
        """Tell how far the work is; called in the worker thread, as often as it likes."""
        if self._stop.is_set():
            raise Stopped
        now = monotonic()
        if done >= total or now - self._told_at >= _TOLD_EVERY_SECONDS:
            self._told_at = now
            self.moved.emit(done, total)


class ProgressStrip(QFrame):
    """What is being done, the count, the time left and "Dừng lại"; hidden while nothing long runs."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(parent=self)
        self._count = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.stop_button = QPushButton(self.tr("Dừng lại"), self)
        self.stop_button.setAccessibleName(self.stop_button.text())
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        self._time_left = TimeLeft()
        self._lay_out()
        self.hide()

    @property
    def words(self) -> str:
        """Count and time left as shown."""
        return self._count.text()

    def begin(self, title: str, time_left: TimeLeft | None = None) -> None:
        """Show that something long has begun."""
        self._time_left = time_left or TimeLeft()
        self._title.show_text(title)
        self._bar.setAccessibleName(title)
        self._bar.setRange(0, 0)
        self._count.clear()
        self.stop_button.setEnabled(True)
        self.show()

    def show_moved(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        counts = f"{_grouped(done)} / {_grouped(total)}"
        left = self._time_left.words(done, total)
        self._count.setText(f"{counts} · {left}" if left else counts)

    def end(self) -> None:
        """Take the strip away."""
        self.hide()

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._count.setText(self.tr("Đang dừng…"))
        self.stop_asked.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        layout = QGridLayout(self)
        layout.setContentsMargins(Space.USUAL, Space.NEAR, Space.NEAR, Space.NEAR)
        layout.setHorizontalSpacing(Space.USUAL)
        layout.addLayout(line, 0, 0)
        layout.addWidget(self._bar, 1, 0)
        layout.addWidget(self.stop_button, 0, 1, 2, 1)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
