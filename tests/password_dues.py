"""Due dates of mailboxes for tests of what is done with them: put as an act of this year's spring would have begun them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from govmail_desk.domain.reminder import Due
from tests.desks import NOW

if TYPE_CHECKING:
    from govmail_desk.desk import Desk

ROTATION: Final = "password.rotation.user"
BEGUN_ON: Final = date(2026, 5, 20)
TODAY: Final = NOW.date()


def due_for(desk: Desk, *box_ids: int, rule: str = ROTATION, due_on: date = TODAY) -> list[int]:
    """Put a due date under a rule on mailboxes, and return the numbers of the rows."""
    with desk.transaction("start_due", "Bắt đầu một hạn") as act:
        made = act.transaction.put_all([
            Due(
                rule=rule,
                subject_kind="mailbox",
                subject_id=box_id,
                started_on=BEGUN_ON,
                due_on=due_on,
                act_by=due_on,
                begun_by="issued",
            )
            for box_id in box_ids
        ])
    return [due.id for due in made]
