"""Requests to the operator: the selection each one froze, and its life from draft to applied. The papers made from it are `documents`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, Protocol, TypeVar

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.record import Record

RequestKind = Literal["create", "change", "reset", "reopen", "close"]
RequestState = Literal["draft", "signed", "sent", "overdue", "answered", "applied", "cancelled"]
RequestAct = Literal["signed", "number-cancelled", "sent", "chased", "answered", "applied", "withdrawn", "cancelled"]
Way = Literal["", "document-system", "email", "paper"]
RowResult = Literal["", "granted", "otherwise", "refused", "withdrawn"]
FileRole = Literal["letter", "list", "email", "proposal", "slip", "chase", "answer"]
FileOrigin = Literal["made", "edited", "attached"]
Wanted = dict[str, str | int | None]
"""What a change asks for: `address`, `unit_id`, `holder_id`, each only where it is to be another."""

MAY_FOLLOW: Final[dict[RequestAct, frozenset[RequestState]]] = {
    "signed": frozenset({"draft"}),
    "number-cancelled": frozenset({"signed"}),
    "sent": frozenset({"draft", "signed"}),
    "chased": frozenset({"sent"}),
    "answered": frozenset({"sent"}),
    "applied": frozenset({"answered"}),
    "withdrawn": frozenset({"draft", "signed", "sent"}),
    "cancelled": frozenset({"draft", "signed", "sent"}),
}
"""From which states each act leads on; a request that was answered is finished, never cancelled."""
PAPERS_OPEN: Final[frozenset[RequestState]] = frozenset({"draft", "signed"})
"""The states in which a request's papers may still become others; what was sent stays as it is."""
AWAITING: Final[frozenset[RequestState]] = frozenset({"sent", "overdue"})
"""The states in which an answer is waited for, and so asked for again."""
NUMBERED: Final[tuple[RequestAct, ...]] = ("signed", "chased")
"""The acts that give a letter of the unit its number."""


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
    """The letter's, once it is signed; every number ever given stands in the events."""
    due_on: date | None = None
    """By when an answer is due; None until it is sent, and where the regulation states no limit."""
    batch: str = ""
    """What ties together the requests of many units made in one go."""

    def state_on(self, today: date) -> RequestState:
        """Say how far it has come on a day: one sent and past its limit is overdue."""
        return "overdue" if self.state == "sent" and self.due_on is not None and self.due_on < today else self.state

    def may_be(self, act: RequestAct) -> bool:
        """Say whether an act may follow now."""
        return self.state in MAY_FOLLOW[act]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent(Record):
    """A dated step in a request's life, as a named person recorded it."""

    request_id: int
    act: RequestAct
    on_date: date
    by: str
    number: str = ""
    """The letter's own number, the chase letter's, or that of the answer."""
    address: str = ""
    """The mailbox it was sent from."""
    way: Way = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow(Record):
    """One mailbox of a request as it stood when the selection was frozen, and what became of it."""

    request_id: int
    position: int
    mailbox_id: int
    person_id: int | None = None
    cells: dict[str, str]
    """What the list prints, by column."""
    wanted: Wanted = field(default_factory=dict)
    result: RowResult = ""
    given_address: str = ""
    """The address the operator gave instead of the one asked for."""
    result_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Record):
    """A made or attached file; its bytes lie in the register under their hash, so one file is the whole register.

    The same role again is a later edition: made anew, or the clerk's own edit taken in. The newest is the one checked and sent.
    """

    request_id: int
    role: FileRole
    name: str
    sha256: str
    byte_count: int
    edition: int = 1
    origin: FileOrigin = "made"
    made_at: datetime


class KeptPaper(Protocol):
    """What tells one kept paper from another."""

    @property
    def role(self) -> str:
        """What it is in the request."""

    @property
    def name(self) -> str:
        """The name of its file, one for all its editions."""


PaperT = TypeVar("PaperT", bound=KeptPaper)


def open_papers(newest: Iterable[PaperT], state: RequestState) -> tuple[PaperT, ...]:
    """Give those of a request's newest papers that may still become others: all before it is sent, then its latest chase.

    A chase is a letter and the e-mail that carries it; the one before it has gone out. `newest` is in the order the papers were made.
    """
    if state in PAPERS_OPEN:
        return tuple(newest)
    chases = (paper for paper in newest if paper.role == "chase") if state in AWAITING else ()
    return tuple({paper.name.rpartition(".")[2]: paper for paper in chases}.values())
