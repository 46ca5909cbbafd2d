"""Work off the GUI thread, and its answer back on it.

Here: `Background`, which owns the threads, ends them before the window goes and keeps Python's garbage collector out of them;
`Latest`, for questions where only the newest answer counts (search as you type).
Not here: what a failure is said with (`gui.run`). No widget or model is touched in the work; the answer comes by a queued signal.
Callbacks that are bound methods are held weakly: a page that is gone gets no answer and is not kept alive for one.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakMethod, WeakSet

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

T = TypeVar("T")
Callback = Callable[[Any], object]

PAUSE_MS = 120
"""How long typing must pause before a question is asked."""


def weakly(callback: Callback | None) -> Callback:
    """Return a callback that does nothing once the object behind the given one is gone."""
    if callback is None or not hasattr(callback, "__self__") or not hasattr(callback, "__func__"):
        return callback or _nothing
    method = WeakMethod(callback)

    def call(answer: object) -> object:
        living = method()
        is_there = living is not None and _is_valid(living.__self__)
        return living(answer) if living is not None and is_there else None

    return call


class Background(QObject):
    """The threads of one window."""

    ending = Signal()
    """The window closes: work that can be stopped is to stop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[_Task, tuple[Callback, Callback]] = {}
        self._is_ended = False

    @property
    def is_busy(self) -> bool:
        """True while any work is under way."""
        return bool(self._running)

    @property
    def is_ended(self) -> bool:
        """True once nothing begins any more: the window is on its way out."""
        return self._is_ended

    def start(
        self, work: Callable[[], T], on_answer: Callable[[T], object], on_failure: Callback | None = None
    ) -> None:
        """Do `work` in a thread of its own; one of the two callbacks is called on the GUI thread. Once ended, nothing begins."""
        if self._is_ended:
            return
        task = _Task(work, self)
        self._running[task] = (weakly(on_answer), weakly(on_failure))
        task.over.connect(self._hand_over)
        _collector.rest_during(task)
        task.start()

    def finish(self) -> None:
        """Wait for the work under way, drop its answers and begin no more; the window calls this when it closes."""
        self._is_ended = True
        self.ending.emit()
        running, self._running = self._running, {}
        for task in running:
            _end(task)

    def _hand_over(self, task: _Task) -> None:
        callbacks = self._running.pop(task, None)
        _end(task)
        if callbacks is None:
            return
        on_answer, on_failure = callbacks
        if task.failure is None:
            on_answer(task.answer)
        else:
            on_failure(task.failure)


def background_of(widget: QWidget) -> Background:
    """Find the threads of the window a widget belongs to; a wizard on top of it has its own, which go with it."""
    top = widget
    while (above := top.parentWidget()) is not None:
        top = above
    found = min(top.findChildren(Background), key=_depth, default=None)
    if found is None:
        raise LookupError("no window above this widget holds a Background")
    return found


def _depth(part: QObject) -> int:
    """Say how far below its window a part lies."""
    depth, place = 0, part.parent()
    while place is not None:
        depth, place = depth + 1, place.parent()
    return depth


class Latest(QObject):
    """Asks questions one after the other, after a pause in typing, and hands over only the answer to the newest."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._newest: _Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._ask_now)

    def ask(self, work: Callable[[], T], on_answer: Callable[[T], object], on_failure: Callback | None = None) -> None:
        """Ask after the pause; what was asked before and is not answered yet no longer counts."""
        self.forget()
        self._newest = _Question(work, on_answer, on_failure)
        self._timer.start()

    def forget(self) -> None:
        """Ask nothing more, and take no answer to what was asked."""
        self._timer.stop()
        if self._newest is not None:
            self._newest.is_stale = True
            self._newest = None

    def _ask_now(self) -> None:
        if self._newest is not None:
            self._background.start(self._newest.work, self._newest.answer, self._newest.fail)


class _Question:
    """One question; `Latest` keeps the newest alive, so a stale one is not answered even if it comes back late."""

    def __init__(self, work: Callable[[], Any], on_answer: Callback, on_failure: Callback | None) -> None:
        self.work = work
        self.is_stale = False
        self._on_answer = weakly(on_answer)
        self._on_failure = weakly(on_failure)

    def answer(self, answer: object) -> None:
        if not self.is_stale:
            self._on_answer(answer)

    def fail(self, failure: object) -> None:
        if not self.is_stale:
            self._on_failure(failure)


class _Task(QThread):
    """One piece of work; what it raised is kept for whoever asked, never lost in the thread."""

    over = Signal(object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.answer: Any = None
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            self.answer = self._work()
        except BaseException as failure:
            self.failure = failure
        self.over.emit(self)


class _Collector:
    """Python's garbage collector: at rest while any thread works.

    It runs in whichever thread makes objects just then. In a worker it would end the widgets of a closed dialog there,
    beside the GUI thread that still paints: Qt stops their timers from the wrong thread and the program falls over.
    """

    def __init__(self) -> None:
        self._at_work: WeakSet[_Task] = WeakSet()
        self._is_put_to_rest = False

    def rest_during(self, task: _Task) -> None:
        """Rest until this task is over."""
        self._at_work.add(task)
        if gc.isenabled():
            gc.disable()
            self._is_put_to_rest = True

    def wake_after(self, task: _Task) -> None:
        """Go on when this task was the last; a collector that somebody else has turned off stays off."""
        self._at_work.discard(task)
        if self._is_put_to_rest and not self._at_work:
            self._is_put_to_rest = False
            gc.enable()


_collector = _Collector()


def _end(task: _Task) -> None:
    task.wait()
    task.deleteLater()
    _collector.wake_after(task)


def _is_valid(owner: object) -> bool:
    return isValid(owner) if isinstance(owner, QObject) else True


def _nothing(_answer: object) -> None:
    """Take an answer nobody waits for."""
