"""What is to be done by a day, or after a change: due dates as rows, each begun by a dated act, and follow-ups elsewhere.

Counting the days is `domain.working_days`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.record import Record

SubjectKind = Literal["mailbox", "request", "unit", "person", "handover", "report", "review", "incident"]
DueAct = Literal[
    "",
    "issued",
    "imported",
    "reset",
    "password-changed",
    "used",
    "checked",
    "cleaned",
    "locked",
    "suspended",
    "notice",
    "sent",
    "decided",
    "handover",
    "founded",
    "adopted",
    "reported",
    "reviewed",
    "begun",
    "asked",
    "opened",
    "found",
]
"""The dated act that began a due date; empty for rows of before it was noted."""
FollowUpKind = Literal["certificate", "sso", "directory", "custody", "first-login"]
FollowUpAfter = Literal["create", "address", "holder", "close"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Record):
    """Something that falls due: which rule, for what, begun by which day, and by when to act.

    `rule` is the key of the regulation's provision; article and reason are read from it, never stored twice.
    """

    rule: str
    subject_kind: SubjectKind
    subject_id: int
    started_on: date
    due_on: date
    act_by: date
    settled_on: date | None = None
    settled_why: str = ""
    """What settled it, or why it no longer holds."""
    begun_by: DueAct = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """Something that a change of a mailbox brings with it elsewhere: certificate, single sign-on, directory, who looks after it.

    It has no limit of its own in the regulations; it stays in sight until done, or dismissed with a reason.
    """

    kind: FollowUpKind
    after: FollowUpAfter
    mailbox_id: int
    request_id: int | None = None
    raised_on: date
    settled_on: date | None = None
    outcome: Literal["", "done", "dismissed"] = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRule:
    """Which follow-up a change of a mailbox raises, and what it says; read from `resources/follow_ups.toml`."""

    kind: FollowUpKind
    after: tuple[FollowUpAfter, ...]
    mailbox: MailboxKind | None = None
    needs: str | None = None
    """The key a regulation must say for the follow-up to be raised under it."""
    is_unstated: bool = False
    """True where it stands in for a day the article named by `needs` does not give."""
    title: str
    cite: str | None = None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderText:
    """What a due date under a rule says and how many days ahead it is shown; read from `resources/reminders.toml`."""

    rule: str
    """The regulation's key, or the beginning several keys share up to their last dot."""
    title: str = ""
    """What has to be done; empty where the rule's own label says it."""
    lead_days: int
    """Our suggestion; the unit's own is a `LeadTime`."""
    todo: str
    """What the clerk does about it."""
    staff: str = ""
    """What the holder of the mailbox is asked to do; empty where the holder has no part in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze(Record):
    """A line put off to another day, with the reason; its due date stays what it is."""

    due_id: int
    until_on: date
    on_date: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTime(Record):
    """How many days ahead the unit wants to be reminded under a rule, from a day on."""

    rule: str
    day_count: int
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffNotice(Record):
    """A notice to the holder or custodian of a mailbox that something falls due, as made for sending."""

    due_id: int
    mailbox_id: int
    on_date: date
    by: str
    way: Literal["email", "list"]
