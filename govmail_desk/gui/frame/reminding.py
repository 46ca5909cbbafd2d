"""Reminding while the window is closed or behind others: once a minute it is asked what is due, and what is new is said once.

Here: `Reminding`, and `ReminderHabits`, what this machine's person wants of it. What is due is `listings.reminders`, what is new
`domain.digest`, who shows it `gui.frame.notifier`. Nothing is reckoned from timers: after a weekend, a sleep or a clock set otherwise the
next look finds all that came up, and says it in one notice.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from govmail_desk.domain.digest import QuietHours, news, notice_of, remember
from govmail_desk.gui.late import Late

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtCore import QSettings

    from govmail_desk.desk import Desk
    from govmail_desk.domain.digest import Reminder
    from govmail_desk.gui.background import Background
    from govmail_desk.gui.frame.notifier import Notifier

EVERY_MS: Final = 60_000
_TOLD: Final = "reminding/told"
_UNTIL: Final = "reminding/quiet_on"
_REMINDERS: Final[Late[Any]] = Late("govmail_desk.listings.reminders")
_DUES: Final[Late[Any]] = Late("govmail_desk.listings.dues")


USUALLY_QUIET: Final = QuietHours(time(18), time(7))
"""Evenings and nights, until the person chooses otherwise."""


@dataclass(frozen=True, slots=True)
class ReminderHabits:
    """Whether this machine reminds, when it is quiet, and whether closing the window leaves it at work in the tray."""

    is_on: bool = True
    quiet: QuietHours = USUALLY_QUIET
    stays: bool = True

    @classmethod
    def read(cls, settings: QSettings) -> ReminderHabits:
        """Read what was chosen; what was never chosen, or cannot be read, is as it is at first."""
        usual = cls()
        begin = _time(settings.value("reminding/quiet_from"), usual.quiet.begin)
        end = _time(settings.value("reminding/quiet_to"), usual.quiet.end)
        return cls(
            _truth(settings.value("reminding/on"), usual=usual.is_on),
            QuietHours(begin, end),
            _truth(settings.value("reminding/stays"), usual=usual.stays),
        )

    def write(self, settings: QSettings) -> None:
        """Keep it for this machine."""
        settings.setValue("reminding/on", self.is_on)
        settings.setValue("reminding/stays", self.stays)
        settings.setValue("reminding/quiet_from", f"{self.quiet.begin:%H:%M}")
        settings.setValue("reminding/quiet_to", f"{self.quiet.end:%H:%M}")


class Reminding(QObject):
    """The reminding of one window over one register."""

    looked = Signal()
    """A look is done, whatever it found."""

    def __init__(self, background: Background, desk: Desk, notifier: Notifier, settings: QSettings) -> None:
        super().__init__(background)
        self._background = background
        self._desk = desk
        self._notifier = notifier
        self._settings = settings
        self._mark = ""
        self._is_looking = False
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.look)
        notifier.quiet_asked.connect(self.be_quiet_today)
        self.timer.start()
        self.look()

    def look(self) -> None:
        """Ask what is due now, in a worker; a look under way is not doubled."""
        if not self._is_looking:
            self._is_looking = True
            self._background.start(partial(_look, self._desk), self._take, self._fail)

    def be_quiet_today(self) -> None:
        """Say no more today; tomorrow all that came up meanwhile is said at once."""
        self._settings.setValue(_UNTIL, self._desk.today().isoformat())

    def _take(self, found: tuple[str, Sequence[Reminder]]) -> None:
        self._is_looking = False
        mark, reminders = found
        self._notifier.show_count(sum(one.state != "upcoming" for one in reminders))
        now = self._desk.clock()
        told = self._told(mark)
        fresh = news(reminders, told) if self._may_speak(now) else []
        notice = notice_of(fresh)
        if notice is not None:
            self._notifier.show_notice(notice)
            self._settings.setValue(f"{_TOLD}/{mark}", json.dumps(remember(told, fresh, now.date())))
            self._settings.sync()
        self.looked.emit()

    def _fail(self, _failure: BaseException) -> None:
        """Look again at the next turn: whoever writes just now has the register for themselves."""
        self._is_looking = False
        self.looked.emit()

    def _may_speak(self, now: datetime) -> bool:
        habits = ReminderHabits.read(self._settings)
        is_quiet_today = self._settings.value(_UNTIL) == now.date().isoformat()
        return habits.is_on and not is_quiet_today and not habits.quiet.hold_at(now.time())

    def _told(self, mark: str) -> dict[str, int]:
        """Read what was told of this register; what cannot be read was never told."""
        try:
            kept = json.loads(str(self._settings.value(f"{_TOLD}/{mark}", "{}")))
        except ValueError:
            return {}
        return {str(key): last for key, last in kept.items() if isinstance(last, int)} if isinstance(kept, dict) else {}


def _look(desk: Desk) -> tuple[str, list[Reminder]]:
    return _DUES.load().register_mark(desk), _REMINDERS.load().standing(desk)


def _time(kept: object, usual: time) -> time:
    try:
        return time.fromisoformat(str(kept))
    except ValueError:
        return usual


def _truth(kept: object, *, usual: bool) -> bool:
    return usual if kept is None else str(kept).lower() in {"true", "1"}
