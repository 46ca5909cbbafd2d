"""The lines of Hôm nay about looks into mailboxes: asked for behind the page's opening, logged from their button.

Here: `TodayChecks`. What they say is `listings.today_checks`, logging `gui.dialogs.log_check`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.background import background_of
from govmail_desk.gui.late import Late

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.listings.today_row import Today, TodayRow

_CHECKS: Final[Late[Any]] = Late("govmail_desk.listings.today_checks")
_LOG: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.log_check:LogCheckDialog")
_LATE_ENTRY: Final[Late[Any]] = Late("govmail_desk.gui.dialogs.log_check:LateCheckDialog")


class TodayChecks(QObject):
    """What the day wants looked into."""

    changed = Signal()
    """Other lines than before are known now."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._rows: tuple[TodayRow, ...] = ()
        self._day: date | None = None

    def look(self, desk: Desk) -> None:
        """Ask in a worker; what was known of another day is dropped at once."""
        if self._day != desk.today():
            self._rows = ()
        self._day = desk.today()
        background_of(self._page).start(partial(_CHECKS.load().check_rows, desk), self._take, self._fail)

    def with_lines(self, today: Today) -> Today:
        """Put the lines of checks before the others of their sections."""
        counts = dict(today.counts)
        for row in self._rows:
            counts[row.section] += row.count
        return replace(today, rows=(*self._rows, *today.rows), counts=counts)

    def log(self, desk: Desk, row: TodayRow) -> None:
        """Log a look now, or enter one late whose half day has passed."""
        if row.section == "overdue" and row.slot:
            _LATE_ENTRY.load()(self._page, desk, on=desk.today(), slot=row.slot).open()
        else:
            _LOG.load()(self._page, desk).open()

    def _take(self, rows: tuple[TodayRow, ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()

    def _fail(self, _failure: BaseException) -> None:
        """The other lines stand; the next reload asks again."""
