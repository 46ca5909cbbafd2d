"""Who heads a unit and who looks after its mailboxes, with dates and the document that says so; who answers on a day.

Handing over is `domain.handover`; appointing, covering and ending are `operations.custodies`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.record import Record

CustodyRole = Literal["head", "custodian", "cover"]
CustodyPaperKind = Literal["assignment", "authorisation"]
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody(Record):
    """A person's charge from one day to another.

    Over a unit (thủ trưởng), over its mailboxes (người được giao theo dõi), or in someone's absence (người theo dõi thay).
    """

    unit_id: int
    person_id: int
    role: CustodyRole
    from_on: date | None = None
    to_on: date | None = None
    document: str = ""
    """The decision or authorisation that says so."""
    mailbox_id: int | None = None
    """The one mailbox it is for; None for all of the unit's own."""
    is_lead: bool = False
    """True for the custodian who answers where several were given the charge."""
    covers_id: int | None = None
    """The person stood in for; only a cover has one."""

    def holds_on(self, day: date) -> bool:
        """Say whether this person answered on `day`; an open end counts as still holding."""
        return (self.from_on is None or self.from_on <= day) and (self.to_on is None or day <= self.to_on)

    def meets(self, other: Custody) -> bool:
        """Say whether both hold on some day."""
        return self._first <= other._last and other._first <= self._last

    def is_within(self, other: Custody) -> bool:
        """Say whether this one holds only on days on which the other does."""
        return other._first <= self._first and self._last <= other._last

    def is_same_charge(self, other: Custody) -> bool:
        """Say whether both are over the same: the unit in the same role, for the same mailbox or for all."""
        return (self.unit_id, self.role, self.mailbox_id) == (other.unit_id, other.role, other.mailbox_id)

    @property
    def _first(self) -> date:
        return self.from_on or date.min

    @property
    def _last(self) -> date:
        return self.to_on or date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyPaper(Record):
    """The letter of assignment, or of authorisation (giấy ủy quyền), drafted for a charge; its bytes lie in the register."""

    custody_id: int
    kind: CustodyPaperKind
    name: str
    sha256: str
    byte_count: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Answering:
    """The one answer to who answers for a mailbox on a day.

    `charge` is the answering person's own; while they stand in for someone, `stands_for` is the charge of that person. Without a
    charge nobody answers, and that is said.
    """

    charge: Custody | None = None
    stands_for: Custody | None = None

    @property
    def person_id(self) -> int | None:
        return self.charge.person_id if self.charge else None


def answering(custodies: Iterable[Custody], day: date, mailbox_id: int | None = None) -> Answering:
    """Say who answers for a mailbox of a unit on a day, out of all the unit's charges; without a mailbox, for the unit's own at large.

    The custodian of that one mailbox before those of all, the lead before the others, the earliest before the later; without any, the
    head. Whoever stands in for that person answers in their place.
    """
    holding = [charge for charge in custodies if charge.holds_on(day) and charge.mailbox_id in {None, mailbox_id}]
    charge = min((one for one in holding if one.role != "cover"), key=_precedence, default=None)
    covers = [one for one in holding if one.role == "cover" and _stands_in(one, charge)]
    if not covers:
        return Answering(charge)
    return Answering(min(covers, key=_nearness), stands_for=charge)


def giving_way(standing: Iterable[Custody], new: Custody) -> Iterator[Custody]:
    """Give the charges as they become when a new head, or a new lead, takes over: those before end the day before.

    A charge begun nobody knows when begins after an earlier one that is told now. Raises `RuleBroken` where two would hold at once.
    """
    for earlier in standing:
        if earlier.meets(new):
            yield _given_way(earlier, new)


def day_before(new: Custody) -> date:
    """Return the last day of whoever is followed. Raises `RuleBroken` where it is not said when the new charge begins."""
    if new.from_on is None:
        raise RuleBroken("Hãy ghi ngày bắt đầu của người mới, sau ngày bắt đầu của người trước.")
    return new.from_on - _ONE_DAY


def _outlasts(new: Custody, earlier: Custody) -> bool:
    return new.to_on is None or (earlier.to_on is not None and earlier.to_on <= new.to_on)


def _given_way(earlier: Custody, new: Custody) -> Custody:
    if new.to_on is not None and earlier.from_on is None and not _outlasts(new, earlier):
        return replace(earlier, from_on=new.to_on + _ONE_DAY)
    last = day_before(new)
    begins_before = earlier.from_on is None or earlier.from_on <= last
    if begins_before and earlier.to_on in {None, new.from_on}:
        return replace(earlier, to_on=last)
    ends = f" đến hết {earlier.to_on:%d/%m/%Y}" if earlier.to_on else ""
    begun = f" từ {earlier.from_on:%d/%m/%Y}" if earlier.from_on else ""
    raise RuleBroken(
        f"Đã có người giữ việc này{begun}{ends}. Hãy ghi người mới sau ngày bắt đầu của người trước, không trùng thời gian."
    )


def _precedence(charge: Custody) -> tuple[bool, bool, bool, date, int]:
    begun = charge.from_on or date.min
    return charge.role == "head", charge.mailbox_id is None, not charge.is_lead, begun, charge.id


def _stands_in(cover: Custody, charge: Custody | None) -> bool:
    return charge is None or cover.covers_id in {None, charge.person_id}


def _nearness(cover: Custody) -> tuple[bool, int, int]:
    """The cover of the one mailbox first, then the one begun last."""
    return cover.mailbox_id is None, -(cover.from_on or date.min).toordinal(), -cover.id
