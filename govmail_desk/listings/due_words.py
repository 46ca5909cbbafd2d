"""A due row in words, the same on the command line and in a calendar: by when, and on what ground. The row itself is `listings.dues`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmail_desk.domain.limits import WAITS
from govmail_desk.wording import SOURCES, day_words

if TYPE_CHECKING:
    from govmail_desk.listings.dues import DueRow


def by_when(row: DueRow) -> str:
    """Say by when to act, and the stated day where it lies on a day off; what has to be waited out says from when."""
    if row.rule in WAITS:
        return f"Từ {day_words(row.act_by)}"
    stated = f" (làm chậm nhất {day_words(row.act_by)})" if row.act_by != row.due_on else ""
    return f"Hạn {day_words(row.due_on)}{stated}"


def ground(row: DueRow) -> str:
    """Say the article, or whose rule it is, and why."""
    return f"{row.cite or SOURCES[row.source]}: {row.why}"
