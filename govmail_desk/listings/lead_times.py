"""How many days ahead each rule's due dates are shown on a day: the unit's own lead time, else the one we suggest.

Choosing one is `operations.lead_times`; the suggestions are `resources/reminders.toml`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, case

from govmail_desk.domain.regulation import KEYS
from govmail_desk.domain.reminder import LeadTime
from govmail_desk.regulations.reminders import text_of
from govmail_desk.store.tables import due
from govmail_desk.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from sqlalchemy import Connection


def in_force(connection: Connection, day: date) -> dict[str, int]:
    """Give the lead time of every rule under which something falls due, as it holds on a day."""
    return leads_on(Transaction(connection).find(LeadTime), day)


def leads_on(chosen: Iterable[LeadTime], day: date) -> dict[str, int]:
    """Give the same from the unit's own lead times as they were read; one chosen for a shared beginning holds for all that begin so."""
    begun = sorted((one for one in chosen if one.from_on <= day), key=lambda one: (one.from_on, one.id))
    own = {one.rule: one.day_count for one in begun}
    texts = {rule: text for rule in KEYS if (text := text_of(rule)) is not None}
    return {rule: own.get(rule, own.get(text.rule, text.lead_days)) for rule, text in texts.items()}


def is_within(day: date, leads: Mapping[str, int]) -> ColumnElement[bool]:
    """Hold for the due rows whose day to act is no further off than their rule's lead time; all that is overdue is within."""
    ahead = [(due.c.rule == rule, (day + timedelta(days=days)).isoformat()) for rule, days in leads.items() if days]
    last = case(*ahead, else_=day.isoformat()) if ahead else day.isoformat()
    furthest = (day + timedelta(days=max(leads.values(), default=0))).isoformat()
    return (due.c.act_by <= furthest) & (due.c.act_by <= last)
