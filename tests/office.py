"""An office for tests: its hours, and the clock on its wall. No test."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final

from govmail_desk.desk import Desk
from govmail_desk.domain.settings import OfficeHours
from govmail_desk.operations.settings import set_office_hours

VIETNAM: Final = timezone(timedelta(hours=7))
HOURS: Final = OfficeHours(
    from_on=date(2026, 1, 1), morning_from="07:30", morning_to="11:30", afternoon_from="13:30", afternoon_to="17:00"
)


def at(desk: Desk, day: date, hour: int, minute: int = 0) -> None:
    """Set the clock on the office's wall."""
    desk.clock = lambda: datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM)


def with_hours(desk: Desk) -> Desk:
    """Set the office hours of a desk."""
    set_office_hours(desk, hours=HOURS)
    return desk
