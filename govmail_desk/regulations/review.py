"""How long we suggest giving departments to answer the sheet of a review, read once from `resources/review.toml`.

No regulation says; which ones want mailboxes reviewed is their own (`inactivity.review`).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from govmail_desk import paths
from govmail_desk.domain.provision import Period, Provision
from govmail_desk.domain.regulation import INACTIVITY_REVIEW


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    count: int
    unit: Literal["day", "working-day", "month"]
    why: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    answer: _Answer


@cache
def answer_period() -> Provision[Period]:
    """Give our suggestion, marked as ours; a file that does not read is a broken installation."""
    said = msgspec.toml.decode((paths.resources() / "review.toml").read_bytes(), type=_File).answer
    return Provision(
        key=INACTIVITY_REVIEW.name,
        value=Period(said.count, said.unit),
        cite=None,
        why=said.why,
        source="suggested",
        valid_from=None,
        valid_to=None,
        when_off="moves",
    )
