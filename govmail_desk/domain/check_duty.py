"""What had to be looked at: how each half of a day stands against what the regulation asks, at one moment.

Computed, never stored. The log itself is `domain.check`, the bounds of half days `domain.check_times`, figures the regulation's
(`CHECK_UNIT`, `CHECK_PERSONAL`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from govmail_desk.domain.check import Slot

if TYPE_CHECKING:
    from govmail_desk.domain.check_times import HalfDay
    from govmail_desk.domain.provision import CheckTimes

Duty = Literal["done", "open", "missing", "ahead", "off", "out", "free"]
"""How a half day stands: looked at; to be done now; missing; not begun; a day off; the mailbox not in use or not yet in the register;
nothing asked of it."""


def duties(
    times: CheckTimes | None, looks: Mapping[Slot, int], *, halves: Sequence[HalfDay], now: datetime
) -> dict[Slot, Duty]:
    """Say how the halves of a working day stand for a mailbox in use, by the looks logged in each.

    Where the article names the halves each wants its own; where it only gives a number a day, a look in either half will do; where
    it gives none, nothing is ever missing.
    """
    if times is None or times.times_a_day is None:
        return {half.slot: _unasked(looks.get(half.slot, 0)) for half in halves}
    if times.slots:
        return {half.slot: _of_half(times, looks.get(half.slot, 0), half, now) for half in halves}
    if sum(looks.values()) >= times.times_a_day:
        return {half.slot: _unasked(looks.get(half.slot, 0)) for half in halves}
    is_over = halves[-1].has_ended(now)
    return {half.slot: _of_either(looks.get(half.slot, 0), half, now, is_over=is_over) for half in halves}


def was_in_use(events: Sequence[tuple[str, str]], day: date) -> bool:
    """Say whether a mailbox was in use all through a day, by its states with their ISO days in order.

    On the day it is issued, locked, reopened or closed nobody can say for which hours it was; nothing is asked of that day.
    """
    iso = day.isoformat()
    before = [state for state, on_date in events if on_date < iso]
    return bool(before) and before[-1] == "active" and all(on_date != iso for _, on_date in events)


def _unasked(looks: int) -> Duty:
    return "done" if looks else "free"


def _of_half(times: CheckTimes, looks: int, half: HalfDay, now: datetime) -> Duty:
    """How a half day stands where each named one wants its share of the looks, the odd one more in each."""
    slots, count = times.slots or (), times.times_a_day or 0
    if half.slot not in slots:
        return _unasked(looks)
    if looks >= -(-count // len(slots)):
        return "done"
    if not half.has_begun(now):
        return "ahead"
    return "missing" if times.at_slot_start or half.has_ended(now) else "open"


def _of_either(looks: int, half: HalfDay, now: datetime, *, is_over: bool) -> Duty:
    """How a half day stands where the day still wants a look and either half would do: nothing is missing before the day is over."""
    if looks:
        return "done"
    if is_over:
        return "missing"
    if not half.has_begun(now):
        return "ahead"
    return "free" if half.has_ended(now) else "open"
