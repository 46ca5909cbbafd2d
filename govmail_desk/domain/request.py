"""Requests to the operator and the selection each one froze. The papers made from it are `documents`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.record import Record

RequestKind = Literal["create", "change", "reset", "reopen", "close"]
RequestState = Literal["draft", "signed", "sent", "overdue", "answered", "applied", "cancelled"]
FileRole = Literal["letter", "list", "email", "proposal", "slip"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Record):
    """One request (đề nghị): what is asked of the operator, under which regulation, and how far it has come.

    `selection_sha256` seals the rows it was made from: letter, list and e-mail all come from that one selection.
    """

    kind: RequestKind
    mailbox_kind: MailboxKind
    state: RequestState = "draft"
    asked_on: date
    reason: str
    regulation_id: str
    row_count: int
    selection_sha256: str
    number: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow(Record):
    """One mailbox of a request as it stood when the selection was frozen."""

    request_id: int
    position: int
    mailbox_id: int
    person_id: int | None = None
    cells: dict[str, str]
    """What the list prints, by column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Record):
    """A made or attached file; its bytes lie in the register under their hash, so one file is the whole register."""

    request_id: int
    role: FileRole
    name: str
    sha256: str
    byte_count: int
    edition: int = 1
    made_at: datetime
