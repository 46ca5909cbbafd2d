"""Exchange between desks: a unit's register or quarter as one package file, and what the IT contact's desk took in of many units.

The file itself is `documents.desk_package`; what a package brings is planned in `operations.packages`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from govmail_desk.domain.mailbox import MailboxKind, MailboxState
from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """A unit whose packages this desk takes in (IT contact of a district office, sở or province)."""

    register_id: str = ""
    """The hash of the first entry in its register's journal: the same register, whatever the unit is called. Empty until it sent one."""
    slug: str
    name: str
    address: str = ""
    """Its mailbox, to which it is written when it is late."""
    from_on: date
    ended_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Record):
    """A package as it was taken in, kept byte for byte: of which unit, for which period, as of which day."""

    office_id: int
    period: str
    """`2026-Q4` and so on; empty for a whole register."""
    opening_on: date | None = None
    as_of_on: date
    made_at: datetime
    """When the unit's desk wrote it."""
    format_version: int
    journal_seq: int
    """How far the unit's journal went then; a later package never goes less far."""
    journal_hash: str
    mailbox_count: int
    figures: dict[str, Any] = field(default_factory=dict)
    name: str
    sha256: str
    byte_count: int
    taken_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignMailbox(Record):
    """A mailbox of another unit, as its newest package tells of it; each unit's stand apart.

    One that was gone and comes back has a row of its own from then on; the row of its earlier time stays gone.
    """

    office_id: int
    package_id: int
    """The package that brought what stands here, or in which it was found gone; one that says the same again writes nothing."""
    address: str
    kind: MailboxKind
    holder: str = ""
    post: str = ""
    unit: str = ""
    state: MailboxState
    since: date
    gone_on: date | None = None
    """The day of the package in which it was no longer found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeChase(Record):
    """A late unit written to for the n-th time, with the letter as it went."""

    office_id: int
    period: str
    turn: int
    due_on: date
    asked_by: str = ""
    """The letter that set the day, where one did."""
    on_date: date
    by: str
    name: str
    sha256: str
    byte_count: int
    made_at: datetime
    number: str = ""
    """Its number, typed once it is signed."""
    sent_on: date | None = None
