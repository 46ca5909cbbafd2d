"""What a request would ask for, before anything is written: seen by the clerk, then made into papers and rows.

Planning and drafting are `operations.requests`, the papers `operations.papers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govmail_desk.domain.mailbox import MailboxKind
from govmail_desk.domain.request import RequestKind
from govmail_desk.operations.intake_plan import IntakePlan
from govmail_desk.operations.sought import Sought

if TYPE_CHECKING:
    from govmail_desk.domain.provision import Channel, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPlan:
    """What a request would ask for, before anything is written."""

    kind: RequestKind
    mailbox_kind: MailboxKind
    on: date
    reason: str
    rows: tuple[Sought, ...]
    regulation_id: str
    channel: Provision[Channel] | None
    journal_hash: str
    intake: IntakePlan | None = None

    @property
    def refusals(self) -> tuple[Sought, ...]:
        """The rows that cannot be asked for, each with its reason."""
        return tuple(row for row in self.rows if row.refusal)
