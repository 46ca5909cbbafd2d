"""The calendar file (.ics) of what falls due: all-day events that a calendar program takes in, and takes in again without doubling them.

Days are days, without an hour or a zone, so that they are the same wherever the file is opened. Which events there are is `listings.dues`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

PRODUCT: Final = "-//GovMail Desk//Nhắc việc hộp thư công vụ//VI"
HOURS_BEFORE: Final = 16
"""From the midnight an all-day event begins with back to eight in the morning of the day before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One day on which something has to be done."""

    uid: str
    """The same at every export, for the same thing of the same register."""
    sequence: int
    """Higher where the thing has changed since; a calendar then replaces what it took in before."""
    on: date
    title: str
    details: str
    """Further lines: article, reason, counting."""


def made_calendar(entries: Iterable[CalendarEntry], *, made_at: datetime) -> bytes:
    """Return the .ics in UTF-8, lines folded as RFC 5545 wants them; `made_at` is an aware moment."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for entry in entries:
        made.add_component(_event(entry, made_at))
    content: bytes = made.to_ical()
    return content


def _event(entry: CalendarEntry, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", made_at)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("description", entry.details)
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(entry))
    return event


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(hours=-HOURS_BEFORE))
    return alarm
