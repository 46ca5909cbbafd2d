"""The operator's figures under way in their wizard: the file as it was read, how the clerk wants it read, the plan made of both so far.

Here: `UsagePlanning`. Reading and planning run in a worker; only the newest question counts. What the steps show is
`gui.dialogs.usage_wizard` and its neighbours, planning itself `operations.usage`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govmail_desk.documents import spreadsheet
from govmail_desk.gui.dialogs.file_planning import FilePlanning
from govmail_desk.operations.usage import plan_usage, take_in_usage
from govmail_desk.operations.usage_plan import UsagePlan, UsageReadingWish
from govmail_desk.operations.usage_reading import stated_on

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.gui.progress import Tick


class _Read(NamedTuple):
    workbook: Workbook
    plan: UsagePlan


class UsagePlanning(FilePlanning):
    """The file, what the clerk said of it, and the plan."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.plan: UsagePlan | None = None
        self.wish = UsageReadingWish(as_of_on=desk.today())

    @property
    def is_planned(self) -> bool:
        """True where the file read last has a plan."""
        return self.workbook is not None and self.plan is not None and self.plan.workbook is self.workbook

    @property
    def has_changed(self) -> bool:
        """True where the clerk said something of the columns that would be lost."""
        return bool(self.wish.meanings)

    def read(self, path: Path) -> None:
        """Read another file and plan it as it stands, of the day its titles name, else of today."""
        self.path = path
        self._begin()
        self._latest.ask(partial(_read, self.desk, path), self._take_file, self._fail)

    def ask(self, **wanted: Any) -> None:
        """Plan the same file read otherwise: of another day, another sheet, other headings, other meanings."""
        if self.workbook is not None:
            self.wish = replace(self.wish, **wanted)
            self._begin()
            self._latest.ask(partial(_plan, self.desk, self.workbook, self.wish), self._take, self._fail)

    def stop(self) -> None:
        """Let go of the question under way; the plan before it stands."""
        self._latest.forget()
        self._return_to_plan()
        self._end()

    def take_in(self, tick: Tick) -> Changes:
        """Write what the plan says. Runs in a worker."""
        assert self.plan is not None, "the main act waits for a plan"
        return take_in_usage(self.desk, self.plan, tick=tick)

    def _take_file(self, read: _Read) -> None:
        self.workbook = read.workbook
        self.wish = read.plan.wish
        self._take(read.plan)

    def _take(self, plan: UsagePlan) -> None:
        self.plan = plan
        self._end()

    def _fail(self, failure: BaseException) -> None:
        self._return_to_plan()
        self._end()
        self.failed.emit(failure)

    def _return_to_plan(self) -> None:
        if self.plan is not None:
            self.wish = self.plan.wish


def _read(desk: Desk, path: Path) -> _Read:
    workbook = spreadsheet.read(path)
    told = stated_on(workbook)
    as_of_on = told if told is not None and told <= desk.today() else desk.today()
    return _Read(workbook, _plan(desk, workbook, UsageReadingWish(as_of_on=as_of_on)))


def _plan(desk: Desk, workbook: Workbook, wish: UsageReadingWish) -> UsagePlan:
    return plan_usage(
        desk,
        workbook,
        as_of_on=wish.as_of_on,
        meanings=wish.meanings,
        sheet=wish.sheet,
        header_row=wish.header_row,
    )
