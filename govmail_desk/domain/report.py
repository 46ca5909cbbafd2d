"""Reports on the unit's mailboxes (báo cáo) and the figures the operator's own export gives; a report once sent never changes.

Which reports a regulation asks for, and when, are its provisions; counting the figures is `operations.report_figures`, their shape
`domain.report_figures`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from govmail_desk.domain.record import Record

ReportScope = Literal["unit", "merged"]
"""Of this desk's own register, or of the packages of many units beside it."""
ReportState = Literal["draft", "sent", "cancelled"]
ReportPaperRole = Literal["letter", "workbook"]
PaperOrigin = Literal["made", "edited", "attached"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Record):
    """One report for one period: drafted, sent with its number, or cancelled with a reason.

    It opens where the last one was cut off, so that reports chain. `figures` are those of the papers made last, frozen with them;
    what was recorded later of days already reported makes a supplementary report, which names the one it supplements.
    """

    scope: ReportScope
    rule: str
    """The key of the provision that asks for it (`report.unit`, `report.operator`); empty where only a letter asked."""
    period: str
    """`2026-Q4`, `2026-H1` or `2026`."""
    opening_on: date
    """The last day before what is reported: the cut-off of the report before, or the eve of the period."""
    cut_off_on: date
    """The last day reported (chốt số liệu đến ngày)."""
    due_on: date | None = None
    asked_by: str = ""
    """The letter that asked for it or set another day: number and issuer, as the papers cite it."""
    asked_on: date | None = None
    state: ReportState = "draft"
    regulation_id: str
    supplements_id: int | None = None
    figures: dict[str, Any] = field(default_factory=dict)
    figures_sha256: str = ""
    usage: dict[str, Any] = field(default_factory=dict)
    """Figures the register cannot count, typed or imported; one that is not there is not known ("chưa có số liệu"), never 0."""
    remarks: dict[str, str] = field(default_factory=dict)
    """What the clerk writes in the letter, by its place there."""
    made_on: date
    number: str = ""
    sent_on: date | None = None
    sent_to: str = ""
    reason: str = ""
    """Why it was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper(Record):
    """A made or edited paper of a report, kept byte for byte: the letter or the workbook."""

    report_id: int
    role: ReportPaperRole
    name: str
    sha256: str
    byte_count: int
    edition: int
    origin: PaperOrigin = "made"
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageImport(Record):
    """An export of the operator's taken in: whose figures they are and of which day."""

    file_name: str
    source_sha256: str
    as_of_on: date
    """The day the operator drew it up."""
    taken_at: datetime
    by: str
    counts: dict[str, int] = field(default_factory=dict)
    rows: list[list[Any]] = field(default_factory=list)
    """Each row read, with its outcome, as the clerk was shown it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageReading(Record):
    """What one export says of one mailbox; None where it does not say."""

    usage_import_id: int
    mailbox_id: int
    last_used_on: date | None = None
    is_activated: bool | None = None
    used_mb: int | None = None
    quota_mb: int | None = None
