"""The looks into mailboxes that Hôm nay asks for, one line a half day for all mailboxes; read behind the page's opening.

What is missing and why is `listings.checks`; the rest of the page is `listings.today`.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from govmail_desk.listings.checks import wanted
from govmail_desk.listings.today_row import TodayRow
from govmail_desk.regulations.reminders import title_of
from govmail_desk.wording import SLOTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmail_desk.desk import Desk
    from govmail_desk.listings.checks import WantedCheck

_NAMED_AT_MOST: Final = 3


def check_rows(desk: Desk) -> tuple[TodayRow, ...]:
    """Say which looks the day wants and nobody logged: those whose half day has ended first, then those still to be done in it."""
    now = desk.clock().time()
    found = sorted(wanted(desk), key=lambda check: (check.until, check.rule.cite or ""))
    halves = groupby(found, key=lambda check: (check.until, check.rule.cite))
    return tuple(_row(list(together), has_ended=until <= now) for (until, _), together in halves)


def _row(together: Sequence[WantedCheck], *, has_ended: bool) -> TodayRow:
    first = together[0]
    half = f", buổi {SLOTS[first.slot].lower()}" if first.slot else ""
    named = ", ".join(check.address for check in together[:_NAMED_AT_MOST])
    left = len(together) - _NAMED_AT_MOST
    mailboxes = f"{named} và {left} hộp thư khác" if left > 0 else named
    by_when = f"trước {first.until:%H:%M}" if first.slot else "trong ngày"
    said = "chưa ghi, buổi đã qua" if has_ended else by_when
    return TodayRow(
        section="overdue" if has_ended else "today",
        title=f"{title_of(first.rule.key)}{half}",
        detail=f"{mailboxes} · {said}",
        act="record_check",
        cite=first.rule.cite,
        why=first.rule.why,
        source=first.rule.source,
        rule=first.rule.key,
        started_on=first.on,
        count=len(together),
        slot=first.slot or "",
    )
