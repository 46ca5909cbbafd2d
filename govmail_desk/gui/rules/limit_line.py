"""A limit that runs, or ran, on a request as a line: its day, how far off that is, its article, and the counting behind "Vì sao?".

Here: `limit_line`. Counting is `operations.request_limits`; a limit that is only shown before it begins is `gui.rules.rule_line`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govmail_desk.domain.regulation import KEYS
from govmail_desk.gui.look.why_card import Why
from govmail_desk.gui.rules.rule_line import RuleLine, whose
from govmail_desk.operations.request_limits import limit
from govmail_desk.wording import day_words, days_left

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.listings.request_life import RunningLimit


def limit_line(desk: Desk, running: RunningLimit | None) -> RuleLine | None:
    """Say a limit of a request; None where none runs, or where the regulation no longer states it."""
    if running is None:
        return None
    key: Any = KEYS[running.rule]
    found = limit(desk, key, started_on=running.started_on)
    if found is None:
        return None
    regulation = desk.regulation(running.started_on)
    why = Why.of(found.rule, regulation=regulation.short_name, counting=found.counting)
    is_past = running.settled_on is None and running.due_on < desk.today()
    return RuleLine(f"{_said(running, desk)} ({whose(found.rule)})", why, tone="bad" if is_past else "small")


def _said(running: RunningLimit, desk: Desk) -> str:
    if running.settled_on is not None:
        return f"{day_words(running.due_on)}; {running.settled_why.lower()} ngày {running.settled_on:%d/%m/%Y}"
    return f"{day_words(running.due_on)} · {days_left(running.due_on, desk.today())}"
