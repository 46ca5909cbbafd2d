"""The calendar file (.ics) of what falls due: all-day events that a calendar program takes in, and takes in again without doubling them.

Days are days, without an hour or a zone, so that they are the same wherever the file is opened. A file written over tells what was
exported before: what has changed since gets a higher SEQUENCE, what is done since is sent once more as cancelled (RFC 5545 §3.8.1.11;
METHOD stays PUBLISH, since CANCEL is for whom a meeting was called, RFC 5546 §3.2.5). Which events there are is `listings.due_calendar`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Component, Event

from govmail_desk.documents.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

PRODUCT: Final = "-//GovMail Desk//Nhắc việc hộp thư công vụ//VI"
RINGS_AT_HOUR: Final = 8
"""Eight in the morning."""
OURS: Final = "@govmail-desk"
LONGEST_BYTES: Final = 64 * 1024 * 1024
"""A larger file is none of ours."""
_NOT_READ: Final = (ValueError, KeyError, IndexError, TypeError, AttributeError)
"""What the library raises over a file that is no calendar."""


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
    lead_days: int = 0
    """How many days before it rings; 0 is the morning of the day itself."""
    is_cancelled: bool = False
    """True for what was exported before and is done since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What a register has for a calendar."""

    entries: tuple[CalendarEntry, ...]
    open_uids: frozenset[str]
    """The names of all that is still to be done, exported now or not."""
    mark: str
    """Tells this register from any other."""


def uid_of(key: str, mark: str) -> str:
    """Name an event for good: what it is about, and which register it is from."""
    return f"{key}.{mark}{OURS}"


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


def write_calendar(file: Path, export: Export, *, on: date, made_at: datetime) -> None:
    """Write the .ics, whole or not at all; over an earlier one of this register it goes on from there.

    Raises `StoreUnavailable`.
    """
    earlier = _earlier(file, export.mark)
    going_on = carried_on(export.entries, earlier, open_uids=export.open_uids, on=on)
    write_whole(file, made_calendar(going_on, made_at=made_at))


def carried_on(
    entries: Iterable[CalendarEntry], earlier: Mapping[str, CalendarEntry], *, open_uids: Collection[str], on: date
) -> Iterator[CalendarEntry]:
    """Give the events of an export that follows an earlier one; what is done since comes last, cancelled until its day is past."""
    for entry in entries:
        yield _following(entry, earlier.get(entry.uid))
    for before in earlier.values():
        if before.uid in open_uids:
            continue
        if not before.is_cancelled:
            yield replace(before, is_cancelled=True, sequence=before.sequence + 1)
        elif before.on >= on:
            yield before


def read_calendar(content: bytes, *, mark: str) -> dict[str, CalendarEntry]:
    """Read the events of this register back out of a calendar file, by name; none where it is no calendar."""
    try:
        found = [_read(event) for event in Calendar.from_ical(content).walk("VEVENT")]
    except _NOT_READ:
        return {}
    return {entry.uid: entry for entry in found if entry.uid.endswith(f".{mark}{OURS}")}


def _following(entry: CalendarEntry, before: CalendarEntry | None) -> CalendarEntry:
    if before is None:
        return entry
    is_same = replace(before, sequence=entry.sequence) == entry
    return replace(entry, sequence=max(entry.sequence, before.sequence + (not is_same)))


def _earlier(file: Path, mark: str) -> dict[str, CalendarEntry]:
    try:
        if not file.is_file() or file.stat().st_size > LONGEST_BYTES:
            return {}
        return read_calendar(file.read_bytes(), mark=mark)
    except OSError:  # it is said where it cannot be written either
        return {}


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
    if entry.is_cancelled:
        event.add("status", "CANCELLED")
    else:
        event.add_component(_alarm(entry))
    return event


def _alarm(entry: CalendarEntry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(days=-entry.lead_days, hours=RINGS_AT_HOUR))
    return alarm


def _read(event: Component) -> CalendarEntry:
    alarms = event.walk("VALARM")
    return CalendarEntry(
        uid=str(event["uid"]),
        sequence=int(event.get("sequence", 0)),
        on=event.decoded("dtstart"),
        title=str(event.get("summary", "")),
        details=str(event.get("description", "")),
        lead_days=(timedelta(hours=RINGS_AT_HOUR) - alarms[0].decoded("trigger")).days if alarms else 0,
        is_cancelled=str(event.get("status", "")) == "CANCELLED",
    )
