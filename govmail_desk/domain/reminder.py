"""Due dates as rows, each begun by a dated act. Counting the days is `domain.working_days`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from govmail_desk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Record):
    """Something that falls due: which rule, for what, begun by which day, and by when to act.

    `rule` is the key of the regulation's provision; article and reason are read from it, never stored twice.
    """

    rule: str
    subject_kind: Literal["mailbox", "request", "unit"]
    subject_id: int
    started_on: date
    due_on: date
    act_by: date
    settled_on: date | None = None
