"""Who works here on a day, as an SQL condition that reports, directories and reviews share; the facts are `domain.person`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_

from govmail_desk.store.tables import person, personnel_change

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement


def works_on(day: date) -> ColumnElement[bool]:
    """Say of a person that they had not left by a day, and that no decision says they came later."""
    iso = day.isoformat()
    came_later = exists().where(
        personnel_change.c.person_id == person.c.id,
        personnel_change.c.kind == "joined",
        personnel_change.c.effective_on > iso,
    )
    return and_(or_(person.c.left_on.is_(None), person.c.left_on > iso), ~came_later)
