"""Copies of kept papers in a folder of the clerk's: minutes, signed copies, papers that give a charge, of an incident or a review.

The register's own bytes stay as they are. Copies of a request's papers are `operations.copies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.operations.copies import made_folder
from govmail_desk.operations.forms import copy_sample
from govmail_desk.store.tables import file_content
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from pathlib import Path

    from govmail_desk.desk import Desk
    from govmail_desk.domain.custody import CustodyPaper
    from govmail_desk.domain.handover import Minutes, SignedCopy
    from govmail_desk.domain.incident import IncidentPaper
    from govmail_desk.domain.review import ReviewPaper


def copy_kept(
    desk: Desk,
    kind: type[Minutes | SignedCopy | CustodyPaper | IncidentPaper | ReviewPaper],
    *,
    record_id: int,
    folder: Path,
) -> Path:
    """Write a kept paper into a folder and return where it lies; a file of its name that says otherwise stays, and it goes beside."""
    with desk.reading() as connection:
        found = Transaction(connection).get(kind, record_id)
        content: bytes = connection.execute(
            select(file_content.c.content).where(file_content.c.sha256 == found.sha256)
        ).scalar_one()
    return copy_sample(found.name, content, folder=made_folder(folder))
