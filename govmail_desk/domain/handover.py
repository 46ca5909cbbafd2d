"""Handing a unit's mailboxes over (bàn giao): the parties, the checklist, the minutes and their signed copies.

What stands on the checklist is `resources/handover.toml` beside the regulation's own items; who answers for a mailbox when is
`domain.custody`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

Post = Literal["head", "clerk"]
HandoverState = Literal["open", "closed", "cancelled"]
Absence = Literal["", "gone", "ill", "dead"]
ItemState = Literal["open", "done", "not-applicable"]
CopyWay = Literal["scan", "signed-pdf"]
Belongs = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover(Record):
    """One handover of a unit's mailboxes between two heads or two clerks, open until every required item is settled.

    `giver_absence` says why the giver cannot sign; then `in_place_of` names who signs for them (a commission, the superior).
    """

    unit_id: int
    post: Post
    giver_id: int | None = None
    """None where nobody held the charge before."""
    receiver_id: int
    opened_on: date
    effective_on: date
    """The day the receiver takes charge."""
    state: HandoverState = "open"
    closed_on: date | None = None
    regulation_id: str
    document: str = ""
    """The decision behind the change."""
    giver_absence: Absence = ""
    in_place_of: str = ""
    witness: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What stands around a handover as its minutes print it: the decision, who signs for an absent giver, witness, place."""

    document: str = ""
    giver_absence: Absence = ""
    in_place_of: str = ""
    witness: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedMailbox(Record):
    """A mailbox that a handover is about."""

    handover_id: int
    mailbox_id: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItem(Record):
    """One line of the checklist: not yet, done or not applicable, by whom and when; never a password."""

    handover_id: int
    position: int
    item: str
    """Its key in `resources/handover.toml`."""
    is_required: bool
    state: ItemState = "open"
    on_date: date | None = None
    by: str = ""
    choice: str = ""
    """What was chosen from the item's list: how the password was handed over, on which medium."""
    details: dict[str, str] = field(default_factory=dict)
    """What the item asks for beside that: a count, a file's hash, gigabytes."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Record):
    """The minutes (biên bản) of a handover as made at one moment: the frozen text, its hash, and the head of the journal then."""

    handover_id: int
    edition: int
    text: str
    text_sha256: str
    mark: str
    """The short mark printed in the footer, by which a signed copy is told to belong to this text."""
    journal_seq: int
    journal_hash: str
    name: str
    sha256: str
    byte_count: int
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedCopy(Record):
    """A signed copy on file: a scan of the paper, or a PDF signed outside; kept byte for byte, never saved again.

    `belongs` says whether it is of the minutes it names; `signatures` holds what was found in a PDF: signer, time, whether intact.
    """

    handover_id: int
    minutes_id: int | None = None
    way: CopyWay
    name: str
    sha256: str
    byte_count: int
    belongs: Belongs = "unknown"
    signatures: list[dict[str, str]] = field(default_factory=list)
    attached_on: date
    by: str
    note: str = ""
