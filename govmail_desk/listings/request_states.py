"""How far requests have come on a day, in SQL: what `Request.state_on` says of one, said of a table of them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, and_, case, or_

from govmail_desk.store.tables import request


def is_overdue(day: date) -> ColumnElement[bool]:
    """Say whether a request was sent and its limit has run out by a day."""
    return and_(request.c.state == "sent", request.c.due_on < day.isoformat())


def state_on(day: date) -> ColumnElement[str]:
    """Give the state as it is shown on a day."""
    return case((is_overdue(day), "overdue"), else_=request.c.state)


def is_in(states: Collection[str], day: date) -> ColumnElement[bool]:
    """Say whether a request is shown in one of these states on a day; the stored state is asked for, which has an index."""
    stored = [state for state in states if state not in {"sent", "overdue"}]
    found: list[ColumnElement[bool]] = [request.c.state.in_(stored)]
    if "overdue" in states:
        found.append(is_overdue(day))
    if "sent" in states:
        runs_on = or_(request.c.due_on.is_(None), request.c.due_on >= day.isoformat())
        found.append(and_(request.c.state == "sent", runs_on))
    return or_(*found)
