"""Incidents for tests: recorded in a test's register, invented people throughout."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from govmail_desk.domain.incident import Incident, IncidentNotice
from govmail_desk.domain.incident_duties import still_to_tell
from govmail_desk.operations.incident_dues import steps_of
from govmail_desk.operations.incident_notices import Telling, tell_of_incident
from govmail_desk.operations.incidents import Happening, record_incident
from govmail_desk.store.transaction import Transaction
from tests.desks import NOW
from tests.handovers import own_mailbox
from tests.request_lives import every, one

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.incident import IncidentKind
    from govmail_desk.domain.incident_duties import DutyStep

TODAY: Final = NOW.date()
SAID: Final = "Không gửi được thư từ đầu giờ sáng"


def recorded(desk: Desk, kind: IncidentKind = "fault", /, *, on: date = TODAY, **more: Any) -> Incident:
    """Record an incident of the own unit's mailbox, found by an invented person."""
    told = {"content": "" if kind == "secret" else SAID, "found_by": "Nguyễn Văn Thành", **more}
    told.setdefault("mailbox_id", own_mailbox(desk).id)
    changes = record_incident(desk, happening=Happening(kind=kind, happened_on=on, **told))
    (incident_id,) = changes.ids["incident"]
    return one(desk, Incident, id=incident_id)


def steps(desk: Desk, found: Incident) -> tuple[DutyStep, ...]:
    """Read whom to tell of an incident."""
    with desk.reading() as connection:
        return steps_of(Transaction(connection), desk, found)


def waiting(desk: Desk, found: Incident) -> tuple[DutyStep, ...]:
    """Read who is still to be told."""
    return still_to_tell(steps(desk, found), every(desk, IncidentNotice, incident_id=found.id))


def told_all(desk: Desk, found: Incident, *, on: date = TODAY) -> None:
    """Tell everyone who must be told."""
    for step in waiting(desk, found):
        tell_of_incident(desk, incident_id=found.id, telling=Telling(rule=step.rule, on=on, way="phone"))
