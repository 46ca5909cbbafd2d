"""What is proposed to the clerk for one name: addresses with article and reason, and the problems.

How they are found: `domain.personal_address`, `domain.unit_address`. Nothing is decided: the clerk may choose another.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

Taken = Callable[[str], str | None]
"""Says why an address is not free, in words that follow it (`đang cấp cho Lê An`), None where it is free.

It is asked of lower-case addresses and answers for the register, open requests and closed mailboxes, not for the batch.
"""


class Candidate(NamedTuple):
    """An address the clerk may choose; `cite` is None where the form, or the way out of a clash, is our suggestion."""

    address: str
    cite: str | None
    why: str


class Proposal(NamedTuple):
    """What is proposed for one name, best first, and what the clerk should know; with no candidate, a problem says why."""

    name: str
    candidates: tuple[Candidate, ...]
    problems: tuple[str, ...] = ()


def nothing_taken(_address: str) -> str | None:
    """Answer where there is no register to look into."""
    return None


@lru_cache(maxsize=256)
def joint_cite(*cites: str | None) -> str | None:
    """Join the articles a proposal rests on, each once; None where one of its rules is not the regulation's."""
    if None in cites:
        return None
    return ", ".join(dict.fromkeys(each for cite in cites if cite for each in cite.split(", ")))


def in_brackets(cite: str | None) -> str:
    """An article behind a sentence, as ` (Đ5.2c)`."""
    return f" ({cite})" if cite else ""


def with_note(why: str, note: str | None) -> str:
    """A reason, and what the regulation's data notes beside it."""
    return f"{why} {note}" if note else why
