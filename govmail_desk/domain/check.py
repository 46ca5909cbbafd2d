"""Looking into a mailbox (kiểm tra hộp thư), as a named person logged it. How often it has to be done is the regulation's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from govmail_desk.domain.record import Record

Slot = Literal["morning", "afternoon"]
SLOTS: tuple[Slot, ...] = ("morning", "afternoon")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Record):
    """One look into a mailbox in one half of a working day; nothing is ever entered that nobody said they did."""

    mailbox_id: int
    on_date: date
    slot: Slot
    by: str
    mail_count: int | None = None
    """How many new letters there were; None where it was not counted, never 0 for that."""
    is_reported: bool = False
    """True where what came in was reported to the head (đã báo cáo thủ trưởng)."""
    is_late: bool = False
    """True where it was entered after the half day it is about had ended."""
    entered_at: datetime
    note: str = ""
