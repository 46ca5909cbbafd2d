"""When each half of a working day begins and ends for the log of checks, and whether an entry was in time.

Which office hours hold on a day, and their own bounds, is `domain.office_hours`; here is what holds where a unit has set none as well.
What was to be looked at is `domain.check_duty`. Moments are the office's own: what the clock on the wall shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.office_hours import bounds

if TYPE_CHECKING:
    from govmail_desk.domain.check import Slot
    from govmail_desk.domain.settings import OfficeHours

_NOON: Final = time(12)
"""Where the unit has set no office hours the two halves of its day meet at noon, as the clock itself has it."""
_HALVES: Final[dict[Slot, tuple[time, time]]] = {"morning": (time.min, _NOON), "afternoon": (_NOON, time.max)}


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One half of a day under the office hours that hold on it, if the unit has set any."""

    on: date
    slot: Slot
    hours: OfficeHours | None = None

    @property
    def begins_at(self) -> datetime:
        """When it begins; without office hours the morning at midnight, the afternoon at noon."""
        return datetime.combine(self.on, self._bounds()[0])

    @property
    def ends_at(self) -> datetime:
        """When it ends; without office hours the morning at noon, the afternoon with the day."""
        return datetime.combine(self.on, self._bounds()[1])

    def has_begun(self, now: datetime) -> bool:
        """Say whether it has begun at this moment; nobody has checked in one that has not."""
        return now.replace(tzinfo=None) >= self.begins_at

    def has_ended(self, now: datetime) -> bool:
        """Say whether it is over at this moment: its last minute still belongs to it. An entry made then is late."""
        return now.replace(second=0, microsecond=0, tzinfo=None) > self.ends_at

    def _bounds(self) -> tuple[time, time]:
        return bounds(self.hours, self.slot) if self.hours else _HALVES[self.slot]


def half_to_log(now: datetime, hours: OfficeHours | None) -> HalfDay:
    """Return the half of today a look at this moment is logged in: the afternoon once it has begun, the morning before."""
    afternoon = HalfDay(now.date(), "afternoon", hours)
    return afternoon if afternoon.has_begun(now) else HalfDay(now.date(), "morning", hours)
