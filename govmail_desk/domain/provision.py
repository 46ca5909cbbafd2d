"""The shapes a provision's value can take, and the provision and the key themselves.

Each shape refuses an impossible value with `ValueError` and a Vietnamese reason, so that a regulation's file and the
unit's own choice are checked by one rule. Not here: which keys there are (`domain.regulation`), reading them from TOML
(`govmail_desk.regulations`), saying them in words (`domain.provision_words`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date  # read at run time: the loader resolves these annotations
from typing import Any, Final, Generic, Literal, TypeVar

T = TypeVar("T")

RequestKind = Literal["create", "change", "reset", "reopen", "close"]
Paper = Literal["letter", "list", "email", "slip", "proposal"]
Source = Literal["regulation", "suggested", "unit"]
CharacterClass = Literal["upper", "lower", "digit", "special"]
HandoverItem = Literal["mailbox", "password", "content"]
MustState = Literal["reason", "need", "request"]

LONGEST: Final = {"day": 36_525, "working-day": 36_525, "month": 1_200}
"""A century: longer is a slip of the hand, and would run past the calendar."""

COMMON_YEAR: Final = 2001
SHORTEST_LAST_MONTH: Final = 6
"""June is as short as any last month of a quarter, half-year or year."""
ADDRESS: Final = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*@[a-z0-9-]+(\.[a-z0-9-]+)+")


def _refuse_unless(fits: bool, reason: str) -> None:
    if not fits:
        raise ValueError(reason)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time exactly as the article gives it: days, working days or months are never converted."""

    count: int
    unit: Literal["day", "working-day", "month"]

    def __post_init__(self) -> None:
        _refuse_unless(self.count >= 1, "số đếm của một khoảng thời gian phải từ 1 trở lên")
        _refuse_unless(self.count <= LONGEST[self.unit], "khoảng thời gian dài quá một trăm năm")


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A day of the year a report is due: with no `month`, of the last month of the period reported on.

    `before` means "trước ngày", so the day itself is already late; `next_year` means the year after the period's own.
    """

    day: int
    month: int | None = None
    before: bool = False
    next_year: bool = False

    def __post_init__(self) -> None:
        _refuse_unless(self.month is None or 1 <= self.month <= 12, "tháng phải từ 1 đến 12")  # noqa: PLR2004  # the calendar
        _refuse_unless(1 <= self.day <= self._last_day(), f"không có ngày {self.day}/{self.month or 'tháng cuối kỳ'}")

    def _last_day(self) -> int:
        return monthrange(COMMON_YEAR, self.month or SHORTEST_LAST_MONTH)[1]


@dataclass(frozen=True, slots=True)
class Contact:
    """A body or person one writes to, with the address and telephone where the article prints them."""

    name: str
    address: str | None = None
    phone: str | None = None

    def __post_init__(self) -> None:
        is_address = self.address is None or ADDRESS.fullmatch(self.address) is not None
        _refuse_unless(is_address, f"«{self.address}» không phải địa chỉ thư điện tử")


@dataclass(frozen=True, slots=True)
class PasswordStrength:
    """The least length of a password and the kinds of characters it must mix."""

    length: int
    classes: tuple[CharacterClass, ...]

    def __post_init__(self) -> None:
        _refuse_unless(len(self.classes) <= self.length, "độ dài phải đủ cho mỗi loại ký tự một lần")


@dataclass(frozen=True, slots=True)
class FirstLogin:
    """When the password first given has to be changed, and what happens otherwise."""

    change: Literal["at-first-login", "after-issue", "unstated"]
    default_refused: bool = False
    locked_otherwise: bool = False


@dataclass(frozen=True, slots=True)
class CheckTimes:
    """How often a mailbox is looked at: `times_a_day` is the least number, None where the article only says regularly.

    `slots` are the halves of the day named, `at_slot_start` that it is done as each begins, `by` the person the article
    charges with it.
    """

    times_a_day: int | None = None
    slots: tuple[Literal["morning", "afternoon"], ...] | None = None
    at_slot_start: bool = False
    by: str | None = None

    def __post_init__(self) -> None:
        _refuse_unless(self.times_a_day is None or self.times_a_day >= 1, "số lần kiểm tra mỗi ngày phải từ 1 trở lên")
        _refuse_unless(self.slots is None or self.times_a_day is not None, "đã nêu buổi thì phải nêu số lần mỗi ngày")
        _refuse_unless(self.slots is not None or not self.at_slot_start, "đã nêu đầu buổi thì phải nêu buổi nào")


@dataclass(frozen=True, slots=True)
class AttachmentRule:
    """Kinds of attached files, by the ending of the name; `encrypted_only` leaves the open ones free."""

    endings: tuple[str, ...]
    encrypted_only: bool = False

    def __post_init__(self) -> None:
        for ending in self.endings:
            is_ending = re.fullmatch(r"\.[a-z0-9]+", ending) is not None
            _refuse_unless(is_ending, f"đuôi tệp «{ending}» phải viết như «.abc»")


@dataclass(frozen=True, slots=True)
class Forwarding:
    """Which automatic forwarding is forbidden: out of the official mailbox, or into it as well."""

    direction: Literal["out", "out-and-in"]
    other_side: str
    """The mailboxes meant, as the article names them."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The way a request goes: which papers, through what, and whether only the unit's own mailbox may send it.

    `to` is set where it does not go to the operator named by `request.operator`.
    """

    papers: tuple[Paper, ...]
    through: str
    from_unit_mailbox: bool = False
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One hand a request passes through inside the unit."""

    by: str
    act: Literal["propose", "request", "email", "submit"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Who tells whom, how fast and how; `only_if` the article ties it to a case, `mailbox` where it speaks of one kind of mailbox alone."""

    to: str
    by: str | None = None
    when: Literal["at-once", "in-time"] | None = None
    through: str | None = None
    only_if: str | None = None
    mailbox: Literal["unit", "personal"] | None = None


@dataclass(frozen=True, slots=True)
class Parties:
    """Who hands a unit's mailbox over to whom; `post` says whether the head or the văn thư clerk changes."""

    post: Literal["head", "clerk"]
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A report someone owes: how often, to whom, on what, and by which day where one is stated.

    `every` is "change" where it follows each change rather than the calendar; `to` is None where the article names
    nobody.
    """

    every: Literal["change", "quarter", "half-year", "year"]
    by: str
    content: str
    to: str | None = None
    due: FixedDate | None = None
    through: str | None = None
    on_demand: bool = False


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """The name of one thing a regulation can say, the type of its value and its Vietnamese label.

    `many` allows several provisions side by side; `shape` is the pattern a text value has to match in whole.
    """

    name: str
    type: type[T]
    label: str
    many: bool = False
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Provision(Generic[T]):
    """One rule with its article and its reason.

    `cite` is None exactly when the rule is not the regulation's: a suggestion of ours or the unit's own choice.
    `when_off` tells what a day counted from it does on a day off: it `moves` to the next working day, or `stays`.
    """

    key: str
    value: T
    cite: str | None
    why: str
    source: Source = "regulation"
    valid_from: date | None = None
    valid_to: date | None = None
    when_off: Literal["moves", "stays"] | None = None
    note: str | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether the rule is valid on `day`, its last day included."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Ended:
    """A body the regulation names that has since ended: from which day, who came after, and where that is written."""

    body: str
    on: date
    cite: str
    successor: str | None = None


AnyKey = Key[Any]
AnyProvision = Provision[Any]
