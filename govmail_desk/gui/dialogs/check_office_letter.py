"""The check before signing of a letter to a late unit; the dialog itself is `gui.dialogs.check_letter`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.gui.dialogs.check_letter import CheckLetterDialog
from govmail_desk.operations.office_letters import edited_chase, review_chase, take_in_chase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Changes, Desk
    from govmail_desk.domain.exchange import OfficeChase
    from govmail_desk.domain.layout import Finding


class CheckOfficeLetterDialog(CheckLetterDialog):
    """Look through one letter, or the clerk's edited copy of it in a folder."""

    def __init__(self, parent: QWidget, desk: Desk, chase: OfficeChase, folder: Path) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chase = chase
        self._folder = folder

    @property
    def edited(self) -> Path | None:
        """The clerk's edited copy, where there is one."""
        return edited_chase(self._chase, self._folder)

    def findings_in(self, copy: Path | None) -> Sequence[Finding]:
        """Hold the letter to the decree."""
        return review_chase(self._desk, chase_id=self._chase.id, copy=copy)

    def keep_edited(self, path: Path) -> Changes:
        """Take the edited copy in."""
        return take_in_chase(self._desk, chase_id=self._chase.id, path=path)
