"""Reviewing the mailboxes (rà soát): one sheet a department, each row kept, changed, closed or not known. Decisions become requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

ReviewState = Literal["open", "closed", "cancelled"]
Decision = Literal["", "keep", "change", "close", "create", "unknown"]
"""What the department answered; empty as long as it has not."""
Orphan = Literal["", "no-holder", "no-mailbox", "holder-left"]
"""What is amiss before anyone is asked: a mailbox without a holder, a person without a mailbox, a holder who has left."""
ReviewPaperRole = Literal["sheet", "answer", "reminder", "evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """One campaign of review; its population is frozen on the day it opens."""

    title: str
    as_of_on: date
    answer_by_on: date
    state: ReviewState = "open"
    regulation_id: str
    document: str = ""
    """The plan or letter it is held under."""
    opened_on: date
    closed_on: date | None = None
    note: str = ""
    """What came of it, or why it was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet(Record):
    """The part of a review that one department answers."""

    review_id: int
    unit_id: int
    position: int
    sent_on: date | None = None
    answered_on: date | None = None
    answered_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(Record):
    """One line of a sheet: a mailbox, or a person without one, as it stood when the review opened, and what was answered."""

    review_id: int
    review_sheet_id: int
    position: int
    mailbox_id: int | None = None
    person_id: int | None = None
    orphan: Orphan = ""
    cells: dict[str, str] = field(default_factory=dict)
    """What the sheet shows of it, frozen: address, holder, post, state."""
    decision: Decision = ""
    note: str = ""
    request_id: int | None = None
    """The request that the decision became."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReminder(Record):
    """A department reminded for the n-th time to answer."""

    review_id: int
    review_sheet_id: int
    turn: int
    on_date: date
    by: str
    way: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPaper(Record):
    """A file of a review, kept byte for byte: a sheet as it went out, an answer as it came, a reminder, the evidence pack."""

    review_id: int
    review_sheet_id: int | None = None
    role: ReviewPaperRole
    name: str
    sha256: str
    byte_count: int
    made_at: datetime
