"""Incidents (sự cố): what happened, who was told and when, what was learnt. Of a state secret only the fact is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

IncidentKind = Literal["fault", "abnormal", "suspicious", "attachment", "leak", "secret"]
"""A fault of the system or mailbox, a mailbox that behaves abnormally, a suspicious mail, an attachment that fails, a password
forgotten or leaked, a state secret found in a mailbox."""
IncidentState = Literal["open", "closed", "cancelled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record):
    """Something that went wrong with a mailbox; for a state secret `content`, `measures` and `lessons` hold nothing of what it said."""

    kind: IncidentKind
    mailbox_id: int | None = None
    happened_on: date
    happened_at: str = ""
    """The hour, `HH:MM`, where it is known."""
    found_by: str
    content: str = ""
    measures: str = ""
    lessons: str = ""
    state: IncidentState = "open"
    closed_on: date | None = None
    regulation_id: str
    reason: str = ""
    """Why the entry was cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentNotice(Record):
    """Somebody told of an incident: whom, when, how, by whom, and under which rule."""

    incident_id: int
    rule: str
    """The key of the provision it follows; empty where the unit told someone no rule names."""
    told: str
    on_date: date
    at_time: str = ""
    by: str
    way: str = ""
    number: str = ""
    """The letter's number where it went by letter."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPaper(Record):
    """A letter made about an incident, kept byte for byte."""

    incident_id: int
    name: str
    sha256: str
    byte_count: int
    edition: int
    made_at: datetime
