"""When the desk speaks up on its own, and what it says: each reminder once, all that came up meanwhile in one notice, never in quiet hours.

It is reckoned from what stands due and from what was told before, not from timers: a weekend, a computer asleep or a clock set otherwise
make one notice, not many. What is due is `listings.reminders`, who shows the notice `gui.notifier`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, Literal

ReminderState = Literal["overdue", "today", "upcoming"]
Told = Mapping[str, int]
"""What was told: for the key of each reminder the last row it stood for."""

KEPT_DAYS: Final = 800
"""How long it is remembered that something was told, from its day on: longer than any desk lies unopened."""
_STATES: Final[dict[ReminderState, str]] = {"overdue": "quá hạn", "today": "hôm nay", "upcoming": "sắp tới"}
_NAMED_AT_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Reminder:
    """One line as the desk would say it: under a rule, on a day, in a state, for all rows that share them.

    `last_id` grows when another row joins; then the reminder is news again. `page` and `item_id` are where a click leads. `count` is how
    many rows it stands for: the notice counts them as the page Hôm nay does.
    """

    key: str
    day: date
    state: ReminderState
    title: str
    detail: str
    last_id: int
    page: str = "today"
    item_id: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown: a title, a few lines, and where a click leads."""

    title: str
    text: str
    page: str = "today"
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The hours of a day in which nothing is shown; from later to earlier they pass midnight. Equal ends mean none."""

    begin: time
    end: time

    def hold_at(self, now: time) -> bool:
        """Say whether nothing may be shown now."""
        if self.begin <= self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end


def news(reminders: Iterable[Reminder], told: Told) -> list[Reminder]:
    """Return the reminders never told, or that stand for more than when they were."""
    return [one for one in reminders if one.last_id > told.get(one.key, 0)]


def notice_of(fresh: Sequence[Reminder]) -> Notice | None:
    """Say what is new in one notice: one reminder in its own words, several as a digest; None where nothing is."""
    if not fresh:
        return None
    if len(fresh) == 1:
        (one,) = fresh
        return Notice(f"{one.title} ({_STATES[one.state]})", one.detail, one.page, one.item_id)
    counts = [(state, sum(one.count for one in fresh if one.state == state)) for state in _STATES]
    title = ", ".join(f"{count} việc {_STATES[state]}" for state, count in counts if count)
    named = [f"{one.title}: {one.detail}" for one in fresh[:_NAMED_AT_MOST]]
    left = sum(one.count for one in fresh[_NAMED_AT_MOST:])
    return Notice(title, "\n".join([*named, f"… và {left} việc khác"] if left else named))


def remember(told: Told, fresh: Iterable[Reminder], today: date) -> dict[str, int]:
    """Add what was just told, and let go of what is long past."""
    kept = {key: last_id for key, last_id in told.items() if not _is_long_past(key, today)}
    return kept | {one.key: one.last_id for one in fresh}


def key_of(rule: str, day: date, state: ReminderState, alone: int | None = None) -> str:
    """Make the key of a reminder: the rule, its day, its state, and the one row it is about where it stands alone."""
    return "|".join((day.isoformat(), rule, state, str(alone or "")))


def _is_long_past(key: str, today: date) -> bool:
    try:
        return date.fromisoformat(key.partition("|")[0]) + timedelta(days=KEPT_DAYS) < today
    except ValueError:  # a file that someone edited
        return True
