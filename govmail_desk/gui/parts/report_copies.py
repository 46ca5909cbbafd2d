"""Copies of a report's papers on this computer: to look at, to sign, to print. The register's own bytes stay as they are.

Here: `ReportCopies`, one folder a report. A copy edited in Word is opened as it is, and taken in from the pane. Writing the bytes is
`operations.report_copies`; papers of a request are `gui.parts.copies`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.gui.parts.copies import open_copy
from govmail_desk.gui.run import runner_of
from govmail_desk.listings.requests import FileRow
from govmail_desk.operations.report_copies import copy_to_open, edited_among

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk
    from govmail_desk.domain.report import ReportPaper
    from govmail_desk.listings.reports import ReportPane
    from govmail_desk.operations.report_copies import EditedReportPaper

_ROLES: Final = {"letter": "report", "workbook": "workbook"}


def paper_of(kept: ReportPaper) -> FileRow:
    """Show a kept paper as the preview takes it."""
    return FileRow(kept.id, _ROLES[kept.role], kept.name, kept.byte_count, kept.edition, kept.sha256)


class ReportCopies:
    """The copies of one report."""

    def __init__(self, desk: Desk, facts: ReportPane) -> None:
        self._desk = desk
        self._facts = facts
        self.folder: Path = paths.home() / "giay-to" / f"bao-cao-{facts.row.id}-{facts.row.period}"

    def open(self, asked_by: QWidget, kept: FileRow) -> None:
        """Open the copy of one paper with its own program."""
        try:
            open_copy(copy_to_open(self._desk, paper_id=kept.id, folder=self.folder))
        except StoreUnavailable as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self.open, asked_by, kept))

    @property
    def edited(self) -> tuple[EditedReportPaper, ...]:
        """The copies that say something else than every edition kept; none once the report is sent."""
        if self._facts.row.state != "draft" or not self.folder.is_dir():
            return ()
        return edited_among(self._facts.papers, self.folder)
