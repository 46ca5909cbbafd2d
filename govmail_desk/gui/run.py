"""The one runner of operations: it calls them, says how they ended, and tells every page what they wrote.

Here: `run` (short, on the GUI thread), `run_long` (a worker thread with progress and stop), `Runner`, which the window holds.
After success the `Changes` go to all pages by `Runner.changed` and their sentence is shown. A refusal (`RuleBroken`) is said in
place with its article and "Vì sao?"; `StoreUnavailable` says what to do and offers to try again; anything else is a fault of ours.
In every case the fields keep what was typed.
Not here: what an operation does (`govmail_desk.operations`), the bar of messages (`gui.notices`), threads (`gui.background`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from govmail_desk.domain.errors import RuleBroken, SecretTold, StoreUnavailable
from govmail_desk.gui.background import Background, weakly
from govmail_desk.gui.dialog import Dialog
from govmail_desk.gui.fields.typed import field_where
from govmail_desk.gui.frame.fault import show_fault
from govmail_desk.gui.frame.trouble import TroubleDialog
from govmail_desk.gui.late import Late
from govmail_desk.gui.look.why_card import Why, WhyCard
from govmail_desk.gui.notices import NoticeBar, Offer, notices_near
from govmail_desk.gui.progress import Progress, ProgressStrip, Stopped, Tick

if TYPE_CHECKING:
    from govmail_desk.desk import Changes

_SECRECY: Final[Late[Any]] = Late("govmail_desk.domain.secrecy")

Operation = Callable[[], "Changes"]
LongOperation = Callable[[Tick], "Changes"]
OnDone = Callable[["Changes"], object]


def run(asked_by: QWidget, operation: Operation, on_done: OnDone | None = None) -> None:
    """Do a short operation now: `run(self, partial(add_person, desk, name=name), self.kept)`."""
    runner_of(asked_by).run(asked_by, operation, on_done)


def run_long(
    asked_by: QWidget, operation: LongOperation, title: str, on_done: OnDone | None = None, *, can_undo: bool = True
) -> None:
    """Do a long operation in a worker, in sight and stoppable; it is given a `Tick` to call as it goes.

    `can_undo` is False for one of several acts, which no single "Hoàn tác" takes back.
    """
    runner_of(asked_by).run_long(asked_by, operation, title, on_done, can_undo=can_undo)


def runner_of(widget: QWidget) -> Runner:
    """Find the runner of the window a widget belongs to."""
    place: QWidget | None = widget
    while place is not None:
        runner = place.findChild(Runner, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if runner is not None:
            return runner
        place = place.parentWidget()
    raise LookupError("no window above this widget holds a Runner")


class Runner(QObject):
    """Runs one operation at a time for one window."""

    changed = Signal(object, bool)
    """An operation was kept: its `Changes`, and whether it may be offered to be taken back."""

    def __init__(self, parent: QWidget, background: Background) -> None:
        super().__init__(parent)
        self._window = parent
        self._background = background
        self._long: _Long | None = None

    @property
    def is_running(self) -> bool:
        """True while a long operation is under way."""
        return self._long is not None

    def run(
        self, asked_by: QWidget, operation: Operation, on_done: OnDone | None = None, *, can_undo: bool = True
    ) -> None:
        """Do a short operation on the GUI thread."""
        if self._refuse_second(asked_by):
            return
        try:
            changes = operation()
        except Exception as failure:
            self.tell_failure(failure, asked_by, partial(self.run, asked_by, operation, on_done, can_undo=can_undo))
        else:
            self._keep(changes, asked_by, on_done, can_undo=can_undo)

    def run_long(
        self,
        asked_by: QWidget,
        operation: LongOperation,
        title: str,
        on_done: OnDone | None = None,
        *,
        can_undo: bool = True,
    ) -> None:
        """Do a long operation in a worker thread; the place it was asked from cannot be used meanwhile."""
        if not self._refuse_second(asked_by):
            self._long = _Long(self, asked_by, operation, title, on_done, can_undo=can_undo)
            self._background.start(self._long.work, self._long.succeed, self._long.fail)

    def stop(self) -> None:
        """Ask the long operation under way to stop; nothing of it is kept."""
        if self._long is not None:
            self._long.progress.stop()

    def tell_failure(self, failure: BaseException, asked_by: QWidget, again: Callable[[], object]) -> None:
        """Say a failure where it was asked for, each kind in its own way."""
        bar = notices_near(asked_by)
        match failure:
            case RuleBroken():
                self._refuse(failure, asked_by, bar)
            case Stopped():
                _say(bar, self.tr("Đã dừng theo yêu cầu. Chưa có gì được ghi."))
            case StoreUnavailable() if Dialog.open_on(asked_by.window()) and bar:
                bar.say(failure.sentence, tone="bad", offers=(Offer(self.tr("Thử lại"), again),))
            case StoreUnavailable():
                TroubleDialog(failure.sentence, again, self._window).open()
            case _:
                show_fault(failure, asked_by)

    def end_long(self, changes: Changes | None, failure: BaseException | None) -> None:
        """Take up the outcome of the long operation."""
        ended, self._long = self._long, None
        if ended is None:
            return
        ended.release()
        if failure is not None:
            again = partial(
                self.run_long, ended.asked_by, ended.operation, ended.title, ended.on_done, can_undo=ended.can_undo
            )
            self.tell_failure(failure, ended.asked_by, again)
        elif changes is not None:
            self._keep(changes, ended.asked_by, ended.on_done, can_undo=ended.can_undo)

    def _keep(self, changes: Changes, asked_by: QWidget, on_done: OnDone | None, *, can_undo: bool) -> None:
        bar = notices_near(asked_by)
        if bar is not None:
            bar.dismiss()
        self.changed.emit(changes, can_undo)
        if on_done is not None:
            on_done(changes)

    def _refuse(self, refusal: RuleBroken, asked_by: QWidget, bar: NoticeBar | None) -> None:
        why = Why.of_refusal(refusal)
        offers = (Offer(self.tr("Vì sao?"), partial(WhyCard.show_near, why, bar or asked_by)),) if why else ()
        if bar is not None:
            bar.say(refusal.sentence, tone="bad", cite=refusal.cite, offers=offers)
        if isinstance(refusal, SecretTold):
            _stand_on_note(asked_by)

    def _refuse_second(self, asked_by: QWidget) -> bool:
        if self._long is not None:
            _say(
                notices_near(asked_by),
                self.tr("Đang làm dở: {}. Hãy chờ xong hoặc bấm “Dừng lại”.").format(self._long.title),
            )
        return self._long is not None


class _Long:
    """One long operation under way: its thread's side and its strip."""

    def __init__(
        self,
        runner: Runner,
        asked_by: QWidget,
        operation: LongOperation,
        title: str,
        on_done: OnDone | None,
        *,
        can_undo: bool,
    ) -> None:
        self.asked_by = asked_by
        self.operation = operation
        self.title = title
        self.can_undo = can_undo
        self.on_done = weakly(on_done) if on_done is not None else None
        self.progress = Progress(runner)
        self._runner = runner
        self._strip = _strip_near(asked_by)
        if self._strip is not None:
            self._strip.begin(title)
            self.progress.moved.connect(self._strip.show_moved)
            self._strip.stop_asked.connect(self.progress.stop)
        _let_work(asked_by, is_working=True)

    def work(self) -> Changes:
        return self.operation(self.progress.tick)

    def succeed(self, changes: Changes) -> None:
        self._runner.end_long(changes, None)

    def fail(self, failure: BaseException) -> None:
        self._runner.end_long(None, failure)

    def release(self) -> None:
        _let_work(self.asked_by, is_working=False)
        if self._strip is not None:
            self.progress.moved.disconnect(self._strip.show_moved)
            self._strip.stop_asked.disconnect(self.progress.stop)
            self._strip.end()
        self.progress.deleteLater()


def _say(bar: NoticeBar | None, sentence: str) -> None:
    if bar is not None:
        bar.say(sentence)


def _stand_on_note(asked_by: QWidget) -> None:
    """Put the focus on the note that was refused, to be mended there."""
    note = field_where(asked_by, _SECRECY.load().holds_password)
    if note is not None:
        note.setFocus(Qt.FocusReason.OtherFocusReason)


def _strip_near(widget: QWidget) -> ProgressStrip | None:
    bar = notices_near(widget)
    place = bar.parentWidget() if bar is not None else None
    return place.findChild(ProgressStrip, options=Qt.FindChildOption.FindDirectChildrenOnly) if place else None


def _let_work(asked_by: QWidget, *, is_working: bool) -> None:
    dialog = asked_by.window()
    if isinstance(dialog, Dialog):
        dialog.be_working(is_working=is_working)
    else:
        asked_by.setEnabled(not is_working)
