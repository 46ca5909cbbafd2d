"""Which office hours hold on a day, by their dates and seasons, and where the two halves of a working day begin and end.

Here: `hours_on`, the half days of hours, and what holds over a stretch of days, gaps included. Not here: the hours as rows
(`domain.settings.OfficeHours`), how they are set (`operations.settings`), which days are worked at all (`domain.office_calendar`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import groupby
from typing import Final, Literal, NamedTuple

from govmail_desk.domain.check import Slot
from govmail_desk.domain.settings import OfficeHours

_CLOCK_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_LEAP_YEAR: Final = 2000
_FEBRUARY_ENDS: Final = "02-28"
_LEAP_DAY: Final = "02-29"
_MIDSUMMER: Final = date(_LEAP_YEAR, 7, 1)
_NEW_YEAR: Final = date(_LEAP_YEAR, 1, 1)

Season = Literal["year", "summer", "winter", "part"]


class Stretch(NamedTuple):
    """Days one after the other under the same hours; None where the unit has said none for them."""

    first: date
    last: date
    hours: OfficeHours | None


def hours_on(found: Sequence[OfficeHours], day: date) -> OfficeHours | None:
    """Return the hours that hold on a day: of those begun by it whose season holds it, the latest begun; None where there are none."""
    holding = [hours for hours in found if hours.from_on <= day and in_season(hours, day)]
    return max(holding, key=lambda one: (one.from_on, one.id), default=None)


def in_season(hours: OfficeHours, day: date) -> bool:
    """Say whether a day lies in the season of hours, both its ends in it; no season is the whole year.

    A season may span New Year. One that ends on 28 February ends with that month in a leap year too.
    """
    first, last = hours.season_from, hours.season_to
    if not first or not last:
        return True
    last = _LEAP_DAY if last == _FEBRUARY_ENDS else last
    of_year = f"{day:%m-%d}"
    return first <= of_year <= last if first <= last else of_year >= first or of_year <= last


def season_of(hours: OfficeHours) -> Season:
    """Name the season of hours by the day it holds: midsummer or New Year; one that holds neither, or both, has no name."""
    if not hours.season_from:
        return "year"
    holds = (in_season(hours, _MIDSUMMER), in_season(hours, _NEW_YEAR))
    named: dict[tuple[bool, bool], Season] = {(True, False): "summer", (False, True): "winter"}
    return named.get(holds, "part")


def is_day_of_year(written: str) -> bool:
    """Say whether `MM-DD` is a day some year has; 29 February is."""
    try:
        return f"{date.fromisoformat(f'{_LEAP_YEAR}-{written}'):%m-%d}" == written
    except ValueError:
        return False


def is_clock_time(written: str) -> bool:
    """Say whether `HH:MM` is a time of the day."""
    return bool(_CLOCK_TIME.fullmatch(written))


def bounds(hours: OfficeHours, slot: Slot) -> tuple[time, time]:
    """Return when a half day begins and when it ends."""
    if slot == "morning":
        return time.fromisoformat(hours.morning_from), time.fromisoformat(hours.morning_to)
    return time.fromisoformat(hours.afternoon_from), time.fromisoformat(hours.afternoon_to)


def stretches(found: Sequence[OfficeHours], *, first: date, last: date) -> tuple[Stretch, ...]:
    """Part the days from `first` to `last` by the hours that hold on them, in order."""
    parted = (list(days) for _, days in groupby(_held(found, first, last), key=lambda one: one[1] and one[1].id))
    return tuple(Stretch(days[0][0], days[-1][0], days[0][1]) for days in parted)


def gaps(found: Sequence[OfficeHours], *, first: date, last: date) -> tuple[Stretch, ...]:
    """Return the stretches between two days for which no hours are said."""
    return tuple(stretch for stretch in stretches(found, first=first, last=last) if stretch.hours is None)


def _held(found: Sequence[OfficeHours], first: date, last: date) -> Iterator[tuple[date, OfficeHours | None]]:
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        yield day, hours_on(found, day)
