"""What a request would ask for, before anything is written: seen by the clerk, then made into papers and rows.

Planning and drafting are `operations.requests`, the rows `operations.sought` (new mailboxes) and `operations.concerned` (mailboxes of
the register), the papers `operations.papers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.request import RequestKind
from govmail_desk.operations.concerned import Concerned
from govmail_desk.operations.intake_plan import IntakePlan
from govmail_desk.operations.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.domain.provision import Channel, Provision
    from govmail_desk.domain.request import Wanted


class PlanRow(Protocol):
    """What every row of a plan says, whatever is asked for."""

    @property
    def name(self) -> str:
        """The person, or the unit."""

    @property
    def address(self) -> str:
        """The address asked for, or the one the mailbox has."""

    @property
    def mailbox_id(self) -> int | None:
        """None only for a new mailbox that no one proposed before."""

    @property
    def person_id(self) -> int | None:
        """The holder in the register; None for a unit's mailbox, and for someone whom a list brings."""

    @property
    def cells(self) -> dict[str, str]:
        """What the list prints, by column; there is no place for a password."""

    @property
    def wanted(self) -> Wanted:
        """What a change will bring into the register once it is granted."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the clerk should know; nothing that stands in the way."""

    @property
    def refusal(self) -> str:
        """Why it cannot be asked for; empty where it can."""

    @property
    def refusal_cite(self) -> str | None:
        """The article the refusal rests on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPlan:
    """What a request would ask for, whatever its kind."""

    kind: RequestKind
    mailbox_kind: MailboxKind
    on: date
    reason: str
    rows: Sequence[PlanRow]
    regulation_id: str
    channel: Provision[Channel] | None
    journal_hash: str

    @property
    def refusals(self) -> tuple[PlanRow, ...]:
        """The rows that cannot be asked for, each with its reason."""
        return tuple(row for row in self.rows if row.refusal)

    @property
    def is_unstated(self) -> bool:
        """True where the regulation names no such request: the way it goes is then our suggestion, or unknown."""
        return self.channel is None or self.channel.source == "suggested"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePlan(RequestPlan):
    """A plan for new mailboxes."""

    rows: tuple[Sought, ...]
    intake: IntakePlan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPlan(RequestPlan):
    """A plan about mailboxes of the register: change, reset, reopen or close."""

    rows: tuple[Concerned, ...]
