"""The due rows of an incident: whoever the regulation wants told at once or in time, due on the day it was found, settled by the notice.

Here too: what every act on an incident reads first. Who is to be told is `domain.incident_duties`, the acts `operations.incidents` and
`operations.incident_notices`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from govmail_desk.domain.errors import RuleBroken
from govmail_desk.domain.incident import Incident, IncidentNotice
from govmail_desk.domain.incident_duties import duty_steps, is_told
from govmail_desk.domain.mailbox import Mailbox
from govmail_desk.domain.reminder import Due
from govmail_desk.wording import INCIDENT_KINDS, INCIDENT_STATES

if TYPE_CHECKING:
    from govmail_desk.desk import Desk
    from govmail_desk.domain.incident_duties import DutyStep
    from govmail_desk.store.transaction import Transaction


def named(transaction: Transaction, found: Incident) -> str:
    """Name an incident in a sentence: its kind and its mailbox."""
    address = f", {transaction.get(Mailbox, found.mailbox_id).address}" if found.mailbox_id is not None else ""
    return f"“{INCIDENT_KINDS[found.kind]}”{address}"


def steps_of(transaction: Transaction, desk: Desk, found: Incident) -> tuple[DutyStep, ...]:
    """Give whom to tell of an incident, by the regulation in use on its day."""
    on = found.happened_on
    kind = transaction.get(Mailbox, found.mailbox_id).kind if found.mailbox_id is not None else None
    return duty_steps(desk.regulation(on), found.kind, kind, on)


def follow(transaction: Transaction, desk: Desk, found: Incident, *, why: str) -> None:
    """Let what falls due follow an incident as it now stands: begin what is still to be told by a day, settle the rest."""
    wanted = _still_due(transaction, desk, found) if found.state == "open" else frozenset()
    running = transaction.find(Due, subject_kind="incident", subject_id=found.id, settled_on=None)
    kept = {due.rule for due in running if due.rule in wanted and due.started_on == found.happened_on}
    today = desk.today()
    transaction.put_all([replace(due, settled_on=today, settled_why=why) for due in running if due.rule not in kept])
    transaction.put_all([_due(found, rule) for rule in sorted(wanted - kept)])


def refuse_finished(found: Incident) -> None:
    """Refuse to go on with an incident that is closed or cancelled."""
    if found.state != "open":
        raise RuleBroken(
            f"Sự cố này {INCIDENT_STATES[found.state].lower()} từ {found.closed_on:%d/%m/%Y}. "
            "Hãy mở lại sự cố trước, hoặc ghi sự cố khác."
        )


def _still_due(transaction: Transaction, desk: Desk, found: Incident) -> frozenset[str]:
    notices = transaction.find(IncidentNotice, incident_id=found.id)
    steps = steps_of(transaction, desk, found)
    return frozenset(step.due_rule for step in steps if step.due_rule and not is_told(step, notices))


def _due(found: Incident, rule: str) -> Due:
    """The article says at once, or in time, and no day: we remind on the day itself, a day off or not."""
    return Due(
        rule=rule,
        subject_kind="incident",
        subject_id=found.id,
        started_on=found.happened_on,
        due_on=found.happened_on,
        act_by=found.happened_on,
        begun_by="found",
    )
