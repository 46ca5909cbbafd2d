"""The unit's own dated choices: letterhead, signers, operator, recipients, office hours, calendar days, choices beside the regulation.

The regulation itself is `domain.regulation`; what the window remembers about its looks is no business of the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from govmail_desk.domain.record import Record

SignerAuthority = Literal["head", "deputy", "acting", "by-order", "by-authorisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead(Record):
    """What a paper's first lines say, from a day on."""

    from_on: date
    parent_body: str
    """The body above, in full; empty where there is none."""
    body: str
    place: str
    symbol: str
    """The letters after the number: `STTTT-VP`."""
    filing: str = ""
    """The drafting section behind `Lưu: VT,`."""
    contact: str = ""
    """Whom the operator may ask: name, post, phone, as printed in the letter."""
    foot_line: str = ""
    """The address, e-mail and phone line at the foot of the first page, where the unit wants one."""
    is_collective: bool = False
    """True for a body that decides together (UBND), whose papers are signed `TM.`"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer(Record):
    """Someone who may sign the unit's letters, by which authority, between which days."""

    full_name: str
    post: str
    authority: SignerAuthority = "head"
    head_post: str = ""
    """The post on whose behalf a deputy, section head or authorised person signs: `Giám đốc`, `Chủ tịch`."""
    from_on: date | None = None
    to_on: date | None = None
    document: str = ""

    def may_sign_on(self, day: date) -> bool:
        """Say whether the authority holds on `day`."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator(Record):
    """The body that runs the mail system (đơn vị quản lý, vận hành), from a day on; first taken from the regulation."""

    from_on: date
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipients(Record):
    """The lines under `Nơi nhận`, from a day on, between `Như trên` and `Lưu`."""

    from_on: date
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours(Record):
    """The unit's office hours, as its own notice says; times are `HH:MM`.

    `season_from` and `season_to` are days of the year, `MM-DD`, both in it, where they hold for a season only (summer, winter); both
    empty where they hold the whole year.
    """

    from_on: date
    morning_from: str
    morning_to: str
    afternoon_from: str
    afternoon_to: str
    document: str = ""
    season_from: str = ""
    season_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay(Record):
    """The unit's correction of one day of the calendar: off, or worked."""

    on_date: date
    is_off: bool
    why: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationText(Record):
    """The regulation in use from a day on, copied whole so that the register explains itself on any machine."""

    regulation_id: str
    toml: str
    sha256: str
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """The unit's own value for a rule, beside the regulation's, from a day on and with its reason."""

    rule: str
    value: Any
    from_on: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnForm(Record):
    """A form the unit put in the place of a shipped one; its bytes lie in the register, the shipped one stays beside it untouched."""

    place: str
    """The shipped form it stands for, by its file in `forms/`: `chung/cong-van.docx`."""
    name: str
    """What the unit's file was called."""
    sha256: str
    byte_count: int
    kept_at: datetime
    dropped_on: date | None = None
    """The day the unit went back to the shipped one or put another in its place."""
