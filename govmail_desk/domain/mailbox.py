"""Official mailboxes, their states as dated events, and what people did with them. Proposing an address is `domain.address`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.record import Record

MailboxKind = Literal["personal", "unit"]
MailboxState = Literal["proposed", "requested", "active", "locked", "suspended", "closed"]

LockCause = Literal["", "first-login", "inactivity", "violation", "other"]
"""Why the operator locked or suspended a mailbox, where it was told; what may follow hangs on it."""

ActKind = Literal["password-changed", "used", "reason-told", "notice", "cleaned"]
"""What is done with a mailbox without another state: its password changed, it was used, the reason for not using it told to the operator,
the operator's notice of suspension received, its old mail cleaned out."""

STATES: tuple[MailboxState, ...] = ("proposed", "requested", "active", "locked", "suspended", "closed")
LOCKED: frozenset[MailboxState] = frozenset({"locked", "suspended"})
"""From these a mailbox is reopened."""
NEVER_ISSUED: frozenset[MailboxState] = frozenset({"proposed", "requested"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox(Record):
    """An official mailbox (hộp thư điện tử công vụ) of a unit or of a person; it never holds a password."""

    address: str
    kind: MailboxKind
    unit_id: int
    holder_id: int | None = None
    """The person it was issued to; None for a unit's own."""
    state: MailboxState = "proposed"
    since: date
    """The day of the event that brought the present state."""
    note: str = ""
    """What it is for, or what its owner should know."""
    is_admin: bool = False
    """True for an administrator's account (tài khoản quản trị), whose password some regulations want changed more often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxEvent(Record):
    """Something that happened to a mailbox on a day: it entered a state, as a named person recorded."""

    mailbox_id: int
    state: MailboxState
    on_date: date
    by: str
    request_id: int | None = None
    cause: LockCause = ""
    note: str = ""
    """The decision or reason behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxAct(Record):
    """A dated act of a named person on a mailbox that leaves its state as it is; due dates begin and end with it, never a password."""

    mailbox_id: int
    kind: ActKind
    on_date: date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxMove(Record):
    """A mailbox that came under another unit of the register on a day, so that any past day's figures stand by unit."""

    mailbox_id: int
    from_unit_id: int
    to_unit_id: int
    on_date: date
    by: str
    note: str = ""


def assumed_start(events: Sequence[MailboxEvent]) -> MailboxEvent | None:
    """Give the event with which a mailbox came into the register in use; since when it really was, that day does not say."""
    came_in = min(events, key=lambda event: event.id)
    return came_in if came_in.state == "active" else None


def issued_on(events: Sequence[MailboxEvent]) -> date | None:
    """Give the day a mailbox was issued, where the register was told: the first on which it was in use.

    One that came into the register in use was issued some day before that nobody told; only an event put later can say which.
    """
    came_in = min(events, key=lambda event: event.id)
    in_order = sorted(events, key=lambda event: (event.on_date, event is came_in, event.id))
    first = next((event for event in in_order if event.state not in NEVER_ISSUED), None)
    return first.on_date if first is not None and first is not came_in else None
