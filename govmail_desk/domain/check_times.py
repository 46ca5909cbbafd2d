"""When each half of a working day begins and ends, and whether a check was entered in time: by the unit's office hours.

Which office hours hold on a day is `domain.office_hours`; how often a mailbox has to be looked at is the regulation's (`CHECK_UNIT`);
the logged look itself is `domain.check`. Moments are local and naive here: office hours hang on the wall.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.check import Slot
    from govmail_desk.domain.settings import OfficeHours

_NOON: Final = time(12)
"""Where the unit has set no office hours the two halves of its day meet at noon, as the clock itself has it."""


def begins_at(day: date, slot: Slot, hours: OfficeHours | None) -> datetime:
    """Say when a half of a day begins; without office hours the morning at midnight, the afternoon at noon."""
    if hours is None:
        return datetime.combine(day, time.min if slot == "morning" else _NOON)
    return datetime.combine(day, time.fromisoformat(hours.morning_from if slot == "morning" else hours.afternoon_from))


def ends_at(day: date, slot: Slot, hours: OfficeHours | None) -> datetime:
    """Say when a half of a day has ended; without office hours the morning at noon, the afternoon with the day."""
    if hours is None:
        return datetime.combine(day, _NOON if slot == "morning" else time.max)
    return datetime.combine(day, time.fromisoformat(hours.morning_to if slot == "morning" else hours.afternoon_to))


def is_late(now: datetime, day: date, slot: Slot, hours: OfficeHours | None) -> bool:
    """Say whether a check entered at this local moment is entered after the half day it is about had ended."""
    return now.replace(tzinfo=None) > ends_at(day, slot, hours)


def has_begun(now: datetime, day: date, slot: Slot, hours: OfficeHours | None) -> bool:
    """Say whether a half of a day has begun at this local moment; nobody has checked in one that has not."""
    return now.replace(tzinfo=None) >= begins_at(day, slot, hours)


def slot_at(now: datetime, hours: OfficeHours | None) -> Slot:
    """Name the half of the day it is at this local moment: the afternoon once it has begun, the morning before."""
    return "afternoon" if has_begun(now, now.date(), "afternoon", hours) else "morning"
