"""The list under way in the import wizard: the file as it was read, how the clerk wants it read, and the plan made of both so far.

Here: `Planning`. Reading and planning run in a worker; only the newest question counts, and stopping one leaves the plan before it.
Not here: what the steps show (`gui.dialogs.import_file` and its neighbours), planning itself (`operations.intakes`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from govmail_desk.documents import spreadsheet
from govmail_desk.gui.dialogs.file_planning import FilePlanning
from govmail_desk.operations.intake_plan import Reading
from govmail_desk.operations.intakes import plan_intake, take_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QObject

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.documents.spreadsheet import Workbook
    from govmail_desk.gui.progress import Tick
    from govmail_desk.operations.intake_plan import IntakePlan, Place


class _Read(NamedTuple):
    workbook: Workbook
    plan: IntakePlan


class Planning(FilePlanning):
    """One list under way."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.plan: IntakePlan | None = None
        self._wanted = Reading()

    @property
    def reading(self) -> Reading:
        """How the clerk wants the file read."""
        return self._wanted

    @property
    def is_planned(self) -> bool:
        """True where the file read last has a plan."""
        return self.workbook is not None and self.plan is not None and self.plan.workbook is self.workbook

    @property
    def has_changed(self) -> bool:
        """True where the clerk said or mended something that would be lost."""
        return self._wanted != Reading()

    def read(self, path: Path) -> None:
        """Read another file and plan it as it stands."""
        self.path = path
        self._wanted = Reading()
        self._begin()
        self._latest.ask(partial(_read, self.desk, path), self._take_file, self._fail)

    def ask(self, **wanted: Any) -> None:
        """Plan the same file read otherwise: another sheet, other meanings, rows mended or left out."""
        if self.workbook is not None:
            self._wanted = replace(self._wanted, **wanted)
            self._begin()
            self._latest.ask(partial(_plan, self.desk, self.workbook, self._wanted), self._take, self._fail)

    def mend(self, place: Place, facts: Mapping[str, str]) -> None:
        """Take facts of a row as typed by hand; an empty answer to whom it means leaves that to the program again."""
        self.mend_all({place: facts})

    def mend_all(self, mendings: Mapping[Place, Mapping[str, str]]) -> None:
        """Take facts of several rows at once."""
        mended = dict(self._wanted.mended)
        for place, facts in mendings.items():
            mended[place] = {**mended.get(place, {}), **facts}
        self.ask(mended=mended)

    def forget_mending(self, place: Place) -> None:
        """Read a row as it stands in the file again."""
        self.ask(mended={one: facts for one, facts in self._wanted.mended.items() if one != place})

    def leave_out(self, places: set[Place], *, is_left_out: bool) -> None:
        """Leave rows out of the list, or take them back."""
        kept = set(self._wanted.left_out)
        self.ask(left_out=frozenset(kept | places if is_left_out else kept - places))

    def stop(self) -> None:
        """Let go of the question under way; the plan before it stands."""
        self._latest.forget()
        if self.plan is not None:
            self._wanted = self.plan.reading
        self._end()

    def take_in(self, tick: Tick) -> Changes:
        """Write what the plan says. Runs in a worker."""
        assert self.plan is not None, "the main act waits for a plan"
        return take_in(self.desk, self.plan, tick=tick)

    def _take_file(self, read: _Read) -> None:
        self.workbook = read.workbook
        self._take(read.plan)

    def _take(self, plan: IntakePlan) -> None:
        self.plan = plan
        self._end()

    def _fail(self, failure: BaseException) -> None:
        if self.plan is not None:
            self._wanted = self.plan.reading
        self._end()
        self.failed.emit(failure)


def _read(desk: Desk, path: Path) -> _Read:
    workbook = spreadsheet.read(path)
    return _Read(workbook, _plan(desk, workbook, Reading()))


def _plan(desk: Desk, workbook: Workbook, reading: Reading) -> IntakePlan:
    return plan_intake(
        desk,
        workbook,
        sheet=reading.sheet,
        header_rows=reading.header_rows,
        meanings=reading.meanings,
        accepted_conversions=reading.accepted_conversions,
        mended=reading.mended,
        left_out=reading.left_out,
    )
