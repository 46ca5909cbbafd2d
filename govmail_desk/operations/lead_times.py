"""How many days ahead the unit wants to be reminded under a rule: its own choice from a day on, in place of our suggestion.

What we suggest is `resources/reminders.toml`; which lead times hold on a day is `listings.lead_times`. No due day changes with it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.reminder import LeadTime
from govmail_desk.regulations.reminders import text_of, title_of

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Changes, Desk

_LONGEST: Final = 366
"""Further ahead than a year nobody is reminded."""


def set_lead_time(desk: Desk, *, rule: str, day_count: int, from_on: date) -> Changes:
    """Set how many days before the day to act a rule's due dates are shown, from a day on.

    Raises `RuleBroken` for a rule under which nothing falls due, and a number below 0 or beyond a year.
    """
    if text_of(rule) is None:
        raise RuleBroken(f"Không có việc nào đến hạn theo “{rule}”. Hãy chọn một loại việc trong danh sách.")
    if not 0 <= day_count <= _LONGEST:
        raise RuleBroken(f"Số ngày nhắc trước phải từ 0 đến {_LONGEST}. Hãy sửa lại.")
    with desk.transaction("set_lead_time", f"Nhắc trước {day_count} ngày: {title_of(rule)}") as act:
        same_day = act.transaction.find(LeadTime, rule=rule, from_on=from_on.isoformat())
        chosen = LeadTime(rule=rule, day_count=day_count, from_on=from_on)
        act.transaction.put(replace(chosen, id=same_day[-1].id, version=same_day[-1].version) if same_day else chosen)
    return act.changes
