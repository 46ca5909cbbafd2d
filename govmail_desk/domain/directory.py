"""Editions of the unit's directory (danh bạ thư công vụ). The files they are published as are `documents.directory`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryEdition(Record):
    """The directory as it stood on a day; a public one holds unit, name, title, office phone and address, nothing else."""

    number: int
    as_of_on: date
    is_public: bool
    entries: list[list[str]] = field(default_factory=list)
    """Its lines in their order, frozen."""
    content_sha256: str
    made_at: datetime
    by: str
    note: str = ""
