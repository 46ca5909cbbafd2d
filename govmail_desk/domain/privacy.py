"""Personal data (Luật 91/2025/QH15): what the unit chose to keep of people, and what left the register as a file, when and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

ExportKind = Literal[
    "list", "directory", "report", "package", "extract", "journal", "notices", "review", "incidents", "calendar"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyChoice(Record):
    """What the unit keeps of its people from a day on: identity numbers are kept only where it says so, with its reason."""

    from_on: date
    is_id_number_kept: bool = False
    keep_month_count: int
    """How long after their last mailbox was closed private fields of someone who left are kept; the unit's own choice."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Record):
    """A file with people in it that left the register: what, of how many, for whom, by whom."""

    kind: ExportKind
    on_date: date
    made_at: datetime
    by: str
    subject: str
    """What was exported, as the clerk would say it."""
    row_count: int
    name: str
    content_sha256: str = ""
