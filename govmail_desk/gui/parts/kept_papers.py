"""Copies of kept papers of handovers, charges and incidents on this computer: to look at, to sign, to print.

Here: `KeptPapers`, one folder for each handover, charge or incident. A copy edited in Word stays, and the kept one goes beside it.
Papers of a request are `gui.parts.copies`; writing the bytes is `operations.kept_copies`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from govmail_desk import paths
from govmail_desk.domain.custody import CustodyPaper
from govmail_desk.domain.errors import StoreUnavailable
from govmail_desk.domain.handover import Minutes, SignedCopy
from govmail_desk.domain.incident import IncidentPaper
from govmail_desk.gui.parts.copies import open_copy
from govmail_desk.gui.run import runner_of
from govmail_desk.listings.requests import FileRow
from govmail_desk.operations.kept_copies import copy_kept

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from govmail_desk.desk import Desk

Kept = Minutes | SignedCopy | CustodyPaper | IncidentPaper

_ROLES: Final = {Minutes: "minutes", SignedCopy: "signed"}


def paper_of(kept: Kept) -> FileRow:
    """Show a kept paper as the preview takes it."""
    edition = kept.edition if isinstance(kept, Minutes | IncidentPaper) else 1
    return FileRow(kept.id, _role(kept), kept.name, kept.byte_count, edition, kept.sha256)


def _role(kept: Kept) -> str:
    if isinstance(kept, CustodyPaper):
        return kept.kind
    if isinstance(kept, IncidentPaper):
        return "email" if kept.name.endswith(".eml") else "letter"
    return _ROLES[type(kept)]


class KeptPapers:
    """The papers of one handover, charge or incident."""

    def __init__(self, desk: Desk, kind: type[Kept], *, folder: str) -> None:
        """Copy papers of a kind into a folder of this name among the clerk's papers."""
        self._desk = desk
        self._kind = kind
        self.folder: Path = paths.home() / "giay-to" / folder

    @classmethod
    def of_handover(cls, desk: Desk, kind: type[Kept], handover_id: int) -> KeptPapers:
        """The papers of a handover."""
        return cls(desk, kind, folder=f"ban-giao-{handover_id}")

    @classmethod
    def of_incident(cls, desk: Desk, incident_id: int) -> KeptPapers:
        """The papers of an incident."""
        return cls(desk, IncidentPaper, folder=f"su-co-{incident_id}")

    def open(self, asked_by: QWidget, paper: FileRow) -> None:
        """Open a copy with its own program."""
        try:
            open_copy(copy_kept(self._desk, self._kind, record_id=paper.id, folder=self.folder))
        except StoreUnavailable as failure:
            runner_of(asked_by).tell_failure(failure, asked_by, partial(self.open, asked_by, paper))
