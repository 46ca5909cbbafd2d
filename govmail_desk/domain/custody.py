"""Who heads a unit and who looks after its mailbox, with dates. Handing over is a later room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.record import Record

CustodyRole = Literal["head", "custodian"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody(Record):
    """A person's charge over a unit (thủ trưởng) or over its mailbox (người được giao theo dõi), from one day to another."""

    unit_id: int
    person_id: int
    role: CustodyRole
    from_on: date | None = None
    to_on: date | None = None
    document: str = ""
    """The decision or authorisation that says so."""

    def holds_on(self, day: date) -> bool:
        """Say whether this person answered on `day`; an open end counts as still holding."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)
