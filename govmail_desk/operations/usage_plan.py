"""What taking an operator's export in would do, before anything is written: what preview, `--dry-run` and tests share.

Reading the file is `operations.usage_reading`, holding its rows against the register `operations.usage_matching`, carrying the plan out
`operations.usage`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from govmail_desk.domain.usage_columns import UsageMeaning

if TYPE_CHECKING:
    from govmail_desk.documents.spreadsheet import Workbook

UsageOutcome = Literal["new", "same", "unknown", "doubtful", "set_aside"]
USAGE_OUTCOMES: tuple[UsageOutcome, ...] = ("new", "same", "unknown", "doubtful", "set_aside")


class UsageFacts(NamedTuple):
    """What one row of an export says of a mailbox; None where it does not say."""

    last_used_on: date | None = None
    is_activated: bool | None = None
    used_mb: int | None = None
    quota_mb: int | None = None

    @property
    def says_nothing(self) -> bool:
        """True where nothing of it could be counted."""
        return self == UsageFacts()


class UsageRow(NamedTuple):
    """One row of an export and what would become of it; `is_newer` where its last use begins something in the register."""

    row: int
    outcome: UsageOutcome
    reasons: tuple[str, ...] = ()
    address: str = ""
    facts: UsageFacts = UsageFacts()
    mailbox_id: int | None = None
    is_newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageColumns:
    """How the columns of the sheet were understood; `header_row` is None where no row of headings was found."""

    sheet: str
    header_row: int | None = None
    headings: Mapping[int, str] = field(default_factory=dict)
    meanings: Mapping[int, UsageMeaning] = field(default_factory=dict)
    signature: str = ""
    problems: tuple[str, ...] = ()
    """Why nothing of the sheet can be taken as it is read now."""
    undecided: frozenset[int] = frozenset()
    """The columns whose days can be read both ways, so that the clerk has to say which part is the month."""
    is_chosen: bool = False
    """True where the clerk said what columns hold, so that the reading will be remembered."""
    is_remembered: bool = False
    """True where the reading is that of an earlier export with the same headings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageReadingWish:
    """How the clerk wants a file read: the day it was drawn up, its sheet, its row of headings, what columns hold."""

    as_of_on: date
    sheet: str | None = None
    header_row: int | None = None
    meanings: Mapping[int, UsageMeaning] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsagePlan:
    """What taking an export in would do to each row, planned on the register as its journal stood."""

    file_name: str
    sha256: str
    as_of_on: date
    rows: tuple[UsageRow, ...]
    counts: Mapping[UsageOutcome, int]
    newer_count: int
    """How many mailboxes were used later than the register knows."""
    missing_count: int
    """How many mailboxes of the register, in use or locked and issued by its day, the export does not name."""
    columns: UsageColumns
    warnings: tuple[str, ...]
    refusal: str
    """Why nothing of the file can be taken, one sentence; "" where something may be."""
    journal_hash: str
    workbook: Workbook = field(repr=False, compare=False)
    wish: UsageReadingWish = field(repr=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """True where the register has everything already, so that taking the file in would write nothing."""
        return not self.counts["new"]

    def rows_of(self, *outcomes: UsageOutcome) -> tuple[UsageRow, ...]:
        """Return the rows of these outcomes in the order of the file."""
        return tuple(row for row in self.rows if row.outcome in outcomes)
