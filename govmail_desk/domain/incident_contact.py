"""Whom to call or write to when something goes wrong: the place the regulation names, else the operator the unit has set.

The unit's own choice of that place, with its telephone, comes before both (`incident.contact` on the page Thiết lập).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govmail_desk.domain.regulation import INCIDENT_CONTACT

if TYPE_CHECKING:
    from datetime import date

    from govmail_desk.domain.regulation import Regulation
    from govmail_desk.domain.settings import Operator


@dataclass(frozen=True, slots=True)
class IncidentContact:
    """The place to turn to, as far as it is known."""

    name: str = ""
    address: str = ""
    phone: str = ""
    cite: str | None = None
    """The article that names it; None for the unit's own choice and for the operator set on Thiết lập."""
    why: str = ""
    has_ended: bool = False
    """True where a body in its name has ended by the day."""


def contact_on(regulation: Regulation, operator: Operator | None, on: date) -> IncidentContact:
    """Give the place to turn to on a day; one that has ended gives way to the operator the unit has set since."""
    stated = regulation.find(INCIDENT_CONTACT, on)
    if stated is not None:
        has_ended = bool(regulation.ended_in(stated.value.name, on))
        if not (has_ended and operator is not None and operator.name and not regulation.ended_in(operator.name, on)):
            return IncidentContact(
                stated.value.name,
                stated.value.address or "",
                stated.value.phone or "",
                stated.cite,
                stated.why,
                has_ended,
            )
    if operator is None:
        return IncidentContact()
    return IncidentContact(operator.name, operator.address, has_ended=bool(regulation.ended_in(operator.name, on)))
