"""Days of the register as the window writes them: `22/11/2026`, with the weekday where there is room, from one day to another.

Here: the words of ISO days as listings hand them over. Not here: weekdays and days left (`govmail_desk.wording`), the field a day is
typed in (`gui.fields.date_field`).
"""

from __future__ import annotations

from datetime import date

from govmail_desk.wording import day_words


def short_day(iso: str | None) -> str:
    """Write a day as `22/11/2026`; an unknown one as nothing."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}" if iso else ""


def whole_day(iso: str | None) -> str:
    """Write a day with its weekday: `Chủ nhật, 22/11/2026`."""
    return day_words(date.fromisoformat(iso)) if iso else ""


def from_to(from_on: str | None, to_on: str | None) -> str:
    """Say from when to when something held: `từ 01/03/2025`, `01/03/2025 – 30/06/2026`, `đến 30/06/2026`."""
    if from_on and to_on:
        return f"{short_day(from_on)} – {short_day(to_on)}"
    if from_on:
        return f"từ {short_day(from_on)}"
    return f"đến {short_day(to_on)}" if to_on else "chưa ghi từ ngày nào"


def birth_words(birth_on: str) -> str:
    """Write a birth date as it is known: a whole day, or the bare year."""
    return short_day(birth_on) if "-" in birth_on else birth_on
