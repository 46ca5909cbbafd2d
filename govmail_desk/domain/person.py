"""People of the unit (CB, CC, VC, NLĐ). Who heads a unit or looks after a mailbox is `domain.custody`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone who works, or worked, in a unit.

    `given_word` is the 1-based word of `full_name` that the clerk marked as the tên, None where the usual reading holds.
    `birth_on`, `phone` and `id_number` are private: the journal holds only salted digests of them.
    """

    full_name: str
    unit_id: int
    post: str = ""
    given_word: int | None = None
    birth_on: str = ""
    """ISO date, or the bare year where the list gives no more."""
    phone: str = ""
    id_number: str = ""
    note: str = ""
    left_on: date | None = None
