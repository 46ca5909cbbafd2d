"""What planning a file has in common, of a unit's list as of the operator's figures: the file, the question under way, who is told.

Here: `FilePlanning`. What is asked of the file is said by the classes that extend it (`gui.dialogs.import_planning`, `usage_planning`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from govmail_desk.gui.background import Background, Latest

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.documents.spreadsheet import Workbook


class FilePlanning(QObject):
    """A file being read and planned in a worker; only the newest question counts."""

    began = Signal()
    """A question is under way."""
    planned = Signal()
    """There is a plan to show, or the question was stopped."""
    failed = Signal(object)
    """The file could not be read or planned: what was raised."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path: Path | None = None
        self.workbook: Workbook | None = None
        self.is_pending = False
        self.background = Background(self)
        self._latest = Latest(self.background, self)

    @property
    def is_planned(self) -> bool:
        """True where the file read last has a plan."""
        raise NotImplementedError

    def read(self, path: Path) -> None:
        """Read another file and plan it as it stands."""
        raise NotImplementedError

    def _begin(self) -> None:
        self.is_pending = True
        self.began.emit()

    def _end(self) -> None:
        self.is_pending = False
        self.planned.emit()
