"""The check before signing of a report's letter: what is not as the decree on layout or the frozen figures have it.

The dialog itself is `gui.dialogs.check_letter`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.check_letter import CheckLetterDialog
from govmail_desk.operations.report_copies import take_in_report_paper
from govmail_desk.operations.report_papers import review_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.layout import Finding
    from govmail_desk.gui.parts.report_copies import ReportCopies
    from govmail_desk.listings.reports import ReportPane
    from govmail_desk.operations.report_copies import EditedReportPaper


class CheckReportDialog(CheckLetterDialog):
    """Look through the letter of a report."""

    def __init__(self, parent: QWidget, desk: Desk, facts: ReportPane, copies: ReportCopies) -> None:
        super().__init__(parent)
        self._desk = desk
        self._report_id = facts.row.id
        self._copies = copies

    @property
    def edited(self) -> Path | None:
        """The clerk's edited copy, where there is one."""
        return self._letter.path if self._letter is not None else None

    def findings_in(self, copy: Path | None) -> Sequence[Finding]:
        """Hold the letter to the decree and to the report's figures."""
        return review_report(self._desk, report_id=self._report_id, copy=copy)

    def keep_edited(self, path: Path) -> Changes:
        """Take the edited copy in as the next edition."""
        assert self._letter is not None, "asked where there is an edited copy"
        return take_in_report_paper(self._desk, paper_id=self._letter.paper_id, path=path)

    @property
    def _letter(self) -> EditedReportPaper | None:
        return next((one for one in self._copies.edited if one.role == "letter"), None)
