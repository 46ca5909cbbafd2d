"""What a clerk says of one mailbox that is to be changed, reset, reopened or closed, beyond what the register knows.

Anything left out is filled from the register where it stands there (`operations.concerned`). There is no place for a password: a new
one goes from the operator to the person, never through a paper.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from govmail_desk.domain.mailbox import LockCause
from govmail_desk.domain.request import RequestKind


@dataclass(frozen=True, slots=True)
class Fact:
    """Something else that changed, as the list prints it: what (`Chức vụ`), what it was, what it is now."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDetails:
    """What is to be another at a mailbox, and the decision behind it."""

    address: str = ""
    """The new address asked for; empty to keep the present one."""
    unit_id: int | None = None
    holder_id: int | None = None
    facts: tuple[Fact, ...] = ()
    """Name, post and the like, which the operator's directory prints."""
    document: str = ""
    """The decision, as the list cites it: `Quyết định số 125/QĐ-SNV`."""
    decided_on: date | None = None
    note: str = ""

    @property
    def is_silent(self) -> bool:
        """True where nothing is said to become another, whatever decision is behind it."""
        return self == replace(ChangeDetails(), document=self.document, decided_on=self.decided_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetDetails:
    """Why a mailbox needs another password, and on which telephone its owner can be told."""

    reason: str = ""
    """Empty for the regulation's own words, where it names an occasion."""
    phone: str = ""
    """Empty for the one the register has."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenDetails:
    """Why a locked or suspended mailbox is needed again; day and cause of the lock only where the register does not know them."""

    reason: str = ""
    locked_on: date | None = None
    """The day of the lock; for one suspended as unused, the day of the operator's notice."""
    cause: LockCause = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDetails:
    """Why a mailbox is to end, by which decision, from which day, and what became of its content."""

    reason: str = ""
    """`Nghỉ hưu`; empty for what the last personnel change says."""
    document: str = ""
    decided_on: date | None = None
    effective_on: date | None = None
    is_data_kept: bool | None = None
    """Whether the content was kept elsewhere first; None where nobody said."""
    note: str = ""


Details = ChangeDetails | ResetDetails | ReopenDetails | CloseDetails


NONE_GIVEN: Final[dict[RequestKind, Details]] = {
    "change": ChangeDetails(),
    "reset": ResetDetails(),
    "reopen": ReopenDetails(),
    "close": CloseDetails(),
}
"""The details of each kind with nothing said; new mailboxes have none."""


def with_reason(details: Details, reason: str) -> Details:
    """Give the reason of a whole request to one mailbox of it that has none of its own.

    Of a change it is what is to be another, in words, where nothing else is said; the list leaves the new value to be filled in by hand.
    """
    words = reason[:1].upper() + reason[1:]
    if isinstance(details, ChangeDetails):
        return replace(details, facts=(Fact(words, "", ""),)) if details.is_silent else details
    return details if details.reason else replace(details, reason=words)
