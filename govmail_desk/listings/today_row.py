"""One line of Hôm nay, and the page put together from them. Which lines there are: `due_groups`, `waiting`, `gaps`, all beside this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Section = Literal["overdue", "today", "upcoming", "waiting", "snoozed", "setup"]
Act = Literal[
    "open_mailbox",
    "open_request",
    "open_person",
    "open_handover",
    "open_incident",
    "open_review",
    "open_report",
    "hand_over",
    "record_password_change",
    "record_use",
    "record_cleaning",
    "record_report",
    "record_review",
    "record_check",
    "request_after_change",
    "chase_request",
    "apply_answer",
    "request_people",
    "import_list",
    "request_mailboxes",
    "know_passwords",
    "add_signer",
    "set_operator",
    "set_contact",
]


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line: what, about whom, by when, why, and the act behind its button."""

    section: Section
    title: str
    detail: str
    act: Act
    due_on: date | None = None
    act_by: date | None = None
    cite: str | None = None
    why: str = ""
    source: str = "regulation"
    subject_id: int | None = None
    """What it is about; the first of several where one line stands for them all."""
    rule: str = ""
    """The key of the regulation's provision the day comes from."""
    started_on: date | None = None
    """The day the counting began."""
    due_id: int | None = None
    """The due row, the first of several."""
    count: int = 1
    """How many mailboxes the line stands for."""
    until_on: date | None = None
    """The day it was put off to."""
    slot: str = ""
    """The half of the day a look into mailboxes is about."""


@dataclass(frozen=True, slots=True)
class Today:
    """The page: its lines by section, and how many there are of each beyond those shown."""

    day: date
    rows: tuple[TodayRow, ...]
    counts: dict[str, int]
