"""People of the unit (CB, CC, VC, NLĐ). Who heads a unit or looks after a mailbox is `domain.custody`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.record import Record

PersonnelKind = Literal["joined", "transferred", "renamed", "promoted", "retired", "resigned", "died", "left"]
LEAVING: frozenset[PersonnelKind] = frozenset({"retired", "resigned", "died", "left"})
"""After these the person works in no unit of the register any more; `left` is also the transfer to a body outside it."""


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
    office_phone: str = ""
    """The telephone at the office, which the directory publishes; it is no private field."""
    minimised_on: date | None = None
    """The day the private fields were emptied because nobody needs them any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelChange(Record):
    """A change in a person's post (biến động nhân sự), with the decision behind it; what must be asked for follows from it."""

    person_id: int
    kind: PersonnelKind
    decided_on: date
    """The day of the decision, which limits run from."""
    effective_on: date
    document: str = ""
    """The decision's number and issuer, as the papers cite it."""
    note: str = ""
