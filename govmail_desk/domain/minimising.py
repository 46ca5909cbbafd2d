"""Whose private fields nobody needs any more, as a clerk sees it before they are emptied; emptying is `operations.minimisation`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.privacy import PrivateField

Scope = Literal["left", "id-numbers"]
"""All private fields of those who left long enough ago, or the identity numbers of everyone."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """One person whose private fields go: which of them, and since when nobody needs them."""

    person_id: int
    full_name: str
    unit: str
    fields: tuple[PrivateField, ...]
    left_on: date | None = None
    closed_on: date | None = None
    """The day the last mailbox was closed; None for someone who held none."""

    @property
    def id(self) -> int:
        """Their number, as a table asks for it."""
        return self.person_id


@dataclass(frozen=True, slots=True)
class Held:
    """One person whose time is over but whom something open still names."""

    person_id: int
    full_name: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimisationPlan:
    """Which private fields would be emptied, what stays, and the journal it was planned on. It cannot be taken back once it is done."""

    scope: Scope
    on: date
    month_count: int
    people: tuple[Emptied, ...]
    held: tuple[Held, ...]
    request_count: int
    """Requests whose papers, which stay, name someone of these."""
    journal_hash: str


def counted(people: Sequence[Emptied], field: PrivateField) -> int:
    """Count in how many people a field would be emptied."""
    return sum(field in one.fields for one in people)
