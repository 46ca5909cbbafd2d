"""Which drafted report a line of Hôm nay is about. The lines themselves are `listings.dues`, the reports `listings.reports`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from govmail_desk.store.tables import report

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.desk import Desk


def draft_due(desk: Desk, *, rule: str, due_on: date | None) -> int | None:
    """Give the draft under a rule that is to be sent by a day; None where none was drafted yet."""
    if due_on is None:
        return None
    query = (
        select(report.c.id)
        .where(report.c.rule == rule, report.c.due_on == due_on.isoformat(), report.c.state == "draft")
        .order_by(report.c.id.desc())
    )
    with desk.reading() as connection:
        found: int | None = connection.execute(query).scalar()
    return found
