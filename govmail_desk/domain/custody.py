"""Who heads a unit and who looks after its mailboxes, with dates and the document that says so. Handing over is `domain.handover`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

CustodyRole = Literal["head", "custodian", "cover"]
CustodyPaperKind = Literal["assignment", "authorisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody(Record):
    """A person's charge from one day to another.

    Over a unit (thủ trưởng), over its mailboxes (người được giao theo dõi), or in someone's absence (người theo dõi thay).
    """

    unit_id: int
    person_id: int
    role: CustodyRole
    from_on: date | None = None
    to_on: date | None = None
    document: str = ""
    """The decision or authorisation that says so."""
    mailbox_id: int | None = None
    """The one mailbox it is for; None for all of the unit's own."""
    is_lead: bool = False
    """True for the custodian who answers where several were given the charge."""
    covers_id: int | None = None
    """The person stood in for; only a cover has one."""

    def holds_on(self, day: date) -> bool:
        """Say whether this person answered on `day`; an open end counts as still holding."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyPaper(Record):
    """The letter of assignment, or of authorisation (giấy ủy quyền), drafted for a charge; its bytes lie in the register."""

    custody_id: int
    kind: CustodyPaperKind
    name: str
    sha256: str
    byte_count: int
    made_at: datetime
