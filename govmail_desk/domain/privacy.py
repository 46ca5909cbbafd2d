"""Personal data (Luật 91/2025/QH15): what the unit chose to keep of people, and what left the register as a file, when and by whom.

What law and decree ask is data, `resources/privacy.toml` (`regulations.privacy`); emptying fields is `operations.minimisation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from govmail_desk.domain.provision import Period
from govmail_desk.domain.record import Record

ExportKind = Literal[
    "list", "directory", "report", "package", "extract", "journal", "notices", "review", "incidents", "calendar"
]
PrivateField = Literal["birth_on", "phone", "id_number"]
PRIVATE_FIELDS: Final[tuple[PrivateField, ...]] = ("birth_on", "phone", "id_number")
"""What the register holds of a person that is nobody else's business."""
_DOT: Final = "•"
_HEAD_SHARE, _TAIL_SHARE = 3, 6
_HEAD_MOST, _TAIL_MOST = 4, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyChoice(Record):
    """What the unit keeps of its people from a day on: identity numbers are kept only where it says so, with its reason."""

    from_on: date
    is_id_number_kept: bool = False
    keep_month_count: int
    """How long after their last mailbox was closed private fields of someone who left are kept; the unit's own choice."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export(Record):
    """A file with people in it that left the register: what, of how many, for whom, by whom."""

    kind: ExportKind
    on_date: date
    made_at: datetime
    by: str
    subject: str
    """What was exported, as the clerk would say it."""
    row_count: int
    name: str
    content_sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """An article of the law on personal data, and in one sentence what it means here."""

    cite: str
    why: str

    @property
    def sentence(self) -> str:
        """The reason with its article behind it."""
        return f"{self.why.rstrip('.')} ({self.cite})."


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFact:
    """Something the register keeps of people, and what for."""

    field: str
    words: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLimit:
    """How soon a person's wish about their data is to be answered."""

    wish: Literal["acknowledge", "see", "restrict", "delete"]
    words: str
    cite: str
    limit: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedStay:
    """How long we suggest keeping private fields, where the law gives no figure."""

    month_count: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyLaw:
    """What law and decree ask of a unit that keeps this register, read from `resources/privacy.toml`."""

    law: str
    decree: str
    in_force_on: date
    read_from: str
    """Where it was read and how far that can be relied on, told to the clerk."""
    suggested: SuggestedStay
    id_number: Ground
    sensitive: Ground
    past: Ground
    papers: Ground
    kept: tuple[KeptFact, ...]
    answer: tuple[AnswerLimit, ...]


def choice_on(choices: Sequence[PrivacyChoice], day: date) -> PrivacyChoice | None:
    """Give the unit's choice valid on a day: the last begun by then; None as long as it has chosen nothing."""
    begun = [one for one in choices if one.from_on <= day]
    return max(begun, key=lambda one: (one.from_on, one.id), default=None)


def masked(number: str) -> str:
    """Show of a number only its beginning and end, never more than half: `0790••••••23`."""
    head = min(_HEAD_MOST, len(number) // _HEAD_SHARE)
    tail = min(_TAIL_MOST, len(number) // _TAIL_SHARE)
    return number[:head] + _DOT * (len(number) - head - tail) + (number[-tail:] if tail else "")
